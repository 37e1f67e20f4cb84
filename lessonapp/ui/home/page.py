"""Home: choose a lesson for a class and start it; take up what was left open."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.i18n import _
from lessonapp.ui.home.action_bar import ActionBar
from lessonapp.ui.home.card_delegate import GAP
from lessonapp.ui.home.class_chooser import ClassChooser
from lessonapp.ui.home.covers import CoverSource
from lessonapp.ui.home.grid import LessonGrid
from lessonapp.ui.home.grid_model import counts
from lessonapp.ui.home.model import HomeModel, LessonCard, LessonDetails, RecentSession
from lessonapp.ui.icons import icon
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.colours import MUTED
from lessonapp.ui.widgets.flow import FlowLayout
from lessonapp.ui.widgets.labels import Elided, beside
from lessonapp.ui.widgets.words import audience_name

if TYPE_CHECKING:
    # Imported where they are made: they are not in the first picture, and PySide reads each module's source.
    from lessonapp.ui.home.resume_banner import FirstClassBanner, ResumeBanner
    from lessonapp.ui.home.side import SideColumn
    from lessonapp.ui.widgets.empty import EmptyState

BLEED = GAP // 2  # the grid reaches this far left of the other parts, so that the edges of cards line up
SIDE_WIDTH, SIDE_GAP = 276, 20
BESIDE_FROM = 1280 - 208  # page width from which the panels stand beside the grid


class HomePage(QWidget):
    """Shows a HomeModel and asks; keeps only what is typed and where the frame is."""

    start_requested = Signal(str)
    rehearse_requested = Signal(str)
    open_details_requested = Signal(str)
    faults_requested = Signal(str)
    resume_requested = Signal(str)
    finish_requested = Signal(str)
    print_requested = Signal(str)
    delete_requested = Signal(str)
    class_chosen = Signal(str)
    class_add_requested = Signal()
    class_edit_requested = Signal(str)
    cards_print_requested = Signal()
    settings_requested = Signal()
    sessions_requested = Signal()
    replay_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._model: HomeModel | None = None
        self._chips: dict[Audience | None, QPushButton] = {}
        self.greeting = beside(Elided("", "heading"))
        self.search = QLineEdit()
        self.chooser = ClassChooser()
        self._cover_source: CoverSource | None = None
        self._keys_added = False
        self.grid = LessonGrid()
        self.actions_bar = ActionBar()
        self._lay_out()
        self._connect()

    @cached_property
    def side(self) -> SideColumn:
        """Sessions and whether all is ready; made when they are known, in the room that was kept for it."""
        from lessonapp.ui.home.side import SideColumn

        made = SideColumn(SIDE_WIDTH)
        for inner, outer in (
            (made.resume_requested, self.resume_requested),
            (made.finish_requested, self.finish_requested),
            (made.print_requested, self.print_requested),
            (made.delete_requested, self.delete_requested),
            (made.settings_requested, self.settings_requested),
            (made.teach_requested, self.start_requested),
            (made.replay_requested, self.replay_requested),
            (made.sessions_requested, self.sessions_requested),
            (made.details_requested, self.open_details_requested),
        ):
            inner.connect(outer)
        made.set_below(below=self._is_narrow(), inset=BLEED)
        self._body.takeAt(1)
        self._body.addWidget(made)
        return made

    @cached_property
    def resume(self) -> ResumeBanner:
        """The session that was left open; made when there first is one."""
        from lessonapp.ui.home.resume_banner import ResumeBanner

        made = ResumeBanner()
        made.set_source(self._cover_source)
        made.resume_requested.connect(self.resume_requested)
        made.finish_requested.connect(self.finish_requested)
        self._banners.insertWidget(0, made)
        self._tab_to(made.finish, made.resume)
        return made

    @cached_property
    def first_class(self) -> FirstClassBanner:
        """What to do first; made when there is no class."""
        from lessonapp.ui.home.resume_banner import FirstClassBanner

        made = FirstClassBanner()
        made.create_requested.connect(self.class_add_requested)
        self._banners.addWidget(made)
        self._tab_to(made.add)
        return made

    def _tab_to(self, *made: QWidget) -> None:
        """Tab goes on from the header to a banner."""
        from lessonapp.ui.widgets.tab_order import tab_in_turn  # only for what comes later

        tab_in_turn((self.chooser, *made))

    @cached_property
    def nothing(self) -> EmptyState:
        """What stands in the place of the lessons when none is found; made when that first happens."""
        from lessonapp.ui.widgets.empty import EmptyState

        made = EmptyState("", "", _("Clear the filter"))
        made.action_requested.connect(self.clear_filter)
        place = QWidget()
        inset = QVBoxLayout(place)
        inset.setContentsMargins(BLEED, BLEED, 0, 0)
        inset.addWidget(made)
        self._stack.addWidget(place)
        return made

    def set_model(self, model: HomeModel) -> None:
        """Show another state of things; a frame that was moved stays on its lesson while that is there."""
        now = datetime.now().astimezone()
        before = self.grid.current() if self.grid.currentIndex().row() > 0 else None
        if self._model is not None and self._model.chosen_class != model.chosen_class:
            before = None  # another class has its own lessons first
        self._model = model
        greeting = _("Hello, {name}").format(name=model.teacher) if model.teacher else _("Hello, teacher")
        self.greeting.set_whole(greeting)
        if model.loading:
            self.chooser.set_loading(model.chosen_class)
        else:
            self.chooser.set_classes(model.classes, model.chosen_class)
        left_open = next((s for s in model.sessions if s.open), None)
        self._show_banners(left_open, now, first_class=not model.classes and not model.loading)
        self._show_counts(model)
        self.grid.lessons.set_cards(model.lessons)
        if before is None or not self.grid.choose(before.id):
            self.grid.choose_first()
        if not model.loading:
            self.side.set_model(model, now)
        self._on_filtered()

    def set_cover_source(self, source: CoverSource | None) -> None:
        """Where covers come from; it is asked for one at a time, when a card is first seen."""
        self._cover_source = source
        self.grid.covers.set_source(source)
        if "resume" in vars(self):
            self.resume.set_source(source)
        self.grid.viewport().update()

    def show_details(self, details: LessonDetails) -> None:
        """Open what a teacher reads about a lesson, with start and rehearse."""
        from lessonapp.ui.home.details import DetailsDialog

        dialog = DetailsDialog(details, self)
        dialog.start_requested.connect(self.start_requested)
        dialog.rehearse_requested.connect(self.rehearse_requested)
        dialog.open()

    def show_faults(self, folder: str) -> None:
        """Open the reasons why the lesson in a folder cannot be taught; its id may be that of another."""
        card = next((c for c in self.grid.lessons.cards if str(c.folder) == folder), None)
        if card is not None:
            from lessonapp.ui.home.details import FaultsDialog

            FaultsDialog(card, self).open()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._keys_added:  # once the first picture is there
            self._keys_added = True
            QTimer.singleShot(0, self, self._add_keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()
        self._fit_header()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - BLEED, 18, 24, 18)
        column.setSpacing(14)
        column.addLayout(self._header())
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(BLEED, 0, 0, 0)
        column.addLayout(self._banners)
        left = QVBoxLayout()
        left.setSpacing(12 - BLEED)
        left.addWidget(self._chip_row())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        left.addWidget(self._stack, 1)
        left.addSpacing(BLEED)
        bar = QHBoxLayout()
        bar.setContentsMargins(BLEED, 0, 0, 0)
        bar.addWidget(self.actions_bar)
        left.addLayout(bar)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(SIDE_GAP)
        self._body.addLayout(left, 1)
        self._body.addSpacing(SIDE_GAP + SIDE_WIDTH)  # until the side is there
        column.addLayout(self._body, 1)

    def _header(self) -> QHBoxLayout:
        self.search.setPlaceholderText(_("Lesson or topic…"))
        self.search.setAccessibleName(_("Find a lesson"))
        self.search.setToolTip(_("Ctrl+F or /"))
        self.search.setProperty("role", "search")
        self.search.addAction(icon("search", MUTED, 16), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setFixedWidth(224)
        row = QHBoxLayout()
        row.setContentsMargins(BLEED, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.greeting, 1)
        row.addWidget(self.search)
        row.addWidget(self.chooser)
        return row

    def _chip_row(self) -> QWidget:
        host = QWidget()
        flow = FlowLayout(host, 8)
        flow.setContentsMargins(BLEED, 0, 0, 0)
        group = QButtonGroup(self)
        for audience in (None, *AUDIENCES):
            chip = button("", "chip")
            chip.setCheckable(True)
            chip.setChecked(audience is None)
            chip.clicked.connect(lambda _checked=False, audience=audience: self._on_chip(audience))
            group.addButton(chip)
            self._chips[audience] = chip
            flow.addWidget(chip)
        return host

    def _add_keys(self) -> None:
        """What is pressed and what is read out, but not seen."""
        from PySide6.QtGui import QKeySequence, QShortcut  # PySide makes their names when they are imported

        for keys in ("Ctrl+F", "/"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_find)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search)
        away.setContext(Qt.ShortcutContext.WidgetShortcut)
        away.activated.connect(self.search.clear)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(lambda: self.grid.setFocus(Qt.FocusReason.TabFocusReason))
        (glass,) = self.search.findChildren(QToolButton)  # Qt makes them, and names none
        glass.setAccessibleName(_("Search"))
        self.search.setClearButtonEnabled(True)  # to be seen when something was typed
        clear = next(made for made in self.search.findChildren(QToolButton) if made is not glass)
        clear.setAccessibleName(_("Clear the search"))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_search_entered)
        self.grid.chosen.connect(self.actions_bar.set_card)
        self.grid.entered_requested.connect(self._on_entered)
        for inner, outer in (
            (self.chooser.class_chosen, self.class_chosen),
            (self.chooser.class_add_requested, self.class_add_requested),
            (self.chooser.class_edit_requested, self.class_edit_requested),
            (self.chooser.cards_print_requested, self.cards_print_requested),
            (self.actions_bar.start_requested, self.start_requested),
            (self.actions_bar.rehearse_requested, self.rehearse_requested),
            (self.actions_bar.open_details_requested, self.open_details_requested),
            (self.actions_bar.faults_requested, self.faults_requested),
        ):
            inner.connect(outer)

    def clear_filter(self) -> None:
        """Show every lesson again."""
        self.search.clear()
        self._chips[None].setChecked(True)
        self._on_chip(None)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_header(self) -> None:
        """Where the window is small, the greeting needs the room."""
        for made, narrow, wide in ((self.search, 164, 224), (self.chooser, 224, 248)):
            width = narrow if self.width() < BESIDE_FROM else wide
            if made.width() != width:
                made.setFixedWidth(width)

    def _show_banners(self, left_open: RecentSession | None, now: datetime, *, first_class: bool) -> None:
        if left_open is not None:
            self.resume.show_session(left_open, now)
        elif "resume" in vars(self):
            self.resume.hide()
        if first_class or "first_class" in vars(self):
            self.first_class.setVisible(first_class)

    def _show_counts(self, model: HomeModel) -> None:
        found = counts(model.lessons)
        for audience, chip in self._chips.items():
            name = _("All") if audience is None else audience_name(audience)
            number = len(model.lessons) if audience is None else found.get(audience, 0)
            chip.setText(f"{name}  {number}")
            chip.setAccessibleName(f"{name}, {number}")
            chip.setEnabled(number > 0 or audience is None or chip.isChecked())

    def _place_side(self) -> None:
        below = self._is_narrow()
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if below else direction.LeftToRight
        if self._body.direction() != wanted:
            self._body.setDirection(wanted)
            self._body.setSpacing(12 if below else SIDE_GAP)
        if "side" in vars(self) and self.side.is_below is not below:  # made before the page had its size
            self.side.set_below(below=below, inset=BLEED)

    def _is_narrow(self) -> bool:
        return self.width() < BESIDE_FROM

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_search(self, text: str) -> None:
        self.grid.filter.set_search(text)
        self.grid.choose_first()
        self._on_filtered()

    def _on_chip(self, audience: Audience | None) -> None:
        self.grid.filter.set_audience(audience)
        self._on_filtered()

    def _on_filtered(self) -> None:
        empty = self.grid.filter.rowCount() == 0
        searched = self.search.text().strip()
        self._stack.setCurrentIndex(0)
        if empty:
            title = (
                _("No lesson found for “{text}”").format(text=searched) if searched else _("No lesson here")
            )
            self.nothing.title.setText(title)
            self._stack.setCurrentIndex(1)
        self.actions_bar.set_card(None if empty else self.grid.current())

    def _on_search_entered(self) -> None:
        card = self.grid.current()
        if card is not None:
            self._on_entered(card)

    def _on_entered(self, card: LessonCard) -> None:
        if card.faults:
            self.faults_requested.emit(str(card.folder))
        else:
            self.start_requested.emit(card.id)

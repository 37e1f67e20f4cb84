"""Beside the grid: what is next, alerts, whether everything is ready to teach, sessions of the last weeks."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lessonapp.domain.look import OK, WARN
from lessonapp.domain.text import NBSP
from lessonapp.i18n import _, n_
from lessonapp.ui.home.model import HomeModel, ReadyLine, RecentSession
from lessonapp.ui.icons import icon
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.card import Card, clear_rows
from lessonapp.ui.widgets.labels import Elided, beside, icon_label, label, rule
from lessonapp.ui.widgets.tab_order import buttons_in, tab_in_turn
from lessonapp.ui.widgets.words import class_name, when_text

if TYPE_CHECKING:
    from lessonapp.ui.home.bulletin_card import BulletinCard
    from lessonapp.ui.home.plan_card import PlanCard

WIDEST = 16777215  # what Qt calls no limit
ROWS_BESIDE, ROWS_BELOW, ROWS_WITH_PLAN = 5, 2, 3
BELOW_MOST = 190  # height of the panels below the grid: the lessons need the rest


class SideColumn(QScrollArea):
    """Panels one above the other beside the grid, or in a row below it; what has no room is scrolled to."""

    resume_requested = Signal(str)
    finish_requested = Signal(str)
    print_requested = Signal(str)
    delete_requested = Signal(str)
    sessions_requested = Signal()
    settings_requested = Signal()
    teach_requested = Signal(str)
    replay_requested = Signal(str, str)
    details_requested = Signal(str)

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self._model: HomeModel | None = None
        self._now = datetime.now().astimezone()
        self.is_below = False
        """Whether the panels stand under the grid."""
        self._recent = Card()
        self._every = button(_("See all"), "link")
        self._every.clicked.connect(self.sessions_requested)
        head = QHBoxLayout()
        head.addWidget(beside(label(_("Recent sessions"), "panel")), 1)
        head.addWidget(self._every)
        self._recent.body.addLayout(head)
        self._ready = Card(_("Ready to teach"))
        self._recent_rows = _rows(self._recent)
        self._ready_rows = _rows(self._ready)
        inside = QWidget()
        self._panels = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(14)
        self._panels.addWidget(self._ready)
        self._panels.addWidget(self._recent)
        self._panels.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons are reached, and brought into view
        self.set_below(below=False)

    @cached_property
    def _plan(self) -> PlanCard:
        """What the plan of the year says; made when a class has one."""
        from lessonapp.ui.home.plan_card import PlanCard  # no plan is known when Home is first painted

        made = PlanCard()
        made.teach_requested.connect(self.teach_requested)
        made.replay_requested.connect(self.replay_requested)
        made.plan_requested.connect(self.sessions_requested)
        self._panels.insertWidget(0, made)
        return made

    @cached_property
    def _alerts(self) -> BulletinCard:
        """The bulletins for these days; made when there is one."""
        from lessonapp.ui.home.bulletin_card import BulletinCard  # as the plan: not in the first picture

        made = BulletinCard()
        made.details_requested.connect(self.details_requested)
        self._panels.insertWidget(self._panels.indexOf(self._ready), made)
        return made

    def set_below(self, *, below: bool, inset: int = 0) -> None:
        """Whether the panels stand under the grid, and how far in from the left."""
        self.is_below = below
        self._panels.setContentsMargins(inset if below else 0, 0, 0, 0)
        direction = QBoxLayout.Direction
        self._panels.setDirection(direction.LeftToRight if below else direction.TopToBottom)
        self.setMinimumSize(0 if below else self._width, 0)
        self.setMaximumSize(WIDEST if below else self._width, WIDEST)
        self._show()

    def set_model(self, model: HomeModel, now: datetime) -> None:
        """Show what a model says beside its lessons."""
        self._model, self._now = model, now
        if model.plan is not None or "_plan" in vars(self):
            self._plan.set_plan(model.plan)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if self.is_below and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _show(self) -> None:
        model = self._model
        if model is not None:
            self._show_alerts(model)
            self._show_ready(model)
            self._show_sessions()
        last = self._panels.count() - 1
        for place in range(last + 1):  # shared alike below; beside, what is left over stays free
            self._panels.setStretch(place, int(self.is_below is (place < last)))
        self._fit()
        tab_in_turn(buttons_in(self._panels))

    def _fit(self) -> None:
        """Below the grid as high as the panels are, up to a bound."""
        if self.is_below:
            panels = self._panels
            needed = max(panels.totalHeightForWidth(self.width()), panels.totalSizeHint().height())
            self.setFixedHeight(min(needed, BELOW_MOST))

    def _show_alerts(self, model: HomeModel) -> None:
        """Beside the grid only: below it is room for three panels, and each alert has its card above."""
        if model.bulletins or "_alerts" in vars(self):
            self._alerts.set_bulletins(model.bulletins)
            self._alerts.setVisible(bool(model.bulletins) and not self.is_below)

    def _show_ready(self, model: HomeModel) -> None:
        clear_rows(self._ready_rows)
        for line in [line for line in model.ready if not line.ok] or model.ready:  # what needs attention
            self._ready_rows.addWidget(_ReadyRow(line))
        if model.stale_contacts:
            text = n_(
                "{count} contact not checked for a year",
                "{count} contacts not checked for a year",
                model.stale_contacts,
            ).format(count=model.stale_contacts)
            row = _ReadyRow(ReadyLine(ok=False, text=text))
            check = icon_button("next", _("Check contacts"))
            check.clicked.connect(self.settings_requested)
            row.line.addWidget(check)
            self._ready_rows.addWidget(row)
        self._ready.setVisible(bool(model.ready) or bool(model.stale_contacts))

    def _show_sessions(self) -> None:
        if self._model is None:
            return
        clear_rows(self._recent_rows)
        beside = ROWS_WITH_PLAN if self._model.plan is not None else ROWS_BESIDE
        limit = ROWS_BELOW if self.is_below else beside
        shown = self._model.sessions[:limit]
        if not shown:
            self._recent_rows.addWidget(label(_("No results yet"), "strong"))
            text = _("Teach a lesson with questions and its results will be here.")
            self._recent_rows.addWidget(label(text, "secondary", wrap=True))
        for number, session in enumerate(shown):
            if number:
                self._recent_rows.addWidget(rule())
            self._recent_rows.addWidget(self._row(session))
        self._every.setVisible(len(self._model.sessions) > limit)

    def _row(self, session: RecentSession) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        most = 1 if self.is_below else 2
        words.addWidget(Elided(session.title, "strong", lines=most))
        when = when_text(session.opened, self._now).replace(" ", NBSP)  # told on one line
        parts = [*([_("Not finished")] if session.open else []), class_name(session.class_label), when]
        dot = f"{NBSP}· "  # no line begins with it
        words.addWidget(Elided(dot.join(parts), "secondary", lines=2))
        line.addLayout(words, 1)
        more = icon_button("down", _("What to do with “{title}”").format(title=session.title))
        more.setMenu(self._menu(session, more))
        line.addWidget(more)
        return row

    def _menu(self, session: RecentSession, parent: QPushButton) -> QMenu:
        menu = QMenu(parent)
        entries = [
            (_("Print the summary…"), "pdf", self.print_requested),
            (_("Delete this session…"), "trash", self.delete_requested),
        ]
        if session.open:
            entries[:0] = [
                (_("Resume"), "play", self.resume_requested),
                (_("Close and report"), "check", self.finish_requested),
            ]
        for text, picture, signal in entries:
            action = menu.addAction(icon(picture), text)
            action.triggered.connect(lambda _checked=False, signal=signal: signal.emit(session.id))
        return menu


class _ReadyRow(QWidget):
    """A tick or a warning sign, and what it says."""

    def __init__(self, line: ReadyLine) -> None:
        super().__init__()
        self.line = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        picture = icon_label("check", OK, 18, 4) if line.ok else icon_label("warn", WARN, 18, 4)
        picture.setAccessibleName(_("Ready") if line.ok else _("Needs attention"))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(line.text, "secondary", wrap=True), 1)


def _rows(card: Card) -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(5)
    card.body.addLayout(rows)
    card.body.addStretch(1)
    return rows

"""One screen for teacher and class: a bar over the stage that hides by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPointerEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.console.bar import ContinueButton
from lessonapp.ui.console.fit_words import FitWords
from lessonapp.ui.console.hands import HandsPanel, countable, takes_digits
from lessonapp.ui.console.sheet import CONSOLE_SHEET
from lessonapp.ui.console.tools_row import ToolsRow
from lessonapp.ui.console.words import action_words, reveal_words
from lessonapp.ui.session_controller import SessionController
from lessonapp.ui.stage_models import takes_clicks
from lessonapp.ui.widgets.buttons import button, show_or_hide
from lessonapp.ui.widgets.labels import label

HIDE_MS, ACTION_MS = 4000, 8000
EDGE = 12
WIDEST, MARGIN = 1180, 12
LOWER = 0.94  # of the stage: below it lies nothing that the class clicks


class MirrorBar(QFrame):
    """Back, cover, help, hands, notes, reveal, Continue; shown when the mouse moves."""

    command = Signal(str)
    console_requested = Signal()
    counts_changed = Signal(str, object)

    def __init__(self, controller: SessionController, stage: QWidget) -> None:
        super().__init__(stage)
        self.setProperty("role", "mirror-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(CONSOLE_SHEET)
        self._controller = controller
        self._used = False
        self.hands = HandsPanel(controller.session.lesson.audience, compact=True)
        self.hands.hide()
        self.tools = ToolsRow(keyboard=False)
        self.tools.hide()
        self.go = ContinueButton()
        self.hands.after = self.go
        self._counting: object = None
        self.back = self._make("", "prev", "back", _("Back"))
        self.black = self._make("", "black", "black", _("Cover the stage (B)"))
        self.help = self._make("111", "phone", "help", _("Help card with 111 (H)"))
        self.count = self._make(_("Count hands"), "hand", "", _("Count hands, option by option"))
        self.count.setCheckable(True)
        self.console = self._make(_("Notes"), "screen", "", _("Notes, steps and seats (F)"))
        self.more = self._make(_("Tools"), "tools", "", _("Pen, spotlight, timer and other tools"))
        self.more.setCheckable(True)
        self.notice = self._make(_("Message"), "warn", "", _("There is a message: open the notes to read it"))
        self.notice.setProperty("tone", "warn")
        self.notice.hide()
        self.reveal = self._make(_("Show the answer"), "eye", "reveal", "")
        self.word = label("", "strong", wrap=True)
        self.act = self._make("", "check", "", "")
        self._act: Callable[[], object] | None = None
        self._row = QHBoxLayout()
        self._words = FitWords(self._row, (self.notice, self.count, self.console, self.more))
        self._told = QTimer(self, singleShot=True, interval=HIDE_MS)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=HIDE_MS)
        self._connect()
        for watched in (stage, *stage.findChildren(QWidget)):
            self.watch(watched)
        self._show_state()
        self.hide()

    @property
    def _stage(self) -> QWidget:
        """The bar is the stage's child; a reference of its own would outlive it."""
        stage = self.parentWidget()
        assert stage is not None  # it is made with one
        return stage

    def watch(self, watched: QWidget) -> None:
        """Wake when the mouse moves over this part of the stage too."""
        watched.setMouseTracking(True)
        watched.installEventFilter(self)

    def set_used(self, used: bool) -> None:
        """On a screen of its own the stage has no bar, whoever moves a mouse or finger over it."""
        self._used = used
        if used:
            self.wake()
        else:
            self.hide()

    def wake(self) -> None:
        """Show the bar, and hide it again after a while."""
        if not self._used or (not self._stage.isVisible() and not self._stage.isHidden()):
            return
        self.show()
        self.refresh()
        self.raise_()
        self._timer.start()

    def show_notice(self, on: bool) -> None:
        """Say that the console has something to tell; the class need not read what."""
        self.notice.setVisible(on)
        if on and self._stage.isVisible():
            self.wake()

    def tell(
        self, text: str, action: str | None = None, callback: Callable[[], object] | None = None
    ) -> None:
        """A word for the teacher at the board, such as why a click did not count; it goes by itself."""
        self.word.setText(text)
        show_or_hide(self.act, action or "")
        self._act = callback
        self._told_row.show()
        self._told.start(ACTION_MS if action else HIDE_MS)
        if self._stage.isVisible():
            self.wake()

    def refresh(self) -> None:
        """Say what Continue does now; while the bar is hidden there is nobody to tell."""
        if not self.isHidden():
            self._show_state()

    def _show_state(self) -> None:
        session = self._controller.session
        step, state = session.step, session.state
        words, target = action_words(session.action, session.lesson, step)
        self.go.set_words(words, target)
        can_count = countable(step, state)
        self.count.setVisible(can_count)
        show_or_hide(self.reveal, reveal_words(session) if state.phase != "open" else "")
        self.help.setText(_("Put 111 away") if self._controller.view.help_card else "111")
        if can_count and step is not None:
            self.hands.show_state(step, state)
        counting = (state.step, state.round.number, state.phase) if can_count and state.round else None
        if counting != self._counting:
            self._counting = counting
            self.fold()  # the class sees what comes: the next question, or the answer
        self._place()

    def take_digit(self, event: QKeyEvent) -> bool:
        """A digit typed over the stage counts hands; whether it does."""
        session = self._controller.session
        if not takes_digits(session.step, session.state):
            return False
        self.wake()
        self.count.setChecked(True)
        self.hands.take_digit(event)
        return True

    def fold(self) -> bool:
        """Lay the numbers away, so that the class sees the whole stage; whether they were there."""
        counting = self.count.isChecked()
        self.count.setChecked(False)
        return counting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            if self._is_for_me(watched, event):
                self.wake()
        elif kind == QEvent.Type.Resize and watched is self._stage:
            self._place()
        return False

    def _is_for_me(self, watched: QObject, event: QEvent) -> bool:
        """Anywhere on the stage; while the class clicks there, at its lower edge only: the bar would lie over
        the button that gives the answer.
        """
        if not takes_clicks(self._controller.session):
            return True
        if not isinstance(event, QPointerEvent) or not isinstance(watched, QWidget):
            return False
        at = watched.mapTo(self._stage, event.point(0).position().toPoint())
        return at.y() >= self._stage.height() * LOWER

    def _connect(self) -> None:
        self.hands.counts_changed.connect(self.counts_changed)
        self.hands.counts_changed.connect(self._place)  # what is said about them may be longer now
        self.go.clicked.connect(lambda: self.command.emit("next"))
        self.count.toggled.connect(self._on_count)
        self.more.toggled.connect(self._on_tools)
        for made in (self.console, self.notice):
            made.clicked.connect(self.console_requested)
        self._told.timeout.connect(self._on_told)
        self.act.clicked.connect(self._on_act)
        self._timer.timeout.connect(self._on_idle)
        self._controller.changed.connect(self.refresh)

    def _on_told(self) -> None:
        self._told_row.hide()
        self._place()

    def _on_act(self) -> None:
        self._on_told()
        if self._act is not None:
            self._act()

    def _on_idle(self) -> None:
        if self.underMouse() or self.count.isChecked() or self.tools.sound_panel.isVisible():
            self._timer.start()
        else:
            self.hide()

    def _on_count(self, shown: bool) -> None:
        self.hands.setVisible(shown)
        self._place()
        if shown:
            self.hands.focus_first()

    def _on_tools(self, shown: bool) -> None:
        self.tools.setVisible(shown)
        self._place()

    def _place(self) -> None:
        width = min(self._stage.width() - 2 * EDGE, WIDEST)
        self._words.fit(width - 2 * MARGIN)
        self.adjustSize()
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry(
            (self._stage.width() - width) // 2, self._stage.height() - height - EDGE, width, height
        )

    def _make(self, text: str, picture: str, command: str, hint: str) -> QPushButton:
        made = button(text, "secondary", picture)
        made.setMinimumSize(52, 52)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip(hint)
        made.setAccessibleName(hint or text)
        if command:
            made.clicked.connect(lambda: self.command.emit(command))
        return made

    def _lay_out(self) -> None:
        row = self._row
        row.setSpacing(6)
        for part in (self.back, self.black, self.help, self.console, self.more, self.notice, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.reveal)
        row.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 10, MARGIN, 10)
        whole.setSpacing(8)
        self._told_row = QWidget()
        self._told_row.setProperty("role", "plain")
        told = QHBoxLayout(self._told_row)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.word, 1)
        told.addWidget(self.act)
        self._told_row.hide()
        whole.addWidget(self._told_row)
        whole.addWidget(self.hands)
        whole.addWidget(self.tools)
        whole.addLayout(row)

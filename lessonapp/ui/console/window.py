"""The console: the teacher's own screen while a lesson is taught."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lessonapp.domain.pacing import pacing
from lessonapp.domain.state import Status
from lessonapp.domain.step import VideoStep, is_round_step, step_title
from lessonapp.i18n import _
from lessonapp.ui.console.answers import AnswersPanel
from lessonapp.ui.console.bar import ConsoleBar
from lessonapp.ui.console.hands import countable, takes_digits
from lessonapp.ui.console.keys import KeyCommands
from lessonapp.ui.console.notes import Notes
from lessonapp.ui.console.pacing import PacingClock, left_words
from lessonapp.ui.console.preview import NextPreview
from lessonapp.ui.console.sheet import CONSOLE_SHEET
from lessonapp.ui.console.steps import StepList
from lessonapp.ui.console.tools_row import ToolsRow
from lessonapp.ui.console.words import action_words, reveal_words
from lessonapp.ui.session_controller import SessionController
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.view import StageView
from lessonapp.ui.stage_models import coming_model, next_model
from lessonapp.ui.widgets.buttons import button, show_or_hide
from lessonapp.ui.widgets.labels import Elided, label, restyle, tag
from lessonapp.ui.widgets.toast import Toast
from lessonapp.ui.widgets.words import class_name

WIDE = 1240
NOTES_HEIGHT = 144


class ConsoleWindow(QWidget):
    """Current and next stage, notes, steps, pacing, answers, and the bar."""

    command = Signal(str)
    swap_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        controller: SessionController,
        scene: StageScene,
        *,
        notes_size: int = 16,
        rehearsal: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(CONSOLE_SHEET)
        self.setMinimumSize(QSize(1000, 660))
        self._controller = controller
        lesson, state = controller.session.lesson, controller.session.state
        self.setWindowTitle(lesson.title + " · " + _("Lớp Học Số"))
        self.steps = StepList(lesson)
        self.steps.setFixedWidth(236)
        self.stage = StageView(scene, interactive=True)
        self.stage.setMinimumSize(QSize(320, 180))
        self.notes = Notes(notes_size)
        self.next = NextPreview(scene)
        self.answers = AnswersPanel(state.channel, lesson.audience)
        self.bar = ConsoleBar()
        self.tools = ToolsRow()
        self.frozen, self._shown = False, True
        self.clock = PacingClock()
        self.keys = KeyCommands(self)
        self.on_air = tag("", "ok")
        self.swap = button(_("Swap screens"), "secondary", "screen")
        self.swap.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.answers.hands.after = self.bar.go
        self.finish = button(_("End the lesson"), "danger")
        self.finish.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.banner = QLabel()
        self.banner.setProperty("role", "banner")
        self.banner.setWordWrap(True)
        self.banner.hide()
        self._heading = label("", "panel")
        self._now = Elided("", "secondary")
        self._left = label("", "panel")
        self._title = Elided(f"{lesson.title} · {class_name(state.opened.class_label)}", "panel")
        if rehearsal:
            self._title.set_whole(_("Rehearsal, nothing is kept") + f" · {lesson.title}")
        self.toast = Toast(self)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the session as it is now."""
        session = self._controller.session
        state, step = session.state, session.step
        asked = step is not None and is_round_step(step)
        self.steps.set_state(state)
        self._now.set_whole(step_title(step) if step is not None else session.lesson.title)
        self.notes.show_step(session.lesson, step)
        self.answers.show_state(step, state, self._controller.view.respondent)
        self.bar.go.set_words(*action_words(session.action, session.lesson, step))
        show_or_hide(self.bar.reveal, reveal_words(session))
        self.bar.again.setVisible(asked and state.phase == "closed")
        self.bar.film.setVisible(isinstance(step, VideoStep))
        self.bar.more_time.setVisible(self._controller.has_clock)
        self.bar.back.setEnabled(state.status == "running" and (len(state.trail) > 1 or state.beat > 1))
        self.bar.black.setText(_("Show the stage") if self._controller.view.black else _("Cover"))
        self.bar.help.setText(_("Put 111 away") if self._controller.view.help_card else "111")
        self._show_air(state.status)
        self.next.set_model(next_model(session, self._controller.view))
        self.next.expect(coming_model(session, self._controller.view))
        self.tick()
        if self.focusWidget() is None:
            self.bar.go.setFocus()

    def tick(self) -> None:
        """Once a second: the pacing clock."""
        session = self._controller.session
        self.clock.set_pacing(pacing(session.lesson, session.state, session.log.now()))

    def show_banner(self, text: str, tone: str = "danger") -> None:
        """A message that stays until it is no longer true; empty takes it away."""
        self.banner.setText(text)
        self.banner.setProperty("tone", tone)
        restyle(self.banner)
        self.banner.setVisible(bool(text))
        self._fit_stage()

    def set_shown(self, shown: bool) -> None:
        """Whether the stage is on a screen at all."""
        self._shown = shown
        self._show_air(self._controller.session.state.status)

    def focus_counts(self) -> None:
        """Let the teacher type hands at once when a question opens."""
        session = self._controller.session
        if countable(session.step, session.state):
            self.answers.hands.focus_first()

    def take_digit(self, event: QKeyEvent) -> bool:
        """A digit typed beside the numbers, or on the stage, counts hands; whether it does."""
        session = self._controller.session
        if not takes_digits(session.step, session.state):
            return False
        self.activateWindow()
        self.answers.hands.take_digit(event)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # the lesson is ended or paused through the same question as by Esc
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self.steps.setFixedWidth(min(max(self.width() * 17 // 100, 228), 340) if wide else 188)
        self._right.setFixedWidth(442 if wide else 328)
        self._title.setMaximumWidth(self._title.whole_width())
        self.clock.set_room(self.width())
        self.swap.setText(_("Swap screens") if wide else "")
        self.swap.setAccessibleName(_("Swap screens"))
        self.bar.set_narrow(not wide)
        self.next.set_narrow(not wide)
        self.answers.set_narrow(not wide)
        self._fit_stage()

    def _fit_stage(self) -> None:
        """The picture as wide as its column, unless the notes would have no room."""
        around = 52 + 84 + (self.banner.heightForWidth(self.width()) if self.banner.isVisible() else 0)
        column = self.width() - self.steps.width() - self._right.width() - 58
        notes = max(NOTES_HEIGHT, self.height() * 22 // 100)
        room = self.height() - around - notes - 74 - self.tools.height() - 8
        self._frame.setFixedHeight(max(min(column * 9 // 16, room), 192))

    def _show_air(self, status: Status) -> None:
        covered = self._controller.view.black
        seen = (_("Covered"), "warn") if covered else (_("On the stage"), "ok")
        if not self._shown:
            seen = (_("The stage is not shown"), "warn")
        ahead = self.frozen and status == "running"  # the class sees another picture than the one below
        self._heading.setText(_("Looking ahead") if ahead else _("Now") if self._shown else _("This step"))
        words = {
            "running": (_("Stage frozen"), "warn") if self.frozen else seen,
            "paused": (_("Paused"), "warn"),
            "ended": (_("Ended"), "plain"),
        }
        text, tone = words[status]
        if self.on_air.text() != text:
            self.on_air.setText(text)
            self.on_air.setProperty("tone", tone)
            restyle(self.on_air)
            self.on_air.adjustSize()

    def _on_seconds(self, left: float | None, total: float | None) -> None:
        self._left.setText("" if left is None else left_words(int(left + 0.999), total))

    def _connect(self) -> None:
        self.keys.command.connect(self.command)
        self.bar.command.connect(self.command)
        self.finish.clicked.connect(lambda: self.command.emit("end"))
        self.swap.clicked.connect(self.swap_requested)
        self._controller.changed.connect(self.refresh)
        self._controller.seconds_changed.connect(self._on_seconds)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top())
        whole.addWidget(self.banner)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 16, 0)
        middle.setSpacing(16)
        middle.addWidget(self._left_column())
        middle.addLayout(self._centre(), 1)
        middle.addWidget(self._right_column())
        whole.addLayout(middle, 1)
        whole.addWidget(self.bar)

    def _top(self) -> QFrame:
        top = QFrame()
        top.setProperty("role", "topbar")
        top.setFixedHeight(52)
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._title, 50)  # to its own width, before there is room for nothing
        row.addWidget(self.on_air)
        row.addStretch(1)
        row.addWidget(self.clock)
        row.addStretch(1)
        row.addWidget(self.swap)
        row.addWidget(self.finish)
        return top

    def _left_column(self) -> QWidget:
        left = QFrame()
        left.setProperty("role", "sidebar")
        column = QVBoxLayout(left)
        column.setContentsMargins(4, 8, 4, 8)
        head = label(_("Steps"), "panel")
        head.setContentsMargins(12, 4, 0, 4)
        column.addWidget(head)
        column.addWidget(self.steps, 1)
        hint = label(_("Double-click to jump to a step."), "secondary", wrap=True)
        hint.setContentsMargins(12, 0, 8, 0)
        column.addWidget(hint)
        return left

    def _centre(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addWidget(self._now, 1)
        head.addWidget(self._left)
        column.addLayout(head)
        self._frame = _StageFrame(self.stage)
        column.addWidget(self._frame)
        column.addWidget(self.tools)
        column.addWidget(self.notes, 1)
        return column

    def _right_column(self) -> QWidget:
        self._right = QWidget()
        self._right.setFixedWidth(442)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(8)
        ahead = QVBoxLayout()
        ahead.setSpacing(8)
        ahead.addWidget(label(_("Next"), "panel"))
        ahead.addWidget(self.next)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(ahead)
        head.addWidget(self.answers.count_box, 1)
        column.addLayout(head)
        column.addWidget(self.answers, 1)
        return self._right


class _StageFrame(QFrame):
    """Keeps the picture of the stage at 16 to 9, with a border in the primary colour."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self._view = view
        view.setParent(self)
        view.setProperty("role", "stage-preview")
        self.setMinimumSize(QSize(340, 192))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(self.width(), self.height() * 16 // 9)
        height = width * 9 // 16
        self._view.setGeometry((self.width() - width) // 2, 0, width, height)

"""One screen for teacher and class: a bar over the stage that hides by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lessonapp.domain.answer import takes_hands
from lessonapp.i18n import _
from lessonapp.ui.console.bar import ContinueButton
from lessonapp.ui.console.hands import HandsPanel
from lessonapp.ui.console.sheet import CONSOLE_SHEET
from lessonapp.ui.console.tools_row import ToolsRow
from lessonapp.ui.console.words import action_words
from lessonapp.ui.session_controller import SessionController
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import label

HIDE_MS = 4000
EDGE = 12
WORDS_FROM = 1200  # with less, what has a picture keeps only that, so that nothing is cut


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
        self.hands = HandsPanel()
        self.hands.counts_changed.connect(self.counts_changed)
        self.hands.hide()
        self.tools = ToolsRow(keyboard=False)
        self.tools.hide()
        self.go = ContinueButton()
        self.go.clicked.connect(lambda: self.command.emit("next"))
        self.back = self._make("", "prev", "back", _("Back"))
        self.black = self._make("", "black", "black", _("Cover the stage (B)"))
        self.help = self._make("111", "phone", "help", _("Help card with 111 (H)"))
        self.count = self._make(_("Count hands"), "hand", "", _("Count hands, option by option"))
        self.count.setCheckable(True)
        self.count.toggled.connect(self._on_count)
        self.console = self._make(_("Notes"), "screen", "", _("Notes, steps and seats (F)"))
        self.console.clicked.connect(self.console_requested)
        self.more = self._make(_("Tools"), "tools", "", _("Pen, spotlight, timer and other tools"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_tools)
        self.notice = self._make(_("Message"), "warn", "", _("There is a message: open the notes to read it"))
        self.notice.clicked.connect(self.console_requested)
        self.notice.setProperty("tone", "warn")
        self.notice.hide()
        self._words = {made: made.text() for made in (self.console, self.more, self.notice, self.count)}
        self.reveal = self._make(_("Show the answer"), "eye", "reveal", "")
        self.word = label("", "strong", wrap=True)
        self.word.hide()
        self._told = QTimer(self, singleShot=True, interval=HIDE_MS)
        self._told.timeout.connect(self.word.hide)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=HIDE_MS)
        self._timer.timeout.connect(self._on_idle)
        controller.changed.connect(self.refresh)
        for watched in (stage, *stage.findChildren(QWidget)):
            self.watch(watched)
        self.refresh()
        self.wake()

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

    def wake(self) -> None:
        """Show the bar, and hide it again after a while."""
        if not self._stage.isVisible() and not self._stage.isHidden():
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

    def tell(self, text: str) -> None:
        """A word for the teacher at the board, such as why a click did not count; it goes by itself."""
        self.word.setText(text)
        self.word.show()
        self._told.start()
        if self._stage.isVisible() and not self.isHidden():
            self.wake()

    def refresh(self) -> None:
        """Say what Continue does now; while the bar is hidden there is nobody to tell."""
        if self.isHidden():
            return
        session = self._controller.session
        step, state = session.step, session.state
        words, target = action_words(session.action, session.lesson, step)
        self.go.set_words(words, target)
        countable = (
            step is not None and takes_hands(step) and state.channel == "hands" and state.round is not None
        )
        self.count.setVisible(countable)
        self.reveal.setVisible(state.round is not None and state.phase in ("closed", "revealed"))
        self.reveal.setText(_("Take back") if state.phase == "revealed" else _("Show the answer"))
        if not countable:
            self.count.setChecked(False)
        elif step is not None and state.round is not None:
            self.hands.show_step(step.id, getattr(step, "options", ()), state.round.hands, len(state.present))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.wake()
        elif kind == QEvent.Type.Resize and watched is self._stage:
            self._place()
        return False

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
        narrow = self._stage.width() < WORDS_FROM
        for made, text in self._words.items():
            if made.text() != ("" if narrow else text):
                made.setText("" if narrow else text)
        self.adjustSize()
        width = min(self._stage.width() - 2 * EDGE, 1180)
        height = self.sizeHint().height()
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
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.back, self.black, self.help, self.console, self.more, self.notice, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.reveal)
        row.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 10, 12, 10)
        whole.setSpacing(8)
        whole.addWidget(self.word)
        whole.addWidget(self.hands)
        whole.addWidget(self.tools)
        whole.addLayout(row)

"""One screen for teacher and class: a bar over the stage that hides by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.console.bar import ContinueButton
from lessonapp.ui.console.hands import HandsPanel, countable, takes_digits
from lessonapp.ui.console.sheet import CONSOLE_SHEET
from lessonapp.ui.console.tools_row import ToolsRow
from lessonapp.ui.console.words import action_words
from lessonapp.ui.session_controller import SessionController
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import label

HIDE_MS = 4000
EDGE = 12
WIDEST, MARGIN = 1180, 12


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
        self.hands = HandsPanel(compact=True)
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
        self._widths: dict[QPushButton, tuple[int, int]] = {}
        self._words = {made: made.text() for made in (self.notice, self.count, self.console, self.more)}
        self.reveal = self._make(_("Show the answer"), "eye", "reveal", "")
        self.word = label("", "strong", wrap=True)
        self.word.hide()
        self._row = QHBoxLayout()
        self._told = QTimer(self, singleShot=True, interval=HIDE_MS)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=HIDE_MS)
        self._connect()
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
        can_count = countable(step, state)
        self.count.setVisible(can_count)
        self.reveal.setVisible(state.round is not None and state.phase in ("closed", "revealed"))
        self.reveal.setText(_("Take back") if state.phase == "revealed" else _("Show the answer"))
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
            self.wake()
        elif kind == QEvent.Type.Resize and watched is self._stage:
            self._place()
        return False

    def _connect(self) -> None:
        self.hands.counts_changed.connect(self.counts_changed)
        self.hands.counts_changed.connect(self._place)  # what is said about them may be longer now
        self.go.clicked.connect(lambda: self.command.emit("next"))
        self.count.toggled.connect(self._on_count)
        self.more.toggled.connect(self._on_tools)
        for made in (self.console, self.notice):
            made.clicked.connect(self.console_requested)
        self._told.timeout.connect(self.word.hide)
        self._timer.timeout.connect(self._on_idle)
        self._controller.changed.connect(self.refresh)

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
        self._fit_words(width)
        self.adjustSize()
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry(
            (self._stage.width() - width) // 2, self._stage.height() - height - EDGE, width, height
        )

    def _fit_words(self, width: int) -> None:
        """What has a picture keeps its words as long as there is room, so that nothing is cut."""
        row = self._row
        seen = [made for made in self.findChildren(QPushButton) if row.indexOf(made) >= 0]
        seen = [made for made in seen if not made.isHidden()]
        room = width - 2 * MARGIN - row.spacing() * len(seen)
        room -= sum(self._wide(made, words=made not in self._words) for made in seen)
        for made, text in self._words.items():
            more = self._wide(made, words=True) - self._wide(made, words=False)
            fits = made in seen and more <= room
            room -= more if fits else 0
            if made.text() != (text if fits else ""):
                made.setText(text if fits else "")

    def _wide(self, made: QPushButton, *, words: bool) -> int:
        """How wide a button is with its words or without; those that keep words may change them."""
        if made not in self._words:
            return max(made.sizeHint().width(), made.minimumWidth())
        if made not in self._widths:
            before = made.text()
            both = []
            for text in ("", self._words[made]):
                made.setText(text)
                both.append(max(made.sizeHint().width(), made.minimumWidth()))
            made.setText(before)
            self._widths[made] = (both[0], both[1])
        return self._widths[made][int(words)]

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
        row.setSpacing(8)
        for part in (self.back, self.black, self.help, self.console, self.more, self.notice, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.reveal)
        row.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 10, MARGIN, 10)
        whole.setSpacing(8)
        whole.addWidget(self.word)
        whole.addWidget(self.hands)
        whole.addWidget(self.tools)
        whole.addLayout(row)

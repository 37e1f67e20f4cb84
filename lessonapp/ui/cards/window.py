"""Reading cards with a large picture: who has been read, who is missing, and closing the question."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from lessonapp.domain.state import SessionState
from lessonapp.i18n import _, n_
from lessonapp.ui.cards.camera_side import CameraSide
from lessonapp.ui.cards.hint_tile import HintTile
from lessonapp.ui.cards.model import CardsStatus
from lessonapp.ui.cards.panel import all_hints, double_hint
from lessonapp.ui.cards.scrolled import scrolled
from lessonapp.ui.console.keys import KeyCommands
from lessonapp.ui.console.seats import SeatGrid
from lessonapp.ui.console.sheet import CONSOLE_SHEET
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import Elided, label

TILES = 3


class CardsWindow(CameraSide):
    """A window of the teacher's own, over the console; never on the stage."""

    done_requested = Signal()
    again_requested = Signal()
    command = Signal(str)  # what this window does not do itself

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("role", "console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(CONSOLE_SHEET)
        self.setWindowTitle(_("Reading cards") + " · " + _("Lớp Học Số"))
        self.setMinimumSize(QSize(900, 560))
        self.camera.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.camera.setFixedWidth(250)
        self.seats = SeatGrid()
        self.tiles = [HintTile() for _tile in range(TILES)]
        self.done = button("", "primary", "next")
        self.done.setMinimumHeight(52)
        self.again = button(_("Read again"), "secondary", "undo")
        self.again.setMinimumHeight(52)
        self.again.setToolTip(_("Take back what the cards said in this question, and read them anew"))
        self._step = Elided("", "secondary")
        self._count = label("", "body")
        self._count.setProperty("role", "count")
        self._of = label("", "panel")
        self._of.setStyleSheet("padding-bottom: 7px;")  # on the line of the large number
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._lay_out()
        self._connect()
        self.set_covered(covered=False, offered=False)
        self.done.setFocus()

    def show_state(self, title: str, state: SessionState, status: CardsStatus) -> None:
        """Show who has answered and how reading goes."""
        self._step.set_whole(title)
        current = state.round
        answers = current.answers if current is not None else {}
        answered = frozenset(seat for seat, _team in answers if seat)
        whole = len(state.present)
        self._count.setText(str(len(answered)))
        self._of.setText(_("/ {whole} answers").format(whole=whole))
        self._progress.setRange(0, max(whole, 1))
        self._progress.setValue(len(answered))
        self.seats.set_seats(tuple(sorted(state.ever_present)), state.present, answered, 0)
        self._show_reading(status)
        hints = [h for h in (double_hint(status), *all_hints(status)) if h is not None]
        for tile, hint in zip(self.tiles, [*hints, *[None] * TILES], strict=False):
            tile.show_hint(hint)
        words = n_("Done, close with {n} card", "Done, close with {n} cards", len(answered))
        self.done.setText(words.format(n=len(answered)))
        self.done.setEnabled(state.phase == "open")
        self.again.setEnabled(status.asked)

    def _connect(self) -> None:
        self.done.clicked.connect(self.done_requested)
        self.again.clicked.connect(self.again_requested)
        KeyCommands(self).command.connect(self._on_command)

    def _on_command(self, command: str) -> None:
        if command == "end":
            self.close()
        elif command == "next" and self.done.isEnabled():
            self.done_requested.emit()
        else:
            self.command.emit(command)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QFrame()
        top.setProperty("role", "topbar")
        top.setFixedHeight(56)
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(label(_("Reading cards"), "panel"))
        row.addWidget(self._step, 1)
        row.addWidget(self.practice)
        row.addWidget(self.camera)
        whole.addWidget(top)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 14, 16, 16)
        middle.setSpacing(16)
        middle.addLayout(self._left(), 5)
        middle.addLayout(self._right(), 3)
        whole.addLayout(middle, 1)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        for tile in self.tiles:
            row.addWidget(tile, 1)
        column.addLayout(row)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._count)
        head.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self.hold)
        column.addLayout(head)
        column.addWidget(self._progress)
        column.addWidget(self._missing)
        column.addWidget(scrolled(self.seats), 1)
        column.addWidget(label(_("Click a seat to type its answer in."), "secondary", wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.again)
        buttons.addWidget(self.done, 1)
        column.addLayout(buttons)
        column.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignLeft)
        text = _("The letter on the upper edge is the answer. Only the card’s pattern is read, never a face.")
        column.addWidget(label(text, "secondary", wrap=True))
        for made in (self.done, self.again, self.practice, self.cover, self.camera):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return column

"""Cards in the console's right-hand column: the picture, who is still missing, what would help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.cards.camera_side import CameraSide
from lessonapp.ui.cards.hint_tile import HintTile
from lessonapp.ui.cards.model import CardHint, CardsStatus
from lessonapp.ui.cards.words import duplicate_words
from lessonapp.ui.widgets.buttons import button, icon_button

TALLEST = 206  # so that the seats below are not pushed out of sight


class CardsPanel(CameraSide):
    """Everything about cards that the teacher needs beside the lesson."""

    larger_requested = Signal()
    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.larger = icon_button("screen", _("Large picture"))
        self.practice.setToolTip(_("A game of two minutes: how to hold the cards. Nothing of it is kept."))
        self.print = button(_("Print cards…"), "secondary", "pdf")
        self.double = HintTile()
        self.tile = HintTile()
        self._lay_out()
        self.larger.clicked.connect(self.larger_requested)
        self.print.clicked.connect(self.print_requested)
        self.show_status(CardsStatus())
        self.set_covered(covered=False, offered=False)

    def show_status(self, status: CardsStatus) -> None:
        """Show how reading goes."""
        self._show_reading(status)
        self._missing.setVisible(status.asked)
        self.double.show_hint(double_hint(status))
        self.tile.show_hint(first_hint(status))

    def resizeEvent(self, event: object) -> None:
        del event
        self.view.setFixedHeight(min(max(self.width() * 9 // 16, 135), TALLEST))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.camera, 1)
        for made in (self.hold, self.larger):
            row.addWidget(made)
        column.addLayout(row)
        column.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._missing)
        column.addWidget(self.double)
        column.addWidget(self.tile)
        last = QHBoxLayout()
        last.setSpacing(6)
        for made in (self.practice, self.print):
            last.addWidget(made)
        last.addStretch(1)
        column.addLayout(last)
        for made in (self.larger, self.practice, self.print, self.cover):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def double_hint(status: CardsStatus) -> CardHint | None:
    """Two cards with one number, seen at once."""
    if not status.duplicates:
        return None
    return CardHint("warn", duplicate_words(status.duplicates))


def first_hint(status: CardsStatus) -> CardHint | None:
    """The one warning that a small panel has room for; that all is well needs no room."""
    hints = all_hints(status)
    return next((hint for hint in hints if hint.tone == "warn"), None)


def all_hints(status: CardsStatus) -> tuple[CardHint, ...]:
    """Everything there is to say about light, distance and how cards are held."""
    return status.hints if status.source in ("running", "file") else ()

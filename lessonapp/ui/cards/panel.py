"""Cards in the console's right-hand column: the picture, who is still missing, what would help."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.cards.camera_menu import CameraMenu
from lessonapp.ui.cards.hint_tile import HintTile
from lessonapp.ui.cards.model import CameraChoice, CameraPicture, CameraSetting, CardHint, CardsStatus
from lessonapp.ui.cards.preview import CameraView
from lessonapp.ui.cards.words import duplicate_words, missing_words
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.labels import label

TALLEST = 206  # so that the seats below are not pushed out of sight


class HoldToShow(QPushButton):
    """Shows the answers for as long as it is held down."""

    held = Signal(bool)

    def __init__(self) -> None:
        made = button("", "secondary", "eye")
        super().__init__()
        for name in ("role", "radius"):
            self.setProperty(name, made.property(name))
        self.setIcon(made.icon())
        self.setIconSize(QSize(20, 20))
        self.setFixedWidth(48)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Hold to see the answers"))
        self.setToolTip(_("Hold to see the answers on the cards"))
        self.pressed.connect(lambda: self.held.emit(True))
        self.released.connect(lambda: self.held.emit(False))


class CardsPanel(QWidget):
    """Everything about cards that the teacher needs beside the lesson."""

    larger_requested = Signal()
    practice_requested = Signal()
    print_requested = Signal()
    uncover_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.view = CameraView()
        self.camera = CameraMenu()
        self.hold = HoldToShow()
        self.larger = icon_button("screen", _("Large picture"))
        self.practice = button(_("Practise"), "secondary", "play")
        self.practice.setToolTip(_("A game of two minutes: how to hold the cards. Nothing of it is kept."))
        self.print = button(_("Print cards…"), "secondary", "pdf")
        self.cover = button("", "link")
        self._missing = label("", "secondary", wrap=True)
        self.double = HintTile()
        self.tile = HintTile()
        self._lay_out()
        self.hold.held.connect(self.view.set_letters)
        self.larger.clicked.connect(self.larger_requested)
        self.practice.clicked.connect(self.practice_requested)
        self.print.clicked.connect(self.print_requested)
        self.cover.clicked.connect(lambda: self.uncover_requested.emit(self.view.is_covered()))
        self.show_status(CardsStatus())
        self.set_covered(covered=False, offered=False)

    def show_status(self, status: CardsStatus) -> None:
        """Show how reading goes."""
        self.view.set_status(status)
        self._missing.setText(missing_words(status))
        self._missing.setVisible(status.asked)
        self.double.show_hint(double_hint(status))
        self.tile.show_hint(first_hint(status))
        self.hold.setEnabled(status.source in ("running", "file"))

    def show_picture(self, picture: CameraPicture) -> None:
        """Show the newest picture."""
        self.view.show_picture(picture)

    def show_camera(
        self, choices: Sequence[CameraChoice], setting: CameraSetting, status: CardsStatus
    ) -> None:
        """Show which camera is used."""
        self.camera.show_choices(choices, setting, status)
        self.view.set_mirrored(setting.mirrored and status.source != "file")

    def set_covered(self, *, covered: bool, offered: bool) -> None:
        """Hide the picture where the class sees this screen; `offered` lets the teacher choose."""
        self.view.set_covered(covered)
        self.cover.setVisible(offered)
        self.cover.setText(_("Show the picture here") if covered else _("Hide the picture"))

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

"""What small panel and large window share: the picture, its camera, the answers held down, practice."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from lessonapp.i18n import _
from lessonapp.ui.cards.camera_menu import CameraMenu
from lessonapp.ui.cards.model import CameraChoice, CameraPicture, CameraSetting, CardsStatus
from lessonapp.ui.cards.preview import CameraView
from lessonapp.ui.cards.words import missing_words
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import label


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


class CameraSide(QWidget):
    """Makes the parts and keeps them right; where they stand is up to panel and window."""

    practice_requested = Signal()
    uncover_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None, kind: Qt.WindowType = Qt.WindowType.Widget) -> None:
        super().__init__(parent, kind)
        self.view = CameraView()
        self.camera = CameraMenu()
        self.hold = HoldToShow()
        self.practice = button(_("Practise"), "secondary", "play")
        self.cover = button("", "link")
        self._missing = label("", "secondary", wrap=True)
        self.hold.held.connect(self.view.set_letters)
        self.practice.clicked.connect(self.practice_requested)
        self.cover.clicked.connect(lambda: self.uncover_requested.emit(self.view.is_covered()))

    def show_picture(self, picture: CameraPicture) -> None:
        """Show the newest picture."""
        self.view.show_picture(picture)

    def show_camera(
        self, choices: Sequence[CameraChoice], setting: CameraSetting, status: CardsStatus
    ) -> None:
        """Show which camera is used."""
        self.camera.show_choices(choices, setting, status)
        self.view.set_setting(setting, status)

    def set_covered(self, *, covered: bool, offered: bool) -> None:
        """Hide the picture where the class sees this screen; `offered` lets the teacher choose."""
        self.view.set_covered(covered)
        self.cover.setVisible(offered)
        self.cover.setText(_("Show the picture here") if covered else _("Hide the picture"))

    def _show_reading(self, status: CardsStatus) -> None:
        """Say where there is no picture, and whose cards are still missing."""
        self.view.set_status(status)
        self._missing.setText(missing_words(status))
        self.hold.setEnabled(status.source in ("running", "file"))

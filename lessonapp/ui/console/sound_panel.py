"""Volume, mute and the speed of reading: a small panel over its button."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.colours import LINE2, SURFACE
from lessonapp.ui.widgets.labels import label
from lessonapp.ui.widgets.switch import Switch

STEP = 10


@dataclass(frozen=True, slots=True)
class SoundView:
    """How loud the stage is; `missing` says why there is no sound at all."""

    volume: int = 40
    muted: bool = False
    speed: str = "normal"
    missing: str = ""


class SoundPanel(QFrame):
    """Closes by Esc or a click beside it."""

    volume_chosen = Signal(int)
    mute_requested = Signal()
    speed_chosen = Signal(str)
    voice_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "sound-panel")
        self.setStyleSheet(
            f'QFrame[role="sound-panel"] {{ background: {SURFACE}; border: 1px solid {LINE2}; }}'
            "QSlider { min-height: 36px; }"
        )
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(STEP)
        self.volume.setPageStep(STEP)
        self.volume.setAccessibleName(_("Volume of the stage’s sounds"))
        self.volume.setMinimumWidth(190)
        self._percent = label("", "strong")
        self._percent.setMinimumWidth(48)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.mute = Switch(_("Sounds on"))
        speeds = (("slow", _("Slow")), ("normal", _("Normal")), ("fast", _("Fast")))
        self.speed = Segments(speeds, "normal", _("Speed of reading aloud"))
        self._trouble = label("", "error", wrap=True)
        self.voice = button(_("How to add a voice"), "link")
        self._missing = label("", "error", wrap=True)
        self._lay_out()
        self.volume.valueChanged.connect(self._on_volume)
        self.mute.clicked.connect(self.mute_requested)
        self.speed.chosen.connect(self.speed_chosen)
        self.voice.clicked.connect(self._on_voice)

    def set_view(self, view: SoundView, voice_trouble: str) -> None:
        """Show how loud it is."""
        self.volume.blockSignals(True)
        self.volume.setValue(view.volume)
        self.volume.blockSignals(False)
        self._percent.setText(f"{view.volume}%")
        self.mute.setChecked(not view.muted)
        self.speed.set_value(view.speed)
        self._missing.setText(view.missing)
        self._missing.setVisible(bool(view.missing))
        self._trouble.setText(voice_trouble)
        for part in (self._trouble, self.voice):
            part.setVisible(bool(voice_trouble))

    def show_at(self, where: QPoint) -> None:
        """Open over a button, the volume ready for the arrow keys."""
        self.adjustSize()
        self.move(where)
        self.show()
        self.volume.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_M:
            self.mute_requested.emit()
        else:
            super().keyPressEvent(event)

    def _on_volume(self, value: int) -> None:
        self._percent.setText(f"{value}%")
        self.volume_chosen.emit(value)

    def _on_voice(self) -> None:
        self.hide()
        self.voice_requested.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(label(_("Sounds on"), "field"), 1)
        head.addWidget(self.mute)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.volume, 1)
        row.addWidget(self._percent)
        column.addLayout(row)
        column.addWidget(self._missing)
        column.addWidget(label(_("Speed of reading aloud"), "field"))
        column.addWidget(self.speed)
        column.addWidget(self._trouble)
        column.addWidget(self.voice)

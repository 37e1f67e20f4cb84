"""A switch: on or off at once, with words beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lessonapp.ui.widgets.colours import (
    DISABLED_SWITCH,
    FOCUS,
    MUTED,
    PRIMARY,
    PRIMARY_HOVER,
    PRIMARY_PRESSED,
    SURFACE,
)
from lessonapp.ui.widgets.labels import label

_TRACK = QSize(38, 22)


class Switch(QAbstractButton):
    """On is filled with the knob at the right, off is an outline with the knob at the left."""

    def __init__(self, name: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringless", True)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(_TRACK.width() + 8, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(4, (self.height() - _TRACK.height()) / 2, _TRACK.width(), _TRACK.height())
        on = self.isChecked()
        colour = QColor(self._colour())
        painter.setPen(
            QPen(QColor(MUTED) if self.isEnabled() else colour, 2) if not on else Qt.PenStyle.NoPen
        )
        painter.setBrush(colour if on else QColor(SURFACE))
        box = track if on else track.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        knob = QRectF(0, 0, 16, 16) if on else QRectF(0, 0, 12, 12)
        knob.moveCenter(track.center())
        knob.moveLeft(track.right() - 3 - knob.width() if on else track.left() + 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(SURFACE) if on else QColor(MUTED) if self.isEnabled() else colour)
        painter.drawEllipse(knob)
        if self.hasFocus():
            painter.setPen(QPen(QColor(FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-3, -3, 3, 3), 14, 14)
        painter.end()

    def _colour(self) -> str:
        if not self.isEnabled():
            return DISABLED_SWITCH
        if self.isDown():
            return PRIMARY_PRESSED
        return PRIMARY_HOVER if self.underMouse() else PRIMARY


def switch_row(switch: Switch, name: QLabel, hint: str, *, leads: bool = False) -> QHBoxLayout:
    """A switch beside its name and what it means, after them or in the lead."""
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(name)
    words.addWidget(label(hint, "secondary", wrap=True))
    switch.setAccessibleDescription(hint)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addLayout(words, 1)
    row.insertWidget(0 if leads else 1, switch)
    return row

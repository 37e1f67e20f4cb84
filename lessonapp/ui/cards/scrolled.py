"""A seat grid that scrolls where a large class does not fit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from lessonapp.ui.console.seats import SeatGrid


def scrolled(seats: SeatGrid) -> QScrollArea:
    """The seats in an area of their own, as wide as it is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(seats)
    return area

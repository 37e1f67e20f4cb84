"""A chart that can be seen and copied: painted alike on the screen and into a picture."""

from abc import abstractmethod

from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lessonapp.ui.widgets.colours import SURFACE

COPY_SCALE = 2


class Chart(QWidget):
    """What is drawn is up to `_paint`."""

    def picture(self) -> QImage:
        """The chart as a picture for the clipboard."""
        image = QImage(self.size() * COPY_SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(COPY_SCALE)
        image.fill(QColor(SURFACE))
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self._paint(painter)
        painter.end()

    @abstractmethod
    def _paint(self, painter: QPainter) -> None:
        """Draw it, whatever it is drawn on."""

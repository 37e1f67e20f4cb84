"""The animals of the seats as grey pixels, for printers that know only black."""

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lessonapp.ui.pictures import openmoji_svg, renderer

SIDE = 240  # 19 mm at 300 dots an inch


@cache
def grey_animal(code: str) -> bytes:
    """SIDE x SIDE grey values of an OpenMoji picture on white, row by row from the top."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer(openmoji_svg(code)).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return bytes(image.constBits())

"""QR codes as shapes, sharp at every size."""

from functools import lru_cache

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

INK = "#1B2438"
QUIET = 4
"""Empty modules around, as the standard asks."""


@lru_cache(maxsize=8)
def _matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(bool(cell) for cell in row) for row in segno.make(text, error="m", micro=False).matrix)


def qr_path(text: str, rect: QRectF) -> QPainterPath:
    """The dark modules of a code in a square, its quiet zone within the square too."""
    rows = _matrix(text)
    module = rect.width() / (len(rows) + 2 * QUIET)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                left, top = rect.x() + (x + QUIET) * module, rect.y() + (y + QUIET) * module
                path.addRect(left, top, length * module, module)
            x += length + 1
    return path


def qr_pixmap(text: str, size: int, ratio: float = 1.0) -> QPixmap:
    """A code on white, for windows; whole pixels for each module."""
    pixels = round(size * ratio)
    modules = len(_matrix(text)) + 2 * QUIET
    whole = max(pixels // modules, 1) * modules
    made = QPixmap(pixels, pixels)
    made.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(made)
    edge = (pixels - whole) / 2
    painter.fillPath(qr_path(text, QRectF(edge, edge, whole, whole)), QColor(INK))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made

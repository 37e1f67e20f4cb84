"""The tag in a cell of a table: an icon and a word on a tint."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from lessonapp.domain.look import INFO, INFO_TINT, WARN, WARN_TINT
from lessonapp.ui.icons import icon_pixmap
from lessonapp.ui.theme import font

HEIGHT = 24


def paint_tag(painter: QPainter, cell: QRectF, words: str, *, weak: bool) -> None:
    """At the left of a cell: what should be taught again, or else what is still open."""
    fill, colour, name = (WARN_TINT, WARN, "undo") if weak else (INFO_TINT, INFO, "play")
    face = font(13, 600)
    width = QFontMetrics(face).horizontalAdvance(words) + 38
    box = QRectF(cell.x() + 2, cell.center().y() - HEIGHT / 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box, 6, 6)
    picture = icon_pixmap(name, colour, 16, painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(box.x() + 8, box.y() + 4), picture)
    painter.setPen(QColor(colour))
    painter.setFont(face)
    painter.drawText(QPointF(box.x() + 30, box.y() + 17), words)
    painter.restore()

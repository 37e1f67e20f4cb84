"""The mark under the words that are being read."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lessonapp.ui.stage.text import TextItem

LIGHT = "#FFEFA0"  # dark words keep 7 to 1 on it
PAD, LINE = 5.0, 6.0


class WordMark(QGraphicsItem):
    """Behind dark words a light patch and a line; under white words the line alone."""

    def __init__(self, item: TextItem, rects: Sequence[QRectF]) -> None:
        super().__init__(item)
        self.rects = tuple(rects)
        self._ink = item.colour
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)

    def boundingRect(self) -> QRectF:
        whole = QRectF()
        for rect in self.rects:
            whole = whole.united(rect)
        return whole.adjusted(-PAD - 2, -PAD - 2, PAD + 2, PAD + LINE + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        dark = self._ink.lightness() < 128
        for rect in self.rects:
            if dark:
                painter.setBrush(QColor(LIGHT))
                painter.drawRoundedRect(rect.adjusted(-PAD, 0, PAD, 0), 8, 8)
            painter.setBrush(self._ink)
            painter.drawRoundedRect(
                QRectF(rect.left() - PAD, rect.bottom() - LINE / 2, rect.width() + 2 * PAD, LINE), 3, 3
            )

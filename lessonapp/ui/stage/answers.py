"""Colour, shape and letter of an answer: always all three."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.look import ANSWERS, AnswerLook
from lessonapp.ui.stage.items import INK, StageItem
from lessonapp.ui.stage.text import stage_font
from lessonapp.ui.stage.theme import WHITE


def answer_shape(look: AnswerLook) -> QPainterPath:
    """The shape of an answer in a 100 by 100 box."""
    path = QPainterPath()
    if look.shape == "circle":
        path.addEllipse(QPointF(50, 50), 42, 42)
    elif look.shape == "triangle":
        path.moveTo(50, 7)
        path.lineTo(95, 88)
        path.quadTo(96, 92, 91, 92)
        path.lineTo(9, 92)
        path.quadTo(4, 92, 5, 88)
        path.closeSubpath()
    elif look.shape == "square":
        path.addRoundedRect(QRectF(11, 11, 78, 78), 8, 8)
    else:
        path.addPolygon(QPolygonF([QPointF(50, 2), QPointF(98, 50), QPointF(50, 98), QPointF(2, 50)]))
        path.closeSubpath()
    return path


def paint_answer_shape(painter: QPainter, index: int, box: QRectF) -> None:
    """The white shape with its letter, on the answer's colour."""
    look = ANSWERS[index]
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 100, box.height() / 100)
    painter.setBrush(QColor(WHITE))
    pen = QPen(QColor(INK), 5 * 100 / 106)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen if look.outlined else Qt.PenStyle.NoPen)
    painter.drawPath(answer_shape(look))
    font = stage_font(look.letter_size, 800)
    width = painter.fontMetrics().horizontalAdvance(look.letter)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(look.letter)
    painter.setPen(QColor(look.letter_colour))
    down = 12 if look.shape == "triangle" else 0
    painter.drawText(QPointF(50 - width / 2, 50 + 0.36 * look.letter_size + down), look.letter)
    painter.restore()


class AnswerBlock(StageItem):
    """The coloured block at the left of an option, or a badge with all corners round."""

    def __init__(
        self,
        rect: QRectF,
        index: int,
        *,
        radius: float,
        badge: bool = False,
        shape: float = 100,
        ink: str = INK,
        parent: QGraphicsItem | None = None,
    ) -> None:
        super().__init__(rect, parent)
        self._index, self._radius, self._badge, self._shape, self._ink = index, radius, badge, shape, ink

    def draw(self, painter: QPainter) -> None:
        path = QPainterPath()
        if self._badge:
            path.addRoundedRect(self.rect.adjusted(2, 2, -2, -2), self._radius, self._radius)
        else:
            wide = self.rect.adjusted(0, 0, self._radius, 0)
            path.addRoundedRect(wide, self._radius, self._radius)
            cut = QPainterPath()
            cut.addRect(self.rect)
            path = path.intersected(cut)
        painter.setPen(QPen(QColor(self._ink), 4) if self._badge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ANSWERS[self._index].colour))
        painter.drawPath(path)
        if not self._badge:
            painter.setPen(QPen(QColor(self._ink), 4))
            painter.drawLine(self.rect.topRight(), self.rect.bottomRight())
        side = min(self._shape, self.size.width() * 0.72, self.size.height() * 0.72)
        box = QRectF(0, 0, side, side)
        box.moveCenter(self.rect.center())
        paint_answer_shape(painter, self._index, box)

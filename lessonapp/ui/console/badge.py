"""Colour, shape and letter of an answer on the teacher's windows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lessonapp.domain.look import AnswerLook
from lessonapp.ui.theme_fonts import FAMILY


class AnswerBadge(QWidget):
    """Colour, shape and letter of an answer."""

    def __init__(self, look: AnswerLook, size: int = 36) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(size, size))
        self.setAccessibleName(look.letter)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 140, self.height() / 140)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colour))
        painter.drawRoundedRect(QRectF(0, 0, 140, 140), 26, 26)
        painter.translate(20, 20)
        painter.setBrush(QColor("#FFFFFF"))
        if self._look.outlined:
            painter.setPen(QPen(QColor("#1B2438"), 5))
        painter.drawPath(answer_path(self._look))
        painter.setPen(QColor(self._look.letter_colour))
        letters = QFont(FAMILY)
        letters.setPixelSize(self._look.letter_size)
        letters.setWeight(QFont.Weight.ExtraBold)
        painter.setFont(letters)
        baseline = 50 + 0.36 * self._look.letter_size + (12 if self._look.shape == "triangle" else 0)
        width = painter.fontMetrics().horizontalAdvance(self._look.letter)
        painter.drawText(round(50 - width / 2), round(baseline), self._look.letter)


def answer_path(look: AnswerLook) -> QPainterPath:
    """The shape of an answer in a 100 x 100 box."""
    path = QPainterPath()
    match look.shape:
        case "circle":
            path.addEllipse(QRectF(8, 8, 84, 84))
        case "triangle":
            path.moveTo(50, 7)
            path.lineTo(95, 88)
            path.quadTo(96, 92, 91, 92)
            path.lineTo(9, 92)
            path.quadTo(4, 92, 5, 88)
            path.closeSubpath()
        case "square":
            path.addRoundedRect(QRectF(11, 11, 78, 78), 8, 8)
        case "diamond":
            for x, y in ((50, 2), (98, 50), (50, 98), (2, 50)):
                path.lineTo(x, y) if path.elementCount() else path.moveTo(x, y)
            path.closeSubpath()
    return path

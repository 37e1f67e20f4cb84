"""Colour, shape and letter of an answer on the teacher's windows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lessonapp.domain.look import AnswerLook
from lessonapp.ui.stage.answers import answer_shape
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
        painter.drawPath(answer_shape(self._look))
        painter.setPen(QColor(self._look.letter_colour))
        letters = QFont(FAMILY)
        letters.setPixelSize(self._look.letter_size)
        letters.setWeight(QFont.Weight.ExtraBold)
        painter.setFont(letters)
        baseline = 50 + 0.36 * self._look.letter_size + (12 if self._look.shape == "triangle" else 0)
        width = painter.fontMetrics().horizontalAdvance(self._look.letter)
        painter.drawText(round(50 - width / 2), round(baseline), self._look.letter)

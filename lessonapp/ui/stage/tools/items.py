"""What the class tools draw over a step: lines of the pen, and the mask of the spotlight."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lessonapp.ui.stage.backdrop import REACH
from lessonapp.ui.stage.theme import WHITE
from lessonapp.ui.stage.tools.sketch import Mark, Point

LINE, CASING = 9.0, 3.5
NEAREST = 2.5  # units: closer points add nothing that can be seen
DIM = 205  # of 255: what lies outside the light is not meant to be read
MASK = "#0B1020"


class PenLine(QGraphicsItem):
    """One line of the pen; a white casing keeps it visible on dark and light alike."""

    def __init__(self, colour: str, start: Point) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.points: list[Point] = [start]
        self._path = QPainterPath(QPointF(*start))
        self._path.lineTo(QPointF(start[0] + 0.1, start[1]))
        self._bounds = self._around(QRectF(QPointF(*start), QPointF(*start)))

    @classmethod
    def of(cls, mark: Mark) -> "PenLine":
        """The line of a mark."""
        line = cls(mark.colour, mark.points[0])
        for point in mark.points[1:]:
            line.reach(point)
        return line

    def reach(self, point: Point) -> None:
        """Draw on to a point."""
        last = self.points[-1]
        if math.dist(last, point) < NEAREST:
            return
        self.points.append(point)
        middle = QPointF((last[0] + point[0]) / 2, (last[1] + point[1]) / 2)
        self._path.quadTo(QPointF(*last), middle)
        self._path.lineTo(QPointF(*point))
        grown = self._around(QRectF(QPointF(*last), QPointF(*point)).normalized())
        if not self._bounds.contains(grown):
            self.prepareGeometryChange()
            self._bounds = self._bounds.united(grown)
        self.update(grown)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(WHITE), LINE + 2 * CASING), (self._colour, LINE)):
            pen = QPen(colour, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(self._path)

    @staticmethod
    def _around(rect: QRectF) -> QRectF:
        reach = LINE / 2 + CASING + 8
        return rect.adjusted(-reach, -reach, reach, reach)


class SpotMask(QGraphicsItem):
    """Everything dark but a round hole."""

    def __init__(self) -> None:
        super().__init__()
        self.centre, self.radius = QPointF(800, 450), 210.0

    def place(self, centre: QPointF, radius: float) -> None:
        """Move the light."""
        self.centre, self.radius = centre, radius
        self.update()

    def boundingRect(self) -> QRectF:
        return REACH

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        path.addRect(REACH)
        path.addEllipse(self.centre, self.radius, self.radius)
        dark = QColor(MASK)
        dark.setAlpha(DIM)
        painter.fillPath(path, dark)
        painter.setPen(QPen(QColor(WHITE), 5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.centre, self.radius, self.radius)

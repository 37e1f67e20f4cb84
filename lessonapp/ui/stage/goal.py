"""The class's goal: a picture that fills piece by piece as the class works through the questions together."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.ui.stage.builder import Builder
from lessonapp.ui.stage.items import StageItem
from lessonapp.ui.stage.kept import renew
from lessonapp.ui.stage.theme import WHITE, Theme

Rect = tuple[float, float, float, float]
MOST = 16  # pieces; a longer lesson lights several questions' worth at once


class Goal(StageItem):
    """A row of pieces, some of them done; the newest one grows when it is won."""

    def __init__(
        self, rect: QRectF, done: int, whole: int, theme: Theme, parent: QGraphicsItem | None = None
    ) -> None:
        super().__init__(rect, parent, reach=6)
        self.pieces = min(whole, MOST)
        self.lit = min(self.pieces, done * self.pieces // max(1, whole))
        self._theme = theme
        self._newest = 1.0

    def set_newest(self, part: float) -> None:
        """How far the newest piece has come, 0 to 1 (a little more while it springs)."""
        self._newest = part
        renew(self)

    def share(self, index: int) -> float:
        """How much of a piece is done, 0 to 1."""
        if index >= self.lit:
            return 0.0
        return self._newest if index == self.lit - 1 else 1.0

    def draw(self, painter: QPainter) -> None:
        pitch = self.size.width() / max(1, self.pieces)
        _BEHIND[self._theme.audience](painter, self.rect, self._theme)
        side = min(pitch * 0.92, self.size.height() * 0.72)
        for index in range(self.pieces):
            across = (index + 0.5) / self.pieces
            x = self.size.width() * across
            painter.save()
            _PIECE[self._theme.audience](painter, self._place(x, across), (side, pitch, index), self)
            painter.restore()

    def _place(self, x: float, across: float) -> QPointF:
        if self._theme.mascot:
            return QPointF(x, _sag(self.rect, across))
        return QPointF(x, self.size.height() / 2)

    @property
    def theme(self) -> Theme:
        """Whose stage it is."""
        return self._theme


def goal_picture(b: Builder, rect: Rect, *, won: bool = False) -> bool:
    """Draw the goal where the lesson has one; `won` lets the newest piece arrive. Whether it is there."""
    done, whole = b.model.goal
    if whole < 2:
        return False
    x, y, wide, tall = rect
    if not b.theme.mascot:  # few pieces stand close together at the right, they are not drawn out
        wide = min(wide, min(whole, MOST) * tall * 0.9)
    goal = Goal(QRectF(x + rect[2] - wide, y, wide, tall), done, whole, b.theme, b.layer)
    if won and goal.lit:
        b.made.entrances.append(lambda motion: motion.light(goal))
    return True


def _sag(rect: QRectF, across: float) -> float:
    """How low the string hangs at a place, 0 to 1 from the left."""
    return rect.height() * (0.06 + 0.24 * 4 * across * (1 - across))


def _string(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    path = QPainterPath(QPointF(0, _sag(rect, 0)))
    for step in range(1, 25):
        path.lineTo(rect.width() * step / 24, _sag(rect, step / 24))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.palette.ink), 4))
    painter.drawPath(path)


def _nothing(_painter: QPainter, _rect: QRectF, _theme: Theme) -> None:
    """Nothing lies behind the pieces."""


def _ground(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.fillRect(QRectF(0, rect.height() - 6, rect.width(), 6), QColor(theme.palette.ink))


def _branch(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    pen = QPen(QColor(theme.palette.primary), 6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(0, rect.height() / 2), QPointF(rect.width(), rect.height() / 2))


def star(radius: float, inner: float = 0.45) -> QPolygonF:
    """A star of five points around the origin."""
    points = []
    for index in range(10):
        turn = math.radians(-90 + index * 36)
        far = radius if index % 2 == 0 else radius * inner
        points.append(QPointF(math.cos(turn) * far, math.sin(turn) * far))
    return QPolygonF(points)


def _lantern(painter: QPainter, at: QPointF, size: tuple[float, float, int], goal: Goal) -> None:
    """A star lantern of the Mid-Autumn festival on its string."""
    side, _pitch, index = size
    part, palette = goal.share(index), goal.theme.palette
    radius = side * 0.44
    ink = QPen(QColor(palette.ink), 3)
    ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.translate(at)
    painter.setPen(ink)
    painter.drawLine(QPointF(0, 0), QPointF(0, side * 0.14))
    painter.translate(0, side * 0.14 + radius)
    if part:
        painter.scale(0.6 + 0.4 * part, 0.6 + 0.4 * part)
    painter.setBrush(QColor("#FFF2B8" if part else WHITE))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.setBrush(QColor(("#E5322D", "#F2603C", "#0F8579")[index % 3] if part else palette.soft))
    painter.drawPolygon(star(radius * 0.92))
    painter.setBrush(QColor("#FFC93C" if part else WHITE))
    painter.drawEllipse(QPointF(0, 0), radius * 0.24, radius * 0.24)
    painter.setPen(QPen(QColor("#E5322D" if part else palette.line), 3))
    for shift in (-5, 0, 5):
        painter.drawLine(QPointF(shift * 0.4, radius), QPointF(shift, radius + side * 0.16))


def _jigsaw(painter: QPainter, at: QPointF, size: tuple[float, float, int], goal: Goal) -> None:
    """One piece of a puzzle, its knob in the next one."""
    _side, pitch, index = size
    part, palette = goal.share(index), goal.theme.palette
    tall = min(goal.size.height() - 8, pitch * 1.3)
    colours = (palette.accent, "#8FB4F2", palette.accent2, "#7CCBB2")
    painter.translate(at.x() - pitch / 2, (goal.size.height() - tall) / 2)
    knob = min(tall, pitch) * 0.14
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRect(QRectF(0, 0, pitch, tall))
    if index < goal.pieces - 1:
        path.addEllipse(QPointF(pitch + knob * 0.5, tall / 2), knob, knob)
        path = path.simplified()
    if index:
        hole = QPainterPath()
        hole.addEllipse(QPointF(knob * 0.5, tall / 2), knob, knob)
        path = path.subtracted(hole)
    painter.setPen(QPen(QColor(palette.ink), 3))
    if part:
        painter.setBrush(QColor(colours[index % 4]))
        painter.translate(0, (1 - min(1.0, part)) * -14)
    else:
        painter.setBrush(QColor(WHITE))
        painter.setPen(QPen(QColor(palette.muted), 2.5, Qt.PenStyle.DashLine))
    painter.drawPath(path)


def _window(painter: QPainter, at: QPointF, size: tuple[float, float, int], goal: Goal) -> None:
    """A house of a skyline; its windows are lit once it is done."""
    _side, pitch, index = size
    part, palette = goal.share(index), goal.theme.palette
    tall = goal.size.height() * (0.62, 0.88, 0.72, 0.96, 0.56, 0.8)[index % 6]
    wide = pitch * 0.86
    painter.translate(at.x() - wide / 2, goal.size.height() - tall)
    painter.setPen(QPen(QColor(palette.ink), 3))
    painter.setBrush(QColor(palette.ink if part else WHITE))
    painter.drawRect(QRectF(0, 0, wide, tall))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.accent2 if part else palette.line))
    rows = max(1, int(tall // 26))
    side = wide * 0.26
    for row in range(rows):
        for column in range(2):
            x, y = wide * (0.16 + column * 0.42), 10 + row * tall / (rows + 0.3)
            painter.drawRect(QRectF(x, y, side, 12 * min(1.0, part or 1.0)))


def _leaf(painter: QPainter, at: QPointF, size: tuple[float, float, int], goal: Goal) -> None:
    """A leaf of a branch, up and down in turn."""
    side, pitch, index = size
    part, palette = goal.share(index), goal.theme.palette
    long = min(goal.size.height() * 0.5, max(side, pitch) * 1.1)
    painter.translate(at)
    painter.rotate(-58 if index % 2 == 0 else 58)
    leaf = QPainterPath(QPointF(0, 0))
    leaf.quadTo(QPointF(long * 0.5, -long * 0.42), QPointF(long, 0))
    leaf.quadTo(QPointF(long * 0.5, long * 0.42), QPointF(0, 0))
    if part:
        painter.scale(part, part)
    painter.setBrush(QColor((palette.primary, "#5F9E8D", palette.accent)[index % 3] if part else WHITE))
    painter.setPen(QPen(QColor(palette.ink if part else palette.muted), 3))
    painter.drawPath(leaf)


_BEHIND = {
    "grades-1-3": _string,
    "grades-4-5": _string,
    "grades-6-9": _nothing,
    "grades-10-12": _ground,
    "adults": _branch,
}
_PIECE = {
    "grades-1-3": _lantern,
    "grades-4-5": _lantern,
    "grades-6-9": _jigsaw,
    "grades-10-12": _window,
    "adults": _leaf,
}

"""The shapes a stage picture is made of."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lessonapp.ui.pictures import svg_pixmap
from lessonapp.ui.stage.kept import renew
from lessonapp.ui.stage.theme import WHITE

INK = "#1B2438"
LEAST_PITCH = 17.0  # of the dots for answers


class StageItem(QGraphicsItem):
    """What all shapes share: a place, a size, and a picture of itself kept for moving."""

    def __init__(self, rect: QRectF, parent: QGraphicsItem | None = None, *, reach: float = 2) -> None:
        super().__init__(parent)
        self.size = rect.size()
        self._reach = reach
        self.setPos(rect.topLeft())

    @property
    def rect(self) -> QRectF:
        """Its rectangle in its own coordinates."""
        return QRectF(QPointF(0, 0), self.size)

    def boundingRect(self) -> QRectF:
        reach = self._reach
        return self.rect.adjusted(-reach, -reach, reach, reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Paint the shape; every kind of item has its own."""


class Layer(QGraphicsItem):
    """A group that is moved and faded as one."""

    def boundingRect(self) -> QRectF:
        return QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Nothing of its own."""


class Box(StageItem):
    """A rounded rectangle with a border and one hard shadow."""

    def __init__(
        self,
        rect: QRectF,
        *,
        fill: str = WHITE,
        border: str = "",
        line: float = 3,
        radius: float = 0,
        shadow: tuple[float, float, str] | None = None,
        dashed: bool = False,
        parent: QGraphicsItem | None = None,
    ) -> None:
        dx, dy = (shadow[0], shadow[1]) if shadow else (0, 0)
        super().__init__(rect, parent, reach=2 + max(abs(dx), abs(dy)))
        self.fill, self.border, self.line = fill, border, line
        self._radius, self._shadow, self._dashed = radius, shadow, dashed

    def stretch(self, rect: QRectF) -> None:
        """Another place and size."""
        self.prepareGeometryChange()
        self.size = rect.size()
        self.setPos(rect.topLeft())

    def restyle(
        self, *, fill: str | None = None, border: str | None = None, line: float | None = None
    ) -> None:
        """Change colours or line; repaints when something differs."""
        new = (fill or self.fill, self.border if border is None else border, line or self.line)
        if new != (self.fill, self.border, self.line):
            self.fill, self.border, self.line = new
            renew(self)

    def draw(self, painter: QPainter) -> None:
        radius = min(self._radius, self.size.height() / 2, self.size.width() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._shadow:
            dx, dy, colour = self._shadow
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(self.rect.translated(dx, dy), radius, radius)
        painter.setBrush(QColor(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        half = 0.0
        if self.border:
            pen = QPen(QColor(self.border), self.line)
            if self._dashed:
                pen.setDashPattern([3, 2.2])
            painter.setPen(pen)
            half = self.line / 2
        inner = self.rect.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


class Picture(StageItem):
    """An SVG or bitmap, its proportions kept, its corners cut when asked."""

    def __init__(
        self,
        source: str,
        rect: QRectF,
        *,
        radius: float = 0,
        tilt: float = 0,
        parent: QGraphicsItem | None = None,
    ) -> None:
        super().__init__(rect, parent, reach=1)
        self.source = source
        self._radius = radius
        if tilt:
            self.setTransformOriginPoint(self.rect.center())
            self.setRotation(tilt)

    def draw(self, painter: QPainter) -> None:
        turn = painter.worldTransform()
        ratio = painter.device().devicePixelRatioF()
        scale = 0.0 if turn.isRotating() else max(turn.m11(), 0.05)
        pixels = ratio * (scale or max(0.05, math.hypot(turn.m11(), turn.m12())))
        pixmap = svg_pixmap(
            self.source,
            round(self.size.width() * pixels),
            round(self.size.height() * pixels),
            round(self._radius * pixels),
        )
        if not scale:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect, pixmap, QRectF(pixmap.rect()))
            return
        # Pixel for pixel, which is much faster than letting the painter scale.
        corner = turn.map(QPointF(0, 0))
        painter.setWorldTransform(QTransform())
        at = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        painter.drawPixmap(
            QRectF(at, QSizeF(pixmap.width() / ratio, pixmap.height() / ratio)), pixmap, QRectF(pixmap.rect())
        )
        painter.setWorldTransform(turn)


class Bar(StageItem):
    """A bar from zero, in a track; it grows on reveal."""

    def __init__(
        self,
        rect: QRectF,
        share: float,
        colour: str,
        track: str,
        *,
        before: float | None = None,
        before_colour: str = "",
        radius: float = 0,
        border: str = "",
        ink: str = INK,
        parent: QGraphicsItem | None = None,
    ) -> None:
        super().__init__(rect, parent)
        self._share, self._colour, self._track, self._radius, self._ink = share, colour, track, radius, ink
        self._before, self._before_colour, self._border = before, before_colour, border
        self._grown = 1.0

    def set_share(self, share: float) -> None:
        """How far the bar goes, 0 to 1."""
        if share != self._share:
            self._share = share
            renew(self)

    def grow(self, part: float) -> None:
        """How much of the bar is shown while it grows, 0 to 1."""
        self._grown = part
        renew(self)

    def draw(self, painter: QPainter) -> None:
        path = QPainterPath()
        path.addRoundedRect(self.rect, self._radius, self._radius)
        painter.fillPath(path, QColor(self._track))
        width = self.size.width()
        for share, colour in ((self._share, self._colour), (self._before or 0.0, self._before_colour)):
            end = width * share * self._grown
            if end < 1:
                continue
            part = QPainterPath()
            part.addRect(QRectF(0, 0, end, self.size.height()))
            painter.fillPath(path.intersected(part), QColor(colour))
            if end < width - 4:
                painter.fillRect(QRectF(end - 3, 1, 4, self.size.height() - 2), QColor(self._ink))
        if self._border:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._border), 3))
            painter.drawRoundedRect(self.rect.adjusted(1.5, 1.5, -1.5, -1.5), self._radius, self._radius)


class Dots(StageItem):
    """One dot for each who was asked, filled for each who answered."""

    def __init__(
        self,
        rect: QRectF,
        answered: int,
        asked: int,
        fill: str,
        empty: str,
        parent: QGraphicsItem | None = None,
    ) -> None:
        super().__init__(rect, parent)
        self._answered, self._asked, self._fill, self._empty = answered, asked, fill, empty

    def set_counts(self, answered: int, asked: int) -> None:
        """New numbers."""
        if (answered, asked) != (self._answered, self._asked):
            self._answered, self._asked = answered, asked
            renew(self)

    def draw(self, painter: QPainter) -> None:
        asked = max(self._asked, self._answered)
        if not asked:
            return
        columns = max(10, (asked + 1) // 2)
        pitch = min(29.0, self.size.width() / columns)
        if pitch < LEAST_PITCH:  # a whole school: one bar says it better than hundreds of dots
            self._draw_bar(painter, asked)
            return
        most = pitch * 0.36
        for index in range(asked):
            x, y = (index % columns) * pitch + most, (index // columns) * pitch + most
            full = index < self._answered
            painter.setPen(Qt.PenStyle.NoPen if full else QPen(QColor(self._empty), 2.5))
            painter.setBrush(QColor(self._fill if full else WHITE))
            radius = most if full else most - 1.3
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def _draw_bar(self, painter: QPainter, asked: int) -> None:
        track = QRectF(1, 12, self.size.width() - 2, 26)
        painter.setPen(QPen(QColor(self._empty), 2.5))
        painter.setBrush(QColor(WHITE))
        painter.drawRoundedRect(track, 13, 13)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._fill))
        done = QRectF(track)
        done.setWidth(max(26.0, track.width() * min(1.0, self._answered / asked)))
        if self._answered:
            painter.drawRoundedRect(done, 13, 13)


class Stroke(StageItem):
    """A line along a path, drawn as far as its part says."""

    def __init__(
        self,
        path: QPainterPath,
        colour: str,
        line: float,
        *,
        dash: Sequence[float] = (),
        fill: str = "",
        parent: QGraphicsItem | None = None,
    ) -> None:
        bounds = path.boundingRect()
        super().__init__(QRectF(0, 0, 0, 0), parent)
        self._path, self._line, self._dash, self._fill = path, line, list(dash), fill
        self.colour = colour
        self._bounds = bounds.adjusted(-line, -line, line, line)
        self._part = 1.0

    def set_part(self, part: float) -> None:
        """How much of the path is drawn, 0 to 1."""
        self._part = part
        renew(self)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter) -> None:
        pen = QPen(QColor(self.colour), self._line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self._part < 1:
            length = max(1.0, self._path.length() / self._line)
            pen.setDashPattern([max(0.01, self._part * length), length * 2])
        elif self._dash:
            pen.setDashPattern(self._dash)
        painter.setBrush(QColor(self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        painter.strokePath(self._path, pen) if not self._fill else None
        if self._fill:
            painter.setPen(pen if self._line else Qt.PenStyle.NoPen)
            painter.drawPath(self._path)


class Disc(StageItem):
    """A filled circle with an optional outline."""

    def __init__(
        self,
        centre: QPointF,
        radius: float,
        fill: str,
        *,
        border: str = "",
        line: float = 3,
        dashed: bool = False,
        parent: QGraphicsItem | None = None,
    ) -> None:
        super().__init__(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), parent)
        self._fill, self._border, self._line, self._dashed = fill, border, line, dashed
        self.setTransformOriginPoint(self.rect.center())

    def draw(self, painter: QPainter) -> None:
        pen = QPen(QColor(self._border or self._fill or WHITE), self._line)
        if self._dashed:
            pen.setDashPattern([2, 1.6])
        painter.setPen(pen if self._border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        half = self._line / 2 if self._border else 0
        painter.drawEllipse(self.rect.adjusted(half, half, -half, -half))


class TypingDots(StageItem):
    """Three dots in a bubble: somebody is writing."""

    def __init__(self, rect: QRectF, fill: str, dots: str, parent: QGraphicsItem | None = None) -> None:
        super().__init__(rect, parent)
        self._fill, self._dots = fill, dots
        self._part = 0.0

    def set_part(self, part: float) -> None:
        """How far the wave has run through the dots, 0 to 1."""
        self._part = part
        renew(self)

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._fill))
        painter.drawRoundedRect(self.rect, 30, 30)
        painter.setBrush(QColor(self._dots))
        for index in range(3):
            near = max(0.0, 1 - abs(self._part * 4 - 1 - index))
            painter.drawEllipse(QPointF(36 + index * 30, self.size.height() / 2 - near * 12), 9, 9)


class Eyelids(StageItem):
    """The mascot's closed eyes, over its open ones: there for a blink only."""

    FUR = "#B0703F"
    BOX = QRectF(-16, -30, 272, 334)

    def __init__(self, parent: Picture) -> None:
        super().__init__(parent.rect, parent)
        self.setVisible(False)

    def draw(self, painter: QPainter) -> None:
        painter.scale(self.size.width() / self.BOX.width(), self.size.height() / self.BOX.height())
        painter.translate(-self.BOX.topLeft())
        for x in (94, 146):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.FUR))
            painter.drawEllipse(QPointF(x, 114.5), 12, 15)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(QColor(INK), 5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(QRectF(x - 10, 106, 20, 18), 200 * 16, 140 * 16)

"""Numbers that change while they are seen: one digit per slot, and the ring that runs out."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.look import DANGER
from lessonapp.ui.stage.items import StageItem
from lessonapp.ui.stage.kept import renew
from lessonapp.ui.stage.text import Align, stage_font
from lessonapp.ui.stage.theme import WHITE

SLOT, COLON = 0.72, 0.30
LAST_SECONDS = 5


def digits_width(text: str, px: int, weight: int = 800, *, even: bool = True) -> float:
    """How wide a number is with one digit per slot; or, not even, as it is written in a text."""
    return sum(_slot(char, px, weight, even=even) for char in text)


def _slot(char: str, px: int, weight: int, *, even: bool) -> float:
    if char.isdigit() and even:
        return SLOT * px
    if char == ":":
        return COLON * px
    return QFontMetricsF(stage_font(px, weight)).horizontalAdvance(char)


def paint_digits(
    painter: QPainter, text: str, at: QPointF, px: int, weight: int, *, even: bool = True
) -> None:
    """Draw a number from a left baseline point, every digit in the middle of its slot."""
    font = stage_font(px, weight)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    x = at.x()
    for char in text:
        slot = _slot(char, px, weight, even=even)
        painter.drawText(QPointF(x + (slot - metrics.horizontalAdvance(char)) / 2, at.y()), char)
        x += slot


class Digits(StageItem):
    """A number in a box; even: it runs while it is seen, so every digit has its slot."""

    def __init__(
        self,
        text: str,
        rect: QRectF,
        px: int,
        colour: str,
        *,
        weight: int = 800,
        align: Align = "left",
        even: bool = True,
        parent: QGraphicsItem | None = None,
    ) -> None:
        super().__init__(rect, parent, reach=px * 0.1)
        self._even = even
        self.text, self.px, self._colour, self._weight, self._align = text, px, colour, weight, align
        self.setTransformOriginPoint(self.rect.center())

    @property
    def fits(self) -> bool:
        """Whether the number is as wide as its box at most."""
        return self._width() <= self.size.width() + 1

    def _width(self) -> float:
        return digits_width(self.text, self.px, self._weight, even=self._even)

    def set_text(self, text: str) -> bool:
        """A new number; whether it differs."""
        if text == self.text:
            return False
        self.text = text
        renew(self)
        return True

    def ink_rect(self) -> QRectF:
        """Where the digits are, in stage units."""
        width = self._width()
        left = {"left": 0.0, "centre": (self.size.width() - width) / 2, "right": self.size.width() - width}
        height = 0.76 * self.px
        return self.mapRectToScene(
            QRectF(left[self._align], (self.size.height() - height) / 2, width, height)
        )

    def draw(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._colour))
        width = self._width()
        left = {"left": 0.0, "centre": (self.size.width() - width) / 2, "right": self.size.width() - width}
        base = self.size.height() / 2 + 0.37 * self.px
        at = QPointF(left[self._align], base)
        paint_digits(painter, self.text, at, self.px, self._weight, even=self._even)


class Ring(StageItem):
    """A ring that runs out, with the seconds in it."""

    def __init__(
        self,
        rect: QRectF,
        stroke: float,
        px: int,
        colours: tuple[str, str, str],
        *,
        whole: float | None = None,
        parent: QGraphicsItem | None = None,
    ) -> None:
        super().__init__(rect, parent)
        self._stroke, self._px = stroke, px
        self._colour, self._track, self._ink = colours
        self._whole = whole  # what it shows while no clock runs; None hides it
        self._left: float | None = None
        self._total: float | None = None
        self._shown: tuple[str, int] | None = None

    @property
    def text(self) -> str:
        """What the ring says."""
        left = self._whole if self._left is None else self._left
        if left is None:
            return ""
        seconds = max(0, math.ceil(left))
        long = self._whole is not None or (self._total or 0) > 99 or seconds > 99
        return f"{seconds // 60}:{seconds % 60:02}" if long else str(seconds)

    def set_seconds(self, left: float | None, total: float | None) -> None:
        """The time left; repaints when the picture differs."""
        self._left, self._total = left, total
        state = (self.text, round(self._share() * 360))
        if state != self._shown:
            self._shown = state
            self.setVisible(left is not None or self._whole is not None)
            renew(self)

    def _share(self) -> float:
        if self._left is None or not self._total:
            return 0.0 if self._whole is None else 1.0
        return max(0.0, min(1.0, self._left / self._total))

    def draw(self, painter: QPainter) -> None:
        half = self._stroke / 2
        ring = self.rect.adjusted(half, half, -half, -half)
        painter.setPen(QPen(QColor(self._track), self._stroke))
        painter.setBrush(QColor(WHITE))
        painter.drawEllipse(ring)
        short = self._left is not None and self._left <= LAST_SECONDS
        pen = QPen(QColor(DANGER if short else self._colour), self._stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(ring, 90 * 16, -round(self._share() * 360 * 16))
        painter.setPen(QColor(DANGER if short else self._ink))
        px = self._px
        inner = self.size.width() - 2 * self._stroke - 12
        while digits_width(self.text, px) > inner and px > 30:
            px -= 2
        at = QPointF(
            (self.size.width() - digits_width(self.text, px)) / 2,
            self.size.height() / 2 + 0.37 * px,
        )
        paint_digits(painter, self.text, at, px, 800)

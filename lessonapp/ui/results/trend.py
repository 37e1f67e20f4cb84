"""Right answers as paired bars: of each lesson or class an outline before, a solid bar after."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from lessonapp.domain.statistics import percent
from lessonapp.i18n import _
from lessonapp.ui.results.chart import Chart
from lessonapp.ui.results.rows import share_text
from lessonapp.ui.theme import font, wrapped
from lessonapp.ui.widgets.colours import INK, LINE, MUTED, PRIMARY

LEFT, TOP, LINE_HEIGHT = 44, 22, 19
BAR, GAP, LEAST = 26, 5, 98
"""Width of a bar, room between two, and the least width of a pair with its name."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One group of the chart: what it is, and right answers of all answers before and after."""

    name: str
    detail: str
    before: tuple[int, int]
    after: tuple[int, int]

    @property
    def shares(self) -> tuple[float | None, float | None]:
        """Percent before and after."""
        return percent(*self.before), percent(*self.after)

    @property
    def texts(self) -> tuple[str, str]:
        """The numbers as they are said: counts where few answered."""
        return share_text(*self.before), share_text(*self.after)


class Trend(Chart):
    """The last pairs that there is room for; the oldest at the left."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: tuple[Pair, ...] = ()
        self.setMinimumHeight(170)
        self.setAccessibleName(_("Right answers before and after each lesson"))

    @property
    def shown(self) -> tuple[Pair, ...]:
        """What there is room for."""
        room = max(1, (self.width() - LEFT) // LEAST)
        return self._pairs[-room:]

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these, oldest first."""
        self._pairs = tuple(pairs)
        self.setAccessibleDescription(
            "; ".join(f"{p.name}: {p.texts[0]} → {p.texts[1]}" for p in self._pairs)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 200)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.shown
        width = (self.width() - LEFT - 4) / max(len(shown), 1)
        names = [wrapped(p.name, QFontMetrics(font(13, 600)), width - 8, 2) for p in shown]
        below = 6 + LINE_HEIGHT * (1 + max((len(lines) for lines in names), default=1))
        area = QRectF(LEFT, TOP, self.width() - LEFT - 4, self.height() - TOP - below)
        painter.setFont(font(13))
        for share in (0, 50, 100):
            y = round(area.bottom() - area.height() * share / 100) + 0.5  # on the pixel: a crisp line
            painter.setPen(QPen(QColor(LINE), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(MUTED))
            box = QRectF(0, y - 10, LEFT - 8, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{share}%")
        for number, (pair, lines) in enumerate(zip(shown, names, strict=True)):
            box = QRectF(area.left() + number * width, area.top(), width, area.height())
            _group(painter, box, pair, lines)


def _group(painter: QPainter, box: QRectF, pair: Pair, lines: Sequence[str]) -> None:
    centre = round(box.center().x())
    for solid, x in ((False, centre - BAR - GAP / 2), (True, centre + GAP / 2)):
        _bar(painter, box, x, pair.shares[solid], pair.texts[solid], solid=solid)
    room = box.width() - 8
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font(13, 600))
    painter.setPen(QColor(INK))
    y = box.bottom() + 4
    for line in lines:
        painter.drawText(QRectF(centre - room / 2, y, room, LINE_HEIGHT + 1), flags, line)
        y += LINE_HEIGHT
    painter.setFont(font(13))
    painter.setPen(QColor(MUTED))
    painter.drawText(QRectF(centre - room / 2, y, room, LINE_HEIGHT + 1), flags, pair.detail)


def _bar(painter: QPainter, box: QRectF, x: float, value: float | None, text: str, *, solid: bool) -> None:
    if value is None:
        return
    height = box.height() * min(100.0, max(0.0, value)) / 100
    bar = QRectF(x, box.bottom() - height, BAR, height)
    painter.setPen(QPen(QColor(PRIMARY), 2))
    painter.setBrush(QColor(PRIMARY) if solid else Qt.BrushStyle.NoBrush)
    if height > 2:
        painter.drawRoundedRect(bar.adjusted(1, 1, -1, 0), 3, 3)
    painter.setFont(font(13, 700 if solid else 400))
    painter.setPen(QColor(INK if solid else MUTED))
    label = QRectF(x - 10, bar.top() - 20, BAR + 20, 18)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text.removesuffix("%"))

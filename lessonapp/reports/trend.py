"""Small pictures of the class report: the line over the sessions, and the ticks of the plan."""

from collections.abc import Sequence

from reportlab.lib.colors import white
from reportlab.lib.units import mm

from lessonapp.domain.statistics import TEACH_AGAIN_BELOW
from lessonapp.reports.charts import Drawing
from lessonapp.reports.fonts import REGULAR, STRONG, width
from lessonapp.reports.layout import EDGE, INK, LINE, MUTED, PRIMARY

SIZE = 8.2
LEFT = 11 * mm
FOOT = 7 * mm
HEAD = 6 * mm
INSET = 9 * mm
AGAIN = TEACH_AGAIN_BELOW / 100


class TrendLine(Drawing):
    """Shares over time as a line with dots; 70 % is drawn dashed. Labels that would touch are left out."""

    def __init__(self, points: Sequence[tuple[str, float]], wide: float, high: float) -> None:
        super().__init__(wide, high)
        self.points = points

    def draw(self) -> None:
        """Draw scale, line, dots and labels."""
        canvas, high = self.canv, self.height - FOOT - HEAD
        wide = self.width - LEFT - 2 * INSET
        for share in (0.0, 0.5, AGAIN, 1.0):
            y = FOOT + share * high
            canvas.setStrokeColor(EDGE if share in (0, 1) else LINE)
            canvas.setLineWidth(0.6)
            if share == AGAIN:
                canvas.setStrokeColor(INK)
                canvas.setDash(2, 2)
            canvas.line(LEFT, y, self.width, y)
            canvas.setDash()
            canvas.setFont(REGULAR, SIZE)
            canvas.setFillColor(MUTED)
            canvas.drawRightString(LEFT - 1.5 * mm, y - 1 * mm, f"{round(100 * share)}%")
        apart = wide / max(len(self.points) - 1, 1)
        places = [(LEFT + INSET + n * apart, FOOT + share * high) for n, (_, share) in enumerate(self.points)]
        canvas.setStrokeColor(PRIMARY)
        canvas.setLineWidth(1.4)
        path = canvas.beginPath()
        path.moveTo(*places[0])
        for place in places[1:]:
            path.lineTo(*place)
        canvas.drawPath(path, stroke=1, fill=0)
        self._dots(places)

    def _dots(self, places: Sequence[tuple[float, float]]) -> None:
        canvas, free_day, free_share = self.canv, 0.0, 0.0
        for (day, share), (x, y) in zip(self.points, places, strict=True):
            canvas.setFillColor(white if share < AGAIN else PRIMARY)
            canvas.setStrokeColor(PRIMARY)
            canvas.circle(x, y, 1.1 * mm, stroke=1, fill=1)
            half = width(day, REGULAR, SIZE) / 2
            if x - half >= free_day and x + half <= self.width:
                canvas.setFont(REGULAR, SIZE)
                canvas.setFillColor(MUTED)
                canvas.drawCentredString(x, FOOT - 4.6 * mm, day)
                free_day = x + half + 2 * mm
            said = f"{int(100 * share + 0.5)}%"
            half = width(said, STRONG, SIZE) / 2
            if x - half >= free_share and x + half <= self.width:
                canvas.setFont(STRONG, SIZE)
                canvas.setFillColor(INK)
                canvas.drawCentredString(x, y + 2 * mm, said)
                free_share = x + half + 1.5 * mm


class Tick(Drawing):
    """A box: ticked, half filled, or empty."""

    SIDE = 3.6 * mm

    def __init__(self, *, done: bool, part: bool) -> None:
        super().__init__(self.SIDE, self.SIDE)
        self.done, self.part = done, part

    def draw(self) -> None:
        """Draw it."""
        canvas, side = self.canv, self.SIDE
        canvas.setStrokeColor(PRIMARY)
        canvas.setLineWidth(0.9)
        canvas.setFillColor(white)
        canvas.roundRect(0, 0, side, side, 0.6 * mm, stroke=1, fill=1)
        if self.part:
            canvas.setFillColor(PRIMARY)
            canvas.rect(0.7 * mm, 0.7 * mm, (side - 1.4 * mm) / 2, side - 1.4 * mm, stroke=0, fill=1)
        if self.done:
            canvas.setLineWidth(1.6)
            canvas.setLineCap(1)
            path = canvas.beginPath()
            path.moveTo(0.8 * mm, 1.8 * mm)
            path.lineTo(1.5 * mm, 1 * mm)
            path.lineTo(2.9 * mm, 2.8 * mm)
            canvas.drawPath(path, stroke=1, fill=0)

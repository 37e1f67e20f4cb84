"""The grid of seats and questions: a full square for right, an empty one for another answer."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from lessonapp.domain.summary_values import Cell, Grid, GridRow
from lessonapp.reports.charts import Drawing
from lessonapp.reports.fonts import REGULAR, STRONG, width
from lessonapp.reports.layout import INK, LINE, MUTED, PRIMARY, WIDTH, fitted
from lessonapp.reports.words import Words

ROW = 4.3 * mm
HEAD = 5.5 * mm
LABEL = 11 * mm
APART = 6 * mm
TEXT = 8.6
SHORT = 14
"""So many rows stand in one block before a second is begun beside it."""


class GridSheet(Flowable):
    """As many blocks of rows side by side as fit, going on over pages."""

    def __init__(self, grid: Grid, team_label: str, rows: tuple[GridRow, ...] | None = None) -> None:
        super().__init__()
        self.grid, self.team_label = grid, team_label
        self.rows = grid.rows if rows is None else rows
        columns = len(grid.columns)
        self.cell = min(6 * mm, (WIDTH - LABEL) / columns)
        self.block = LABEL + self.cell * columns
        fit = int((WIDTH + APART) / (self.block + APART))
        self.blocks = max(min(fit, -(-len(self.rows) // SHORT)), 1)
        self.every = 1 if self.cell >= 4.5 * mm else 5

    @property
    def high(self) -> int:
        """Rows of the longest block."""
        return -(-len(self.rows) // self.blocks)

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """The whole page's width, and the height of the longest block."""
        self.width, self.height = WIDTH, HEAD + self.high * ROW
        return self.width, self.height

    def split(self, _available_width: float, available_height: float) -> list[Flowable]:
        """What fits here, and the rest; never fewer than three rows here."""
        fits = int((available_height - HEAD) / ROW)
        if fits < min(3, self.high):
            return []
        cut = fits * self.blocks
        parts = (self.rows[:cut], self.rows[cut:])
        return [GridSheet(self.grid, self.team_label, rows) for rows in parts if rows]

    def draw(self) -> None:
        """Draw block by block, each from the top."""
        for block in range(self.blocks):
            rows = self.rows[block * self.high : (block + 1) * self.high]
            if rows:
                self._block(rows, block * (self.block + APART))

    def _block(self, rows: tuple[GridRow, ...], x: float) -> None:
        canvas, top = self.canv, self.height - HEAD
        canvas.setFont(STRONG, TEXT)
        canvas.setFillColor(MUTED)
        for place, number in enumerate(self.grid.columns):
            if self.every == 1 or number % self.every == 0 or place == 0:
                canvas.drawCentredString(x + LABEL + (place + 0.5) * self.cell, top + 1.6 * mm, str(number))
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.line(x, top, x + self.block, top)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.4)
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, TEXT)
        for place, row in enumerate(rows, start=1):
            y = top - place * ROW
            canvas.line(x, y, x + self.block, y)
            name = self.team_label.format(number=row.team) if row.team else str(row.seat)
            canvas.drawString(x + 1, y + 1.2 * mm, fitted(name, REGULAR, TEXT, LABEL - 2))
        _marks(canvas, rows, x + LABEL, top, self.cell)


def _marks(canvas: Canvas, rows: tuple[GridRow, ...], x: float, top: float, cell: float) -> None:
    """All full squares as one path and all empty ones as another: a hall has a hundred thousand."""
    size = min(cell, ROW) * 0.56
    full, empty = canvas.beginPath(), canvas.beginPath()
    drawn: set[Cell] = set()
    for place, row in enumerate(rows):
        middle = top - (place + 0.5) * ROW
        for column, mark in enumerate(row.cells):
            if mark == "blank":
                continue
            centre = x + (column + 0.5) * cell
            drawn.add(mark)
            path = full if mark == "right" else empty
            path.rect(centre - size / 2, middle - size / 2, size, size)
    canvas.setFillColor(PRIMARY)
    canvas.setStrokeColor(MUTED)
    canvas.setLineWidth(0.6)
    if "right" in drawn:
        canvas.drawPath(full, stroke=0, fill=1)
    if "other" in drawn:
        canvas.drawPath(empty, stroke=1, fill=0)


class _Legend(Drawing):
    def __init__(self, words: Words) -> None:
        super().__init__(WIDTH, 4.5 * mm)
        self.entries: tuple[tuple[str, Cell], ...] = (
            (words.t("right"), "right"),
            (words.t("another answer"), "other"),
            (words.t("empty: no answer"), "blank"),
        )

    def draw(self) -> None:
        canvas, x = self.canv, 0.0
        for text, mark in self.entries:
            if mark != "blank":
                row = GridRow(seat=1, team=0, cells=(mark,))
                _marks(canvas, (row,), x, ROW, 4 * mm)
                x += 5 * mm
            canvas.setFont(REGULAR, TEXT)
            canvas.setFillColor(INK)
            canvas.drawString(x, 1.2 * mm, text)
            x += width(text, REGULAR, TEXT) + 7 * mm


def grid_legend(words: Words) -> Flowable:
    """What the squares mean."""
    return _Legend(words)

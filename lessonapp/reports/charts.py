"""Pictures of figures, drawn as vectors that read in black and white: outline before, solid after."""

from collections.abc import Sequence

from reportlab.lib.colors import Color, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from lessonapp.domain.look import ANSWERS
from lessonapp.reports.fonts import HEAVY, STRONG, width
from lessonapp.reports.layout import EDGE, INK, OK, OK_TINT, PRIMARY, TINT, fitted

BAR = 3.5 * mm
GAP = 1.1 * mm
ROUND = 0.8 * mm


class Drawing(Flowable):
    """A flowable of a known size."""

    def __init__(self, wide: float, high: float) -> None:
        super().__init__()
        self.width, self.height = wide, high

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Its size, whatever is available."""
        return self.width, self.height


class Bars(Drawing):
    """Shares as bars from one line: (share, fill) each, no fill is an outline."""

    def __init__(
        self, shares: Sequence[tuple[float, Color]], wide: float, *, round_ends: bool = True
    ) -> None:
        self.round_ends = round_ends
        super().__init__(wide, len(shares) * BAR + max(len(shares) - 1, 0) * GAP)
        self.shares = shares

    def draw(self) -> None:
        """Draw the first share uppermost."""
        canvas = self.canv
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(EDGE)
        canvas.line(0, -GAP, 0, self.height + GAP)
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(PRIMARY)
        for place, (share, fill) in enumerate(self.shares):
            y = self.height - BAR - place * (BAR + GAP)
            long = max(min(share, 1) * self.width, 0)
            if long <= 0:
                continue
            canvas.setFillColor(fill)
            if self.round_ends:
                canvas.roundRect(0, y, long, BAR, min(ROUND, long / 2), stroke=1, fill=1)
            else:
                canvas.rect(0, y, long, BAR, stroke=1, fill=1)


class Shapes(Drawing):
    """The outline shapes and letters of answers, two in a line."""

    def __init__(self, letters: Sequence[str], size: float = 5.4 * mm, *, solid: bool = False) -> None:
        super().__init__(min(len(letters), 2) * (size + 1), (len(letters) + 1) // 2 * (size + 1))
        self.letters, self.size, self.solid = letters, size, solid

    def draw(self) -> None:
        """Draw them in their boxes."""
        for place, letter in enumerate(self.letters):
            x, y = place % 2 * (self.size + 1), self.height - (place // 2 + 1) * (self.size + 1)
            draw_shape(self.canv, letter, x, y, self.size, solid=self.solid)


def draw_shape(canvas: Canvas, letter: str, x: float, y: float, size: float, *, solid: bool = False) -> None:
    """The shape of TOKENS section 2 in a square box; solid is white on ink, for the right answer."""
    look = next((a for a in ANSWERS if a.letter == letter), ANSWERS[0])
    form = f"{look.shape}-{'solid' if solid else 'outline'}"
    if not canvas.hasForm(form):
        canvas.beginForm(form, 0, 0, 100, 100)
        canvas.setLineWidth(6)
        canvas.setLineJoin(1)
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK if solid else white)
        _outline(canvas, look.shape)
        canvas.endForm()
    unit = size / 100
    canvas.saveState()
    canvas.transform(unit, 0, 0, unit, x, y)
    canvas.doForm(form)
    canvas.restoreState()
    # The letter is text of the page, not of the form: readers that copy text keep it in its place.
    canvas.setFillColor(white if solid else INK)
    canvas.setFont(HEAVY, look.letter_size * unit)
    lower = 12 if look.shape == "triangle" else 0
    canvas.drawCentredString(x + 50 * unit, y + (50 - 0.36 * look.letter_size - lower) * unit, letter)


def _outline(canvas: Canvas, shape: str) -> None:
    if shape == "circle":
        canvas.circle(50, 50, 42, stroke=1, fill=1)
        return
    if shape == "square":
        canvas.roundRect(11, 11, 78, 78, 8, stroke=1, fill=1)
        return
    triangle, diamond = ((50, 93), (95, 8), (5, 8)), ((50, 98), (98, 50), (50, 2), (2, 50))
    corners = triangle if shape == "triangle" else diamond
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


class Legend(Drawing):
    """What the fills of bars mean, right-aligned."""

    def __init__(self, entries: Sequence[tuple[str, Color]], wide: float) -> None:
        super().__init__(wide, 5 * mm)
        self.entries = entries

    def draw(self) -> None:
        """Draw from the right."""
        canvas, size = self.canv, 9.0
        x = self.width
        for text, fill in reversed(self.entries):
            x -= width(text, STRONG, size)
            canvas.setFont(STRONG, size)
            canvas.setFillColor(INK)
            canvas.drawString(x, 1.2 * mm, text)
            x -= 6 * mm
            canvas.setFillColor(fill)
            canvas.setStrokeColor(PRIMARY)
            canvas.setLineWidth(0.9)
            canvas.roundRect(x, 0.8 * mm, 4.2 * mm, 3.2 * mm, ROUND, stroke=1, fill=1)
            x -= 5 * mm


class Cards(Drawing):
    """Two or three boxes side by side, each of paragraphs; one may be marked out."""

    PAD = 4.2 * mm
    SPACE = 4.5 * mm

    def __init__(self, cards: Sequence[Sequence[Paragraph]], wide: float, marked: int | None = None) -> None:
        self.cards, self.marked = cards, marked
        self.each = (wide - self.SPACE * (len(cards) - 1)) / max(len(cards), 1)
        room = self.each - 2 * self.PAD
        self.heights = [[p.wrap(room, 1000)[1] for p in card] for card in cards]
        high = max((sum(heights) for heights in self.heights), default=0) + 2 * self.PAD - 1 * mm
        super().__init__(wide, high)

    def draw(self) -> None:
        """Draw the boxes and what is in them."""
        canvas = self.canv
        for place, (card, heights) in enumerate(zip(self.cards, self.heights, strict=True)):
            x = place * (self.each + self.SPACE)
            chosen = place == self.marked
            canvas.setLineWidth(1.6 if chosen else 0.8)
            canvas.setStrokeColor(OK if chosen else EDGE)
            canvas.setFillColor(OK_TINT if chosen else white)
            canvas.roundRect(x, 0, self.each, self.height, 2.4 * mm, stroke=1, fill=1)
            y = self.height - self.PAD + 1 * mm
            for paragraph, high in zip(card, heights, strict=True):
                y -= high
                paragraph.drawOn(canvas, x + self.PAD, y)


class Strip(Drawing):
    """One bar in parts, each with its words; parts too narrow for them have them in the next free place."""

    HIGH = 7.6 * mm

    def __init__(self, parts: Sequence[tuple[str, int]], wide: float) -> None:
        super().__init__(wide, self.HIGH)
        self.parts = parts

    def draw(self) -> None:
        """Draw widths by count, but each wide enough for its words."""
        canvas = self.canv
        wanted = [width(text, STRONG, 9.5) + 6 * mm for text, _ in self.parts]
        free, whole = self.width - sum(wanted), sum(count for _, count in self.parts)
        scale = min(1.0, self.width / sum(wanted))
        x = 0.0
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(INK)
        for place, ((text, count), least) in enumerate(zip(self.parts, wanted, strict=True)):
            wide = least * scale + max(free, 0) * count / whole
            canvas.setFillColor(white if place % 2 else TINT)
            canvas.rect(x, 0, wide, self.height, stroke=1, fill=1)
            canvas.setFillColor(INK)
            canvas.setFont(STRONG, 9.5)
            words = fitted(text, STRONG, 9.5, wide - 4 * mm)
            canvas.drawString(x + 3 * mm, self.height / 2 - 1.2 * mm, words)
            x += wide


class Rules(Drawing):
    """Empty lines to write on."""

    def __init__(self, lines: int, wide: float, apart: float = 8.5 * mm) -> None:
        super().__init__(wide, lines * apart)
        self.lines, self.apart = lines, apart

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setStrokeColor(EDGE)
        self.canv.setLineWidth(0.6)
        for line in range(self.lines):
            self.canv.line(0, line * self.apart, self.width, line * self.apart)


class Rule(Drawing):
    """A line across the page."""

    def __init__(self, wide: float, thick: float = 1.6, space: float = 2 * mm) -> None:
        super().__init__(wide, space)
        self.thick = thick

    def draw(self) -> None:
        """Draw it at the top of its space."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(self.thick)
        self.canv.line(0, self.height, self.width, self.height)

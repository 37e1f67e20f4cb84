"""Text that is made to fit a box: as large as it may be, broken into balanced lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from lessonapp.domain.bind import bind
from lessonapp.reports.fonts import REGULAR, printable, width

LINE = 1.3
"""Line height of large text: room for stacked marks."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of a size that fit a box."""

    lines: tuple[str, ...]
    size: float
    font: str
    line: float = LINE

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.size * self.line


def fit(
    text: str,
    font: str,
    room: tuple[float, float],
    largest: float,
    smallest: float,
    line: float = LINE,
    most: int = 99,
) -> Fitted:
    """The text at the largest size at which it fits a (width, height) and a number of lines.

    At the smallest size what does not fit is cut with an ellipsis; no text we have is as long.
    """
    words, size = bind(printable(text)).split(" "), largest
    while size > smallest:
        lines = tuple(broken(words, font, size, room[0]))
        if len(lines) <= most and len(lines) * size * line <= room[1] and _whole(lines, font, size, room[0]):
            return Fitted(balanced(words, lines, font, size, room[0]), size, font, line)
        size = max(size - max(size * 0.04, 0.5), smallest)
    lines = tuple(broken(words, font, smallest, room[0]))
    allowed = max(min(int(room[1] / (smallest * line) + 1e-6), most), 1)
    if len(lines) > allowed:
        last = lines[allowed - 1]
        while last and width(f"{last}…", font, smallest) > room[0]:
            last = last[:-1].rstrip()
        lines = (*lines[: allowed - 1], f"{last}…")
    return Fitted(lines, smallest, font, line)


def _whole(lines: tuple[str, ...], font: str, size: float, room: float) -> bool:
    """No word is broken."""
    return all(width(line, font, size) <= room + 1e-6 for line in lines)


def broken(words: list[str], font: str, size: float, room: float) -> Iterator[str]:
    """Words in lines; a word longer than the room is broken where it must be."""
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if width(longer, font, size) <= room:
            line = longer
            continue
        if line:
            yield line
        line = word
    if line:
        yield line


def balanced(
    words: list[str], lines: tuple[str, ...], font: str, size: float, room: float
) -> tuple[str, ...]:
    """The same number of lines, as even as they can be."""
    low, high, best = room / 2, room, lines
    for _ in range(7):
        middle = (low + high) / 2
        tried = tuple(broken(words, font, size, middle))
        if len(tried) == len(lines) and _whole(tried, font, size, middle):
            best, high = tried, middle
        else:
            low = middle
    return best


def even(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """A text in as few lines as the room allows, as even as they can be."""
    words = bind(printable(text)).split(" ")
    return balanced(words, tuple(broken(words, font, size, room)), font, size, room)


def draw_fitted(
    canvas: Canvas, text: Fitted, x: float, top: float, room: float, colour: Color, *, centred: bool = False
) -> float:
    """Draw lines from a top edge down; where they end."""
    canvas.setFillColor(colour)
    canvas.setFont(text.font, text.size)
    y = top
    for line in text.lines:
        baseline = y - text.size * (0.5 * text.line + 0.36)
        if centred:
            canvas.drawCentredString(x + room / 2, baseline, line)
        else:
            canvas.drawString(x, baseline, line)
        y -= text.size * text.line
    return y


def fitted_line(text: str, font: str, largest: float, smallest: float, room: float) -> Fitted:
    """One line that fits a width."""
    return fit(text, font or REGULAR, (room, largest * LINE), largest, smallest, most=1)

"""A table of thousands of rows, a page at a time: reportlab measures all that is left at every page."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table

CENTRE = 1
WINDOW = 44
"""Rows that are looked at for one page; more than any page holds."""
Row = list[object]


class Word(Flowable):
    """One line in the look of a paragraph, which takes five times as long to be made and drawn."""

    def __init__(self, text: str, style: ParagraphStyle, wide: float) -> None:
        super().__init__()
        self._text, self._style, self._wide = text, style, wide
        self._room = 0.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """As wide as its cell."""
        del avail_height
        self._room = avail_width
        return avail_width, float(self._style.leading)

    def draw(self) -> None:
        """Where a paragraph has its first line; a space ends it, or some readers run cells together."""
        style = self._style
        left = (self._room - self._wide) / 2 if style.alignment == CENTRE else 0.0
        written = self.canv.beginText(left, style.leading - style.fontSize)
        written.setFont(style.fontName, style.fontSize, style.leading)
        written.textLine(f"{self._text} ")
        self.canv.drawText(written)


class LongTable(Flowable):
    """Rows that `make` turns into tables with one head line, split page by page; each row is made once."""

    def __init__(
        self, make: Callable[[Sequence[Row]], Table], rows: Iterator[Row], ready: Sequence[Row] = ()
    ) -> None:
        super().__init__()
        self._make, self._rows, self._ready = make, rows, list(ready)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """More than there is room for: `split` says what of it fits."""
        return avail_width, avail_height + 1

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """The part for this page and the rest; nothing where not even the first rows fit."""
        self._ready += islice(self._rows, WINDOW - len(self._ready))
        table = self._make(self._ready)
        parts: list[Flowable] = table.splitOn(self.canv, avail_width, avail_height)
        if len(parts) < 2:
            return []
        taken = len(parts[0]._cellvalues) - 1  # type: ignore[attr-defined] # noqa: SLF001 - without its head
        left = self._ready[taken:]
        left += islice(self._rows, WINDOW - len(left))
        more = len(left) == WINDOW
        return [parts[0], LongTable(self._make, self._rows, left) if more else self._make(left)]

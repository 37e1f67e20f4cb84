"""The stage's one text item: nothing cut above Vietnamese capitals, lines balanced, sizes kept."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lessonapp.ui.stage.breaks import LINE_END, best_breaks, broken
from lessonapp.ui.stage.theme import Role
from lessonapp.ui.stage.wrap import Paragraph, last_two, paragraphs
from lessonapp.ui.theme_fonts import FAMILY

Align = Literal["left", "centre", "right"]
VAlign = Literal["top", "middle", "bottom"]

ASCENT, EM = 1.0, 1.265  # of the font: measured, see TOKENS section 3
MARKED_CAPITAL = 1.23
ROOM_ABOVE, ROOM_BELOW = 0.25, 0.12  # where stacked marks reach beyond the line
INDENT, INDENT_NUMBER = 0.9, 1.15
GAP = 0.35  # between paragraphs
LARGE = 60
STEP = 2
BALANCED = 9  # lines; longer paragraphs are read as they run
KEPT = 400  # layouts


@lru_cache(maxsize=128)
def stage_font(px: int, weight: int, *, italic: bool = False) -> QFont:
    """The stage font at a size in stage units, without hinting so that it scales evenly."""
    font = QFont(FAMILY)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if px >= LARGE:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
    return font


@dataclass(slots=True)
class _Block:
    layout: QTextLayout
    bullet: QTextLayout | None
    lines: int
    width: float


@dataclass(slots=True)
class Laid:
    """Paragraphs laid out at one size and width."""

    blocks: list[_Block]
    px: int
    width: float
    height: float

    @property
    def lines(self) -> int:
        """How many lines they take."""
        return sum(block.lines for block in self.blocks)


def lay(parts: Sequence[Paragraph], role: Role, px: int, width: float, align: Align = "left") -> Laid:
    """Lay paragraphs out at a size."""
    pitch = role.line * px
    blocks: list[_Block] = []
    y = widest = 0.0
    for index, part in enumerate(parts):
        if index:
            y += GAP * px if part.bullet or parts[index - 1].bullet else GAP * px * 0.6
        indent = (INDENT if part.bullet in ("", "•") else INDENT_NUMBER) * px if part.bullet else 0.0
        block = _lay_one(part, role, px, (width - indent, pitch, y, indent), align)
        blocks.append(block)
        widest = max(widest, block.width + indent)
        y += block.lines * pitch
    return Laid(blocks, px, widest, y)


def _lay_one(
    part: Paragraph, role: Role, px: int, place: tuple[float, float, float, float], align: Align
) -> _Block:
    width, pitch, top, indent = place
    layout, lines = _wrapped(part, role, px, width)
    while (torn := _torn_word(layout.text(), lines)) is not None:
        kept = f"{layout.text()[:torn]}{LINE_END}{layout.text()[torn + 1 :]}"
        layout, lines = _wrapped(replace(part, text=kept), role, px, width)
    widest = max((line.naturalTextWidth() for line in lines), default=0.0)
    lead = (pitch - EM * px) / 2 + ASCENT * px
    for index, line in enumerate(lines):
        spare = width - line.naturalTextWidth()
        x = {"left": 0.0, "centre": spare / 2, "right": spare}[align]
        line.setPosition(QPointF(indent + x, top + index * pitch + lead - line.ascent()))
    bullet = _bullet(part, role, px, top + lead) if part.bullet else None
    return _Block(layout, bullet, len(lines), widest)


def _wrapped(part: Paragraph, role: Role, px: int, width: float) -> tuple[QTextLayout, list[QTextLine]]:
    layout = QTextLayout(part.text, stage_font(px, role.weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.setFormats(_formats(part, role, px))
    layout.setCacheEnabled(True)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    return layout, lines


def _torn_word(text: str, lines: Sequence[QTextLine]) -> int | None:
    """The space before a word that a line ends within, at its hyphen; it has room on the next line."""
    if "-" not in text:
        return None
    for line in lines[:-1]:
        start, end = line.textStart(), line.textStart() + line.textLength()
        if text[end - 1] == "-" and text[end : end + 1].isalnum():
            space = text.rfind(" ", start, end)
            if space > start:
                return space
    return None


def _formats(part: Paragraph, role: Role, px: int) -> list[QTextLayout.FormatRange]:
    found = []
    for run in part.runs:
        made = QTextLayout.FormatRange()
        made.start, made.length = run.start, run.length
        style = QTextCharFormat()
        style.setFont(stage_font(px, max(role.weight, 700) if run.bold else role.weight, italic=run.italic))
        made.format = style
        found.append(made)
    return found


def _bullet(part: Paragraph, role: Role, px: int, baseline: float) -> QTextLayout:
    layout = QTextLayout(part.bullet, stage_font(px, max(role.weight, 700)))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1000)
    line.setPosition(QPointF(0, baseline - line.ascent()))
    layout.endLayout()
    return layout


@lru_cache(maxsize=KEPT)  # the small picture of the next step has laid out what the stage shows next
def fit(
    text: str, role: Role, width: float, height: float, *, align: Align = "left", balance: bool = True
) -> tuple[Laid, bool]:
    """Lay a text out at the largest size that fits, down to the role's least; and whether it fits."""
    parts = paragraphs(text)
    for size in (*range(role.size, role.least, -STEP), role.least):
        laid = lay(parts, role, size, width, align)
        if laid.height <= height + 0.5 and laid.width <= width + 0.5:
            return (_balanced(parts, role, laid, width, align) if balance else laid), True
    return lay(parts, role, role.least, width, align), False


def _balanced(parts: Sequence[Paragraph], role: Role, laid: Laid, width: float, align: Align) -> Laid:
    """The same paragraphs in as many lines each, which end where a reader pauses and are of like length."""
    ended = tuple(
        _ended(part, role, laid.px, block.lines, width)
        for part, block in zip(parts, laid.blocks, strict=True)
    )
    if ended == tuple(parts):
        return laid
    found = lay(ended, role, laid.px, width, align)
    return found if found.lines == laid.lines and found.width <= width + 0.5 else laid


def _ended(part: Paragraph, role: Role, px: int, lines: int, width: float) -> Paragraph:
    """A paragraph whose lines end at the best places; as it was where it is long or there are none."""
    if not 2 <= lines <= BALANCED:
        return part
    words = part.text.split(" ")
    bold = [run for run in part.runs if run.bold]
    widths = []
    at = 0
    for word in words:
        marked = any(run.start <= at < run.start + run.length for run in bold)
        widths.append(_word_width(word, max(role.weight, 700) if marked else role.weight) * px)
        at += len(word) + 1
    indent = (INDENT if part.bullet == "•" else INDENT_NUMBER) * px if part.bullet else 0.0
    ends = best_breaks(words, widths, _word_width(" ", role.weight) * px, lines, width - indent)
    return part if ends is None else replace(part, text=broken(words, ends))


def text_size(text: str, role: Role, width: float) -> tuple[float, float]:
    """Width and height a text takes at the role's size when it may be so wide."""
    laid, _ = fit(text, role, width, 10_000)
    return laid.width, laid.height


def text_height(text: str, role: Role, width: float) -> float:
    """The height alone, which needs no balanced lines."""
    laid, _ = fit(text, role, width, 10_000, balance=False)
    return laid.height


RECKONED = 50  # without hinting letters are as wide as their size is large


@cache
def _metrics(weight: int) -> QFontMetricsF:
    return QFontMetricsF(stage_font(RECKONED, weight))


@lru_cache(maxsize=KEPT)
def _word_width(word: str, weight: int) -> float:
    return _metrics(weight).horizontalAdvance(word) / RECKONED


@lru_cache(maxsize=KEPT)
def line_widths(text: str, weight: int, most: int = 5, *, bound: bool = True) -> tuple[float, ...]:
    """How wide a paragraph of size 1 is in one line, and at least in two, three ...: reckoned only."""
    plain = paragraphs(text)[0].text
    words = [_word_width(word, weight) for word in (last_two(plain) if bound else plain).split(" ")]
    space = _word_width(" ", weight)
    found = [sum(words) + space * (len(words) - 1)]
    while len(found) < min(most, len(words)):
        found.append(_narrowest(words, space, len(found) + 1, found[-1]))
    return tuple(found)


@lru_cache(maxsize=KEPT)
def broken_widths(text: str, weight: int, most: int = 5) -> tuple[float, ...]:
    """How wide a paragraph of size 1 is whose lines end at the best places, by its lines: reckoned only."""
    words = paragraphs(text)[0].text.split(" ")
    widths = [_word_width(word, weight) for word in words]
    space = _word_width(" ", weight)
    found = [sum(widths) + space * (len(words) - 1)]
    for lines in range(2, min(most, len(words)) + 1):
        edges = (0, *(best_breaks(words, widths, space, lines) or ()), len(words))
        found.append(max(sum(widths[a:b]) + space * (b - a - 1) for a, b in pairwise(edges)))
    return tuple(found)


def reckoned_lines(text: str, role: Role, width: float) -> int:
    """How many lines a paragraph takes in a width; 99 where a word is wider than it."""
    for bound in (True, False):  # the last two words stay together where they can
        for lines, wide in enumerate(line_widths(text, role.weight, 12, bound=bound), 1):
            if wide * role.size <= width:
                return lines
    return 99


def _narrowest(words: Sequence[float], space: float, lines: int, wide: float) -> float:
    """The least width in which words take so many lines at most."""
    low, high = max(words), wide
    for _ in range(9):
        middle = (low + high) / 2
        if _lines(words, space, middle) <= lines:
            high = middle
        else:
            low = middle
    return high


def _lines(words: Sequence[float], space: float, width: float) -> int:
    count, at = 1, -space
    for word in words:
        at += space + word
        if at > width:
            count, at = count + 1, word
    return count


class TextItem(QGraphicsItem):
    """A text in its box."""

    def __init__(
        self,
        text: str,
        box: QRectF,
        role: Role,
        colour: str,
        *,
        align: Align = "left",
        valign: VAlign = "top",
        balance: bool = True,
        highlight: str = "",
        parent: QGraphicsItem | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.box = box
        self.role = role
        self._colour = QColor(colour)
        self._highlight = highlight
        self.laid, self.fits = fit(text, role, box.width(), box.height(), align=align, balance=balance)
        spare = box.height() - self.laid.height
        down = {"top": 0.0, "middle": max(0.0, spare / 2), "bottom": max(0.0, spare)}[valign]
        self._at = QPointF(0, down)
        self.setPos(box.topLeft())
        left = min((self._left(b) for b in self.laid.blocks), default=0.0)
        over = self._marks_above()
        self._ink = QRectF(left, down - over, self.laid.width, self.laid.height + over)

    @staticmethod
    def _left(block: _Block) -> float:
        lefts = [block.layout.lineAt(i).position().x() for i in range(block.layout.lineCount())]
        return 0.0 if block.bullet else min(lefts, default=0.0)

    def _marks_above(self) -> float:
        """How far marks over capitals of the first line reach above it."""
        if not self.laid.blocks:
            return 0.0
        layout = self.laid.blocks[0].layout
        first = layout.text()[: layout.lineAt(0).textLength()]
        if not any(c.isupper() and len(unicodedata.normalize("NFD", c)) > 2 for c in first):
            return 0.0
        return max(0.0, MARKED_CAPITAL - ASCENT - (self.role.line - EM) / 2) * self.laid.px

    @property
    def px(self) -> int:
        """The size in stage units."""
        return self.laid.px

    @property
    def colour(self) -> QColor:
        """The colour of the words."""
        return QColor(self._colour)

    def ink_rect(self) -> QRectF:
        """Where the lines are, in stage units."""
        return self.mapRectToScene(self._ink)

    def paragraph_texts(self) -> list[str]:
        """The text as it is shown, a paragraph each."""
        return [block.layout.text().replace(LINE_END, " ") for block in self.laid.blocks]

    def word_rect(self, block: int, start: int, length: int) -> QRectF:
        """Where a word of a paragraph stands, in the item's coordinates."""
        layout = self.laid.blocks[block].layout
        line = layout.lineForTextPosition(start)
        last = min(start + length, line.textStart() + line.textLength())
        left, right = (float(line.cursorToX(at)[0]) for at in (start, last))  # type: ignore[index]
        top = self._at.y() + line.position().y()
        px = self.laid.px
        return QRectF(left, top + 0.04 * px, right - left, ROOM_BELOW * px + line.ascent() + 0.08 * px)

    def boundingRect(self) -> QRectF:
        px = self.laid.px
        pad = ROOM_ABOVE * px
        return self._ink.adjusted(-0.12 * px, -pad, 0.12 * px, ROOM_BELOW * px)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        if self._highlight:
            self._paint_highlight(painter)
        painter.setPen(self._colour)
        for block in self.laid.blocks:
            block.layout.draw(painter, self._at)
            if block.bullet is not None:
                block.bullet.draw(painter, self._at)

    def _paint_highlight(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._highlight))
        px = self.laid.px
        for block in self.laid.blocks:
            for index in range(block.layout.lineCount()):
                line = block.layout.lineAt(index)
                base = self._at.y() + line.position().y() + line.ascent()
                left = line.position().x()
                painter.drawRect(
                    QRectF(left - 0.04 * px, base - 0.36 * px, line.naturalTextWidth() + 0.1 * px, 0.44 * px)
                )

"""Documents in the form of Decree 30/2020/NĐ-CP (its Phụ lục I): page, head, body, signature, annexes."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any, Literal

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm, mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    Flowable,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
)

from lessonapp.domain.summary_values import Head
from lessonapp.i18n import Speaker
from lessonapp.reports.charts import Drawing
from lessonapp.reports.fonts import (
    FORMAL,
    FORMAL_BOLD,
    FORMAL_BOLD_ITALIC,
    FORMAL_ITALIC,
    load_formal_fonts,
    marked,
    markup,
    printable,
    width,
)
from lessonapp.reports.layout import Outlined, Paper, PaperCanvas, TableLook, Text, bare_frame, facts
from lessonapp.reports.long_table import WINDOW, LongTable, Word

# The page: top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20.
TOP, BOTTOM, LEFT, RIGHT = 20 * mm, 20 * mm, 30 * mm, 15 * mm
FORMAL_WIDTH = A4[0] - LEFT - RIGHT
# Letters in points: names of state and body 12 to 13, the rest 13 to 14.
HEAD_SIZE, BODY_SIZE, TITLE_SIZE, ANNEX_SIZE, TABLE_SIZE = 12, 13, 14, 14, 11
NUMBER_SIZE = 13
RECIPIENTS_SIZE, RECIPIENT_SIZE = 12, 11
FIRST_LINE = 1 * cm
BETWEEN = 6
"""Points between paragraphs: six or more."""
LINE = 1.2
"""Lines: single to one and a half."""
CLOSE = 10
"""Points up to which lines stand closer, as in a full table."""
LEFT_PART = 70 * mm
SIGNING = 24 * mm
BESIDE = 3
"""Points left and right of what is in a cell."""

_ALIGN: dict[str, Literal[0, 1, 2, 4]] = {"left": 0, "centre": 1, "right": 2, "justify": 4}
Align = Literal["left", "centre", "right", "justify"]
Cell = str | int | Flowable | Sequence[Flowable]


@cache
def look(
    size: float = BODY_SIZE,
    font: str = FORMAL,
    align: Align = "left",
    after: float = 0,
    first: float = 0,
    indent: float = 0,
) -> ParagraphStyle:
    """A style of formal documents, black."""
    load_formal_fonts()
    return ParagraphStyle(
        f"{font}-{size}-{align}-{after}-{first}-{indent}",
        fontName=font,
        fontSize=size,
        leading=size * (LINE if size > CLOSE else 1.1),
        textColor=black,
        alignment=_ALIGN[align],
        spaceAfter=after,
        firstLineIndent=first,
        leftIndent=indent,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )


def line(text: str, style: ParagraphStyle) -> Text:
    """A paragraph of a style."""
    return Text(markup(text, formal=True), style)


def body(text: str, size: float = BODY_SIZE, after: float = BETWEEN) -> Text:
    """A paragraph of the body: justified, first line in by 1 cm, marks of emphasis kept."""
    style = look(size, align="justify", after=after, first=FIRST_LINE)
    return Text(marked(text, FORMAL_BOLD, formal=True), style)


def bullet(text: str, size: float = BODY_SIZE, after: float = BETWEEN) -> Text:
    """An entry of a list: a paragraph as any other."""
    style = look(size, align="justify", after=after, indent=FIRST_LINE)
    return Text(f"- {marked(text, FORMAL_BOLD, formal=True)}", style)


def heading(
    text: str, level: int = 1, entry: int | None = None, size: float = BODY_SIZE, after: float = BETWEEN
) -> Outlined:
    """A titled part: `I.` in capitals and bold on level 1, `1.` bold below; `entry` is its outline level."""
    text = printable(text, formal=True)
    style = look(size, FORMAL_BOLD, "justify", after=after, first=FIRST_LINE)
    shown = text.upper() if level == 1 else text
    return Outlined(markup(shown, formal=True), style, text, level if entry is None else entry)


def blanks(lines: int, wide: float = FORMAL_WIDTH) -> Flowable:
    """Dotted lines to write on."""
    return Dots(lines, wide)


class Dots(Drawing):
    """Dotted lines to write on by hand."""

    APART = 8 * mm

    def __init__(self, lines: int, wide: float) -> None:
        super().__init__(wide, lines * self.APART + 4 * mm)
        self.lines = lines

    def draw(self) -> None:
        """Draw them from the top."""
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.5)
        self.canv.setDash(0.5, 2.5)
        for place in range(1, self.lines + 1):
            y = self.height - place * self.APART
            self.canv.line(0, y, self.width, y)
        self.canv.setDash()


class Underline(Drawing):
    """A solid line of a length, in the middle of its column."""

    def __init__(self, long: float, wide: float) -> None:
        super().__init__(wide, 1.6 * mm)
        self.long = min(long, wide)

    def draw(self) -> None:
        """Draw it."""
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.7)
        start = (self.width - self.long) / 2
        self.canv.line(start, self.height / 2, start + self.long, self.height / 2)


class SectionStart(ActionFlowable):
    """From the next page on, pages are numbered from 1 again."""

    def apply(self, doc: Any) -> None:
        """Tell the document."""
        doc.page_of_part = 0


NO_SPACE: TableLook = [
    ("FONT", (0, 0), (-1, -1), FORMAL, TABLE_SIZE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    *[(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")],
]


def two_parts(left: Sequence[Flowable], right: Sequence[Flowable], left_part: float = LEFT_PART) -> Table:
    """Two columns beside each other."""
    columns = [left_part, FORMAL_WIDTH - left_part]
    return Table([[list(left), list(right)]], colWidths=columns, style=NO_SPACE)


def document_head(head: Head, kind: str, speaker: Speaker, *, dated: bool = True) -> list[Flowable]:
    """State and motto at the right, body and number at the left; number and date are blank.

    `kind` is the letters after the number's stroke: BC for a report, BB for minutes, empty for no number.
    """
    t, centre = speaker.t, "centre"
    right_part = FORMAL_WIDTH - LEFT_PART
    school = (head.school or "." * 36).upper()
    left: list[Flowable] = []
    if head.higher_body:
        left.append(line(head.higher_body.upper(), look(HEAD_SIZE, align="centre")))
    left.append(line(school, look(HEAD_SIZE, FORMAL_BOLD, centre)))
    longest = min(width(printable(school, formal=True), FORMAL_BOLD, HEAD_SIZE), LEFT_PART)
    left.append(Underline(longest * 0.42, LEFT_PART))
    state, motto = t("SOCIALIST REPUBLIC OF VIET NAM"), t("Independence - Freedom - Happiness")
    right: list[Flowable] = [
        line(state, look(HEAD_SIZE, FORMAL_BOLD, centre)),
        line(motto, look(BODY_SIZE, FORMAL_BOLD, centre)),
        Underline(width(motto, FORMAL_BOLD, BODY_SIZE), right_part),
    ]
    rows: list[list[object]] = [[left, right]]
    number = line(
        t("No.: ........./{kind}-............").format(kind=kind), look(NUMBER_SIZE, align="centre")
    )
    if kind or dated:
        place = head.place or "." * 16
        date = t("{place}, date ...... month ...... year 20......").format(place=place)
        when = line(date, look(BODY_SIZE, FORMAL_ITALIC, "centre")) if dated else ""
        rows.append([number if kind else "", when])
    table = Table(
        rows,
        colWidths=[LEFT_PART, right_part],
        style=[*NO_SPACE, ("TOPPADDING", (0, 1), (-1, 1), 4)],
    )
    return [table, Spacer(0, 7 * mm)]


def title(kind: str, *about: str) -> list[Flowable]:
    """The document's name in capitals, what it is about below it, and a line of a third to a half."""
    longest = max(width(printable(text, formal=True), FORMAL_BOLD, TITLE_SIZE) for text in about)
    name = printable(kind, formal=True)
    style = look(TITLE_SIZE, FORMAL_BOLD, "centre")
    return [
        Outlined(markup(name.upper(), formal=True), style, name, 0),
        *(line(text, style) for text in about),
        Underline(min(longest, FORMAL_WIDTH * 0.8) * 0.4, FORMAL_WIDTH),
        Spacer(0, 5 * mm),
    ]


def signatures(recipients: Sequence[str], post: str, speaker: Speaker) -> Flowable:
    """Whom it goes to at the left, who signs at the right; the name is left for the signer."""
    left: list[Flowable] = [line(speaker.t("Recipients:"), look(RECIPIENTS_SIZE, FORMAL_BOLD_ITALIC))]
    last = len(recipients) - 1
    left += [
        line(f"- {name}{'.' if place == last else ';'}", look(RECIPIENT_SIZE))
        for place, name in enumerate(recipients)
    ]
    right: list[Flowable] = [line(post.upper(), look(BODY_SIZE, FORMAL_BOLD, "centre")), Spacer(0, SIGNING)]
    return KeepTogether([Spacer(0, 4 * mm), two_parts(left, right, FORMAL_WIDTH / 2)])


def signed_by_two(left: str, right: str, hint: str, room: float = SIGNING) -> Flowable:
    """Two who sign, the first at the left."""
    first, second = (
        [
            line(post.upper(), look(BODY_SIZE, FORMAL_BOLD, "centre")),
            line(hint, look(BODY_SIZE, FORMAL_ITALIC, "centre")),
            Spacer(0, room),
        ]
        for post in (left, right)
    )
    return KeepTogether([Spacer(0, 4 * mm), two_parts(first, second, FORMAL_WIDTH / 2)])


def annex_start(number: str, name: str, belongs_to: str, speaker: Speaker) -> list[Flowable]:
    """A Phụ lục on a page of its own, its pages numbered from 1."""
    label = speaker.t("Annex {number}").format(number=number).strip()
    return [
        SectionStart(),
        PageBreak(),
        Outlined(markup(label, formal=True), look(ANNEX_SIZE, FORMAL_BOLD, "centre"), f"{label}. {name}", 0),
        line(name.upper(), look(BODY_SIZE, FORMAL_BOLD, "centre")),
        line(belongs_to, look(BODY_SIZE, FORMAL_ITALIC, "centre", after=4 * mm)),
    ]


def formal_table(
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    left: Sequence[int] = (1,),
    size: float = TABLE_SIZE,
) -> Flowable:
    """A ruled table whose head comes again on each page; columns of numbers are centred, `left` ones not.

    A column too narrow for a word of its head takes what it needs from the widest one.
    """
    top = look(size, FORMAL_BOLD, "centre")
    widths = _roomy(header, widths, top)
    styles = [look(size, align="left" if place in left else "centre") for place in range(len(header))]

    def made(row: Sequence[Cell]) -> list[object]:
        return [_in_table(cell, styles[place], widths[place] - 2 * BESIDE) for place, cell in enumerate(row)]

    def make(some: Sequence[list[object]]) -> Table:
        cells: list[list[object]] = [[line(name, top) for name in header], *some]
        return Table(cells, colWidths=list(widths), style=_ruled(len(cells)), repeatRows=1)

    ready = map(made, rows)
    return make(list(ready)) if len(rows) <= WINDOW else LongTable(make, ready)


def _roomy(header: Sequence[str], widths: Sequence[float], top: ParagraphStyle) -> list[float]:
    """The widths, none narrower than the longest word of its head."""
    room = list(widths)
    for place, name in enumerate(header):
        words = printable(name, formal=True).split()
        need = max((width(word, top.fontName, top.fontSize) for word in words), default=0) + 2 * BESIDE + 0.5
        if need > room[place]:
            widest = max(range(len(room)), key=room.__getitem__)
            room[widest] -= need - room[place]
            room[place] = need
    return room


def _ruled(rows: int) -> TableLook:
    return [
        ("FONT", (0, 0), (-1, -1), FORMAL, TABLE_SIZE),
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), BESIDE),
        ("RIGHTPADDING", (0, 0), (-1, -1), BESIDE),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        *no_widows(rows),
    ]


def _in_table(cell: Cell, style: ParagraphStyle, room: float) -> object:
    """What stands in a cell: a paragraph only where it needs several lines."""
    if not isinstance(cell, str | int):
        return cell
    words = printable(str(cell), formal=True)
    wide = width(words, style.fontName, style.fontSize)
    return Word(words, style, wide) if "\n" not in words and wide <= room else line(str(cell), style)


def start_of(table: Flowable) -> float:
    """How high the rows are that a table begins with on a page: its head and the two below."""
    if not isinstance(table, Table):
        return 0
    table.wrap(FORMAL_WIDTH, A4[1])
    return float(sum(table._rowHeights[:3]))  # type: ignore[attr-defined] # noqa: SLF001 - told in no other way


def no_widows(rows: int, head: int = 1) -> TableLook:
    """Neither the first line of a table nor its last stands alone on a page."""
    if rows <= head + 2:
        return [("NOSPLIT", (0, 0), (-1, -1))]
    return [("NOSPLIT", (0, 0), (-1, head + 1)), ("NOSPLIT", (0, -2), (-1, -1))]


class _Document(BaseDocTemplate):
    page_of_part = 0


def build_formal(paper: Paper, story: list[Flowable]) -> bytes:
    """The PDF; pages are numbered in the middle of the top margin, the first of each part is not."""
    return build_formal_counted(paper, story)[0]


def build_formal_counted(paper: Paper, story: list[Flowable]) -> tuple[bytes, int]:
    """The PDF, and how many pages it has."""
    load_formal_fonts()
    target = BytesIO()
    frame = bare_frame(LEFT, BOTTOM, FORMAL_WIDTH, A4[1] - TOP - BOTTOM)
    document = _Document(target, pagesize=A4, **facts(paper, formal=True), initialFontName=FORMAL)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=_number))
    document.build(story, canvasmaker=lambda *args, **more: PaperCanvas(*args, paper=paper, **more))
    return target.getvalue(), document.page


def _number(canvas: Canvas, document: Any) -> None:
    document.page_of_part += 1
    if document.page_of_part > 1:
        canvas.setFont(FORMAL, NUMBER_SIZE)
        canvas.setFillColor(black)
        canvas.drawCentredString(A4[0] / 2, A4[1] - TOP + 5 * mm, str(document.page_of_part))

"""The page that all papers share: A4, margins, footer with page x of y, outline, the same bytes each time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any, Literal

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from lessonapp.reports.fitting import even
from lessonapp.reports.fonts import HEAVY, REGULAR, load_fonts, markup, printable, width

PROGRAM = "Lớp Học Số"
MARGIN = 18 * mm
WIDTH = A4[0] - 2 * MARGIN
FOOT_LINE = 17 * mm
BOTTOM = 21 * mm
HEIGHT = A4[1] - MARGIN - BOTTOM

INK, MUTED = HexColor("#1B2438"), HexColor("#475467")
LINE, EDGE = HexColor("#D5DDE3"), HexColor("#98A5B1")
PRIMARY, HALF, TINT = HexColor("#0C5A55"), HexColor("#9FC0BC"), HexColor("#DCE8E7")
OK, OK_TINT = HexColor("#0F5A31"), HexColor("#EEF7F1")
WARN = HexColor("#A66A00")

_ALIGN: dict[str, Literal[0, 1, 2]] = {"left": 0, "centre": 1, "right": 2}
Align = Literal["left", "right", "centre"]
_COLOURS = {"ink": INK, "muted": MUTED, "ok": OK, "warn": WARN, "white": white}


@cache
def style(
    size: float,
    font: str = REGULAR,
    colour: str = "ink",
    align: Align = "left",
    after: float = 0,
    line: float = 1.36,
    indent: float = 0,
) -> ParagraphStyle:
    """A paragraph style; the leading leaves room for stacked marks. A colour is a name or #rrggbb."""
    load_fonts()
    return ParagraphStyle(
        f"{font}-{size}-{colour}-{align}-{after}-{line}-{indent}",
        fontName=font,
        fontSize=size,
        leading=size * line,
        textColor=_COLOURS[colour] if colour in _COLOURS else HexColor(colour),
        alignment=_ALIGN[align],
        spaceAfter=after,
        leftIndent=indent,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )


TableLook = list[tuple[Any, ...]]
FACE = ("FONT", (0, 0), (-1, -1), REGULAR, 9.2)
"""The font of plain cells, empty ones too: the library's own is not embedded."""
TIGHT: TableLook = [
    FACE,
    *[(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")],
]
TIGHT_TOP: TableLook = [*TIGHT, ("VALIGN", (0, 0), (-1, -1), "TOP")]


def lined(
    around: tuple[float, float, float, float],
    align: Literal["MIDDLE", "TOP"] = "MIDDLE",
    *,
    head: bool = False,
) -> TableLook:
    """Rows parted by thin lines, what is in them so many points from left, right, top and bottom.

    A head stands over a thick line.
    """
    look: TableLook = [FACE, ("VALIGN", (0, 0), (-1, -1), align)]
    look += [
        (f"{side}PADDING", (0, 0), (-1, -1), points)
        for side, points in zip(("LEFT", "RIGHT", "TOP", "BOTTOM"), around, strict=True)
    ]
    look.append(("LINEBELOW", (0, 1 if head else 0), (-1, -1), 0.5, LINE))
    return [*look, ("LINEBELOW", (0, 0), (-1, 0), 1.2, INK)] if head else look


BODY, SMALL = style(10), style(8.7, colour="muted")


class Text(Paragraph):
    """A paragraph that is broken into lines once per width, as tables ask several times."""

    blPara: Any  # noqa: N815 - the library's name
    _broken_at: float | None = None
    _spaced: object = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its size at a width."""
        if self._broken_at != available_width or not hasattr(
            self, "blPara"
        ):  # splitting throws the lines away
            self._size = super().wrap(available_width, available_height)
            self._broken_at = available_width
        return self._size

    def draw(self) -> None:
        """Draw it, each line ended by a space that nobody sees: some readers run lines and cells together."""
        if self._spaced is not self.blPara:
            _end_lines_with_spaces(self.blPara)
            self._spaced = self.blPara
        super().draw()


def _end_lines_with_spaces(broken: Any) -> None:
    for line in broken.lines:
        words = line.words if hasattr(line, "words") else line[1]
        if not words:
            continue
        if isinstance(words[-1], str):
            words[-1] += " "
        else:
            words[-1].text += " "


def paragraph(text: str, look: ParagraphStyle = BODY) -> Text:
    """A paragraph of somebody's text."""
    return Text(markup(text), look)


def rich(pieces: Sequence[tuple[str, str]], look: ParagraphStyle = BODY) -> Text:
    """A paragraph of pieces (text, font)."""
    parts = (
        text if font == look.fontName else f'<font name="{font}">{text}</font>'
        for text, font in ((markup_keeping_ends(text), font) for text, font in pieces)
    )
    return Text("".join(parts), look)


def markup_keeping_ends(text: str) -> str:
    """Markup that keeps one space at either end, where pieces meet."""
    inner = markup(text)
    return f"{' ' if text[:1] == ' ' else ''}{inner}{' ' if text[-1:] == ' ' and inner else ''}"


class Outlined(Text):
    """A paragraph that is also an entry of the outline; it stays with what follows it."""

    def __init__(self, inner: str, look: ParagraphStyle, entry: str, level: int) -> None:
        super().__init__(inner, look)
        self.keepWithNext = 1
        self._entry, self._level = entry, level

    def draw(self) -> None:
        """Draw it and set the bookmark at its place."""
        canvas = self.canv
        if not isinstance(canvas, PaperCanvas):  # `build` uses no other
            raise TypeError(type(canvas).__name__)
        key = f"h{len(canvas.outlined)}"
        canvas.outlined.append(self._entry)
        canvas.bookmarkHorizontal(key, 0, self.height)
        canvas.addOutlineEntry(self._entry, key, self._level)
        super().draw()


class Heading(Outlined):
    """A heading of our own papers."""

    def __init__(self, text: str, level: int = 1, size: float = 12.5, colour: str = "ink") -> None:
        super().__init__(markup(text), style(size, HEAVY, colour, after=2 * mm), printable(text), level)


class Title(Outlined):
    """The title of a paper: the largest of the sizes at which it is one line, else even lines of the last."""

    def __init__(self, text: str, room: float, sizes: Sequence[float]) -> None:
        fits = (size for size in sizes if width(printable(text), HEAVY, size) <= room)
        size = next(fits, sizes[-1])
        inner = "<br/>".join(markup(line) for line in even(text, HEAVY, size, room))
        super().__init__(inner, style(size, HEAVY, after=2 * mm), printable(text), 0)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document says about itself; `page_of` has {page} and {pages}, empty where one page is all."""

    title: str
    author: str
    subject: str
    language: str
    footer: str = ""
    page_of: str = ""
    size: tuple[float, float] = A4


class PaperCanvas(Canvas):
    """Knows the number of pages when it is saved: each footer is a form that is drawn last."""

    def __init__(self, *args: Any, paper: Paper, **more: Any) -> None:
        super().__init__(*args, **more)
        self.paper = paper
        self.outlined: list[str] = []
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End a page; its number is drawn when all are known."""
        if self.paper.page_of:
            self.doForm(_foot(self.getPageNumber()))
        super().showPage()

    def save(self) -> None:
        """Draw the page numbers and write the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1) if self.paper.page_of else ():
            self.beginForm(_foot(page), 0, 0, self.paper.size[0], FOOT_LINE)
            self.setFont(REGULAR, 8.6)
            self.setFillColor(MUTED)
            text = self.paper.page_of.format(page=page, pages=pages)
            self.drawRightString(self.paper.size[0] - MARGIN, FOOT_LINE - 4.6 * mm, text)
            self.endForm()
        super().save()


def _foot(page: int) -> str:
    return f"foot{page}"


def _footer(canvas: Canvas, paper: Paper) -> None:
    if not paper.footer and not paper.page_of:
        return
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, FOOT_LINE, paper.size[0] - MARGIN, FOOT_LINE)
    canvas.setFont(REGULAR, 8.6)
    canvas.setFillColor(MUTED)
    room = paper.size[0] - 2 * MARGIN - 30 * mm
    canvas.drawString(MARGIN, FOOT_LINE - 4.6 * mm, fitted(paper.footer, REGULAR, 8.6, room))
    canvas.restoreState()


Decoration = Callable[[Canvas], None]


def bare_frame(left: float, bottom: float, wide: float, high: float) -> Frame:
    """The room of a page's text, filled to its edges."""
    return Frame(left, bottom, wide, high, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def build(paper: Paper, story: list[Flowable], decorate: Decoration | None = None) -> bytes:
    """The PDF of a story; the same bytes for the same story."""
    return build_counted(paper, story, decorate)[0]


def build_counted(
    paper: Paper, story: list[Flowable], decorate: Decoration | None = None
) -> tuple[bytes, int]:
    """The PDF of a story and its number of pages; `decorate` draws below the text of every page."""
    load_fonts()
    target = BytesIO()
    wide, high = paper.size
    frame = bare_frame(MARGIN, BOTTOM, wide - 2 * MARGIN, high - MARGIN - BOTTOM)

    def on_page(canvas: Canvas, _: object) -> None:
        if decorate is not None:
            decorate(canvas)
        _footer(canvas, paper)

    document = BaseDocTemplate(target, pagesize=paper.size, **facts(paper), initialFontName=REGULAR)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=on_page))
    document.build(story, canvasmaker=lambda *args, **more: PaperCanvas(*args, paper=paper, **more))
    return target.getvalue(), document.page


def author(*names: str) -> str:
    """Whose document it is: the first that is known, else the program's."""
    return next(filter(None, names), PROGRAM)


def scales(largest: float, smallest: float, by: float) -> Iterator[float]:
    """From the largest down, in steps; the last is the first that is not above the smallest."""
    scale = largest
    while scale > smallest:
        yield scale
        scale -= by
    yield scale


def first_fitting(tried: Iterable[tuple[bytes, int]], most: int = 1) -> bytes:
    """Of PDFs with their numbers of pages the first that has at most so many, else the last."""
    best = b""
    for pdf, pages in tried:
        best = pdf
        if pages <= most:
            break
    return best


def language_tag(language: str) -> str:
    """What a document says of its language."""
    return "vi-VN" if language == "vi" else "en"


def facts(paper: Paper, *, formal: bool = False) -> dict[str, Any]:
    """What a document tells its reader program, and how it is written."""
    return {
        "title": printable(paper.title, formal=formal),
        "author": printable(paper.author, formal=formal),
        "subject": printable(paper.subject, formal=formal),
        "creator": PROGRAM,
        "producer": PROGRAM,
        "lang": paper.language,
        "invariant": 1,
        "pageCompression": 1,
        "allowSplitting": 1,
    }


def drawn(paper: Paper, *pages: Decoration) -> bytes:
    """The PDF of pages that are drawn rather than set."""
    load_fonts()
    target = BytesIO()
    canvas = PaperCanvas(
        target,
        paper=paper,
        pagesize=paper.size,
        invariant=1,
        pageCompression=1,
        lang=paper.language,
        initialFontName=REGULAR,
    )
    known = facts(paper)
    canvas.setTitle(known["title"])
    canvas.setAuthor(known["author"])
    canvas.setSubject(known["subject"])
    canvas.setCreator(known["creator"])
    canvas.setProducer(known["producer"])
    canvas.bookmarkPage("top")
    canvas.addOutlineEntry(known["title"], "top", 0)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def fitted(text: str, font: str, size: float, room: float) -> str:
    """One line of text, shortened with an ellipsis where it does not fit."""
    text = printable(text)
    if width(text, font, size) <= room:
        return text
    while text and width(f"{text}…", font, size) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def shortened(text: str, limit: int = 260) -> str:
    """The first sentences of a long text; what was said in quotes does not stay open."""
    text = printable(text)
    if len(text) <= limit:
        return text
    cut = text[:limit]
    end = max(cut.rfind(". "), cut.rfind("! "), cut.rfind("? "))
    cut = cut[: end + 1] if end > limit // 3 else f"{cut[: cut.rfind(' ')]}…"
    if cut.count("“") <= cut.count("”"):
        return cut
    return f"{cut}”" if cut.endswith("…") else f"{cut} …”"

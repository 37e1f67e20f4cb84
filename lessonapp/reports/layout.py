"""The page that all papers share: A4, margins, footer with page x of y, outline, the same bytes each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from lessonapp.reports.fonts import HEAVY, REGULAR, load_fonts, markup, printable, width

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
_COLOURS = {"ink": INK, "muted": MUTED, "ok": OK, "warn": WARN}


@cache
def style(
    size: float, font: str = REGULAR, colour: str = "ink", align: Align = "left", after: float = 0
) -> ParagraphStyle:
    """A paragraph style; the leading leaves room for stacked Vietnamese marks."""
    load_fonts()
    return ParagraphStyle(
        f"{font}-{size}-{colour}-{align}-{after}",
        fontName=font,
        fontSize=size,
        leading=size * 1.36,
        textColor=_COLOURS[colour],
        alignment=_ALIGN[align],
        spaceAfter=after,
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
BODY, SMALL = style(10), style(8.7, colour="muted")


class Text(Paragraph):
    """A paragraph that is broken into lines once per width, as tables ask several times."""

    _broken_at: float | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its size at a width."""
        if self._broken_at != available_width or not hasattr(
            self, "blPara"
        ):  # splitting throws the lines away
            self._size = super().wrap(available_width, available_height)
            self._broken_at = available_width
        return self._size


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


class Heading(Text):
    """A heading that is also an entry of the outline."""

    def __init__(self, text: str, level: int = 1, size: float = 12.5) -> None:
        super().__init__(markup(text), style(size, HEAVY, after=2 * mm))
        self.keepWithNext = 1
        self._entry, self._level = printable(text), level

    def draw(self) -> None:
        """Draw it and set the bookmark at its place."""
        canvas = self.canv
        if not isinstance(canvas, _Canvas):  # `build` uses no other
            raise TypeError(type(canvas).__name__)
        key = f"h{len(canvas.outlined)}"
        canvas.outlined.append(self._entry)
        canvas.bookmarkHorizontal(key, 0, self.height)
        canvas.addOutlineEntry(self._entry, key, self._level)
        super().draw()


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document says about itself; `page_of` has {page} and {pages}."""

    title: str
    author: str
    subject: str
    language: str
    footer: str
    page_of: str


class _Canvas(Canvas):
    """Knows the number of pages when it is saved: each footer is a form that is drawn last."""

    def __init__(self, *args: Any, paper: Paper, **more: Any) -> None:
        super().__init__(*args, **more)
        self.paper = paper
        self.outlined: list[str] = []
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End a page; its number is drawn when all are known."""
        self.doForm(_foot(self.getPageNumber()))
        super().showPage()

    def save(self) -> None:
        """Draw the page numbers and write the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_foot(page), 0, 0, A4[0], FOOT_LINE)
            self.setFont(REGULAR, 8.6)
            self.setFillColor(MUTED)
            text = self.paper.page_of.format(page=page, pages=pages)
            self.drawRightString(A4[0] - MARGIN, FOOT_LINE - 4.6 * mm, text)
            self.endForm()
        super().save()


def _foot(page: int) -> str:
    return f"foot{page}"


def _footer(canvas: Canvas, paper: Paper) -> None:
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, FOOT_LINE, A4[0] - MARGIN, FOOT_LINE)
    canvas.setFont(REGULAR, 8.6)
    canvas.setFillColor(MUTED)
    canvas.drawString(MARGIN, FOOT_LINE - 4.6 * mm, printable(paper.footer))
    canvas.restoreState()


def build(paper: Paper, story: list[Flowable]) -> bytes:
    """The PDF of a story; the same bytes for the same story."""
    load_fonts()
    target = BytesIO()
    frame = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        title=printable(paper.title),
        author=printable(paper.author),
        subject=printable(paper.subject),
        creator="Lớp Học Số",
        producer="Lớp Học Số",
        lang=paper.language,
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
        allowSplitting=1,
    )
    document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: _footer(canvas, paper)))
    document.build(story, canvasmaker=lambda *args, **more: _Canvas(*args, paper=paper, **more))
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
    """The first sentences of a long text."""
    text = printable(text)
    if len(text) <= limit:
        return text
    cut = text[:limit]
    end = max(cut.rfind(". "), cut.rfind("! "), cut.rfind("? "))
    return cut[: end + 1] if end > limit // 3 else f"{cut[: cut.rfind(' ')]}…"

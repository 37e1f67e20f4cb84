"""Response cards on paper: one a page, A up, and last how to hold them. The sizes are measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from PIL import Image
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lessonapp.domain.look import LETTERS
from lessonapp.i18n import Speaker
from lessonapp.reports.cards_guide import draw_guide
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG, load_fonts, width
from lessonapp.reports.layout import INK, MUTED, PROGRAM, fitted

CardSize = Literal["a5", "a4"]
MID_GREY, CUT_GREY = HexColor("#808080"), HexColor("#A6A6A6")
CAP = 0.74  # height of a capital, in em
EDGE = 6 * mm  # what a printer may not reach


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its width is the side of the card, and the marker has more than 20 mm of white around it."""

    wide: float
    high: float
    marker: float
    letter: float


SHEETS: dict[CardSize, Sheet] = {
    "a5": Sheet(148 * mm, 210 * mm, 104 * mm, 3.5 * mm),
    "a4": Sheet(210 * mm, 297 * mm, 165 * mm, 3.8 * mm),
}


@dataclass(frozen=True, slots=True)
class Animal:
    """The seat's animal: its name, and its picture as grey pixels, row by row from the top."""

    name: str
    side: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """One card: rows from the top, True is black, the border included; A belongs to the upper edge."""

    seat: int
    grid: tuple[tuple[bool, ...], ...]
    animal: Animal | None = None


def cards_pdf(cards: Sequence[PrintedCard], size: CardSize, speaker: Speaker) -> bytes:
    """The PDF of some cards and the page of instructions; the same bytes for the same cards."""
    load_fonts()
    sheet = SHEETS[size]
    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=(sheet.wide, sheet.high),
        invariant=1,
        pageCompression=1,
        lang=speaker.language,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # it is a name
    )
    canvas.setTitle(speaker.t("Response cards"))
    canvas.setAuthor(PROGRAM)
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    for card in cards:
        _draw_card(canvas, sheet, card)
        _draw_strip(canvas, sheet, card, speaker)
        canvas.showPage()
    draw_guide(canvas, sheet.wide, sheet.high)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_card(canvas: Canvas, sheet: Sheet, card: PrintedCard) -> None:
    """The square: the number first, so that it is what a reader of the page meets first."""
    top = sheet.high - EDGE
    number, font_size = str(card.seat), 5 * mm / CAP
    canvas.setFillColor(INK)
    canvas.setFont(HEAVY, font_size)
    canvas.drawString(EDGE + 1 * mm, top - 5.5 * mm, number)
    if card.animal is not None:
        left = EDGE + 2 * mm + width(number, HEAVY, font_size)
        _picture(canvas, card.animal, left, top - 7 * mm, 8 * mm)
    _draw_letters(canvas, sheet)
    _draw_marker(canvas, sheet, card.grid)


def _draw_letters(canvas: Canvas, sheet: Sheet) -> None:
    """Small and grey, for whoever holds the card, not for neighbours; upright when their edge is up."""
    half, font_size = sheet.wide / 2, sheet.letter / CAP
    canvas.setFillColor(MID_GREY)
    for turn, letter in enumerate(LETTERS):
        canvas.saveState()
        canvas.translate(half, sheet.high - half)
        canvas.rotate(-90 * turn)
        canvas.setFont(STRONG, font_size)
        canvas.drawCentredString(0, half - EDGE - 1.5 * mm - sheet.letter, letter)
        canvas.restoreState()


def _draw_marker(canvas: Canvas, sheet: Sheet, grid: tuple[tuple[bool, ...], ...]) -> None:
    """A black square with the white cells as one path: no hairlines between cells."""
    left = (sheet.wide - sheet.marker) / 2
    top = sheet.high - left
    cell = sheet.marker / len(grid)
    canvas.setFillColor(black)
    canvas.rect(left, top - sheet.marker, sheet.marker, sheet.marker, stroke=0, fill=1)
    path = canvas.beginPath()
    for row, cells in enumerate(grid):
        for column, is_black in enumerate(cells):
            if not is_black:
                path.rect(left + column * cell, top - (row + 1) * cell, cell, cell)
    canvas.setFillColor(white)
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_strip(canvas: Canvas, sheet: Sheet, card: PrintedCard, speaker: Speaker) -> None:
    """Below the cut: whose card it is, large enough to hand it out, and how to hold it."""
    cut = sheet.high - sheet.wide
    canvas.setStrokeColor(CUT_GREY)
    canvas.setLineWidth(0.7)
    canvas.setDash(6, 4)
    canvas.line(EDGE, cut, sheet.wide - EDGE, cut)
    canvas.setDash()
    scale = sheet.wide / SHEETS["a5"].wide
    left, room = EDGE + 6 * mm, sheet.wide - 2 * EDGE - 12 * mm
    _line(canvas, speaker.t("Cut here"), REGULAR, 8, MUTED, left, cut - 5 * mm, room)
    number = 13 * mm * scale / CAP
    canvas.setFillColor(INK)
    canvas.setFont(HEAVY, number)
    base = cut - 24 * mm * scale
    canvas.drawString(left, base, str(card.seat))
    if card.animal is not None:
        beside = left + width(str(card.seat), HEAVY, number) + 5 * mm
        _picture(canvas, card.animal, beside, base - 3 * mm * scale, 19 * mm * scale)
        at = beside + 23 * mm * scale
        _line(canvas, card.animal.name, STRONG, 13 * scale, INK, at, base + 4 * mm * scale, room / 2)
    head = speaker.t("Turn the card so that the letter of your answer is at the top.")
    line = speaker.t("Hold it by two edges, as high as your face; cover no black square.")
    _line(canvas, head, HEAVY, 11.5 * scale, INK, left, base - 13 * mm * scale, room)
    _line(canvas, line, REGULAR, 10 * scale, INK, left, base - 19.5 * mm * scale, room)


def _line(
    canvas: Canvas, text: str, font: str, size: float, colour: Color, x: float, y: float, room: float
) -> None:
    """One line, a little smaller where it would not fit."""
    while width(text, font, size) > room and size > 8:
        size -= 0.25
    canvas.setFillColor(colour)
    canvas.setFont(font, size)
    canvas.drawString(x, y, fitted(text, font, size, room))


def _picture(canvas: Canvas, animal: Animal, x: float, y: float, side: float) -> None:
    image = Image.frombytes("L", (animal.side, animal.side), animal.pixels)
    canvas.drawImage(ImageReader(image), x, y, side, side)

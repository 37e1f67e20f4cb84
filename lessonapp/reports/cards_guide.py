"""The last page of the response cards: how to hold one, in pictures with few words, in both languages."""

from collections.abc import Callable

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.look import LETTERS
from lessonapp.i18n import Speaker
from lessonapp.reports.fonts import HEAVY, REGULAR, width
from lessonapp.reports.layout import EDGE, INK, MUTED, OK, fitted

SKIN_GREY = HexColor("#D9D9D9")
_CELLS = ("01101000", "00100110", "01001010", "01110100", "00010010", "01011000")

Draw = Callable[[Canvas], None]


def draw_guide(canvas: Canvas, wide: float, high: float) -> None:
    """Six pictures in two columns, and what the teacher should know of paper, light and distance."""
    speakers = [Speaker(language) for language in LANGUAGES]
    scale = wide / (148 * mm)
    margin = 10 * mm * scale
    y = high - margin - 5 * mm * scale
    _both(canvas, [s.t("How to hold the card") for s in speakers], margin, y, wide - 2 * margin, 15 * scale)
    gap = 6 * mm * scale
    box_wide = (wide - 2 * margin - gap) / 2
    picture = 34 * mm * scale
    box_high = picture + 14 * mm * scale
    for place, (draw, texts) in enumerate(_steps(speakers)):
        left = margin + place % 2 * (box_wide + gap)
        lower = y - 10 * mm * scale - (place // 2 + 1) * box_high - place // 2 * 2 * mm * scale
        _step(canvas, draw, place + 1, texts, left, lower, box_wide, box_high, picture)
    foot = 25 * mm * scale
    canvas.setFillColor(MUTED)
    canvas.setFont(REGULAR, 6.5 * scale)
    canvas.drawString(margin, 8 * mm * scale, speakers[0].t("Pictures: OpenMoji (CC BY-SA 4.0), recoloured"))
    for line, speaker in enumerate(speakers):
        canvas.setFillColor(INK if line == 0 else MUTED)
        for row, text in enumerate(_for_the_teacher(speaker)):
            size = 7.6 * scale
            room = wide - 2 * margin
            while width(text, REGULAR, size) > room:
                size -= 0.1
            canvas.setFont(REGULAR, size)
            canvas.drawString(margin, foot - (line * 2 + row) * 3.9 * mm * scale, text)


def _steps(speakers: list[Speaker]) -> list[tuple[Draw, list[str]]]:
    return [
        (_letter_up, [s.t("Your letter at the top") for s in speakers]),
        (_two_hands, [s.t("Two hands, on the edges") for s in speakers]),
        (_beside_face, [s.t("Beside your face, to the camera") for s in speakers]),
        (_not_covered, [s.t("No finger on the black") for s in speakers]),
        (_straight, [s.t("Straight, not tilted") for s in speakers]),
        (_still, [s.t("Keep still and count to two") for s in speakers]),
    ]


def _for_the_teacher(speaker: Speaker) -> tuple[str, str]:
    return (
        speaker.t("Teacher: print at 100% on matt paper, no lamination. Light on, camera at the front."),
        speaker.t("A5 cards read to 5 m (720p camera) or 7 m (1080p), A4 cards to 7 m or 11 m."),
    )


def _step(
    canvas: Canvas,
    draw: Draw,
    number: int,
    texts: list[str],
    left: float,
    lower: float,
    wide: float,
    high: float,
    picture: float,
) -> None:
    canvas.setLineWidth(0.8)
    canvas.setStrokeColor(EDGE)
    canvas.setFillColor(white)
    canvas.roundRect(left, lower, wide, high, 3 * mm, stroke=1, fill=1)
    unit = picture / 100
    canvas.saveState()
    canvas.translate(left + wide / 2, lower + high - picture - unit * 4)
    canvas.scale(unit, unit)
    draw(canvas)
    canvas.restoreState()
    canvas.setFillColor(INK)
    canvas.setFont(HEAVY, 34 * unit / 2.2)
    canvas.drawString(left + 7 * unit, lower + high - 19 * unit, str(number))
    _both(canvas, texts, left + 6 * unit, lower + 23 * unit, wide - 12 * unit, 11.2 * unit, centred=True)


def _both(
    canvas: Canvas, texts: list[str], x: float, y: float, room: float, size: float, *, centred: bool = False
) -> None:
    """Vietnamese strong, English below it and smaller."""
    for line, (text, font) in enumerate(zip(texts, (HEAVY, REGULAR), strict=True)):
        fit = size * (0.8 if line else 1)
        while width(text, font, fit) > room:
            fit -= 0.1
        canvas.setFont(font, fit)
        canvas.setFillColor(MUTED if line else INK)
        at = y - line * size * 1.3
        if centred:
            canvas.drawCentredString(x + room / 2, at, fitted(text, font, fit, room + 1))
        else:
            canvas.drawString(x, at, text)


# The pictures: 100 units high, x from the middle.


def _card(canvas: Canvas, x: float, y: float, side: float, letter: str = "A") -> None:
    """A small card turned so that its letter is up, with a pattern that belongs to no seat."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(90 * LETTERS.index(letter))
    canvas.setLineWidth(1.6)
    canvas.setStrokeColor(INK)
    canvas.setFillColor(white)
    canvas.rect(-side / 2, -side / 2, side, side, stroke=1, fill=1)
    marker = side * 0.6
    canvas.setFillColor(black)
    canvas.rect(-marker / 2, -marker / 2, marker, marker, stroke=0, fill=1)
    cell = marker / 8
    path = canvas.beginPath()
    for row, cells in enumerate(_CELLS):
        for column, bit in enumerate(cells[1:7]):
            if bit == "1":
                path.rect((column + 1) * cell - marker / 2, marker / 2 - (row + 2) * cell, cell, cell)
    canvas.setFillColor(white)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillColor(INK)
    canvas.setFont(HEAVY, side * 0.18)
    for each in LETTERS:
        canvas.drawCentredString(0, side * 0.34, each)
        canvas.rotate(-90)
    canvas.restoreState()


def _hand(canvas: Canvas, x: float, y: float, towards: int) -> None:
    """A hand at an edge: the arm from below, the thumb on the white."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.6)
    canvas.setFillColor(SKIN_GREY)
    canvas.roundRect(x - 7, y - 40, 14, 34, 6, stroke=1, fill=1)
    canvas.roundRect(x - 8, y - 12, 16, 22, 7, stroke=1, fill=1)
    canvas.roundRect(x + (1 if towards > 0 else -13), y - 2, 12, 7, 3.5, stroke=1, fill=1)


def _tick(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFillColor(OK)
    canvas.circle(x, y, 9, stroke=0, fill=1)
    canvas.setStrokeColor(white)
    canvas.setLineWidth(2.6)
    canvas.lines([(x - 4, y, x - 1, y - 3.5), (x - 1, y - 3.5, x + 4.5, y + 4)])


def _not(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setFillColor(white)
    canvas.setLineWidth(2.6)
    canvas.circle(x, y, 9, stroke=1, fill=1)
    canvas.line(x - 6, y + 6, x + 6, y - 6)


def _letter_up(canvas: Canvas) -> None:
    for place, letter in enumerate(LETTERS):
        x = -60 + place * 40
        _card(canvas, x, 44, 35, letter)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(2)
        canvas.lines([(x, 66, x, 82), (x, 82, x - 5, 76), (x, 82, x + 5, 76)])


def _two_hands(canvas: Canvas) -> None:
    _card(canvas, 0, 50, 72)
    _hand(canvas, -40, 44, 1)
    _hand(canvas, 40, 44, -1)
    _tick(canvas, 58, 88)


def _pupil(canvas: Canvas, x: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.8)
    canvas.setFillColor(SKIN_GREY)
    canvas.roundRect(x - 26, 0, 52, 36, 14, stroke=1, fill=1)
    canvas.setFillColor(white)
    canvas.circle(x, 56, 21, stroke=1, fill=1)
    canvas.setFillColor(INK)
    for side in (-7, 7):
        canvas.circle(x + side, 58, 1.9, stroke=0, fill=1)
    canvas.arc(x - 8, 45, x + 8, 57, 200, 140)


def _beside_face(canvas: Canvas) -> None:
    _pupil(canvas, -34)
    _card(canvas, 26, 56, 54)
    _hand(canvas, -5, 50, 1)
    _hand(canvas, 56, 50, -1)


def _not_covered(canvas: Canvas) -> None:
    _card(canvas, 0, 50, 72)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.6)
    canvas.setFillColor(SKIN_GREY)
    canvas.roundRect(-48, 4, 18, 42, 8, stroke=1, fill=1)
    canvas.roundRect(-44, 38, 40, 13, 6.5, stroke=1, fill=1)
    _not(canvas, 58, 88)


def _straight(canvas: Canvas) -> None:
    _card(canvas, -42, 46, 58)
    _tick(canvas, -6, 86)
    canvas.saveState()
    canvas.translate(46, 46)
    canvas.transform(0.42, 0.12, 0, 1, 0, 0)
    _card(canvas, 0, 0, 58)
    canvas.restoreState()
    _not(canvas, 74, 86)


def _still(canvas: Canvas) -> None:
    _card(canvas, -30, 48, 62)
    canvas.setStrokeColor(INK)
    canvas.setFillColor(white)
    canvas.setLineWidth(2.4)
    canvas.circle(44, 50, 25, stroke=1, fill=1)
    canvas.lines([(44, 50, 44, 66), (44, 50, 56, 50)])
    canvas.setFillColor(INK)
    canvas.setFont(HEAVY, 15)
    canvas.drawCentredString(44, 82, "1 … 2")

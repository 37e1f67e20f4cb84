"""Pages that are drawn rather than set: the poster of a lesson, and the certificate of a class."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import PALETTES, WITH_MASCOT, animal_of
from lessonapp.domain.school import Contact
from lessonapp.domain.summary_values import Head
from lessonapp.i18n import Speaker
from lessonapp.reports.drawing import draw_picture
from lessonapp.reports.fitting import Fitted, draw_fitted, fit, fitted_line
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG, printable
from lessonapp.reports.layout import INK, MUTED, Decoration, Paper, author, drawn, language_tag
from lessonapp.reports.lesson_words import remembered
from lessonapp.reports.people import contact_line
from lessonapp.reports.words import Words, class_name

SIZES = {"a4": A4, "a3": A3}
EDGE = 14 * mm
WIDE, HIGH = A4
EACH = 21 * mm
"""Height of each thing to remember."""
HELP_FOOT, HELP_HIGH = 20 * mm, 62 * mm
HELP_TOP = HELP_FOOT + HELP_HIGH


def poster_pdf(
    lesson: Lesson, head: Head, contacts: Sequence[Contact], speaker: Speaker, size: str = "a4"
) -> bytes:
    """The wall's poster: key message, 111, the school's contacts; A3 is A4 enlarged."""
    words = Words(speaker, lesson.audience)
    paper = Paper(
        title=words.t("Poster: {lesson}", lesson=lesson.title),
        author=author(head.school, head.teacher),
        subject=words.t("Poster"),
        language=language_tag(speaker.language),
        size=SIZES[size],
    )

    def draw(canvas: Canvas) -> None:
        canvas.scale(SIZES[size][0] / WIDE, SIZES[size][0] / WIDE)
        _poster(canvas, lesson, head, contacts, words)

    return drawn(paper, draw)


def _poster(canvas: Canvas, lesson: Lesson, head: Head, contacts: Sequence[Contact], words: Words) -> None:
    look = PALETTES[lesson.audience]
    primary, ink, muted = HexColor(look.primary), HexColor(look.ink), HexColor(look.muted)
    inner = WIDE - 2 * EDGE
    canvas.setStrokeColor(primary)
    canvas.setLineWidth(3)
    canvas.roundRect(
        8 * mm, 8 * mm, WIDE - 16 * mm, HIGH - 16 * mm, look.radius / 3 * mm / 2, stroke=1, fill=0
    )
    top = HIGH - 20 * mm
    small = fitted_line(lesson.title, STRONG, 17, 11, inner - 8 * mm)
    top = draw_fitted(canvas, small, EDGE, top, inner, muted, centred=True) - 5 * mm
    mascot = lesson.audience in WITH_MASCOT
    lines = [line for line in remembered(lesson)[:3] if line != lesson.key_message]
    list_high = 66 * mm if mascot else EACH * len(lines)
    room = top - list_high - HELP_TOP - 8 * mm
    message = fit(lesson.key_message, HEAVY, (inner - 12 * mm, room), 62, 20, 1.24)
    start = top - (room - message.height) / 2
    draw_fitted(canvas, message, EDGE + 6 * mm, start, inner - 12 * mm, primary, centred=True)
    top -= room + 4 * mm
    left = EDGE + 6 * mm
    if mascot:
        wide = draw_picture(canvas, "mascot/sao-cheer", left, top - 66 * mm, 66 * mm)
        left += wide + 8 * mm
    each = EACH
    middle = top - (list_high - each * len(lines)) / 2
    for number, text in enumerate(lines):
        y = middle - number * each
        canvas.setFillColor(primary)
        canvas.circle(left + 6 * mm, y - each / 2, 6 * mm, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.setFont(HEAVY, 19)
        canvas.drawCentredString(left + 6 * mm, y - each / 2 - 6.8, str(number + 1))
        shown = fit(text, STRONG, (WIDE - EDGE - 6 * mm - left - 16 * mm, each), 20, 11, 1.28)
        draw_fitted(canvas, shown, left + 16 * mm, y - (each - shown.height) / 2, 1, ink)
    _help(canvas, contacts, words, primary, ink)
    if head.school:
        name = fitted_line(head.school, REGULAR, 11, 8, inner - 8 * mm)
        draw_fitted(canvas, name, EDGE, 17.5 * mm, inner, muted, centred=True)


def _help(canvas: Canvas, contacts: Sequence[Contact], words: Words, primary: Color, ink: Color) -> None:
    """111, and the school's own people."""
    t, foot, high = words.t, HELP_FOOT, HELP_HIGH
    left, inner = EDGE + 2 * mm, WIDE - 2 * EDGE - 4 * mm
    half = inner * 0.46
    canvas.setFillColor(primary)
    canvas.roundRect(left, foot, half, high, 5 * mm, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(HEAVY, 78)
    canvas.drawCentredString(left + half / 2, foot + high - 29 * mm, "111")
    name = fit(t("National child protection hotline"), STRONG, (half - 8 * mm, 16 * mm), 14, 10)
    y = draw_fitted(canvas, name, left + 4 * mm, foot + 25 * mm, half - 8 * mm, white, centred=True)
    free = fitted_line(t("Free, day and night"), REGULAR, 13, 9, half - 8 * mm)
    draw_fitted(canvas, free, left + 4 * mm, y, half - 8 * mm, white, centred=True)
    x, wide = left + half + 6 * mm, inner - half - 6 * mm
    canvas.setStrokeColor(primary)
    canvas.setLineWidth(1.6)
    canvas.roundRect(x, foot, wide, high, 5 * mm, stroke=1, fill=0)
    title = fitted_line(t("At our school"), HEAVY, 15, 11, wide - 12 * mm)
    y = draw_fitted(canvas, title, x + 6 * mm, foot + high - 4 * mm, wide, ink) - 1 * mm
    shown = [contact_line(contact, words) for contact in contacts][:4]
    if not shown:
        shown = [t("Class teacher"), t("School counsellor"), t("School nurse")]
        shown = [f"{role}: {'.' * 30}" for role in shown]
    each = (y - foot - 3 * mm) / len(shown)
    for text in shown:
        line = fit(text, REGULAR, (wide - 12 * mm, each), 12.5, 7.5, 1.28)
        draw_fitted(canvas, line, x + 6 * mm, y - (each - line.height) / 2, 1, ink)
        y -= each


@dataclass(frozen=True, slots=True)
class Award:
    """To whom certificates go: the class as one, seats by number, or names that are nowhere kept."""

    class_label: str = ""
    seats: tuple[int, ...] = ()
    names: tuple[str, ...] = field(default=(), repr=False)


def certificate_pdf(lesson: Lesson, head: Head, award: Award, speaker: Speaker) -> bytes:
    """A certificate a page: for the class, or one for each number or name."""
    words = Words(speaker, lesson.audience)
    paper = Paper(
        title=words.t("Certificate: {lesson}", lesson=lesson.title),
        author=author(head.school, head.teacher),
        subject=words.t("Certificate"),
        language=language_tag(speaker.language),
        size=(HIGH, WIDE),
    )
    label = (
        class_name(award.class_label, words)
        if award.class_label
        else words.t("Class {label}", label="." * 12)
    )
    whom: list[tuple[str, str]] = [(printable(name), label) for name in award.names if printable(name)]
    whom += [(_seat(seat, words), label) for seat in award.seats]
    if not whom:
        whom = [(label, "")]
    return drawn(paper, *(_certificate(lesson, head, who, below, words) for who, below in whom))


def _seat(seat: int, words: Words) -> str:
    animal = animal_of(seat)
    name = f" · {animal.name(words.speaker.language)}" if animal else ""
    return words.t("Number {number}", number=seat) + name


def _certificate(lesson: Lesson, head: Head, who: str, below: str, words: Words) -> Decoration:
    look = PALETTES[lesson.audience]
    wide, high = HIGH, WIDE
    mascot = lesson.audience in WITH_MASCOT
    room = wide - 64 * mm

    def draw(canvas: Canvas) -> None:
        for inset, thick, colour in ((9 * mm, 3.2, look.primary), (12 * mm, 1, look.line)):
            canvas.setStrokeColor(HexColor(colour))
            canvas.setLineWidth(thick)
            canvas.roundRect(inset, inset, wide - 2 * inset, high - 2 * inset, 6 * mm, stroke=1, fill=0)
        if mascot:
            draw_picture(canvas, "mascot/sao-cheer", 22 * mm, 20 * mm, 60 * mm)
        lines = _award_lines(lesson, head, who, below, words, room)
        top, foot = high - 20 * mm, (80 if mascot else 66) * mm
        free = top - foot - sum(line.height + gap for line, _, gap in lines)
        y = top - max(free, 0) / 2
        for line, colour, gap in lines:
            y = draw_fitted(canvas, line, (wide - room) / 2, y - gap, room, HexColor(colour), centred=True)
        _signed(canvas, head, words)

    return draw


def _award_lines(
    lesson: Lesson, head: Head, who: str, below: str, words: Words, room: float
) -> list[tuple[Fitted, str, float]]:
    """What a certificate says, line by line: words, colour, and the gap above."""
    look, t = PALETTES[lesson.audience], words.t
    done = t("took part in the whole lesson “{lesson}”", lesson=lesson.title)
    if not below:
        done = t("took part together in the whole lesson “{lesson}”", lesson=lesson.title)
    lines: list[tuple[Fitted, str, float]] = []
    if head.school:
        lines.append((fitted_line(head.school, STRONG, 14, 9, room), look.muted, 0))
    lines.append((fitted_line(t("Certificate"), HEAVY, 46, 26, room), look.primary, 1 * mm))
    lines.append((fitted_line(t("is given to"), REGULAR, 16, 12, room), look.muted, 1 * mm))
    lines.append((fitted_line(who, HEAVY, 38, 13, room), look.ink, 0))
    if below:
        lines.append((fitted_line(below, STRONG, 16, 10, room), look.muted, 0))
    lines.append((fit(done, STRONG, (room, 20 * mm), 19, 11), look.ink, 2 * mm))
    message = f"“{printable(lesson.key_message)}”"
    lines.append((fit(message, REGULAR, (room, 22 * mm), 18, 9), look.primary, 3 * mm))
    return lines


def _signed(canvas: Canvas, head: Head, words: Words) -> None:
    """Place, date and signature, blank."""
    t, x, room = words.t, HIGH - 122 * mm, 96 * mm
    where = t("{place}, date: ....... / ....... / 20.....", place=head.place or "." * 20)
    y = draw_fitted(canvas, fitted_line(where, REGULAR, 12, 8, room), x, 62 * mm, room, MUTED, centred=True)
    draw_fitted(canvas, fitted_line(t("Teacher"), STRONG, 13, 10, room), x, y, room, INK, centred=True)
    if head.teacher:
        name = fitted_line(head.teacher, STRONG, 13, 8, room)
        draw_fitted(canvas, name, x, 25 * mm, room, INK, centred=True)

"""The family letter: what was learned, three things to try at home, whom to call; also in large print."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from lessonapp.domain.lesson import Lesson, Topic
from lessonapp.domain.look import PALETTES, POLICE
from lessonapp.domain.school import Contact
from lessonapp.domain.summary_values import Head
from lessonapp.i18n import Speaker
from lessonapp.reports.blocks import paragraphs
from lessonapp.reports.charts import Drawing
from lessonapp.reports.drawing import draw_picture
from lessonapp.reports.fitting import even
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG, markup, printable, width
from lessonapp.reports.layout import (
    HEIGHT,
    LINE,
    MUTED,
    TIGHT_TOP,
    WIDTH,
    Outlined,
    Paper,
    Text,
    author,
    build_counted,
    first_fitting,
    language_tag,
    paragraph,
    rich,
    scales,
    style,
)
from lessonapp.reports.lesson_words import remembered, told_at_home
from lessonapp.reports.people import DARK, SOFT, Box, Side, number_box, police_line, school_lines
from lessonapp.reports.words import Words

LARGE = (1.5, 1.46)
"""Text of 16 points or more; the smaller where it spares a page."""
SMALLEST = 0.74
ARCH = 44 * mm
PRIMARY = PALETTES["adults"].primary
THINGS = 3
BESIDE = HEIGHT * 0.6
"""Longer text goes on over pages, and the mascot has no room beside it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a family letter is made of."""

    lesson: Lesson
    head: Head
    contacts: tuple[Contact, ...] = ()
    class_label: str = ""
    large: bool = False
    police: str = POLICE


def handout_pdf(letter: Letter, speaker: Speaker) -> bytes:
    """The letter; print of 10 points or more that fits one page, large print on as many as it takes."""
    words = Words(speaker, letter.lesson.audience)
    paper = Paper(
        title=words.t("Family letter: {lesson}", lesson=letter.lesson.title),
        author=author(letter.head.school, letter.head.teacher),
        subject=words.t("Family letter"),
        language=language_tag(speaker.language),
        footer=words.t("Lớp Học Số · printed on the school's computer"),
        page_of=speaker.t("Page {page}/{pages}"),
    )
    tried = LARGE if letter.large else scales(1.0, SMALLEST, 0.065)
    sizes = (build_counted(paper, _story(letter, words, scale), _bar) for scale in tried)
    return min(sizes, key=lambda size: size[1])[0] if letter.large else first_fitting(sizes)


def _bar(canvas: Canvas) -> None:
    canvas.setFillColor(DARK)
    canvas.rect(0, A4[1] - 3 * mm, A4[0], 3 * mm, stroke=0, fill=1)


def _story(letter: Letter, words: Words, scale: float) -> list[Flowable]:
    story = [*_head(letter, words, scale), _Line(1.4, PRIMARY), Spacer(0, 3 * mm * scale)]
    learned = remembered(letter.lesson)[:THINGS]
    title = style(13 * scale, HEAVY, PRIMARY, after=1.5 * mm)
    known = words.t("Worth remembering") if letter.lesson.audience == "adults" else words.t("What we learned")
    story.append(Outlined(markup(known), title, known, 1))
    look = style(11.2 * scale, after=0.8 * mm, indent=5 * mm)
    story += [rich([("•  ", HEAVY), (line, REGULAR)], look) for line in learned]
    story += [Spacer(0, 2.5 * mm * scale)]
    home = words.t("Three things to try at home")
    things = _things(letter.lesson, words)
    first = KeepTogether([Outlined(markup(home), title, home, 1), _thing(1, *things[0], scale)])
    story += [first, *(_thing(n, *thing, scale) for n, thing in enumerate(things[1:], start=2))]
    story += [Spacer(0, 4 * mm * scale), *_help(letter, words, scale), Spacer(0, 4 * mm * scale)]
    return [*story, _Together(words.t("Our family agrees:"), words.t("Signed:"), scale)]


def _head(letter: Letter, words: Words, scale: float) -> list[Flowable]:
    t, lesson = words.t, letter.lesson
    adults = lesson.audience == "adults"
    wide = letter.large or adults  # grown-ups do not meet the mascot
    room = WIDTH if wide else WIDTH - ARCH - 6 * mm
    label = letter.class_label
    to = t("to the families of our pupils")
    if label:
        to = t("to the families of class {label}", label=letter.class_label)
    if adults:
        to = t("to take home")
    whose = " · ".join(part for part in (letter.head.school, to) if part)
    whose = whose[:1].upper() + whose[1:]
    name = printable(lesson.title)
    title = t("Today your child learned “{lesson}”", lesson=name)
    if adults:
        title = t("What we talked about: “{lesson}”", lesson=name)
    size = 23.0 if len(title) < 90 else 19.0
    if letter.large:
        size *= 1.15
    opening, quoted = title.split("“", 1)
    shown = [part for text in (opening.strip(), f"“{quoted}") for part in even(text, HEAVY, size, room)]
    left: list[Flowable] = [paragraph(whose, style(10 * min(scale, 1.2), STRONG, "muted", after=1.5 * mm))]
    look = style(size, HEAVY, PRIMARY, line=1.25, after=2.2 * mm)
    left.append(Outlined("<br/>".join(markup(line) for line in shown), look, title, 0))
    note = paragraphs(lesson.family_note) if lesson.family_note else [lesson.key_message]
    left += [paragraph(text, style(11.2 * scale, after=1 * mm)) for text in note]
    if wide or sum(part.wrap(room, HEIGHT)[1] for part in left) > BESIDE:
        return [*left, Spacer(0, 2 * mm)]
    look_table = [*TIGHT_TOP, ("BOTTOMPADDING", (0, 0), (-1, -1), 9)]
    arch = _Arch(ARCH, 51 * mm)
    return [Table([[left, "", arch]], colWidths=[room, 6 * mm, ARCH], style=look_table)]


class _Arch(Drawing):
    """The mascot in its arch."""

    def draw(self) -> None:
        canvas, wide, high = self.canv, self.width, self.height
        for inset, colour in ((0.0, SOFT), (4.2 * mm, DARK)):
            across, radius = wide - 2 * inset, (wide - 2 * inset) / 2
            canvas.setFillColor(colour)
            top = high - inset - radius
            path = canvas.beginPath()
            path.moveTo(inset, 0)
            path.lineTo(inset, top)
            path.arcTo(inset, top - radius, inset + across, top + radius, 180, -180)
            path.lineTo(inset + across, 0)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)
        draw_picture(canvas, "mascot/sao-hello", 6.5 * mm, 0, 38 * mm)


class _Line(Drawing):
    def __init__(self, thick: float, colour: str) -> None:
        super().__init__(WIDTH, 1 * mm)
        self.thick, self.colour = thick, HexColor(colour)

    def draw(self) -> None:
        self.canv.setStrokeColor(self.colour)
        self.canv.setLineWidth(self.thick)
        self.canv.line(0, self.height, self.width, self.height)


def _thing(number: int, title: str, text: str, scale: float) -> Flowable:
    """A numbered thing to try."""
    cells = [
        paragraph(str(number), style(23 * min(scale, 1.2), HEAVY, PRIMARY, line=1.1)),
        [paragraph(title, style(12.2 * scale, HEAVY)), paragraph(text, style(11 * scale))],
    ]
    look = [
        *TIGHT_TOP,
        ("TOPPADDING", (0, 0), (-1, -1), 5 * scale),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6 * scale),
        ("LINEBELOW", (0, 0), (-1, -1), 0.7, LINE),
    ]
    return Table([cells], colWidths=[13 * mm, WIDTH - 13 * mm], style=look)


def _things(lesson: Lesson, words: Words) -> list[tuple[str, str]]:
    """The lesson's own thing first, then habits of a household that suit its topic."""
    t = words.t
    own = [(t("Let your child play teacher"), text) for text in told_at_home(lesson)]
    if lesson.audience == "adults":
        own = [(t("Share one thing"), text) for text in told_at_home(lesson)]
    habits = _habits(words)
    suited = dict.fromkeys([*SUITED.get(lesson.topic, ()), *habits])
    return [*own[:1], *(habits[key] for key in suited)][:THINGS]


SUITED: dict[Topic, tuple[str, ...]] = {
    "privacy": ("photo", "ask"),
    "passwords": ("words", "ask"),
    "kindness": ("ask", "example"),
    "strangers": ("ask", "room"),
    "harmful-content": ("together", "ask"),
    "scams": ("stop", "words"),
    "balance": ("room", "example"),
    "footprint": ("photo", "example"),
    "help": ("ask", "number"),
    "creating": ("together", "example"),
    "ai": ("together", "ask"),
    "conduct": ("example", "ask"),
    "recovery": ("ask", "number"),
    "friends": ("ask", "number"),
    "sextortion": ("number", "ask"),
}


def _habits(words: Words) -> dict[str, tuple[str, str]]:
    t = words.t
    return {
        "ask": (
            t("One question every evening"),
            t("“What made you glad or worried online today?” Hear it all before advising."),
        ),
        "room": (
            t("Charge devices in a shared room"),
            t("Everybody's devices rest there before bedtime, the parents' too."),
        ),
        "photo": (
            t("Ask before posting a picture of your child"),
            t("A uniform, a name badge or the school gate tells others where your child is."),
        ),
        "words": (
            t("Keep the family's codes private"),
            t("Passwords and codes sent to a phone are for nobody who calls or writes, whoever they are."),
        ),
        "stop": (
            t("Stop, and check together"),
            t("When a message hurries you, hang up and call a number you have found yourself."),
        ),
        "together": (
            t("Look together for ten minutes"),
            t("Let your child show what they like, and ask where it comes from and who made it."),
        ),
        "example": (
            t("Show how it is done"),
            t("Children do as we do: put the phone away at meals, and write as we wish to be written to."),
        ),
        "number": (
            t("Put 111 where all can see it"),
            t("By the phone or on the door: free, day and night, for children, parents and carers."),
        ),
    }


def _help(letter: Letter, words: Words, scale: float) -> list[Flowable]:
    """What to say and do when a child tells, and whom to call."""
    t = words.t
    text = style(11 * scale, after=0.8 * mm)
    told: list[Text] = [
        paragraph(
            t("If your child tells you of something that went wrong"),
            style(12.5 * scale, HEAVY, PRIMARY, after=1 * mm),
        ),
        *(
            rich([(start, STRONG), (f" {rest}", REGULAR)], text)
            for start, rest in (
                (t("Say:"), t("“Thank you for telling me. It is not your fault.”")),
                (t("Do:"), t("keep the device and messages as they are; call 111.")),
                (
                    t("Avoid:"),
                    t("scolding, taking the device away at once, copying or passing on private pictures."),
                ),
            )
        ),
    ]
    left = WIDTH * 0.56 if scale <= 1 else WIDTH
    right = WIDTH - left - 5 * mm
    school = [paragraph(t("At school"), style(12 * scale, HEAVY, after=0.5 * mm))]
    school += [paragraph(line, style(10.6 * scale)) for line in school_lines(letter.contacts, words)]
    danger = [
        paragraph(t("In danger right now"), style(12 * scale, HEAVY, after=0.5 * mm)),
        paragraph(police_line(words, letter.police), style(10.6 * scale)),
    ]
    if scale > 1:
        boxes = (Box(told, left, SOFT), number_box(words, left, scale), Box(school, left), Box(danger, left))
        return [part for box in boxes for part in (box, Spacer(0, 2.5 * mm))]
    return [
        KeepTogether([Side([Box(told, left, SOFT), number_box(words, right, scale)])]),
        Spacer(0, 4 * mm * scale),
        KeepTogether([Side([Box(school, left, pad=4.5 * mm), Box(danger, right, pad=4.5 * mm)])]),
    ]


class _Together(Drawing):
    """A dashed box with a line for what the family agrees, and one to sign."""

    def __init__(self, agrees: str, signed: str, scale: float) -> None:
        super().__init__(WIDTH, 24 * mm * min(max(scale, 0.85), 1.15))
        self.agrees, self.signed, self.size = printable(agrees), printable(signed), 11 * scale

    def draw(self) -> None:
        canvas = self.canv
        canvas.setDash(3, 2)
        canvas.setLineWidth(1)
        canvas.setStrokeColor(MUTED)
        canvas.roundRect(0, 0, self.width, self.height, 3 * mm, stroke=1, fill=0)
        canvas.setDash()
        canvas.setFont(STRONG, self.size)
        canvas.setFillColor(HexColor(PALETTES["adults"].ink))
        canvas.drawString(6 * mm, self.height - 5 * mm - self.size * 0.6, self.agrees)
        canvas.setFont(REGULAR, self.size)
        sign, at = width(self.signed, REGULAR, self.size), self.width * 0.68
        canvas.drawString(at, 5.5 * mm, self.signed)
        canvas.setLineWidth(0.6)
        canvas.line(6 * mm, 5 * mm, at - 6 * mm, 5 * mm)
        canvas.line(at + sign + 1.5 * mm, 5 * mm, self.width - 6 * mm, 5 * mm)

"""The worksheet: the lesson's own sheet, the quiz on paper in two versions, and the answer key."""

from typing import Literal

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import LETTERS
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.summary_values import Head
from lessonapp.i18n import Speaker
from lessonapp.reports.blocks import text_blocks
from lessonapp.reports.charts import Drawing, Shapes
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG, printable, width
from lessonapp.reports.formal import no_widows
from lessonapp.reports.heads import lesson_head
from lessonapp.reports.layout import (
    EDGE,
    INK,
    SMALL,
    TIGHT,
    WIDTH,
    Paper,
    TableLook,
    author,
    build,
    build_counted,
    language_tag,
    lined,
    paragraph,
    rich,
    style,
)
from lessonapp.reports.lesson_words import paper_questions
from lessonapp.reports.quiz import VERSIONS, Entry, PaperQuestion, Version, quiz
from lessonapp.reports.words import Words

Part = Literal["all", "own", "a", "b"]
PARTS: tuple[Part, ...] = ("all", "own", "a", "b")
YOUNG = ("grades-1-3",)
SCALES = (1.0, 0.96, 0.925)


def worksheet_pdf(lesson: Lesson, head: Head, speaker: Speaker, part: Part = "all") -> bytes:
    """The sheet to copy for pupils; each part begins on a page of its own."""
    words = Words(speaker, lesson.audience)
    parts: list[list[Flowable]] = []
    if part in ("all", "own") and lesson.worksheet:
        parts.append(_own(lesson, head, words))
    if part != "own" or not lesson.worksheet:
        wanted = {"a": VERSIONS[:1], "b": VERSIONS[1:]}.get(part, VERSIONS)
        parts += [_quiz(lesson, head, version, words) for version in wanted]
    story: list[Flowable] = []
    for number, content in enumerate(parts):
        story += [PageBreak(), *content] if number else content
    return build(_paper(lesson, head, words, words.t("Worksheet")), story)


def key_pdf(lesson: Lesson, head: Head, speaker: Speaker) -> bytes:
    """The answer key of both versions, with what each right answer rests on."""
    words = Words(speaker, lesson.audience)
    t = words.t
    story: list[Flowable] = [*lesson_head(lesson, head, t("Answer key"))]
    versions = [quiz(lesson, version) for version in VERSIONS]
    if not versions[0]:
        story.append(paragraph(t("This lesson has no questions."), style(10.5)))
        return build(_paper(lesson, head, words, t("Answer key")), story)
    small = style(9.5, STRONG, "muted")
    rows: list[list[object]] = [
        [
            paragraph(text, small)
            for text in (t("No."), t("Version A"), t("Version B"), t("Question and reason"))
        ]
    ]
    for first, second, asked in zip(*versions, paper_questions(lesson), strict=True):
        rows.append(
            [
                paragraph(str(first.number), style(10.5, HEAVY)),
                paragraph(first.key, style(10.5, STRONG)),
                paragraph(second.key, style(10.5, STRONG)),
                [paragraph(first.prompt, style(9.8, STRONG)), *_reason(asked)],
            ]
        )
    look = [*lined((2, 4, 3, 4), "TOP", head=True), *no_widows(len(rows))]
    widths = (10 * mm, 30 * mm, 30 * mm, WIDTH - 70 * mm)
    story += [Table(rows, colWidths=widths, style=look, repeatRows=1), Spacer(0, 3 * mm)]
    story.append(paragraph(t("Numbers stand for items, letters for what they go with."), SMALL))
    return build(_paper(lesson, head, words, t("Answer key")), story)


def _reason(question: QuestionBase) -> list[Flowable]:
    """What the lesson says when the right answer is shown."""
    options = getattr(question, "options", getattr(question, "spots", ()))
    said = [option.feedback for option in options if option.correct and option.feedback]
    text = question.explanation or " ".join(said)
    return [paragraph(text, SMALL)] if text else []


def _paper(lesson: Lesson, head: Head, words: Words, kind: str) -> Paper:
    return Paper(
        title=f"{kind}: {lesson.title}",
        author=author(head.school, head.teacher),
        subject=kind,
        language=language_tag(words.speaker.language),
        footer=words.t("{kind} · {lesson}", kind=kind, lesson=printable(lesson.title)),
        page_of=words.speaker.t("Page {page}/{pages}"),
    )


def _own(lesson: Lesson, head: Head, words: Words) -> list[Flowable]:
    """The lesson's own sheet; a little smaller and closer where that spares a page."""

    def pages(scale: float) -> int:
        paper = _paper(lesson, head, words, words.t("Worksheet"))
        return build_counted(paper, _own_in(lesson, head, words, scale))[1]

    return _own_in(lesson, head, words, min(SCALES, key=pages))


def _own_in(lesson: Lesson, head: Head, words: Words, scale: float) -> list[Flowable]:
    look = style((11.5 if lesson.audience in YOUNG else 10.8) * scale, after=1.6 * mm * scale**4)
    return [*lesson_head(lesson, head, words.t("Worksheet")), _Who(words), Spacer(0, 3 * mm),
            *text_blocks(lesson.worksheet or "", look)]  # fmt: skip


def _quiz(lesson: Lesson, head: Head, version: Version, words: Words) -> list[Flowable]:
    t = words.t
    kind = t("Quiz, version {letter}", letter=version)
    story = [*lesson_head(lesson, head, kind), _Who(words), Spacer(0, 2 * mm)]
    questions = quiz(lesson, version)
    if not questions:
        return [*story, paragraph(t("This lesson has no questions."), style(10.5))]
    story += [paragraph(t("No names, nothing about yourself: only what the people in the story do."), SMALL),
              Spacer(0, 2 * mm)]  # fmt: skip
    for question in questions:
        story += _question(question, words)
    return [
        *story,
        Spacer(0, 2 * mm),
        paragraph(t("Worried about something? Tell a grown-up you trust, or call 111."), style(10, STRONG)),
    ]


class _Who(Drawing):
    """Room for number and class, for grown-ups their group: never for a name."""

    def __init__(self, words: Words) -> None:
        super().__init__(WIDTH, 8 * mm)
        day = (words.t("Day:"), WIDTH - 102 * mm)
        if words.audience == "adults":
            self.blanks = [(words.t("Group:"), 102 * mm), day]
        else:
            self.blanks = [(words.t("My number:"), 52 * mm), (words.t("Class:"), 50 * mm), day]

    def draw(self) -> None:
        canvas, x = self.canv, 0.0
        canvas.setFillColor(INK)
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.7)
        for label, room in self.blanks:
            canvas.setFont(STRONG, 10.5)
            canvas.drawString(x, 2.5 * mm, label)
            start = x + width(label, STRONG, 10.5) + 2 * mm
            canvas.line(start, 2 * mm, x + room - 5 * mm, 2 * mm)
            x += room


def _question(question: PaperQuestion, words: Words) -> list[Flowable]:
    t = words.t
    hints = {
        "one": "",
        "some": t("Choose all that are right."),
        "order": t("Write 1, 2, 3 … in the boxes."),
        "match": t("Write the letter that goes with each number."),
        "sort": t("Write the letter of the group in each box."),
    }
    hint = hints[question.kind]
    pieces = [(f"{question.number}. ", HEAVY), (question.prompt, STRONG)]
    if hint:
        pieces.append((f" {hint}", REGULAR))
    body: list[Flowable] = [rich(pieces, style(11, after=1 * mm))]
    if question.targets:
        body.append(_joined(question))
    else:
        body.append(_chosen(question))
    return [KeepTogether(body), Spacer(0, 3 * mm)]


GRID: TableLook = [*TIGHT, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
SIGN, IN = 9 * mm, 5 * mm
HALF = (WIDTH - IN) / 2
OPTION = style(10.8)


def _chosen(question: PaperQuestion) -> Table:
    """Options with their signs; two in a line where all are short."""
    cells = [(_sign(entry), paragraph(entry.text, OPTION)) for entry in question.entries]
    room = HALF - SIGN - 3 * mm
    short = all(width(printable(e.text), REGULAR, OPTION.fontSize) <= room for e in question.entries)
    if not short or question.kind == "order":
        rows: list[list[object]] = [["", sign, text] for sign, text in cells]
        return Table(rows, colWidths=[IN, SIGN, WIDTH - IN - SIGN], style=GRID)
    pairs = [[part for cell in cells[at : at + 2] for part in cell] for at in range(0, len(cells), 2)]
    rows = [["", *pair, *([""] * (4 - len(pair)))] for pair in pairs]
    return Table(rows, colWidths=[IN, SIGN, HALF - SIGN, SIGN, HALF - SIGN], style=GRID)


def _sign(entry: Entry) -> Drawing:
    return Shapes([entry.label], 5.2 * mm) if entry.label in tuple(LETTERS) else _Blank()


def _joined(question: PaperQuestion) -> Table:
    """What is numbered at the left with room for a letter, what is lettered at the right."""
    left = [(paragraph(f"{e.label}.", OPTION), _Blank(), paragraph(e.text, OPTION)) for e in question.entries]
    right = [paragraph(f"{e.label}. {printable(e.text)}", style(10.8, STRONG)) for e in question.targets]
    rows: list[list[object]] = []
    for place in range(max(len(left), len(right))):
        number, box, text = left[place] if place < len(left) else ("", "", "")
        rows.append(["", number, box, text, right[place] if place < len(right) else ""])
    widths = [IN, 7 * mm, SIGN, HALF - 7 * mm - SIGN + 8 * mm, HALF - 8 * mm]
    apart = ("RIGHTPADDING", (3, 0), (3, -1), 5 * mm)
    return Table(rows, colWidths=widths, style=[*GRID, apart])


class _Blank(Drawing):
    """A box to write a number or letter in."""

    def __init__(self) -> None:
        super().__init__(6 * mm, 5.4 * mm)

    def draw(self) -> None:
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.8)
        self.canv.roundRect(0, 0, 5.4 * mm, 5.2 * mm, 0.8 * mm, stroke=1, fill=0)

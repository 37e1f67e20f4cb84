"""A lesson plan (Kế hoạch bài dạy) as Công văn 5512 (secondary) and 2345 (primary) lay it out."""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from lessonapp.domain.competences import competence_name
from lessonapp.domain.lesson import Block, Lesson
from lessonapp.domain.look import Audience
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.step import Step, step_title
from lessonapp.domain.summary_values import Head
from lessonapp.domain.text import plain
from lessonapp.i18n import Speaker
from lessonapp.reports.fonts import FORMAL_BOLD, FORMAL_ITALIC, markup, printable
from lessonapp.reports.formal import (
    FORMAL_WIDTH,
    TITLE_SIZE,
    Cell,
    blanks,
    body,
    build_formal_counted,
    bullet,
    formal_table,
    heading,
    line,
    look,
    signed_by_two,
    start_of,
    two_parts,
)
from lessonapp.reports.layout import Outlined, Paper, Text, author, first_fitting, language_tag, shortened
from lessonapp.reports.lesson_words import SECONDARY, product, pupils_do, qualities
from lessonapp.reports.words import Words, class_name

WIDTHS = tuple(n * mm for n in (10, 70, 48, 37))
NOTES = 72


@dataclass(frozen=True, slots=True)
class Print:
    """How large text and table are, and how far paragraphs stand apart."""

    size: float
    table: float
    after: float


PRINTS = (Print(11.5, 10, 2), Print(11, 9.5, 1.5), Print(10.5, 9, 1))
"""Smaller and closer than in a letter of the office: the first with which a lesson fits its pages.

The second and those below are for machines without Times New Roman, whose letters are narrow.
"""
PAGES = 3
PERIOD: dict[Audience, int] = {
    "grades-1-3": 35,
    "grades-4-5": 35,
    "grades-6-9": 45,
    "grades-10-12": 45,
    "adults": 60,
}
"""Minutes of a school period."""


def plan_pdf(lesson: Lesson, head: Head, speaker: Speaker, class_label: str = "") -> bytes:
    """The plan of a lesson for the teacher's file; the same bytes for the same lesson."""
    words = Words(speaker, lesson.audience)
    paper = Paper(
        title=words.t("Lesson plan: {lesson}", lesson=lesson.title),
        author=author(head.teacher, head.school),
        subject=words.t("Lesson plan"),
        language=language_tag(speaker.language),
    )
    stories = (_story(lesson, head, words, class_label, fit) for fit in PRINTS)
    return first_fitting((build_formal_counted(paper, story) for story in stories), PAGES)


def _story(lesson: Lesson, head: Head, words: Words, class_label: str, fit: Print) -> list[Flowable]:
    laid_out = _secondary if lesson.audience in SECONDARY else _primary
    signed = signed_by_two(
        words.t("Approved by the subject group"),
        words.t("Planned by"),
        words.t("(signature and full name)"),
        16 * mm,
    )
    return [*_head(lesson, head, words, class_label), *laid_out(lesson, words, fit), signed]


def _head(lesson: Lesson, head: Head, words: Words, class_label: str) -> list[Flowable]:
    t = words.t
    left = [
        line(head.school or t("School: {name}", name="." * 30), look()),
        line(t("Subject group: {name}", name="." * 24), look()),
    ]
    right = [
        line(t("Teacher's full name:"), look(align="centre")),
        line(head.teacher or "." * 34, look(font=FORMAL_BOLD, align="centre")),
    ]
    label = class_name(class_label, words) if class_label else t("Class {label}", label="." * 10)
    periods = max(1, -(-lesson.minutes // PERIOD[lesson.audience]))
    name = t("Lesson plan: {lesson}", lesson=lesson.title)
    time = words.nt("Time: {count} period ({minutes} minutes)", "Time: {count} periods ({minutes} minutes)",
                    periods, minutes=lesson.minutes)  # fmt: skip
    return [
        two_parts(left, right, FORMAL_WIDTH / 2),
        Spacer(0, 6 * mm),
        Outlined(
            markup(name.upper(), formal=True),
            look(TITLE_SIZE, FORMAL_BOLD, "centre", after=3),
            printable(name, formal=True),
            0,
        ),
        line(t("Subject or activity: {name}; {label}", name="." * 30, label=label), look(align="centre")),
        line(time, look(align="centre")),
        line(t("Date: ...... / ...... / 20......"), look(font=FORMAL_ITALIC, align="centre", after=8)),
    ]


def _goals(lesson: Lesson) -> list[str]:
    return [plain(goal) for goal in lesson.objectives] or [plain(lesson.key_message)]


def _competences(lesson: Lesson, words: Words) -> list[str]:
    language = words.speaker.language
    return [f"{tag}: {competence_name(tag, language)}." for tag in lesson.competences]


def _materials(lesson: Lesson, words: Words, fit: Print) -> list[Flowable]:
    t = words.t
    computer = t("A computer with Lớp Học Số, a projector or television; works with no internet.")
    return [_bullet(item, fit) for item in (computer, *(_sentence(m) for m in lesson.materials))]


def _sentence(text: str) -> str:
    text = plain(text).strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".!?…" else ".")


def _primary(lesson: Lesson, words: Words, fit: Print) -> list[Flowable]:
    """Công văn 2345/BGDĐT-GDTH: outcomes, materials, activities, changes after the lesson."""
    t = words.t
    story: list[Flowable] = [_heading(t("1. Outcomes"), fit, 2, 1)]
    story += [_bullet(goal, fit) for goal in _goals(lesson)]
    story += [_bullet(tag, fit) for tag in _competences(lesson, words)]
    if lesson.audience != "adults":
        story += [_bullet(quality, fit) for quality in qualities(lesson.topic, words)]
    story += [_heading(t("2. Materials"), fit, 2, 1), *_materials(lesson, words, fit)]
    story += [_heading(t("3. Main activities"), fit, 2, 1), *_care(lesson, words, fit)]
    for number, block in enumerate(lesson.blocks, start=1):
        steps = _steps(block, words, fit)
        story += [*_block_head(block, number, steps, words, fit), steps, Spacer(0, 3 * mm)]
    return [*story, _heading(t("4. Changes after the lesson (if any)"), fit, 2, 1), blanks(3)]


def _secondary(lesson: Lesson, words: Words, fit: Print) -> list[Flowable]:
    """Công văn 5512/BGDĐT-GDTrH, Phụ lục IV: goals, materials, and each activity in four parts."""
    t = words.t
    story: list[Flowable] = [_heading(t("I. Goals"), fit), _heading(t("1. Knowledge"), fit, 2)]
    story += [_bullet(goal, fit) for goal in _goals(lesson)]
    story += [_heading(t("2. Competences (Circular 02/2025)"), fit, 2)]
    story += [_bullet(tag, fit) for tag in _competences(lesson, words)]
    story += [_heading(t("3. Qualities"), fit, 2), *(_bullet(q, fit) for q in qualities(lesson.topic, words))]
    story += [_heading(t("II. Equipment and materials"), fit), *_materials(lesson, words, fit)]
    story += [_heading(t("III. Course of the lesson"), fit), *_care(lesson, words, fit)]
    for number, block in enumerate(lesson.blocks, start=1):
        steps = _steps(block, words, fit)
        story += _block_head(block, number, None, words, fit)
        goals = _goals(lesson)
        own = _sentence(goals[number - 1]) if len(goals) == len(lesson.blocks) else t("As in part I.")
        products = dict.fromkeys(product(step, words) for step in block.steps)
        made = "; ".join(name for name in products if name)
        story += [
            _body(t("**a) Goal:** {text}", text=own), fit),
            _body(t("**b) Content:** {text}", text=_content(block, words)), fit),
            _body(t("**c) Product:** {text}", text=_sentence(made)), fit),
            CondPageBreak(start_of(steps) + 22),
            _body(t("**d) How it is done:**"), fit),
            steps,
            Spacer(0, 3 * mm),
        ]
    return story


def _content(block: Block, words: Words) -> str:
    """What is done in an activity; its questions are counted, for the table names them."""
    done = dict.fromkeys(
        plain(step_title(step)).rstrip(".") for step in block.steps if not isinstance(step, QuestionBase)
    )
    asked = sum(isinstance(step, QuestionBase) for step in block.steps)
    questions = [words.nt("{count} question", "{count} questions", asked)] if asked else []
    return _sentence("; ".join([*done, *questions]))


def _care(lesson: Lesson, words: Words, fit: Print) -> list[Flowable]:
    """What the teacher prepares, and what is not said at this age."""
    return [
        _body(words.t("**Before the lesson:** {text}", text=" ".join(lesson.teacher.before.split())), fit),
        _body(words.t("**Take care:** {text}", text=" ".join(lesson.teacher.caution.split())), fit),
    ]


def _heading(text: str, fit: Print, level: int = 1, entry: int | None = None) -> Outlined:
    return heading(text, level, entry, fit.size, fit.after)


def _bullet(text: str, fit: Print) -> Text:
    return bullet(text, fit.size, fit.after / 2)


def _body(text: str, fit: Print) -> Text:
    return body(text, fit.size, fit.after)


def _block_head(
    block: Block, number: int, below: Flowable | None, words: Words, fit: Print
) -> list[Flowable]:
    """The activity's name, never alone at the end of a page."""
    minutes = sum(step.minutes for step in block.steps)
    name = words.nt(
        "Activity {number}: {title} ({count} minute)", "Activity {number}: {title} ({count} minutes)",
        minutes, number=number, title=plain(block.title),
    )  # fmt: skip
    head = _heading(name, fit, 2)
    head.keepWithNext = 0  # it would pull the whole table to the next page
    return [CondPageBreak(30 * mm if below is None else start_of(below) + 28), head]


def _steps(block: Block, words: Words, fit: Print) -> Flowable:
    adults = words.audience == "adults"
    header = [
        words.t("Min."),
        words.t("Who leads") if adults else words.t("The teacher"),
        words.t("Everybody") if adults else words.t("The class"),
        words.t("What comes of it"),
    ]
    rows: list[list[Cell]] = [
        [str(step.minutes or "–"), _teacher(step, fit), pupils_do(step, words), product(step, words) or "–"]
        for step in block.steps
    ]
    return formal_table(header, rows, WIDTHS, left=(1, 2, 3), size=fit.table)


def _teacher(step: Step, fit: Print) -> Text:
    """The step by name, and the beginning of what the teacher says and does."""
    name = _sentence(shortened(step_title(step), 110))
    said = markup(shortened(step.notes, NOTES), formal=True)
    return Text(f'<font name="{FORMAL_BOLD}">{markup(name, formal=True)}</font> {said}', look(fit.table))

"""A lesson plan (Kế hoạch bài dạy) as Công văn 5512 (secondary) and 2345 (primary) lay it out."""

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from lessonapp.domain.competences import competence_name
from lessonapp.domain.lesson import Block, Lesson
from lessonapp.domain.look import Audience
from lessonapp.domain.step import Step, step_title
from lessonapp.domain.summary_values import Head
from lessonapp.domain.text import plain
from lessonapp.i18n import Speaker
from lessonapp.reports.fonts import FORMAL_BOLD, FORMAL_ITALIC, markup, printable
from lessonapp.reports.formal import (
    FORMAL_WIDTH,
    TABLE_SIZE,
    TITLE_SIZE,
    Cell,
    blanks,
    body,
    build_formal,
    bullet,
    formal_table,
    heading,
    line,
    look,
    signed_by_two,
    two_parts,
)
from lessonapp.reports.layout import Outlined, Paper, language_tag, shortened
from lessonapp.reports.lesson_words import SECONDARY, product, pupils_do, qualities
from lessonapp.reports.words import Words, class_name

WIDTHS = tuple(n * mm for n in (12, 72, 45, 36))
NOTES = 110
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
    secondary = lesson.audience in SECONDARY
    story = _head(lesson, head, words, class_label)
    story += _secondary(lesson, words) if secondary else _primary(lesson, words)
    story.append(
        signed_by_two(
            words.t("Approved by the subject group"),
            words.t("Planned by"),
            words.t("(signature and full name)"),
        )
    )
    paper = Paper(
        title=words.t("Lesson plan: {lesson}", lesson=lesson.title),
        author=head.teacher or head.school or "Lớp Học Số",
        subject=words.t("Lesson plan"),
        language=language_tag(speaker.language),
    )
    return build_formal(paper, story)


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


def _materials(lesson: Lesson, words: Words) -> list[Flowable]:
    t = words.t
    computer = t("A computer with Lớp Học Số, a projector or television; works with no internet.")
    return [bullet(item) for item in (computer, *(_sentence(m) for m in lesson.materials))]


def _sentence(text: str) -> str:
    text = plain(text).strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".!?…" else ".")


def _primary(lesson: Lesson, words: Words) -> list[Flowable]:
    """Công văn 2345/BGDĐT-GDTH: outcomes, materials, activities, changes after the lesson."""
    t = words.t
    story: list[Flowable] = [heading(t("1. Outcomes"), 2, 1)]
    story += [bullet(goal) for goal in _goals(lesson)]
    story += [bullet(tag) for tag in _competences(lesson, words)]
    if lesson.audience != "adults":
        story += [bullet(quality) for quality in qualities(lesson.topic, words)]
    story += [heading(t("2. Materials"), 2, 1), *_materials(lesson, words)]
    story += [heading(t("3. Main activities"), 2, 1), *_care(lesson, words)]
    for number, block in enumerate(lesson.blocks, start=1):
        story += _block_head(block, number, words)
        story += [_steps(block, words), Spacer(0, 4 * mm)]
    return [*story, heading(t("4. Changes after the lesson (if any)"), 2, 1), blanks(3)]


def _secondary(lesson: Lesson, words: Words) -> list[Flowable]:
    """Công văn 5512/BGDĐT-GDTrH, Phụ lục IV: goals, materials, and each activity in four parts."""
    t = words.t
    story: list[Flowable] = [heading(t("I. Goals")), heading(t("1. Knowledge"), 2)]
    story += [bullet(goal) for goal in _goals(lesson)]
    story += [heading(t("2. Competences (Circular 02/2025)"), 2)]
    story += [bullet(tag) for tag in _competences(lesson, words)]
    story += [heading(t("3. Qualities"), 2), *(bullet(q) for q in qualities(lesson.topic, words))]
    story += [heading(t("II. Equipment and materials")), *_materials(lesson, words)]
    story += [heading(t("III. Course of the lesson")), *_care(lesson, words)]
    for number, block in enumerate(lesson.blocks, start=1):
        story += _block_head(block, number, words)
        goals = _goals(lesson)
        own = [goals[number - 1]] if len(goals) == len(lesson.blocks) else goals
        content = "; ".join(dict.fromkeys(plain(step_title(step)).rstrip(".") for step in block.steps))
        products = dict.fromkeys(product(step, words) for step in block.steps)
        made = "; ".join(name for name in products if name)
        story += [
            body(t("**a) Goal:** {text}", text=" ".join(_sentence(goal) for goal in own))),
            body(t("**b) Content:** {text}", text=_sentence(content))),
            body(t("**c) Product:** {text}", text=_sentence(made))),
            body(t("**d) How it is done:**")),
            _steps(block, words),
            Spacer(0, 4 * mm),
        ]
    return story


def _care(lesson: Lesson, words: Words) -> list[Flowable]:
    """What the teacher prepares, and what is not said at this age."""
    return [
        body(words.t("**Before the lesson:** {text}", text=" ".join(lesson.teacher.before.split()))),
        body(words.t("**Take care:** {text}", text=" ".join(lesson.teacher.caution.split()))),
    ]


def _block_head(block: Block, number: int, words: Words) -> list[Flowable]:
    minutes = sum(step.minutes for step in block.steps)
    name = words.nt(
        "Activity {number}: {title} ({count} minute)", "Activity {number}: {title} ({count} minutes)",
        minutes, number=number, title=plain(block.title),
    )  # fmt: skip
    head = heading(name, 2)
    head.keepWithNext = 0  # it would pull the whole table to the next page
    return [CondPageBreak(50 * mm), head]


def _steps(block: Block, words: Words) -> Flowable:
    adults = words.audience == "adults"
    header = [
        words.t("Min."),
        words.t("Who leads") if adults else words.t("The teacher"),
        words.t("Everybody") if adults else words.t("The class"),
        words.t("What comes of it"),
    ]
    rows: list[list[Cell]] = [
        [str(step.minutes or "–"), _teacher(step), pupils_do(step, words), product(step, words) or "–"]
        for step in block.steps
    ]
    return formal_table(header, rows, WIDTHS, left=(1, 2, 3))


def _teacher(step: Step) -> list[Flowable]:
    """The step by name, and the beginning of what the teacher says and does."""
    return [
        line(shortened(step_title(step), 160), look(TABLE_SIZE, FORMAL_BOLD)),
        line(shortened(step.notes, NOTES), look(TABLE_SIZE)),
    ]

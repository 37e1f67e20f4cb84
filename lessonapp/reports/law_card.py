"""The law card of a lesson: what may be said to its audience, what is left out, and what it rests on."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from lessonapp.domain.law import LawAct, LawCard, LawLine, LawPack
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.summary_values import Head
from lessonapp.i18n import Speaker
from lessonapp.reports.blocks import text_blocks
from lessonapp.reports.fonts import STRONG, printable
from lessonapp.reports.heads import paper_head
from lessonapp.reports.layout import (
    LINE,
    TIGHT_TOP,
    WIDTH,
    Heading,
    Paper,
    author,
    build,
    language_tag,
    paragraph,
    style,
)
from lessonapp.reports.lesson_words import audience_name
from lessonapp.reports.words import Words


def law_card_pdf(
    lesson: Lesson, head: Head, pack: LawPack, speaker: Speaker, *, stale: bool = False
) -> bytes:
    """The card; what the lesson itself cites comes first; `stale` where nobody checked for a year."""
    words = Words(speaker, lesson.audience)
    paper = Paper(
        title=words.t("Law card: {lesson}", lesson=lesson.title),
        author=author(head.school, head.teacher),
        subject=words.t("Law card"),
        language=language_tag(speaker.language),
        footer=words.t(
            "Last checked: {day}. For information; it is no legal advice.", day=words.day(pack.checked)
        ),
        page_of=speaker.t("Page {page}/{pages}"),
    )
    return build(paper, list(_story(lesson, head, pack, words, stale=stale)))


def _story(lesson: Lesson, head: Head, pack: LawPack, words: Words, *, stale: bool) -> Iterator[Flowable]:
    t, language = words.t, words.speaker.language
    card = pack.cards[lesson.audience]
    whom = paragraph(audience_name(lesson.audience, words), style(11, colour="muted"))
    yield from paper_head(head, t("Law card"), Heading(printable(lesson.title), 0, 21), [whom])
    if stale:
        old = t(
            "Last checked: {day}, over a year ago. Make sure it still holds before you cite it.",
            day=words.day(pack.checked),
        )
        yield paragraph(old, style(11, STRONG, after=2 * mm))
    yield Heading(t("May be said"), 1, 13.5)
    said = "\n".join(f"- {printable(line.text(language))}" for line in _ordered(card, lesson))
    yield from text_blocks(said, style(11.5, after=1.6 * mm))
    yield Spacer(0, 2 * mm)
    yield Heading(t("Is left out"), 1, 13.5)
    left = "\n".join(f"- {printable(line.text(language))}" for line in card.leave)
    yield from text_blocks(left, style(11.5, after=1.6 * mm))
    yield Spacer(0, 2 * mm)
    yield Heading(t("What it rests on (for the teacher only)"), 1, 13.5)
    keys = [key for line in _ordered(card, lesson) for key in line.facts]
    yield _acts(pack.acts_behind([*lesson.sources, *keys]), pack, words)


def _ordered(card: LawCard, lesson: Lesson) -> list[LawLine]:
    cited = set(lesson.sources)
    return sorted(card.say, key=lambda line: not cited & set(line.facts))


def _acts(acts: tuple[LawAct, ...], pack: LawPack, words: Words) -> Table:
    t = words.t
    head, text = style(9.5, STRONG, "muted"), style(10)
    rows = [
        [
            paragraph(name, head)
            for name in (t("Number"), t("Document"), t("In force from"), t("Last checked"))
        ]
    ]
    for act in acts:
        begins = words.day(act.in_force) if act.in_force else t("not confirmed: look it up")
        cells = (act.number, act.text(words.speaker.language), begins, words.day(pack.checked))
        rows.append([paragraph(cell, text) for cell in cells])
    look = [
        *TIGHT_TOP,
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, LINE),
        ("RIGHTPADDING", (0, 0), (-2, -1), 3 * mm),
    ]
    widths = [36 * mm, WIDTH - 108 * mm, 36 * mm, 36 * mm]
    return Table(rows, colWidths=widths, style=look, repeatRows=1)

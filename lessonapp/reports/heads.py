"""The head of our own papers: whose it is and of what kind, its title, and a line across the page."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.summary_values import Head
from lessonapp.reports.charts import Rule
from lessonapp.reports.fonts import STRONG
from lessonapp.reports.layout import TIGHT, WIDTH, Outlined, Text, Title, paragraph, style

HEAD_LEFT = 118 * mm
"""Room for the title at the head of results."""

UNDER_TITLE = 1.2 * mm
"""From what stands lowest in a head to its line."""


def paper_head(head: Head, kind: str, title: Outlined, below: Sequence[Flowable] = ()) -> list[Flowable]:
    """The head with any title; `below` stands between the title and the line."""
    whose = " · ".join(part for part in (head.school, kind) if part)
    return [
        paragraph(whose, style(10, STRONG, "muted", after=0.5 * mm)),
        title,
        *below,
        *([Spacer(0, UNDER_TITLE)] if below else []),
        Rule(WIDTH, space=3 * mm),
    ]


def results_head(left: list[Flowable], right: list[Text]) -> list[Flowable]:
    """The head of a report on results: whose it is and its title, beside them when and by whom; a line."""
    look = [*TIGHT, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    table = Table([[left, right]], colWidths=[HEAD_LEFT, WIDTH - HEAD_LEFT], style=look)
    return [table, Spacer(0, UNDER_TITLE), Rule(WIDTH)]


def lesson_head(lesson: Lesson, head: Head, kind: str) -> list[Flowable]:
    """The head of a paper for a class, with the lesson's title."""
    return paper_head(head, kind, Title(lesson.title, WIDTH, (19, 16.5, 15)))

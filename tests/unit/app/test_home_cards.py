"""The order of lessons on Home: one's own class first, help-seeking before risk, bulletins last."""

from collections import Counter

import pytest

from lessonapp.app.home import lesson_cards
from lessonapp.content.entry import LessonEntry
from lessonapp.content.faults import Fault
from lessonapp.domain.errors import Problem
from lessonapp.domain.look import Audience


def entry(lesson: str, audience: str, topic: str = "privacy", date: str | None = None) -> LessonEntry:
    return LessonEntry(lesson, f"lessons/{lesson}", {"vi": lesson}, audience, topic, date=date)


ENTRIES = (
    entry("t09-ad", "adults", "help"),
    entry("bt-1", "grades-4-5", "help", "2026-11-01"),
    entry("t01-a2", "grades-4-5"),
    entry("t09-a2", "grades-4-5", "help"),
    entry("t01-a1", "grades-1-3"),
    entry("broken", ""),
)


@pytest.mark.parametrize(
    ("own", "order"),
    [
        (None, ["t01-a1", "t09-a2", "t01-a2", "bt-1", "t09-ad", "broken"]),
        ("grades-4-5", ["t09-a2", "t01-a2", "bt-1", "t01-a1", "t09-ad", "broken"]),
        ("adults", ["t09-ad", "t01-a1", "t09-a2", "t01-a2", "bt-1", "broken"]),
    ],
)
def test_the_order_of_lessons(own: Audience | None, order: list[str]) -> None:
    assert [card.id for card in lesson_cards(ENTRIES, Counter(), own)] == order


def test_a_faulty_lesson_names_file_line_and_field_of_each_fault() -> None:
    problem = Problem("the anchor `&{name}` is not allowed; remove it", {"name": "x"})
    faults = tuple(
        Fault(f"/home/co/bai/{name}", line, "title", problem)
        for name, line in (("lesson.vi.yaml", 5), ("lesson.en.yaml", 6))
    )
    [card] = lesson_cards((entry("broken", "")._replace(faults=faults),), Counter(), None)
    assert [fault.partition(" ")[0] for fault in card.faults] == ["lesson.vi.yaml:5:", "lesson.en.yaml:6:"]
    assert all("title: " in fault for fault in card.faults)

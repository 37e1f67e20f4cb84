"""The order of lessons on Home: one's own class first, help-seeking before risk, bulletins last."""

from collections import Counter

import pytest

from lessonapp.app.home import lesson_cards
from lessonapp.content.entry import LessonEntry
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

"""The order of lessons on Home: one's own class first, help-seeking before risk, bulletins last."""

from collections import Counter
from datetime import date

import pytest

from lessonapp.app.bulletins import alert_line, bulletins
from lessonapp.app.home import lesson_cards
from lessonapp.content.entry import LessonEntry
from lessonapp.content.faults import Fault
from lessonapp.domain.errors import Problem
from lessonapp.domain.look import Audience
from lessonapp.domain.text import NBSP


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


SPRING = LessonEntry(
    "bt-2", "lessons/bt-2", {"vi": "Tết"}, "grades-4-5", "scams", date="2027-01-11", expires="2027-02-28"
)


@pytest.mark.parametrize(
    ("today", "words", "ended"),
    [
        (date(2026, 11, 26), "từ 11/01/2027", False),
        (date(2027, 1, 11), "đến 28/02/2027", False),
        (date(2027, 2, 28), "đến 28/02/2027", False),
        (date(2027, 3, 1), "hết hạn 28/02/2027", True),
    ],
)
def test_a_bulletin_says_until_when_and_that_it_ended(today: date, words: str, ended: bool) -> None:
    cards = lesson_cards((SPRING, *ENTRIES), Counter(), "grades-4-5", today)
    (card,) = (card for card in cards if card.id == "bt-2")
    assert (card.alert, card.ended) == (words, ended)
    assert (cards[-1] is card) is ended
    assert all(not other.alert and not other.ended for other in cards if not other.id.startswith("bt-"))


def test_an_ended_bulletin_is_read_through_before_it_is_shown_again() -> None:
    assert "Cảnh báo cho những ngày từ" in alert_line("2027-01-11", "2027-02-28", date(2027, 2, 1))
    assert "đã hết hạn ngày 28/02/2027" in alert_line("2027-01-11", "2027-02-28", date(2027, 3, 1))
    assert alert_line(None, None, date(2027, 3, 1)) == ""
    assert alert_line("2027-02-30", "2027-02-31", date(2027, 3, 1)) == ""


@pytest.mark.parametrize(
    ("today", "own", "shown"),
    [
        (date(2026, 11, 1), None, []),
        (date(2026, 11, 26), None, [("bt-2", "từ 11/01", False)]),
        (
            date(2027, 2, 28),
            None,
            [("bt-2", "đến 28/02", True), ("bt-4", "từ 10/03", False), ("bt-3", "từ 20/03", False)],
        ),
        (date(2027, 3, 20), None, [("bt-3", "đến 30/04", True), ("bt-4", "đến 31/05", True)]),
        (date(2027, 3, 20), "grades-6-9", [("bt-4", "đến 31/05", True), ("bt-3", "đến 30/04", True)]),
    ],
)
def test_the_alerts_of_these_days_come_before_those_of_the_next(
    today: date, own: Audience | None, shown: list[tuple[str, str, bool]]
) -> None:
    later = SPRING._replace(
        id="bt-3", date="2027-03-20", expires="2027-04-30", files={"vi": "lesson.vi.yaml"}
    )
    older = later._replace(id="bt-4", audience="grades-6-9", date="2027-03-10", expires="2027-05-31")
    found = bulletins((*ENTRIES, older, later, SPRING._replace(files={"vi": "lesson.vi.yaml"})), own, today)
    assert [(b.id, b.days, b.runs) for b in found] == [
        (key, days.replace(" ", NBSP), runs)
        for key, days, runs in shown  # no line ends in "from"
    ]


def test_a_faulty_alert_and_one_without_a_day_are_not_shown() -> None:
    odd = SPRING._replace(id="bt-5", files={"vi": "lesson.vi.yaml"}, date="2027-02-30")
    assert bulletins((SPRING, odd), None, date(2027, 2, 1)) == ()


def test_a_faulty_lesson_names_file_line_and_field_of_each_fault() -> None:
    problem = Problem("the anchor `&{name}` is not allowed; remove it", {"name": "x"})
    faults = tuple(
        Fault(f"/home/co/bai/{name}", line, "title", problem)
        for name, line in (("lesson.vi.yaml", 5), ("lesson.en.yaml", 6))
    )
    [card] = lesson_cards((entry("broken", "")._replace(faults=faults),), Counter(), None)
    assert [fault.partition(" ")[0] for fault in card.faults] == ["lesson.vi.yaml:5:", "lesson.en.yaml:6:"]
    assert all("title: " in fault for fault in card.faults)


def test_a_fault_in_the_other_language_is_shown_and_stops_nobody() -> None:
    fault = Fault("/home/co/bai/lesson.en.yaml", 5, "title", Problem("is empty", {}))
    both = entry("t01-a2", "grades-4-5")._replace(faults=(fault,))
    [card] = lesson_cards((both._replace(files={"vi": "lesson.vi.yaml"}),), Counter(), None)
    assert (card.faults, card.flaws) == ((), ("lesson.en.yaml:5: title: is empty",))
    [card] = lesson_cards((both._replace(files={"en": "lesson.en.yaml"}),), Counter(), None)
    assert (card.faults, card.flaws) == (("lesson.en.yaml:5: title: is empty",), ())

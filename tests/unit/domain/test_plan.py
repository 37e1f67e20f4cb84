"""The plan of the year: whose it is, what ticks it off, what is next, what is due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from lessonapp.content.plan import year_plan
from lessonapp.domain.digest import SessionDigest
from lessonapp.domain.grades import audience_of, grade_of, is_bare
from lessonapp.domain.plan import due_replays, plan_rows, term_start, year_start

TODAY = date(2026, 11, 25)
PLAN = year_plan()
SESSION = SessionDigest(
    session="s",
    seq=9,
    lesson="t09-a2",
    lesson_hash="",
    title="Bài",
    language="vi",
    audience="grades-4-5",
    topic="help",
    competences=(),
    class_label="4A",
    opened=datetime(2026, 11, 23, 8, tzinfo=UTC),
    last=datetime(2026, 11, 23, 9, tzinfo=UTC),
    open=False,
    channel="hands",
    minutes=35,
    seats=30,
    whole=True,
    questions=8,
    exit_right=60,
    exit_answered=90,
)
ALL = frozenset(PLAN.titles)


def taught(lesson: str, days: int, **more: object) -> SessionDigest:
    when = datetime(2026, 11, 25, 8, tzinfo=UTC) - timedelta(days=days)
    return replace(SESSION, lesson=lesson, opened=when, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "grade"),
    [
        ("4A", 4),
        ("Lớp 10A1", 10),
        ("12.6", 12),
        ("Demo", None),
        ("CLB 2026", None),
        ("0B", None),
        ("13", None),
    ],
)
def test_the_grade_of_a_label(label: str, grade: int | None) -> None:
    assert grade_of(label) == grade


@pytest.mark.parametrize(("label", "bare"), [("4A", True), ("12.6", True), ("Lớp 10A1", False), ("", False)])
def test_a_bare_label_needs_class_before_it(label: str, bare: bool) -> None:
    assert is_bare(label) is bare


@pytest.mark.parametrize(
    ("label", "audience"), [("3C", "grades-1-3"), ("Lớp 10A1", "grades-10-12"), ("Phụ huynh", None)]
)
def test_the_audience_of_a_label(label: str, audience: str | None) -> None:
    assert audience_of(label) == audience


def test_every_lesson_of_the_matrix_is_in_the_plan_and_has_its_titles() -> None:
    asked = {line.lesson for band in PLAN.bands.values() for line in band}
    assert asked == ALL
    assert len(ALL) == 50
    assert all(vi and en and vi != en for vi, en in PLAN.titles.values())
    sizes = {band: len({line.lesson for line in lines}) for band, lines in PLAN.bands.items()}
    assert sizes == {"grades-1-3": 7, "grades-4-5": 11, "grades-6-9": 14, "grades-10-12": 10, "adults": 8}


def test_help_comes_before_risk_in_every_band() -> None:
    for band, lines in PLAN.bands.items():
        first = lines[0].lesson
        assert first.startswith("t09-"), band


def test_a_class_follows_its_grade_and_a_club_its_whole_band() -> None:
    assert [line.lesson for line in PLAN.lines("5B", "grades-4-5")] == [
        *("t09-a2", "t04-a2"),
        *("t05-a2", "t07-a2", "t08-a2", "t10-a2", "t11-a2"),
    ]
    assert len(PLAN.lines("CLB Tin học", "grades-4-5")) == 11
    assert PLAN.audience("7C", None, ()) == "grades-6-9"
    assert PLAN.audience("Nhóm xanh", None, (SESSION,)) == "grades-4-5"
    assert PLAN.lines("Nhóm xanh", PLAN.audience("Nhóm xanh", None, ())) == ()


def test_sessions_tick_the_plan_off_and_the_first_that_is_there_is_next() -> None:
    lines = PLAN.lines("4A", "grades-4-5")
    available = ALL - {"t01-a2"}
    rows = plan_rows(PLAN, lines, [taught("t09-a2", 20)], available, TODAY)
    assert [(row.line.lesson, row.state) for row in rows] == [
        ("t09-a2", "taught"),
        ("t01-a2", "coming"),
        ("t02-a2", "next"),
        ("t03-a2", "later"),
        ("t04-a2", "later"),
        ("t06-a2", "later"),
    ]
    assert rows[0].after == pytest.approx(100 * 60 / 90)


@pytest.mark.parametrize(
    "session",
    [
        taught("t09-a2", 20, open=True),
        taught("t09-a2", 20, whole=False),
        taught("t09-a2", 200),
        taught("t09-a2-replay-week", 20),
        taught("t01-a2", 20),
    ],
)
def test_what_does_not_tick_a_lesson_off(session: SessionDigest) -> None:
    [first, *_] = plan_rows(PLAN, PLAN.lines("4A", "grades-4-5"), [session], ALL, TODAY)
    assert first.state != "taught"


def test_what_is_taught_again_is_ticked_off_by_a_part_or_a_replay() -> None:
    lines = PLAN.lines("5A", "grades-4-5")
    for session in (taught("t09-a2", 5, whole=False), taught("t09-a2-replay-month", 5)):
        assert plan_rows(PLAN, lines, [session], ALL, TODAY)[0].state == "taught"


def test_the_lesson_that_the_school_must_confirm_is_never_next() -> None:
    rows = plan_rows(PLAN, PLAN.lines("10A", "grades-10-12"), [], ALL, TODAY)
    assert [row.state for row in rows if row.line.lesson == "t15-a4"] == ["ask"]
    everything = [taught(lesson, 9) for lesson in ("t09-a4", "t04-a4")]
    rows = plan_rows(PLAN, PLAN.lines("10A", "grades-10-12"), everything, ALL, TODAY)
    assert "next" not in {row.state for row in rows}


def test_grown_ups_are_taught_before_pupils_hear_of_grooming() -> None:
    lines = PLAN.lines("4A", "grades-4-5")
    before = plan_rows(PLAN, lines, [], ALL, TODAY)
    assert [row.line.lesson for row in before if row.adults_first] == ["t04-a2"]
    after = plan_rows(PLAN, lines, [], ALL, TODAY, adults=[taught("t09-ad", 400)])
    assert not [row for row in after if row.adults_first]


@pytest.mark.parametrize(
    ("days", "held", "wanted"),
    [
        (2, [], []),
        (6, [], ["t01-a2-replay-week"]),
        (10, [("week", 3)], []),
        (30, [], ["t01-a2-replay-month"]),
        (30, [("week", 20)], ["t01-a2-replay-month"]),
        (30, [("month", 2)], []),
        (91, [], []),
        (8, [("week", 200)], ["t01-a2-replay-week"]),
    ],
)
def test_what_is_due_again(days: int, held: list[tuple[str, int]], wanted: list[str]) -> None:
    sessions = [taught(f"t01-a2-replay-{spacing}", ago) for spacing, ago in held] + [taught("t01-a2", days)]
    sessions.sort(key=lambda s: s.opened, reverse=True)
    assert [due.id for due in due_replays(sessions, ALL, TODAY)] == wanted


def test_nothing_is_due_of_a_lesson_without_questions_that_is_open_or_gone() -> None:
    sessions = [taught("t01-a2", 8, questions=0), taught("t02-a2", 8, open=True), taught("t03-a2", 8)]
    assert due_replays(sessions, {"t01-a2", "t02-a2"}, TODAY) == ()


def test_the_school_year() -> None:
    assert year_start(date(2026, 7, 31)) == date(2025, 8, 1)
    assert year_start(date(2026, 8, 1)) == date(2026, 8, 1)
    assert term_start(TODAY) == date(2027, 1, 18)

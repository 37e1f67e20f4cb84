"""Classes, terms and schools: counts are added, plans ticked off, weak questions followed until firm."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lessonapp.domain.competences import CODES, competence_name, in_order
from lessonapp.domain.rollup import SchoolCounts, counts_of, roll_up
from lessonapp.domain.summary_values import Head
from lessonapp.domain.term import (
    Period,
    PlannedLesson,
    ReplayTopic,
    SessionResult,
    class_key,
    class_report,
    plan_lines,
    school_report,
    session_result,
    to_replay,
    totals,
    trend,
)
from tests.unit.reports.sample import NOW, START, taught, usual

HEAD = Head(school="Trường Tiểu học Hoa Nắng", higher_body="UBND xã Hoà Bình", place="", teacher="")
PLANNED = (PlannedLesson(lesson="t01-a2", title="Một"), PlannedLesson(lesson="t02-a2", title="Hai"))


def result(number: int = 1, **more: Any) -> SessionResult:
    opened = START + timedelta(days=number)
    values: dict[str, Any] = {
        "session": f"s{number}",
        "class_label": "4A",
        "audience": "grades-4-5",
        "lesson": "t01-a2",
        "title": "Một",
        "topic": "privacy",
        "competences": ("4.2.CB2",),
        "opened": opened,
        "day": opened.date(),
        "minutes": 35,
        "whole": True,
        "ended": True,
        "seats_present": 30,
        "seats_ever": 32,
        "respondents": 30,
        "questions": 9,
        "basis": "matched",
        "before_right": 30,
        "before_answered": 90,
        "after_right": 60,
        "after_answered": 90,
        "exit_right": 60,
        "exit_answered": 90,
    }
    return SessionResult(**{**values, **more})


def weak(step: str = "q7", right: int = 10, answered: int = 30) -> ReplayTopic:
    return ReplayTopic(lesson="t01-a2", step=step, number=7, prompt="Hỏi?", right=right, answered=answered)


def test_a_session_in_counts() -> None:
    told = taught(usual())
    report, lesson = told.report(), told.lesson
    found = session_result(report, lesson)
    assert report.gain is not None
    assert (found.before_right, found.before_answered) == (
        report.gain.before_right,
        report.gain.before_answered,
    )
    assert found.points == pytest.approx(report.gain.points)
    assert found.respondents == 32
    assert len(found.again) + len(found.settled) == 4
    assert {topic.number for topic in found.again} == set(report.teach_again)


def test_counts_are_added_and_averages_never_averaged() -> None:
    small = result(1, before_right=1, before_answered=1, after_right=0, after_answered=1)
    large = result(2, before_right=0, before_answered=99, after_right=99, after_answered=99)
    sums = totals([small, large])
    assert sums.points == pytest.approx(98)  # 1/100 before, 99/100 after; the mean of the means would be 0
    assert sums.hake == pytest.approx(98 / 99)
    assert totals([]).points is None
    assert totals([]).hake is None


def test_hake_of_the_worked_example() -> None:
    # Hake 1998: from 45 % before to 62 % after, g = (62 - 45) / (100 - 45)
    sums = totals([result(before_right=45, before_answered=100, after_right=62, after_answered=100)])
    assert sums.hake == pytest.approx(17 / 55, abs=1e-9)


def test_sessions_without_both_sides_are_not_in_the_gain() -> None:
    sums = totals([result(1), result(2, before_answered=0, before_right=0, basis=None)])
    assert (sums.sessions, sums.with_gain, sums.after_answered) == (2, 1, 90)


def test_the_plan_is_ticked_off_by_whole_lessons() -> None:
    part = result(1, whole=False)
    whole = result(3)
    [first, second] = plan_lines([part], PLANNED)
    assert (first.taught, first.part, second.taught, second.part) == (None, True, None, False)
    [first, _] = plan_lines([part, whole], PLANNED)
    assert (first.taught, first.part) == (whole.day, False)


def test_paper_and_plan_tick_off_alike() -> None:
    [first, _] = plan_lines([result(1, ended=False)], PLANNED)
    assert (first.taught, first.part) == (None, True), "a session left open is not over"
    again = (PlannedLesson(lesson="t01-a2", title="Một", ask="again"),)
    for taught_again in (result(1, whole=False), result(1, lesson="t01-a2-replay-month")):
        [line] = plan_lines([taught_again], again)
        assert line.taught == taught_again.day


def test_a_lesson_left_after_its_first_steps_does_not_count_as_taught() -> None:
    told = taught(usual())
    report = told.report()
    assert session_result(report, told.lesson).whole
    few = report.about.model_copy(update={"steps_shown": report.about.steps // 2 - 1})
    assert not session_result(report.model_copy(update={"about": few}), told.lesson).whole


def test_a_replay_is_not_the_lesson_itself() -> None:
    [first, _] = plan_lines([result(1, lesson="t01-a2-replay-week")], PLANNED)
    assert first.taught is None


def test_a_question_is_replayed_until_it_is_firm() -> None:
    first = result(1, again=(weak(),), settled=("q8",))
    assert [topic.step for topic in to_replay([first])] == ["q7"]
    later = result(2, lesson="t01-a2-replay-week", settled=("q7",))
    assert to_replay([first, later]) == ()
    relapse = result(3, again=(weak("q8"),))
    assert [topic.step for topic in to_replay([relapse, first, later])] == ["q8"]


def test_replays_of_two_classes_are_added() -> None:
    other = result(2, class_label="4B", again=(weak(right=5, answered=20),))
    [topic] = to_replay([result(1, again=(weak(),)), other])
    assert (topic.right, topic.answered) == (15, 50)


def test_the_trend_compares_halves_from_four_sessions_on() -> None:
    rows = [result(n, exit_right=right) for n, right in enumerate((45, 45, 63, 81))]
    found = trend(rows)
    assert found is not None
    assert (found.early_right, found.early_answered) == (90, 180)
    assert (found.late_right, found.late_answered) == (144, 180)
    assert trend(rows[:3]) is None
    assert trend([result(n, exit_answered=0, exit_right=0) for n in range(5)]) is None


def test_the_report_of_a_class_is_of_its_days_only() -> None:
    rows = [result(0), result(40), result(3, class_label="4B")]
    period = Period(first=START.date(), last=START.date() + timedelta(days=10))
    report = class_report(HEAD, "4A", period, NOW, rows, PLANNED)
    assert [r.session for r in report.results] == ["s0"]
    assert report.planned_taught == 1
    assert [(c.tag, c.sessions) for c in report.competences] == [("4.2.CB2", 1)]
    assert report.extra == ()


def test_a_lesson_beside_the_plan_is_named() -> None:
    report = class_report(HEAD, "4A", Period(), NOW, [result(lesson="t09-a2", title="Chín")], PLANNED)
    assert report.extra == ("Chín",)


def test_the_report_of_a_school_has_a_line_for_every_class_of_the_plan() -> None:
    rows = [result(1), result(2, class_label="10A1"), result(3, class_label="4B", before_answered=0)]
    report = school_report(HEAD, Period(), NOW, rows, {"4A": PLANNED, "5C": PLANNED}, {"4A": 34})
    assert [line.class_label for line in report.classes] == ["4A", "4B", "5C", "10A1"]
    assert [line.pupils for line in report.classes] == [34, 32, 0, 32]
    assert [(line.lesson, line.classes) for line in report.lessons] == [("t01-a2", 3)]
    assert (report.first, report.last) == (rows[0].day, rows[2].day)


def test_a_school_that_taught_nothing() -> None:
    report = school_report(HEAD, Period(), NOW, [], {})
    assert (report.totals.sessions, report.classes, report.lessons, report.first) == (0, (), (), None)


@pytest.mark.parametrize(
    ("labels", "order"),
    [(["10A", "4B", "4A", "Câu lạc bộ", "1/2"], ["1/2", "4A", "4B", "10A", "Câu lạc bộ"])],
)
def test_classes_are_in_the_order_of_their_grades(labels: list[str], order: list[str]) -> None:
    assert sorted(labels, key=class_key) == order


def school(name: str, pupils: int = 100, answered: int = 200) -> SchoolCounts:
    return SchoolCounts(
        school=name,
        classes=3,
        pupils=pupils,
        sessions=6,
        planned=12,
        planned_taught=6,
        before_right=min(50, answered),
        before_answered=answered,
        after_right=min(150, answered),
        after_answered=answered,
    )


def test_a_rollup_adds_counts() -> None:
    found = roll_up([school("B"), school("A", 50, 100)])
    assert [row.school for row in found.schools] == ["A", "B"]
    assert found.total is not None
    assert (found.total.pupils.count, found.total.before_answered, found.suppressed) == (150, 300, 0)
    assert found.total.points == pytest.approx(100 * (250 / 300 - 100 / 300))


def test_small_cells_are_not_shown_and_cannot_be_had_by_subtraction() -> None:
    found = roll_up([school("A", 3, 4), school("B", 40, 80), school("C", 90, 300)])
    shown = [(row.pupils.count, row.points is not None) for row in found.schools]
    assert shown == [(None, False), (None, False), (90, True)]  # B is left out so that A cannot be worked out
    assert found.total is not None
    assert found.total.pupils.count == 133
    assert found.suppressed == 2
    two_small = roll_up([school("A", 3), school("B", 4), school("C", 90)])
    assert [row.pupils.count for row in two_small.schools] == [None, None, 90]


def test_a_rollup_of_one_small_school_and_of_none() -> None:
    alone = roll_up([school("A", 3, 4)])
    assert alone.total is not None
    assert alone.total.pupils.count is None
    assert alone.total.points is None
    assert roll_up([]).total is None


def test_a_school_sends_its_counts() -> None:
    report = school_report(
        HEAD, Period(), NOW, [result(1)], {"4A": PLANNED, "5C": PLANNED}, {"4A": 34, "5C": 40}
    )
    counts = counts_of(report, "?")
    assert (counts.school, counts.classes, counts.pupils, counts.planned, counts.planned_taught) == (
        "Trường Tiểu học Hoa Nắng",
        1,
        34,
        4,
        1,
    )
    assert (
        counts_of(report.model_copy(update={"head": HEAD.model_copy(update={"school": ""})}), "?").school
        == "?"
    )


def test_periods_hold_both_their_days() -> None:
    period = Period(first=date(2026, 9, 1), last=date(2026, 9, 30))
    days = [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 30), date(2026, 10, 1)]
    assert [period.contains(day) for day in days] == [False, True, True, False]
    assert Period().contains(date.min)
    assert Period(last=datetime(2026, 9, 1).date()).contains(date(2026, 9, 1))  # noqa: DTZ001 - a day only


def test_competences_have_their_names_and_order() -> None:
    assert len(CODES) == 24
    assert competence_name("4.2.CB2", "vi") == "Bảo vệ dữ liệu cá nhân và quyền riêng tư"
    assert competence_name("6.1", "en") == "Understanding AI"
    assert competence_name("x", "en") == "x"
    assert in_order(["6.1.TC1", "4.2.CB2", "x", "4.2.CB2", "1.1.CB1"]) == (
        "1.1.CB1",
        "4.2.CB2",
        "6.1.TC1",
        "x",
    )


def test_a_part_of_a_competence_has_its_name() -> None:
    assert competence_name("4.2b.TC1a", "vi") == competence_name("4.2", "vi") != "4.2b.TC1a"
    assert competence_name("4", "en") == "Safety"
    assert competence_name("9.9.CB1", "en") == "9.9.CB1"

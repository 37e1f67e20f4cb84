"""Marks: first rounds, missing answers, hands, and what a discussion changed."""

from typing import Any

from lessonapp.domain.marking import changes, mark_session
from lessonapp.domain.question import QuestionBase
from tests.unit.reports.sample import Telling, lesson, question

MULTIPLE: dict[str, Any] = {**question("q1", "exit", "?"), "type": "multiple"}
ORDER: dict[str, Any] = {
    "id": "q1",
    "kind": "question",
    "type": "order",
    "minutes": 1,
    "notes": "x",
    "prompt": "?",
    "items": [{"id": key, "text": key} for key in ("a", "b", "c")],
}


def told(step: dict[str, Any] | None = None, seats: int = 4) -> Telling:
    return Telling(lesson([step or question("q1", "exit", "?")]), seats)


def test_missing_is_not_wrong() -> None:
    session = told()
    session.ask("q1", {1: "b", 3: "a"})
    marks = mark_session(session.lesson, session.state)["q1"]
    assert (marks.right, marks.answered) == (1, 2)
    assert marks.marks == {(1, 0): True, (3, 0): False}


def test_only_questions_that_were_asked() -> None:
    assert mark_session(told().lesson, told().state) == {}


def test_hands_are_counts() -> None:
    session = told()
    session.ask("q1", hands={"a": 1, "b": 2, "gone": 9})
    marks = mark_session(session.lesson, session.state)["q1"]
    assert (marks.right, marks.answered, marks.marks, marks.has_hands) == (2, 3, {}, True)


def test_hands_of_a_multiple_question_are_unmarked() -> None:
    session = told(MULTIPLE)
    session.ask("q1", {1: ("b",)}, hands={"a": 3, "b": 4})
    marks = mark_session(session.lesson, session.state)["q1"]
    assert (marks.right, marks.answered, marks.hands_unmarked) == (1, 1, 7)


def test_order_counts_in_order_and_hands_as_right_or_not_yet() -> None:
    session = told(ORDER)
    session.ask("q1", {1: ("a", "b", "c"), 2: ("c", "b", "a")}, hands={"right": 2, "not-yet": 1})
    marks = mark_session(session.lesson, session.state)["q1"]
    assert (marks.right, marks.answered) == (3, 5)


def test_marks_use_round_one_and_later_rounds_only_show_change() -> None:
    session = told()
    session.ask("q1", {1: "a", 2: "b", 3: "b", 4: "a"})
    session.ask("q1", {1: "b", 2: "b", 3: "a"}, round_number=2)
    assert mark_session(session.lesson, session.state)["q1"].right == 2
    step = session.lesson.step("q1")
    assert isinstance(step, QuestionBase)
    (change,) = changes(step, session.state.rounds["q1"])
    assert (change.to_right, change.to_wrong, change.stayed_right, change.stayed_wrong) == (1, 1, 1, 0)
    assert (change.right_before, change.answered_before, change.right_after, change.answered_after) == (
        2,
        4,
        2,
        3,
    )
    assert change.both == 3


def test_change_by_hands_knows_only_the_counts() -> None:
    session = told()
    session.ask("q1", hands={"a": 3, "b": 1})
    session.ask("q1", hands={"a": 1, "b": 3}, round_number=2)
    step = session.lesson.step("q1")
    assert isinstance(step, QuestionBase)
    (change,) = changes(step, session.state.rounds["q1"])
    assert (change.right_before, change.right_after, change.both) == (1, 3, 0)


def test_teams_and_the_class_as_one_have_marks() -> None:
    session = told()
    session.ask("q1", teams={1: "b", 2: "a"})
    assert mark_session(session.lesson, session.state)["q1"].marks == {(0, 1): True, (0, 2): False}

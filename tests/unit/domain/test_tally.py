"""How many answers can come: of the class, of teams, of pupils."""

import pytest

from lessonapp.domain.answer import Answer
from lessonapp.domain.events import Channel
from lessonapp.domain.summary import summarise
from lessonapp.domain.tally import in_teams, tally
from lessonapp.session.lesson_session import LessonSession
from tests.builders import session
from tests.unit.reports.sample import NOW, SCHOOL

TEAMS = ((1, 2, 3), (4, 5, 6), (7, 8, 9, 10))


@pytest.fixture
def taught() -> LessonSession:
    made = session()
    made.room.draw_teams(TEAMS)
    made.room.change_channel("screen")
    made.goto("q3")
    made.open_round()
    return made


def asked(taught: LessonSession) -> tuple[int, int, bool]:
    assert taught.step is not None
    counted = tally(taught.step, taught.state.round, taught.state)
    return counted.answered, counted.asked, in_teams(taught.step, taught.state.round, taught.state)


def answer(taught: LessonSession, *, seat: int = 0, team: int = 0) -> None:
    taught.answers.post(Answer(step="q3", choice=("a",), channel="screen", seat=seat, team=team))


def test_teams_that_answer_are_counted_of_the_teams(taught: LessonSession) -> None:
    assert asked(taught) == (0, 3, True)
    answer(taught, team=2)
    assert asked(taught) == (1, 3, True)


def test_raised_hands_are_counted_of_the_pupils_though_teams_are_drawn(taught: LessonSession) -> None:
    taught.room.change_channel("hands")
    assert asked(taught) == (0, 10, False)
    taught.answers.count_hands("q3", {"a": 4, "b": 5})
    assert asked(taught) == (9, 10, False)
    taught.room.change_channel("screen")
    assert asked(taught) == (9, 10, False)


def test_teams_and_hands_in_one_question_are_counted_of_the_pupils(taught: LessonSession) -> None:
    answer(taught, team=1)
    taught.room.change_channel("hands")
    assert asked(taught) == (1, 3, True), "no hand was counted yet"
    taught.answers.count_hands("q3", {"a": 4})
    assert asked(taught) == (5, 10, False)


def test_a_pupil_who_answers_alone_is_one_of_the_pupils(taught: LessonSession) -> None:
    answer(taught, seat=3)
    assert asked(taught) == (1, 10, False)


def test_the_class_that_answers_as_one_is_one(taught: LessonSession) -> None:
    answer(taught)
    assert asked(taught) == (1, 1, False)


@pytest.mark.parametrize(("channel", "wanted"), [("hands", 3), ("cards", 3), ("screen", 3), ("web", 3)])
def test_a_puzzle_is_laid_by_teams_however_else_they_answer(channel: Channel, wanted: int) -> None:
    taught = session(channel=channel)
    taught.room.draw_teams(TEAMS)
    taught.goto("xep")
    taught.open_round()
    assert asked(taught)[1] == wanted


def test_a_screen_and_its_paper_do_not_differ(taught: LessonSession) -> None:
    for change in ("teams", "hands", "seat"):
        if change == "hands":
            taught.answers.count_hands("q3", {"a": 4})
        else:
            answer(taught, team=int(change == "teams"), seat=int(change == "seat"))
        report = summarise(taught.lesson, taught.state, SCHOOL, NOW)
        told = next(q for q in report.questions if q.step == "q3")
        assert asked(taught)[:2] == (told.answered, told.asked)

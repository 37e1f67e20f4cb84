"""From what cards said to answers of the session: once each, in the right round, the teacher's word first."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.cards_answers import CardAnswers
from lessonapp.domain.events import AnswerGiven, AnswerWithdrawn
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.memory import MemoryJournal
from lessonapp.ui.session_controller import SessionController
from lessonapp.ui.stage_models import StageSetting
from tests.builders import TickingClock, session

KEY = ("q3", 1, 0)


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def taught(journal: MemoryJournal) -> LessonSession:
    made = session(clock=TickingClock(), channel="cards", journal=journal)
    made.goto("q3")
    made.open_round()
    return made


@pytest.fixture
def answers(qapp: QApplication, taught: LessonSession) -> CardAnswers:
    made = CardAnswers(SessionController(taught, StageSetting()))
    assert made.follow()
    assert made.key == KEY
    return made


def given(qtbot: QtBot, journal: MemoryJournal) -> list[tuple[int, str]]:
    """Every answer in the journal, as far as posts have arrived."""
    QApplication.sendPostedEvents()
    return [(e.seat, e.choice[0]) for e in journal.events if isinstance(e, AnswerGiven)]


def test_each_answer_is_given_once_and_once_more_when_it_changes(
    qtbot: QtBot, answers: CardAnswers, journal: MemoryJournal
) -> None:
    for _picture in range(5):
        answers.take(KEY, {1: "A", 2: "C"})
    answers.take(KEY, {1: "B", 2: "C"})
    assert given(qtbot, journal) == [(1, "a"), (2, "c"), (1, "b")]


def test_what_was_read_in_another_round_comes_too_late(
    qtbot: QtBot, answers: CardAnswers, taught: LessonSession, journal: MemoryJournal
) -> None:
    answers.take(("q3", 2, 0), {1: "A"})
    answers.take(None, {1: "A"})
    taught.close_round()
    assert answers.follow()
    answers.take(KEY, {1: "A"})
    taught.open_round()
    assert answers.follow()
    assert not answers.follow()
    answers.take(KEY, {1: "A"})
    assert given(qtbot, journal) == []
    answers.take(("q3", 2, 0), {1: "A"})
    assert given(qtbot, journal) == [(1, "a")]


def test_doubles_are_taken_back_and_come_again(
    qtbot: QtBot, answers: CardAnswers, journal: MemoryJournal
) -> None:
    answers.take(KEY, {1: "A", 2: "B"})
    given(qtbot, journal)
    for _picture in range(3):
        answers.take(KEY, {2: "B"}, doubled=(1,))
    assert [e.seat for e in journal.events if isinstance(e, AnswerWithdrawn)] == [1]
    answers.take(KEY, {1: "A", 2: "B"})
    assert given(qtbot, journal) == [(1, "a"), (2, "b"), (1, "a")]


def test_a_double_does_not_touch_what_the_teacher_typed_in(
    qtbot: QtBot, answers: CardAnswers, taught: LessonSession, journal: MemoryJournal
) -> None:
    answers.take(KEY, {1: "A"})
    given(qtbot, journal)
    answers.correct(1, "c")
    answers.take(KEY, {}, doubled=(1,))
    current = taught.state.round
    assert current is not None
    assert current.answers[1, 0].choice == ("c",)


def test_after_a_power_cut_nothing_is_said_twice(
    qtbot: QtBot, answers: CardAnswers, taught: LessonSession, journal: MemoryJournal
) -> None:
    answers.take(KEY, {1: "A", 2: "B"})
    given(qtbot, journal)
    again = CardAnswers(SessionController(taught, StageSetting()))
    again.follow()
    again.take(KEY, {1: "A", 2: "C"})
    assert given(qtbot, journal) == [(1, "a"), (2, "b"), (2, "c")]


def test_seats_that_are_not_here_and_letters_that_are_not_there_are_left_out(
    qtbot: QtBot, answers: CardAnswers, taught: LessonSession, journal: MemoryJournal
) -> None:
    taught.room.seat_left(3)
    answers.take(KEY, {3: "A", 4: "D", 5: "C"})
    assert answers.without == {4}
    assert given(qtbot, journal) == [(5, "c")]
    answers.take(KEY, {4: "B"})
    assert answers.without == frozenset()


@pytest.mark.parametrize("channel", ["hands", "screen"])
def test_only_the_cards_channel_reads(
    qtbot: QtBot, answers: CardAnswers, taught: LessonSession, channel: str
) -> None:
    taught.room.change_channel(channel)  # type: ignore[arg-type]
    assert answers.follow()
    assert answers.key is None


def test_a_look_from_before_reading_was_started_over_counts_no_more(
    qtbot: QtBot, answers: CardAnswers, taught: LessonSession, journal: MemoryJournal
) -> None:
    answers.take(KEY, {1: "A", 2: "B"})
    given(qtbot, journal)
    answers.correct(2, "c")
    answers.start_over()
    answers.take(KEY, {1: "A", 2: "B"})
    assert not answers.follow()
    current = taught.state.round
    assert current is not None
    assert {seat: a.choice for (seat, _team), a in current.answers.items()} == {2: ("c",)}
    answers.take(("q3", 1, 1), {1: "B"})
    assert given(qtbot, journal)[-1] == (1, "b")

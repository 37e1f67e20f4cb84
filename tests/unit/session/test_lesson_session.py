import pytest

from lessonapp.domain.answer import Answer
from lessonapp.domain.pacing import pacing
from lessonapp.domain.state import SessionState, replay
from lessonapp.domain.step import step_title
from lessonapp.domain.tally import tally
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.memory import MemoryJournal
from lessonapp.session.teams import draw_teams
from tests.builders import TickingClock, lesson, session


def answer(step: str, seat: int, *choice: str) -> Answer:
    return Answer(step=step, seat=seat, choice=choice, channel="web")


def counts(taught: LessonSession, step: str) -> tuple[int, int, int | None]:
    counted = tally(taught.lesson.step(step), taught.state.round_of(step), taught.state)
    return counted.answered, counted.asked, counted.correct


def opened_question(step: str = "q3") -> LessonSession:
    taught = session()
    taught.goto(step)
    taught.open_round()
    return taught


def test_continue_alone_teaches_the_whole_lesson_to_its_end() -> None:
    taught = session()
    moves = 0
    while taught.action.kind not in ("end", "none"):
        taught.advance()
        moves += 1
        assert moves < 100
    assert taught.state.step == "cuoi"
    assert taught.state.trail == (
        "mo", "giup", "q1", "truyen", "q3", "re", "re-x", "gap", "xep", "vui", "q2", "tom", "cuoi",
    )  # fmt: skip
    assert taught.end()
    assert taught.action.kind == "none"
    assert not taught.resume()


def test_continue_shows_a_question_and_opens_it_at_once_unless_it_is_read_first() -> None:
    taught = session()
    taught.goto("truyen")
    taught.advance()
    assert (taught.state.step, taught.state.beat) == ("truyen", 2)
    taught.read_first = True
    taught.advance()
    assert (taught.state.step, taught.state.phase) == ("q3", "waiting")
    assert taught.action.kind == "open"
    other = session()
    other.goto("truyen")
    other.advance()
    other.advance()
    assert (other.state.step, other.state.phase) == ("q3", "open")


def test_a_question_before_the_lesson_is_not_put_right_by_continue_but_by_hand() -> None:
    taught = opened_question("q1")
    taught.close_round()
    assert taught.action.kind == "next"
    assert taught.reveal()
    assert taught.state.phase == "revealed"


def test_a_reveal_can_be_taken_back_and_the_question_asked_again() -> None:
    taught = opened_question()
    taught.reveal()
    assert not taught.open_round(), "what was shown is not asked again"
    assert taught.take_back_reveal()
    assert taught.open_round()
    assert taught.state.round is not None
    assert taught.state.round.number == 2


def test_the_last_answer_counts_and_the_first_round_keeps_its_own() -> None:
    taught = opened_question()
    assert taught.answers.post(answer("q3", 1, "b")).result().status == "saved"
    assert taught.answers.post(answer("q3", 1, "a")).result().status == "changed"
    taught.close_round()
    taught.open_round()
    taught.answers.post(answer("q3", 1, "c"))
    first, second = taught.state.rounds["q3"]
    assert first.answers[1, 0].choice == ("a",)
    assert second.answers[1, 0].choice == ("c",)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (answer("q3", 1, "zz"), "unknown-choice"),
        (answer("q3", 1, "a", "b"), "unknown-choice"),
        (answer("q3", 99, "a"), "unknown-seat"),
        (answer("q2", 1, "a"), "not-open"),
        (Answer(step="q3", team=3, choice=("a",), channel="screen"), "unknown-seat"),
    ],
)
def test_what_cannot_be_taken_gets_a_receipt_that_says_so(given: Answer, status: str) -> None:
    taught = opened_question()
    assert taught.answers.post(given).result().status == status
    assert not taught.state.rounds["q3"][0].answers


def test_an_answer_after_the_close_is_told_that_it_is_closed() -> None:
    taught = opened_question()
    taught.close_round()
    assert taught.answers.post(answer("q3", 1, "a")).result().status == "closed"


def test_an_order_is_answered_whole_or_not_at_all() -> None:
    taught = opened_question("xep")
    assert taught.answers.post(answer("xep", 1, "m", "n")).result().status == "unknown-choice"
    assert taught.answers.post(answer("xep", 1, "n", "m", "p")).result().status == "saved"
    assert counts(taught, "xep") == (1, 10, 0)
    taught.answers.post(answer("xep", 1, "m", "n", "p"))
    assert counts(taught, "xep") == (1, 10, 1)


def test_hands_are_counted_corrected_after_the_close_and_the_tally_follows() -> None:
    taught = opened_question()
    taught.answers.count_hands("q3", {"a": 6, "b": 3})
    assert counts(taught, "q3") == (9, 10, 6)
    taught.reveal()
    taught.answers.count_hands("q3", {"a": 7, "b": 3})
    assert counts(taught, "q3") == (10, 10, 7)
    assert taught.answers.count_hands("xep", {"m": 1}).result().status == "not-open"
    assert taught.answers.count_hands("q3", {"a": -1}).result().status == "unknown-choice"


def test_one_seat_is_corrected_after_the_close_even_from_another_step() -> None:
    taught = opened_question()
    taught.answers.post(answer("q3", 1, "b"))
    taught.close_round()
    taught.goto("gap")
    assert taught.answers.correct("q3", 1, ("a",)).result().status == "changed"
    assert counts(taught, "q3")[2] == 1
    assert taught.answers.withdraw("q3", 1)
    assert counts(taught, "q3")[0] == 0


def test_absent_seats_leave_the_denominators_of_this_sitting_and_late_pupils_join_from_now_on() -> None:
    taught = opened_question()
    taught.answers.post(answer("q3", 4, "a"))
    taught.close_round()
    taught.room.seat_left(5)
    assert counts(taught, "q3")[1] == 9, "absent from the beginning"
    taught.room.seat_left(4)
    assert counts(taught, "q3")[1] == 9, "whoever answered was there"
    taught.room.seat_left(6, absent=False)
    assert counts(taught, "q3")[1] == 9, "gone home now, but was here then"
    taught.room.seat_joined(11)
    assert counts(taught, "q3")[1] == 9
    taught.goto("q2")
    taught.open_round()
    assert counts(taught, "q2")[1] == 8
    assert 11 in taught.state.present


def test_whoever_sits_down_is_in_the_lesson_until_it_is_over() -> None:
    taught = session()
    assert taught.room.take_seat(3)
    assert taught.room.take_seat(3), "a page that was loaded again"
    assert not taught.room.take_seat(0)
    taught.end()
    assert not taught.room.take_seat(3)
    assert not taught.room.take_seat(60)


def test_stopping_at_the_bell_and_going_on_next_week_is_one_session_of_two_sittings() -> None:
    clock, journal = TickingClock(), MemoryJournal()
    taught = session(journal=journal, clock=clock)
    taught.goto("truyen")
    clock.forward(minutes=20)
    assert taught.pause(until_another_day=True)
    assert not taught.goto("gap"), "a paused lesson stays where it is"
    clock.forward(days=7)
    taught.resume()
    clock.forward(minutes=5)
    state = replay(journal.events)
    assert state is not None
    assert (state.step, state.sittings, state.status) == ("truyen", 2, "running")
    assert round(state.taught(clock()).total_seconds() / 60) == 25


def test_after_a_power_cut_the_dark_time_was_not_taught() -> None:
    clock = TickingClock()
    taught = session(clock=clock)
    clock.forward(minutes=10)
    taught.goto("truyen")
    clock.forward(hours=3)
    taught.resume()
    clock.forward(minutes=1)
    assert round(taught.state.taught(clock()).total_seconds() / 60) == 11


def test_a_clock_set_back_does_not_turn_a_session_round() -> None:
    clock = TickingClock()
    taught = session(clock=clock)
    taught.goto("mo")
    clock.forward(days=-30)
    taught.goto("q3")
    taught.open_round()
    assert taught.answers.post(answer("q3", 1, "a")).result().status == "saved"
    assert taught.state.taught(taught.log.now()).total_seconds() >= 0


def test_back_goes_beat_by_beat_along_the_path_that_was_taken() -> None:
    taught = session()
    for wanted in ("re", "re-y", "gap"):
        taught.goto(wanted)
    assert taught.previous()
    assert taught.state.step == "re-y"
    taught.previous()
    assert taught.state.step == "re"
    assert not taught.previous()
    other = session()
    other.goto("truyen")
    other.advance()
    other.goto("gap")
    other.previous()
    assert (other.state.step, other.state.beat) == ("truyen", 2)
    other.previous()
    assert (other.state.step, other.state.beat) == ("truyen", 1)


def test_a_branch_goes_where_most_votes_are_and_the_teacher_may_choose_otherwise() -> None:
    taught = opened_question("re")
    taught.answers.count_hands("re", {"x": 2, "y": 7})
    taught.reveal()
    assert taught.action.step == "re-y"
    taught.choose_path("x")
    assert taught.action.step == "re-x"
    taught.advance()
    taught.advance()
    assert taught.state.step == "gap", "the paths meet again"


def test_one_block_is_taught_alone() -> None:
    taught = session(block="hai")
    taught.advance()
    assert taught.state.step == "xep"


def test_leaving_a_question_closes_it_so_that_no_answer_counts_for_what_nobody_sees() -> None:
    taught = opened_question()
    taught.goto("gap")
    assert taught.state.rounds["q3"][0].phase == "closed"


def test_teams_are_even_and_answer_once_each() -> None:
    teams = draw_teams(range(1, 11), 3, seed=7)
    assert sorted(len(team) for team in teams) == [3, 3, 4]
    assert sorted(seat for team in teams for seat in team) == list(range(1, 11))
    taught = opened_question()
    taught.room.draw_teams(teams)
    taught.answers.post(Answer(step="q3", team=2, choice=("a",), channel="screen"))
    assert counts(taught, "q3") == (1, 3, 1)
    assert not taught.room.draw_teams([[1, 2], [2, 3]]), "nobody is in two teams"


def test_the_class_as_one_is_one_answer_of_one() -> None:
    taught = opened_question()
    taught.answers.post(Answer(step="q3", choice=("a",), channel="screen"))
    assert counts(taught, "q3") == (1, 1, 1)


def test_more_time_is_given_to_a_running_clock_only() -> None:
    taught = opened_question()
    assert taught.add_time(10)
    assert taught.state.round is not None
    assert taught.state.round.seconds == 40
    taught.close_round()
    assert not taught.add_time(10)
    calm = session()
    calm.timers = False
    calm.goto("q3")
    calm.open_round()
    assert not calm.add_time(10)


def test_pacing_is_on_time_inside_a_step_and_behind_after_it() -> None:
    clock = TickingClock()
    taught = session(clock=clock)
    taught.goto("mo")
    clock.forward(seconds=50)
    assert pacing(taught.lesson, taught.state, clock()).behind == 0
    clock.forward(minutes=5)
    assert pacing(taught.lesson, taught.state, clock()).behind > 240
    quick = session(clock=TickingClock())
    for wanted in ("mo", "giup", "q1", "truyen"):
        quick.goto(wanted)
    assert pacing(quick.lesson, quick.state, quick.log.now()).behind < -200


def test_a_second_session_of_the_same_lesson_knows_nothing_of_the_first() -> None:
    one, two = session(), session()
    one.goto("q3")
    assert isinstance(two.state, SessionState)
    assert two.state.step is None


def test_every_step_has_a_name_for_the_list() -> None:
    assert all(step_title(step) for step in lesson().steps())


def test_stamps_of_a_pledge_are_counted_taken_back_and_kept() -> None:
    journal = MemoryJournal()
    taught = session(journal=journal)
    room = taught.room
    assert not room.stamp_pledge("hua", -1), "there is none to take back"
    assert all(room.stamp_pledge("hua", 1) for _ in range(3))
    assert room.stamp_pledge("hua", -1)
    assert taught.state.stamps == {"hua": 2}
    assert replay(journal.events) == taught.state
    taught.end()
    assert not room.stamp_pledge("hua", 1)

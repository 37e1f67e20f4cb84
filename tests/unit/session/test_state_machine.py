"""Whatever the teacher presses in whatever order: replaying the journal gives the same state."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from lessonapp.domain.answer import Answer
from lessonapp.domain.events import event_from_json
from lessonapp.domain.state import replay
from lessonapp.session.ids import uuid7
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.log import SessionLog
from lessonapp.session.memory import MemoryJournal
from tests.builders import TickingClock, lesson, session

LESSON = lesson()
STEPS = [s.id for s in LESSON.steps()]
SEATS = st.integers(min_value=1, max_value=12)


class Teaching(RuleBasedStateMachine):
    """A teacher, a class and a power supply that fails."""

    def __init__(self) -> None:
        super().__init__()
        self.journal = MemoryJournal()
        self.clock = TickingClock()
        self.session = session(LESSON, self.journal, self.clock)
        self.acknowledged: dict[tuple[str, int, int], tuple[str, ...]] = {}

    @rule(read_first=st.booleans())
    def advance(self, read_first: bool) -> None:
        before = self.session.state
        self.session.read_first = read_first
        action = self.session.advance()
        moved = self.session.state != before
        assert moved == (action.kind not in ("end", "none")), (
            "Continue does what it says, or says that it is over"
        )

    @rule()
    def previous(self) -> None:
        self.session.previous()

    @rule(where=st.sampled_from([*STEPS, "no-such-step"]))
    def goto(self, where: str) -> None:
        self.session.goto(where)

    @rule()
    def open_round(self) -> None:
        self.session.open_round()

    @rule()
    def close_round(self) -> None:
        self.session.close_round()

    @rule()
    def reveal(self) -> None:
        self.session.reveal()

    @rule()
    def take_back(self) -> None:
        self.session.take_back_reveal()

    @rule(option=st.sampled_from("xyz"))
    def choose_path(self, option: str) -> None:
        self.session.choose_path(option)

    @rule(
        seat=SEATS,
        choice=st.sampled_from([("a",), ("b",), ("x",), ("vui",), ("m", "n", "p"), ("zz",), ("a", "b")]),
    )
    def answer(self, seat: int, choice: tuple[str, ...]) -> None:
        step = self.session.state.step or ""
        receipt = self.session.answers.post(
            Answer(step=step, seat=seat, choice=choice, channel="web")
        ).result()
        if receipt.status in ("saved", "changed"):
            current = self.session.state.round
            assert current is not None
            self.acknowledged[step, current.number, seat] = choice

    @rule(step=st.sampled_from(STEPS), seat=SEATS)
    def withdraw(self, step: str, seat: int) -> None:
        current = self.session.state.round_of(step)
        if self.session.answers.withdraw(step, seat) and current is not None:
            del self.acknowledged[step, current.number, seat]

    @rule(step=st.sampled_from(STEPS), seat=SEATS, choice=st.sampled_from(["a", "b", "q"]))
    def correct(self, step: str, seat: int, choice: str) -> None:
        current = self.session.state.round_of(step)
        receipt = self.session.answers.correct(step, seat, (choice,)).result()
        if receipt.status in ("saved", "changed"):
            assert current is not None
            self.acknowledged[step, current.number, seat] = (choice,)

    @rule(step=st.sampled_from(STEPS), count=st.integers(min_value=-1, max_value=9))
    def hands(self, step: str, count: int) -> None:
        self.session.answers.count_hands(step, {"a": count})

    @rule(seat=SEATS, absent=st.booleans())
    def seat_left(self, seat: int, absent: bool) -> None:
        self.session.room.seat_left(seat, absent=absent)

    @rule(seat=SEATS)
    def seat_joined(self, seat: int) -> None:
        self.session.room.seat_joined(seat)

    @rule(teams=st.sampled_from([(), ((1, 2), (3, 4)), ((1, 2), (2, 3))]))
    def teams(self, teams: tuple[tuple[int, ...], ...]) -> None:
        self.session.room.draw_teams(teams)

    @rule(bell=st.booleans())
    def pause(self, bell: bool) -> None:
        self.session.pause(until_another_day=bell)

    @rule()
    def resume(self) -> None:
        self.session.resume()

    @rule()
    def end(self) -> None:
        if len(self.journal.events) > 40:
            self.session.end()

    @rule()
    def power_cut(self) -> None:
        stored = [event_from_json(event.model_dump_json()) for event in self.journal.events]
        log = SessionLog.take_up(stored, self.journal, self.clock, uuid7)
        assert log.state == self.session.state
        self.session = LessonSession(LESSON, log)
        self.session.resume()

    @invariant()
    def replay_gives_the_same_state(self) -> None:
        assert replay(self.journal.events) == self.session.state

    @invariant()
    def sequence_has_no_gap(self) -> None:
        assert [event.seq for event in self.journal.events] == list(range(1, len(self.journal.events) + 1))

    @invariant()
    def every_acknowledged_answer_is_there(self) -> None:
        rounds = self.session.state.rounds
        for (step, number, seat), choice in self.acknowledged.items():
            known = next(r for r in rounds[step] if r.number == number)
            assert known.answers[seat, 0].choice == choice

    @invariant()
    def at_most_one_round_is_open_and_it_is_on_the_stage(self) -> None:
        state = self.session.state
        open_ = [r.step for rounds in state.rounds.values() for r in rounds if r.phase == "open"]
        assert open_ in ([], [state.step])


TestTeaching = Teaching.TestCase
TestTeaching.settings = settings(max_examples=60, stateful_step_count=50, deadline=None)

"""Whatever pupils send: no exception, no answer out of turn, no key before its time, one seat one device."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from lessonapp.channels.web.messages import JoinRequest, read_answer
from lessonapp.domain.state import replay
from tests.unit.channels.web.fakes import Classroom, Phone

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(st.text(max_size=10), parts, max_size=4),
    max_leaves=8,
)
STEPS = st.sampled_from(["q1", "q3", "xep", "vui", "q2", "re", "mo", "truyen", "", "q99", "__proto__"])
PARTS = st.sampled_from(["a", "b", "c", "m", "n", "p", "vui", "lo", "x", "99", "a:a", "", "a" * 130])


@given(JSON | st.binary(max_size=50) | st.text(max_size=80))
def test_any_message_is_an_answer_or_nothing(value: Any) -> None:
    text = value if isinstance(value, str) else json.dumps(value) if not isinstance(value, bytes) else None
    given_ = read_answer(text if text is not None else value.decode("utf-8", "replace"))
    assert given_ is None or given_.type == "answer"


@given(JSON)
def test_any_join_is_well_formed_or_refused(value: Any) -> None:
    try:
        wanted = JoinRequest.model_validate_json(json.dumps({"code": "1", "seat": value}))
    except ValueError:
        return
    assert wanted.seat is None or (type(wanted.seat) is int and wanted.seat > 0)


class Room(RuleBasedStateMachine):
    """A class that does everything at the wrong moment."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Classroom(seats=4)
        self.phones: dict[int, Phone] = {}
        self.tokens: dict[int, str] = {}
        self.every: list[Phone] = []

    @rule(seat=st.none() | st.integers(1, 20), old=st.integers(1, 20))
    def joins(self, seat: int | None, old: int) -> None:
        taken = self.room.hub.take_seat(seat, self.tokens.get(old))
        if isinstance(taken, str):
            return
        number, token = taken
        self.room.session.join(number)
        self.tokens[number] = token
        self._enter(token)

    @precondition(lambda self: self.tokens)
    @rule(data=st.data())
    def comes_back(self, data: st.DataObject) -> None:
        self._enter(self.tokens[data.draw(st.sampled_from(sorted(self.tokens)))])

    @precondition(lambda self: self.phones)
    @rule(data=st.data())
    def goes(self, data: st.DataObject) -> None:
        seat = data.draw(st.sampled_from(sorted(self.phones)))
        self.room.hub.disconnect(seat, self.phones.pop(seat))

    @rule(seat=st.integers(1, 20))
    def is_freed(self, seat: int) -> None:
        self.room.hub.free(seat)
        self.phones.pop(seat, None)
        self.tokens.pop(seat, None)

    @precondition(lambda self: self.phones)
    @rule(data=st.data(), step=STEPS, choice=st.lists(PARTS, max_size=4))
    def answers_something(self, data: st.DataObject, step: str, choice: list[str]) -> None:
        self._answer(data.draw(st.sampled_from(sorted(self.phones))), step, choice)

    @precondition(lambda self: self.phones)
    @rule(data=st.data())
    def answers_what_is_asked(self, data: st.DataObject) -> None:
        seat = data.draw(st.sampled_from(sorted(self.phones)))
        step = self.phones[seat].state["step"] or {}
        parts = [part["id"] for part in step.get("options") or step.get("items") or ()]
        many = step.get("type") == "order"
        if parts:
            self._answer(seat, step["id"], data.draw(st.permutations(parts))[: None if many else 1])

    @rule(name=st.sampled_from(["next", "previous", "open", "close", "reveal", "pause", "resume", "advance"]))
    def the_teacher_steers(self, name: Any) -> None:
        from lessonapp.session.steering import Command

        self.room.session.command(Command(name=name))

    @rule(teams=st.sampled_from([(), ((1, 2), (3, 4))]))
    def teams_are_drawn(self, teams: tuple[tuple[int, ...], ...]) -> None:
        self.room.taught.room.draw_teams(teams)

    @rule(seconds=st.sampled_from([0.1, 1.0, 40.0]))
    def time_goes(self, seconds: float) -> None:
        self.room.alarms.forward(seconds)

    @rule()
    def the_disk_is_slow(self) -> None:
        self.room.journal.slow = True

    @rule()
    def the_disk_catches_up(self) -> None:
        self.room.journal.slow = False
        self.room.journal.catch_up()

    @invariant()
    def no_key_before_its_time(self) -> None:
        for phone in self.every:
            for told in phone.told:
                assert told["type"] != "state" or told["phase"] == "revealed" or told["reveal"] is None

    @invariant()
    def the_journal_tells_the_same(self) -> None:
        assert replay(self.room.journal.events) == self.room.taught.state or self.room.journal.slow

    @invariant()
    def each_phone_that_is_there_knows_where_the_lesson_is(self) -> None:
        state = self.room.taught.state
        for phone in self.phones.values():
            if state.status == "running" and phone.closed is None:
                assert (phone.state["step"] or {}).get("id") == state.step

    def _enter(self, token: str) -> None:
        phone = Phone()
        self.every.append(phone)
        seat = self.room.hub.connect(token, phone)
        if seat is not None:
            self.phones[seat] = phone

    def _answer(self, seat: int, step: str, choice: list[str]) -> None:
        phone = self.phones[seat]
        before = self.room.taught.state
        told = len(phone.receipts)
        self.room.answer(seat, phone, step, *choice)
        after = self.room.taught.state
        if len(phone.receipts) > told and phone.receipts[-1] == "changed":
            assert after.seq == before.seq + 1
        if before.phase != "open" or before.status != "running" or before.step != step:
            assert phone.receipts[-1] in ("not-open", "closed")
            assert after.seq == before.seq


Room.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestRoom = Room.TestCase

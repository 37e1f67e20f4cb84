"""The room of phones: who sits where, what each is told, whose answers are on their way; no socket in it."""

import json
import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol

from lessonapp.channels.web.gate import Meter
from lessonapp.channels.web.messages import AnswerMessage
from lessonapp.channels.web.ports import (
    OVER,
    REPLACED,
    UNKNOWN,
    Facts,
    Room,
    WebSession,
)
from lessonapp.channels.web.seatbook import Refusal, SeatBook
from lessonapp.channels.web.state_text import StateText
from lessonapp.channels.web.teacher_view import teacher_view
from lessonapp.channels.web.views import step_in
from lessonapp.domain.answer import Answer, Receipt, refusal
from lessonapp.domain.look import ASSEMBLY_FROM, SEAT_LIMIT
from lessonapp.domain.state import GivenAnswer, Respondent, Round, SessionState

log = logging.getLogger(__name__)

TEN_A_SECOND = 0.1
PING_SECONDS = 20
CHANGES_AT_ONCE, CHANGES_A_SECOND = 20, 1
WAITING_LIMIT = 4000
LATE_SEATS = 10


class Outlet(Protocol):
    """One connection, as the hub sees it."""

    language: str

    def send(self, text: str) -> None:
        """Send a message; whoever does not read is let go."""
        ...

    def close(self, code: int, reason: str) -> None:
        """Send what waits, then close."""
        ...


class Timers(Protocol):
    """The loop's clock and alarms."""

    def time(self) -> float: ...

    def call_later(self, delay: float, callback: Callable[[], object], /) -> Any: ...


class Hub:
    """Lives in the channel's thread; `cross` brings a callback from any thread into it."""

    def __init__(
        self,
        facts: Facts,
        session: WebSession,
        timers: Timers,
        cross: Callable[[Callable[[], None]], object],
        on_room: Callable[[Room], None],
    ) -> None:
        self.facts = facts
        self._session = session
        self._timers = timers
        self._cross = cross
        self._on_room = on_room
        self.seats = SeatBook(timers.time)
        self._outlets: dict[int, Outlet] = {}
        self._teachers: set[Outlet] = set()
        self._text = StateText(facts, session)
        self._waiting: dict[Respondent, int] = {}
        self._owed: set[int] = set()
        self._changes: dict[int, Meter] = {}
        self._elsewhere: dict[Respondent, GivenAnswer] = {}
        self._round: tuple[str, int] | None = None
        self._teacher_due = self._room_due = False
        self._room = Room()

    @property
    def assembly(self) -> bool:
        """Whether nobody picks a number."""
        return self._session.state().opened.seats >= ASSEMBLY_FROM

    def allowed_seats(self) -> range:
        """Every number a pupil may take: the class, some who come late, whom the teacher let in besides."""
        state = self._session.state()
        seats = state.opened.seats
        late = seats + max(LATE_SEATS, seats // 20)
        return range(1, min(max(late, max(state.ever_present, default=0)), SEAT_LIMIT) + 1)

    def room(self) -> dict[str, object]:
        """What the page needs for picking a number."""
        seats = self._session.state().opened.seats
        return {"seats": seats, "taken": sorted(self.seats.taken), "pick": not self.assembly}

    def take_seat(self, wanted: int | None, token: str | None) -> tuple[int, str] | Refusal:
        """A seat for a device; the program is told where the seat was empty before."""
        taken = self.seats.take(wanted, token, self.allowed_seats())
        if not isinstance(taken, str):
            self._room_changed()
        return taken

    def free(self, seat: int) -> None:
        """The teacher frees a seat: its device is sent back to the beginning."""
        outlet = self._outlets.pop(seat, None)
        self.seats.free(seat)
        if outlet is not None:
            outlet.close(UNKNOWN, "the seat was freed")
        self._room_changed()

    def connect(self, token: str, outlet: Outlet) -> int | None:
        """A device is there: it gets the state at once. None for one that is not known."""
        seat = self.seats.use(token)
        if seat is None:
            outlet.close(UNKNOWN, "unknown device")
            return None
        self.refresh()
        older = self._outlets.get(seat)
        self._outlets[seat] = outlet
        if older is not None:
            older.close(REPLACED, "opened on another device")
        self._tell(seat, outlet, self._session.state())
        self._room_changed()
        if self._session.state().status == "ended":
            outlet.close(OVER, "the lesson is over")
        return seat

    def disconnect(self, seat: int, outlet: Outlet) -> None:
        """A connection is gone; the seat stays."""
        if self._outlets.get(seat) is outlet:
            del self._outlets[seat]
            self._room_changed()

    def answer(self, seat: int, outlet: Outlet, message: AnswerMessage) -> None:
        """Give an answer to the session; a refusal that is clear already goes back at once."""
        state = self._session.state()
        respondent = self.respondent(seat, state)
        status = self._give(seat, respondent, message, state)
        if status is not None:
            outlet.send(_receipt(message.step, status, message.choice))

    def respondent(self, seat: int, state: SessionState) -> Respondent:
        """For whom a seat answers: for its team where there are teams, else for itself."""
        team = next((n for n, team in enumerate(state.teams, 1) if seat in team), 0)
        return (0, team) if team else (seat, 0)

    def refresh(self) -> None:
        """The session may have changed: tell whoever has to know."""
        state = self._session.state()
        current = state.round
        here = (current.step, current.number) if current is not None else None
        if here != self._round:
            self._round = here
            self._changes.clear()
        others = _from_elsewhere(current)
        before, self._elsewhere = self._elsewhere, others
        if self._text.changed(state):
            for seat, outlet in self._outlets.items():
                self._tell(seat, outlet, state)
            if state.status == "ended":
                for outlet in self._outlets.values():
                    outlet.close(OVER, "the lesson is over")
                self._tell_teachers()  # before the server stops
        else:
            for who in before.keys() | others.keys():
                if before.get(who) != others.get(who):
                    self._tell_all_of(who, state)
        self._teacher_soon()

    def add_teacher(self, outlet: Outlet) -> None:
        """The teacher's phone is there."""
        self._teachers.add(outlet)
        outlet.send(self._teacher_text())

    def remove_teacher(self, outlet: Outlet) -> None:
        """The teacher's phone is gone."""
        self._teachers.discard(outlet)

    def ping(self, turn: int) -> None:
        """Once a second a part of the room hears that the line stands."""
        for seat, outlet in self._outlets.items():
            if seat % PING_SECONDS == turn % PING_SECONDS:
                outlet.send('{"type":"ping"}')
        if turn % PING_SECONDS == 0:
            for outlet in self._teachers:
                outlet.send('{"type":"ping"}')

    def close_all(self, code: int, reason: str) -> None:
        """Say good-bye to everybody."""
        for outlet in (*self._outlets.values(), *self._teachers):
            outlet.close(code, reason)

    def _give(
        self, seat: int, respondent: Respondent, message: AnswerMessage, state: SessionState
    ) -> str | None:
        step = step_in(self.facts, self.facts.language, message.step)
        if step is None or state.step != message.step:
            return "not-open"
        choice = self._text.wire(step, state).inward(tuple(message.choice))
        answer = Answer(
            step=message.step, choice=choice or (), channel="web", seat=respondent[0], team=respondent[1]
        )
        refused = refusal(step, state, answer)
        if refused is not None:
            return refused
        before = state.round.answers.get(respondent) if state.round is not None else None
        waiting = self._waiting.get(respondent, 0)
        if before is not None and before.choice == answer.choice and not waiting:
            return "saved"
        meter = self._changes.setdefault(seat, Meter(self._timers.time, CHANGES_AT_ONCE, CHANGES_A_SECOND))
        if len(self._waiting) >= WAITING_LIMIT or not meter.take():
            return "busy"
        self._waiting[respondent] = waiting + 1
        done = self._session.post(answer)
        done.add_done_callback(
            lambda future: self._cross(lambda: self._said(seat, respondent, message, future))
        )
        return None

    def _said(
        self, seat: int, respondent: Respondent, message: AnswerMessage, future: Future[Receipt]
    ) -> None:
        """The receipt is there; it goes to the connection the seat has now."""
        left = self._waiting.pop(respondent, 1) - 1
        if left > 0:
            self._waiting[respondent] = left
        status = "not-saving" if future.cancelled() or future.exception() else future.result().status
        outlet = self._outlets.get(seat)
        if outlet is not None:
            outlet.send(_receipt(message.step, status, message.choice))
        state = self._session.state()
        if left <= 0 and (seat in self._owed or respondent[1]):
            for mate in {seat, *_seats_of(respondent, state)}:
                there = self._outlets.get(mate)
                if there is not None and (mate != seat or seat in self._owed):
                    self._tell(mate, there, state)
            self._owed.discard(seat)

    def _tell_all_of(self, respondent: Respondent, state: SessionState) -> None:
        """A card, or the shared screen, has answered for them: no phone goes on showing the older answer."""
        for seat in _seats_of(respondent, state):
            outlet = self._outlets.get(seat)
            if outlet is not None and self.respondent(seat, state) == respondent:
                self._tell(seat, outlet, state)

    def _tell(self, seat: int, outlet: Outlet, state: SessionState) -> None:
        respondent = self.respondent(seat, state)
        waits = respondent in self._waiting
        if waits:
            self._owed.add(seat)  # what is not on disk yet is not called saved; it comes with its receipt
        outlet.send(self._text.text(outlet.language, state, respondent, waits=waits))

    def _teacher_soon(self) -> None:
        if self._teachers and not self._teacher_due:
            self._teacher_due = True
            self._timers.call_later(TEN_A_SECOND, self._tell_teachers)

    def _tell_teachers(self) -> None:
        self._teacher_due = False
        text = self._teacher_text() if self._teachers else ""
        for outlet in self._teachers:
            outlet.send(text)

    def _teacher_text(self) -> str:
        state = self._session.state()
        view = teacher_view(
            self.facts,
            state,
            Room(self.seats.taken, frozenset(self._outlets)),
            black=self._session.black(),
            seconds=self._text.seconds_left(state),
        )
        return json.dumps({**view, "n": self._text.n}, ensure_ascii=False, separators=(",", ":"))

    def _room_changed(self) -> None:
        self._teacher_soon()
        if not self._room_due:
            self._room_due = True
            self._timers.call_later(TEN_A_SECOND, self._tell_room)

    def _tell_room(self) -> None:
        self._room_due = False
        room = Room(self.seats.taken, frozenset(self._outlets))
        if room != self._room:
            self._room = room
            self._on_room(room)


def _from_elsewhere(current: Round | None) -> dict[Respondent, GivenAnswer]:
    """The answers of a round that came over no phone."""
    given = current.answers.items() if current is not None else ()
    return {who: answer for who, answer in given if answer.channel != "web"}


def _seats_of(respondent: Respondent, state: SessionState) -> tuple[int, ...]:
    """A seat, or those of a team."""
    seat, team = respondent
    if seat:
        return (seat,)
    return tuple(state.teams[team - 1]) if 0 < team <= len(state.teams) else ()


def _receipt(step: str, status: str, choice: list[str]) -> str:
    told = {"type": "receipt", "step": step, "status": status, "choice": choice}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

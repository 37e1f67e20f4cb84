"""A session as the web channel sees it, phones without sockets, and alarms that ring when told."""

import json
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from lessonapp.channels.web.hub import Hub
from lessonapp.channels.web.messages import AnswerMessage
from lessonapp.channels.web.ports import Facts, Room
from lessonapp.domain.answer import Answer, Receipt
from lessonapp.domain.events import Event
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.state import SessionState
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.ports import NotSavingError
from lessonapp.session.steering import Command, Outcome, steer
from tests.builders import lesson, session


class SlowJournal:
    """Keeps events; with `slow` they reach the disk only when told."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.slow = False
        self.failure: NotSavingError | None = None
        self._waiting: list[Future[None]] = []

    def append(self, events: Any) -> Future[None]:
        self.events.extend(events)
        done: Future[None] = Future()
        if self.slow:
            self._waiting.append(done)
        else:
            done.set_result(None)
        return done

    def catch_up(self) -> None:
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done.set_result(None)


class FakeWebSession:
    """A real session, changed in the caller's thread."""

    def __init__(self, taught: LessonSession) -> None:
        self.taught = taught
        self.covered = False
        self.posted: list[Answer] = []
        self.clock: Callable[[], datetime] | None = None

    def state(self) -> SessionState:
        return self.taught.state

    def now(self) -> datetime:
        return self.clock() if self.clock is not None else self.taught.log.now()

    def black(self) -> bool:
        return self.covered

    def post(self, answer: Answer) -> Future[Receipt]:
        self.posted.append(answer)
        return self.taught.answers.post(answer)

    def join(self, seat: int) -> Future[bool]:
        done: Future[bool] = Future()
        done.set_result(self.taught.room.seat_joined(seat) or seat in self.taught.state.present)
        return done

    def command(self, command: Command) -> Future[Outcome]:
        done: Future[Outcome] = Future()
        if command.name == "black":
            self.covered = command.on
            done.set_result("done")
        else:
            done.set_result(steer(self.taught, command))
        return done


class Alarms:
    """A clock that stands until it is set on."""

    def __init__(self) -> None:
        self.now = 0.0
        self._set: list[tuple[float, Callable[[], object]]] = []

    def time(self) -> float:
        return self.now

    def call_later(self, delay: float, callback: Callable[[], object]) -> None:
        self._set.append((self.now + delay, callback))

    def forward(self, seconds: float) -> None:
        self.now += seconds
        due = [call for at, call in self._set if at <= self.now + 1e-9]
        self._set = [(at, call) for at, call in self._set if at > self.now + 1e-9]
        for call in due:
            call()


class Phone:
    """What one phone was told."""

    def __init__(self, language: str = "vi") -> None:
        self.language = language
        self.texts: list[str] = []
        self.closed: tuple[int, str] | None = None

    def send(self, text: str) -> None:
        self.texts.append(text)

    def close(self, code: int, reason: str) -> None:
        self.closed = self.closed or (code, reason)

    @property
    def told(self) -> list[dict[str, Any]]:
        return [json.loads(text) for text in self.texts]

    @property
    def state(self) -> dict[str, Any]:
        return next(m for m in reversed(self.told) if m["type"] == "state")

    @property
    def receipts(self) -> list[str]:
        return [m["status"] for m in self.told if m["type"] == "receipt"]


class Classroom:
    """A hub with its session, and phones to put into it."""

    def __init__(
        self, taught: Lesson | None = None, *, others: tuple[Lesson, ...] = (), **opening: Any
    ) -> None:
        the_lesson = taught or lesson()
        self.journal = SlowJournal()
        self.session = FakeWebSession(session(the_lesson, self.journal, channel="web", **opening))
        self.taught = self.session.taught
        self.alarms = Alarms()
        self.rooms: list[Room] = []
        lessons = {known.language: known for known in (the_lesson, *others)}
        facts = Facts(lessons=lessons, language=the_lesson.language, class_label="4A")
        self.hub = Hub(facts, self.session, self.alarms, lambda call: call(), self.rooms.append)
        self.taught.log.subscribe(lambda _state: self.hub.refresh())

    def join(self, seat: int | None = None, language: str = "vi") -> tuple[int, str, Phone]:
        taken = self.hub.take_seat(seat, None)
        assert not isinstance(taken, str), taken
        number, token = taken
        self.session.join(number)
        return number, token, self.enter(token, language)

    def enter(self, token: str, language: str = "vi") -> Phone:
        phone = Phone(language)
        self.hub.connect(token, phone)
        return phone

    def open(self, step: str) -> None:
        self.taught.goto(step)
        assert self.taught.open_round()

    def answer(self, seat: int, phone: Phone, step: str, *choice: str) -> str | None:
        self.hub.answer(seat, phone, AnswerMessage(type="answer", step=step, choice=list(choice)))
        return phone.receipts[-1] if phone.receipts else None

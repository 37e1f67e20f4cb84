"""The one place where a session's events are made, journalled and folded into its state."""

import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from lessonapp.domain.events import Channel, Event, EventBase, SessionOpened
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.state import SessionState, apply, opened_state, state_of
from lessonapp.domain.value import Value
from lessonapp.session.ports import Clock, Journal, NewId, NotSavingError


class Opening(Value):
    """How a lesson begins."""

    class_label: str
    seats: int
    channel: Channel = "hands"
    block: str | None = None


class SessionLog:
    """Adds events to the journal and keeps the state they fold to."""

    def __init__(self, journal: Journal, state: SessionState, clock: Clock, new_id: NewId) -> None:
        self._journal = journal
        self._state = state
        self._clock = clock
        self._new_id = new_id
        self._listeners: list[Callable[[SessionState], None]] = []

    @classmethod
    def begin(
        cls,
        lesson: Lesson,
        content_hash: str,
        opening: Opening,
        journal: Journal,
        clock: Clock,
        new_id: NewId,
    ) -> "SessionLog":
        """A new session of a lesson."""
        opened = SessionOpened(
            id=new_id(),
            session=new_id(),
            seq=1,
            at=clock(),
            lesson=lesson.id,
            version=lesson.version,
            content_hash=content_hash,
            language=lesson.language,
            title=lesson.title,
            class_label=opening.class_label,
            audience=lesson.audience,
            channel=opening.channel,
            seats=opening.seats,
            seed=secrets.randbits(32),
            block=opening.block,
        )
        journal.append([opened])
        return cls(journal, opened_state(opened), clock, new_id)

    @classmethod
    def take_up(cls, events: Sequence[Event], journal: Journal, clock: Clock, new_id: NewId) -> "SessionLog":
        """A session that was begun before; ValueError when the events open none."""
        return cls(journal, state_of(events), clock, new_id)

    @property
    def state(self) -> SessionState:
        """The fold of all events so far."""
        return self._state

    @property
    def failure(self) -> NotSavingError | None:
        """Why nothing can be saved at the moment."""
        return self._journal.failure

    def now(self) -> datetime:
        """The time, never before the last event: a clock set back does not turn a session round."""
        return max(self._clock(), self._state.last_at)

    def subscribe(self, listener: Callable[[SessionState], None]) -> None:
        """Call the listener with every new state."""
        self._listeners.append(listener)

    def add(self, kind: type[EventBase], **fields: Any) -> Future[None]:
        """Make the next event and fold it in; the future is done once it is on disk."""
        event: Any = kind(
            id=self._new_id(), session=self._state.id, seq=self._state.seq + 1, at=self.now(), **fields
        )
        state = apply(self._state, event)
        saved = self._journal.append([event])
        self._state = state
        for listener in self._listeners:
            listener(state)
        return saved

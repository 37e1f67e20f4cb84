"""What a session needs from outside: a journal that keeps events, a clock, and new ids."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Protocol

from lessonapp.domain.errors import MachineError
from lessonapp.domain.events import Event


class NotSavingError(MachineError):
    """The journal cannot write: nothing is acknowledged until it can again."""


class Journal(Protocol):
    """An append-only list of events."""

    def append(self, events: Sequence[Event]) -> Future[None]:
        """Queue the events; the future is done once they are on disk, or fails with NotSavingError."""
        ...

    @property
    def failure(self) -> NotSavingError | None:
        """Why nothing can be saved at the moment; None while all is well."""
        ...


Clock = Callable[[], datetime]
"""The time now, with its zone."""

NewId = Callable[[], str]
"""A new UUIDv7."""

"""A journal that forgets: for rehearsing, where no session is kept."""

from collections.abc import Sequence
from concurrent.futures import Future

from lessonapp.domain.events import Event
from lessonapp.session.ports import NotSavingError


class MemoryJournal:
    """Keeps events as long as the program runs."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    @property
    def failure(self) -> NotSavingError | None:
        """Memory does not fail."""
        return None

    def append(self, events: Sequence[Event]) -> Future[None]:
        """Keep the events; done at once."""
        self.events.extend(events)
        done: Future[None] = Future()
        done.set_result(None)
        return done

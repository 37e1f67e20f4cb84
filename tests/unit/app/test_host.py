"""A session with no window: what other threads ask of it."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from lessonapp.app.host import Owner
from lessonapp.domain.answer import Answer
from lessonapp.domain.events import Event
from lessonapp.session.memory import MemoryJournal
from lessonapp.session.steering import Command
from tests.builders import session


class Stumbling(MemoryJournal):
    """A journal that meets a fault of the program's own, once it is told to."""

    stumbles = False

    def append(self, events: Sequence[Event]) -> Future[None]:
        if self.stumbles:
            raise ZeroDivisionError("a fault of ours")
        return super().append(events)


def test_a_fault_of_ours_is_told_to_whoever_asked_and_the_lesson_goes_on() -> None:
    journal = Stumbling()
    taught = session(journal=journal)
    taught.goto("q3")
    taught.open_round()
    owner = Owner(taught)
    thread = threading.Thread(target=owner.run)
    thread.start()
    try:
        journal.stumbles = True
        answer = Answer(step="q3", seat=5, choice=("a",), channel="web")
        with pytest.raises(ZeroDivisionError):
            owner.post(answer).result(timeout=10)
        with pytest.raises(ZeroDivisionError):
            owner.command(Command(name="close")).result(timeout=10)
        journal.stumbles = False
        assert owner.post(answer).result(timeout=10).status == "saved"
        assert owner.command(Command(name="close")).result(timeout=10) == "done"
    finally:
        owner.stop()
        thread.join()

"""The way into the GUI thread: what other threads hand over is done here, many pieces at a time."""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
TURN_SECONDS = 0.008
"""A class that answers at once is taken in turns, so that a key press is never behind all of it."""


class Crossing(QObject):
    """One queued signal wakes the GUI thread for everything that waits; `turn_done` ends each turn."""

    turn_begun = Signal()
    turn_done = Signal()
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: deque[Callable[[], None]] = deque()
        self._waking = False
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    def put(self, work: Callable[[], None], asked: Future[Any]) -> None:
        """Have it done in the GUI thread; any thread may call. A fault is told to whoever asked, too."""

        def done() -> None:
            try:
                work()
            except Exception as fault:
                asked.set_exception(fault)
                raise

        self._work.append(done)
        if not self._waking:
            self._waking = True
            self._woken.emit()

    def ask(self, what: Callable[[], T]) -> Future[T]:
        """Have it done, and get what came of it."""
        asked: Future[T] = Future()
        self.put(lambda: asked.set_result(what()), asked)
        return asked

    @Slot()
    def _on_woken(self) -> None:
        self._waking = False
        end = time.monotonic() + TURN_SECONDS
        self.turn_begun.emit()
        try:
            while self._work and time.monotonic() < end:
                self._work.popleft()()
        finally:
            self.turn_done.emit()
            if self._work and not self._waking:
                self._waking = True
                self._woken.emit()

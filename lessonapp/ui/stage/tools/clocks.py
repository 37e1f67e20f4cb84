"""Clocks of the class tools: a free countdown for any step, and a silent three-two-one."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

TICK_MS = 200
BEAT_MS = 1200
COUNT_FROM = 3
USUAL_SECONDS = 120.0


class Countdown(QObject):
    """Runs from a number of seconds to nothing; the clock is given so that tests need not wait."""

    changed = Signal()
    over = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._end = 0.0
        self.shown = False
        self.usual = USUAL_SECONDS
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def left(self) -> float:
        """Seconds left."""
        return max(0.0, self._end - self._clock())

    @property
    def running(self) -> bool:
        """Whether it counts; at nothing it only stays to be seen."""
        return self._timer.isActive()

    def start(self, seconds: float | None = None) -> None:
        """Count from so many seconds, else from as many as last time."""
        self.usual = seconds or self.usual
        self._end = self._clock() + self.usual
        self.shown = True
        self._timer.start()
        self.changed.emit()

    def add(self, seconds: float) -> None:
        """Give more time."""
        if self.shown:
            self._end = max(self._end, self._clock()) + seconds
            self._timer.start()
            self.changed.emit()

    def stop(self) -> None:
        """Take the clock away."""
        self._timer.stop()
        if self.shown:
            self.shown = False
            self.changed.emit()

    def tick(self) -> None:
        """Look at the clock."""
        self.changed.emit()
        if self._end <= self._clock():
            self._timer.stop()
            self.over.emit()


class HandsUp(QObject):
    """Three, two, one, hands up; then it stays until it is taken away."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.left: int | None = None
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin at three."""
        self.left = COUNT_FROM
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Take it away."""
        self._timer.stop()
        if self.left is not None:
            self.left = None
            self.changed.emit()

    def beat(self) -> None:
        """One number less."""
        if self.left:
            self.left -= 1
            self.changed.emit()
        if not self.left:
            self._timer.stop()

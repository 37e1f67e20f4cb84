"""Covers of lessons: asked for when a card is first painted, one at a time, and kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

CoverSource = Callable[[str, QSize], QPixmap | None]
"""Lesson id and size in device pixels; None where there is no cover."""
KEPT, WAITING = 120, 48
STEP = 32  # widths grow by this much, so that a window being dragged does not draw every cover anew


class Covers(QObject):
    """Never makes a painter wait: a card is painted without its cover, and again when it is there."""

    ready = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._source: CoverSource | None = None
        self._kept: dict[str, tuple[QSize, QPixmap | None]] = {}
        self._wanted: dict[str, QSize] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_one)

    def set_source(self, source: CoverSource | None) -> None:
        """Where covers come from; what was kept is forgotten."""
        self._source = source
        self.clear()

    def clear(self) -> None:
        """Forget every cover."""
        self._kept.clear()
        self._wanted.clear()
        self._timer.stop()

    def get(self, lesson: str, size: QSize, ratio: float) -> QPixmap | None:
        """The cover if it is there, perhaps in an older size; the right one is made soon."""
        width = -(-round(size.width() * ratio) // STEP) * STEP
        real = QSize(width, round(width * size.height() / max(1, size.width())))
        if lesson in self._kept:
            self._kept[lesson] = self._kept.pop(lesson)  # the last used is the last to go
            kept_size, kept = self._kept[lesson]
            if kept_size == real or kept is None:
                return kept
        if self._source is not None and not real.isEmpty():
            self._wanted.pop(lesson, None)
            self._wanted[lesson] = real
            if len(self._wanted) > WAITING:
                del self._wanted[next(iter(self._wanted))]
            self._timer.start()
        return self._kept[lesson][1] if lesson in self._kept else None

    def _make_one(self) -> None:
        if not self._wanted or self._source is None:
            self._timer.stop()
            return
        lesson, size = self._wanted.popitem()  # the last asked for is what can be seen now
        self._kept[lesson] = (size, self._source(lesson, size))
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        if not self._wanted:
            self._timer.stop()
        self.ready.emit(lesson)

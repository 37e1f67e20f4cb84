"""Garbage is collected in the window's own thread while other threads run.

Python collects in whatever thread happens to allocate; a window or timer that is destroyed outside the
thread it lives in brings the program down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 250


class Collector(QObject):
    """Does what Python would do by itself, at the same thresholds, but in the thread that made it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._on_time)
        self._was_enabled = False

    def start(self) -> None:
        """From now on nothing is collected in other threads."""
        if not self._timer.isActive():
            self._was_enabled = gc.isenabled()
            gc.disable()
            self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        if self._timer.isActive():
            self._timer.stop()
            if self._was_enabled:
                gc.enable()

    def _on_time(self) -> None:
        gc.disable()  # whoever turned it on meanwhile knew nothing of the threads
        counts, limits = gc.get_count(), gc.get_threshold()
        full = [generation for generation in (0, 1, 2) if counts[generation] > limits[generation] > 0]
        if full:
            gc.collect(max(full))

"""Something that takes longer than a click may wait: done in a thread, its result brought to the window's."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from lessonapp.domain.errors import LessonAppError
from lessonapp.domain.progress import Progress


class Work(QThread):
    """Runs once; `done` or `failed`, then `over`, come in the thread that made it.

    Whoever listens to QThread's own `finished` with a plain function is called in the other thread.
    """

    done = Signal(object)
    failed = Signal(object)
    over = Signal()
    progressed = Signal(int, int)

    def __init__(self, name: str, act: Callable[[Progress], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._act = act
        self._result: object = None
        self._error: Exception | None = None
        self.finished.connect(self._on_finished)

    def run(self) -> None:
        try:
            self._result = self._act(self.progressed.emit)
        except Exception as error:  # noqa: BLE001 - told, or raised again, in the window's thread
            self._error = error

    def _on_finished(self) -> None:
        if self._error is None:
            self.done.emit(self._result)
        elif isinstance(self._error, LessonAppError):
            self.failed.emit(self._error)
        self.over.emit()
        if self._error is not None and not isinstance(self._error, LessonAppError):
            raise self._error

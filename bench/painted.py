"""When something has been painted: not asked for, not begun, but drawn and handed to the screen."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

_PAINTING = (QEvent.Type.Expose, QEvent.Type.UpdateRequest)


class Painted(QObject):
    """Calls `done` at the end of each pass in which a window has painted the part of it that is watched.

    A filter sees an event before it is handled; this one hands it on itself and so sees its end too.
    """

    def __init__(self, window: QWidget, part: QWidget, done: Callable[[], None]) -> None:
        super().__init__(window)
        self._part, self._done = part, done
        self._painted = False
        self._passing: QObject | None = None
        self._window = window
        window.winId()  # the window of the system, which is told to paint
        part.installEventFilter(self)
        for target in (window, window.windowHandle()):
            target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note paints of the part; take painting passes of the window through to their end."""
        kind = event.type()
        if kind == QEvent.Type.Paint and watched is self._part:
            self._painted = True
            return False
        if kind not in _PAINTING or self._passing is not None:
            return False
        self._passing = watched
        QCoreApplication.sendEvent(watched, event)
        self._passing = None
        if self._painted:
            self._painted = False
            self._done()
        return True

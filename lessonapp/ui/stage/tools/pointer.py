"""Mouse and finger over stage and preview, in stage units, before the step itself sees them."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent, QWheelEvent

from lessonapp.ui.stage.view import StageView

_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
}
_TOUCH = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}


class Hand(Protocol):
    """What a pointer does; each says whether it used it, so that the step does not see it too."""

    def pointer_down(self, at: QPointF) -> bool: ...
    def pointer_moved(self, at: QPointF, *, held: bool) -> bool: ...
    def pointer_up(self) -> bool: ...
    def pointer_turned(self, steps: float) -> bool: ...


class Pointer(QObject):
    """Watches the views of one scene."""

    def __init__(self, views: tuple[StageView, ...], hand: Hand, parent: QObject) -> None:
        super().__init__(parent)
        self._views = {view.viewport(): view for view in views}
        self._hand = hand
        self.touched: Callable[[], None] | None = None
        """Told of every press, also of one that the hand keeps to itself."""
        for viewport in self._views:
            viewport.setMouseTracking(True)
            viewport.installEventFilter(self)

    def show_cursor(self, shape: Qt.CursorShape) -> None:
        """The pointer's shape over the stage."""
        for viewport in self._views:
            viewport.setCursor(shape)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the hand used the event."""
        view = next((v for port, v in self._views.items() if port is watched), None)
        if view is None:
            return False
        if event.type() in _MOUSE and isinstance(event, QMouseEvent):
            return self._mouse(view, event)
        if event.type() in _TOUCH and isinstance(event, QTouchEvent):
            return self._touch(view, event)
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._hand.pointer_turned(event.angleDelta().y() / 120)
        return False

    def _mouse(self, view: StageView, event: QMouseEvent) -> bool:
        at = _on_stage(view, event.position())
        if event.type() == QEvent.Type.MouseMove:
            return self._hand.pointer_moved(at, held=bool(event.buttons() & Qt.MouseButton.LeftButton))
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            return self._hand.pointer_up()
        return self._down(at)

    def _touch(self, view: StageView, event: QTouchEvent) -> bool:
        points = event.points()
        if not points or event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            return self._hand.pointer_up()
        at = _on_stage(view, points[0].position())
        used = (
            self._down(at)
            if event.type() == QEvent.Type.TouchBegin
            else self._hand.pointer_moved(at, held=True)
        )
        if used:
            event.accept()
        return used

    def _down(self, at: QPointF) -> bool:
        used = self._hand.pointer_down(at)
        if used and self.touched is not None:
            self.touched()
        return used


def _on_stage(view: StageView, at: QPointF) -> QPointF:
    inverse, _possible = view.viewportTransform().inverted()
    return inverse.map(at)

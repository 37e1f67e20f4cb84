"""A line that says what was just done, and goes by itself."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from lessonapp.ui.theme import FOOT
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.colours import TOAST_TICK, WARN_LINE
from lessonapp.ui.widgets.labels import icon_label, label

SHOWN_MS = 4000
ACTION_MS = 8000
EDGE = 16


class Toast(QFrame):
    """At the bottom left of its window, above a bar that must stay free; at most one."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "toast")
        self._words = label("")
        self._action = button("", "link")
        self._callback: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(12)
        self._signs = {
            "ok": icon_label("check", TOAST_TICK, 20, 3),
            "warn": icon_label("warn", WARN_LINE, 20, 3),
        }
        for sign in self._signs.values():
            row.addWidget(sign)
        row.addWidget(self._words)
        row.addSpacing(8)
        row.addWidget(self._action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._action.clicked.connect(self._on_action)
        host.installEventFilter(self)
        self.hide()

    def show_text(
        self,
        text: str,
        action: str | None = None,
        callback: Callable[[], object] | None = None,
        tone: Literal["ok", "warn"] = "ok",
    ) -> None:
        """Say something for four seconds; eight where something can be done about it."""
        self._words.setText(text)
        for key, sign in self._signs.items():
            sign.setVisible(key == tone)
        self._action.setText(action or "")
        self._action.setVisible(action is not None)
        self._callback = callback
        self.setMinimumHeight(44)
        self.show()
        self.place()
        self.raise_()
        self.setAccessibleName(text)
        self._timer.start(ACTION_MS if action else SHOWN_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self.place()
        return False

    def place(self) -> None:
        """Go to the place that is free now."""
        host = self.parentWidget()
        if host is None:
            return
        room = host.width() - 2 * EDGE
        self._words.setWordWrap(False)
        if self.sizeHint().width() > room:
            self._words.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        else:
            self.resize(self.sizeHint())
        bars = [bar for bar in host.findChildren(QWidget, FOOT) if bar.isVisibleTo(host)]
        free = min((bar.mapTo(host, QPoint()).y() for bar in bars), default=host.height())
        self.move(EDGE, free - self.height() - EDGE)

    def _on_action(self) -> None:
        self.hide()
        if self._callback is not None:
            self._callback()

    def mousePressEvent(self, event: object) -> None:
        del event
        self.hide()

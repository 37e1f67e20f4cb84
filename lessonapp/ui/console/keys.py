"""Keys and clickers: one map for console and stage."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLineEdit, QWidget

from lessonapp.i18n import _

Command = Literal[
    "next",
    "back",
    "black",
    "reveal",
    "full-screen",
    "help",
    "end",
    "keys",
    "panes",
    "read-aloud",
    "mute",
    "pen",
    "erase",
    "undo",
    "wipe",
    "spotlight",
    "freeze",
    "timer",
    "lot",
    "hands-up",
    "light-left",
    "light-right",
    "light-up",
    "light-down",
]

_KEYS: dict[int, Command] = {
    Qt.Key.Key_Space: "next",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_B: "black",
    Qt.Key.Key_Period: "black",
    Qt.Key.Key_R: "reveal",
    Qt.Key.Key_F: "full-screen",
    Qt.Key.Key_F5: "full-screen",
    Qt.Key.Key_H: "help",
    Qt.Key.Key_Escape: "end",
    Qt.Key.Key_Question: "keys",
    Qt.Key.Key_F1: "keys",
    Qt.Key.Key_F6: "panes",
    Qt.Key.Key_L: "read-aloud",
    Qt.Key.Key_M: "mute",
    Qt.Key.Key_D: "pen",
    Qt.Key.Key_E: "erase",
    Qt.Key.Key_U: "undo",
    Qt.Key.Key_C: "wipe",
    Qt.Key.Key_S: "spotlight",
    Qt.Key.Key_Z: "freeze",
    Qt.Key.Key_T: "timer",
    Qt.Key.Key_N: "lot",
    Qt.Key.Key_G: "hands-up",
}
_WITH_SHIFT: dict[int, Command] = {
    Qt.Key.Key_Left: "light-left",
    Qt.Key.Key_Right: "light-right",
    Qt.Key.Key_Up: "light-up",
    Qt.Key.Key_Down: "light-down",
}
_LEFT_TO_NUMBERS = {Qt.Key.Key_Left, Qt.Key.Key_Right}
_TAKEN_FROM_TEXT = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F6}


def key_list() -> tuple[tuple[str, str], ...]:
    """What each key does, in words."""
    return (
        (_("Space, Page Down, →"), _("Continue")),
        (_("Page Up, ←"), _("Back")),
        ("B  .", _("Cover the stage, or show it again")),
        ("R", _("Show the answer, or take it back")),
        ("H", _("Help card with 111")),
        ("F", _("Full screen")),
        (_("Numbers, Tab"), _("Count hands, option by option")),
        (_("Numbers, Tab, ↑ ↓, Enter"), _("On the stage: choose, lay, mark, answer, play the film")),
        ("L", _("Read the stage aloud, or stop")),
        ("M", _("Sounds off or on")),
        ("D", _("Draw on the stage, or put the pen away")),
        ("E  U  C", _("Eraser, take the last line back, wipe the drawing")),
        ("S", _("Spotlight that follows the mouse; the wheel makes it larger")),
        (_("Shift + arrows"), _("Move the spotlight")),
        ("Z", _("Freeze the stage, look ahead on the console")),
        ("T", _("Timer for any step")),
        ("N", _("Draw a seat by lot")),
        ("G", _("Three, two, one, hands up")),
        ("F6", _("From the stage to Continue, and back")),
        ("Esc", _("Put a tool away; else end the lesson (asks first)")),
        ("?", _("This list")),
    )


def command_of(event: QKeyEvent, focus: QWidget | None) -> Command | None:
    """The command of a key, unless the widget that has the focus needs the key itself."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return None if isinstance(focus, QLineEdit | QAbstractSpinBox) else "undo"
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return None
    key = event.key()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _WITH_SHIFT:
        return None if isinstance(focus, QLineEdit | QAbstractSpinBox) else _WITH_SHIFT[key]
    if isinstance(focus, QAbstractSpinBox) and key in _LEFT_TO_NUMBERS:
        return None
    if isinstance(focus, QLineEdit) and not isinstance(focus.parent(), QAbstractSpinBox):
        return _KEYS.get(key) if key in _TAKEN_FROM_TEXT else None
    if isinstance(focus, QAbstractButton) and key == Qt.Key.Key_Space:
        return None
    return _KEYS.get(key)


class KeyCommands(QObject):
    """Watches one window for command keys."""

    command = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert app is not None  # windows need one
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a command key before the widget sees it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self.parent() or QApplication.activeModalWidget() is not None:
            return False
        if not isinstance(event, QKeyEvent):
            return False
        command = command_of(event, watched if watched.isWidgetType() else None)
        if command is None:
            return False
        if not event.isAutoRepeat():  # a key that is held down does not run through the lesson
            self.command.emit(command)
        return True

"""Keys and clickers: one map for console and stage."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from lessonapp.i18n import _

Command = Literal[
    "next",
    "back",
    "black",
    "reveal",
    "full-screen",
    "present",
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

KEYS: dict[int, Command] = {
    Qt.Key.Key_Space: "next",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_B: "black",
    Qt.Key.Key_Period: "black",
    Qt.Key.Key_R: "reveal",
    Qt.Key.Key_F: "full-screen",
    Qt.Key.Key_F5: "present",  # a clicker's button that begins to present
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
_CLICKER = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5}
_TELEX: dict[str, Command] = {"đ": "pen", "ê": "erase"}
"""What a Vietnamese keyboard program makes of D D and E E."""
OWN_ARROWS = "ownArrows"
"""A property of widgets that move about with the left and right arrows themselves."""
_TAKEN_FROM_TEXT = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F6}


def key_list() -> tuple[tuple[str, str], ...]:
    """What each key does, in words."""
    return (
        (_("Space, Page Down, →"), _("Continue")),
        (_("Page Up, ←"), _("Back")),
        ("B  .", _("Cover the stage, or show it again")),
        ("R", _("Show the answer, or take it back")),
        ("H", _("Help card with 111")),
        ("F", _("Full screen; on one screen the notes, and back")),
        ("F5", _("The stage in front: the start button of a clicker")),
        (
            _("12 Tab 9 …"),
            _("Count hands, over the stage too; Enter is like Tab, Esc puts the numbers away"),
        ),
        (_("Numbers, Tab, ↑ ↓, Enter"), _("On the stage: choose, place, mark, answer, play the film")),
        ("L", _("Read the stage aloud, or stop")),
        ("M", _("Sounds off or on")),
        ("D", _("Draw on the stage, or put the pen away")),
        ("E  U  C", _("Eraser, undo the last line, wipe the drawing")),
        ("S", _("Spotlight that follows the mouse; the wheel makes it larger")),
        (_("Shift + arrows"), _("Move the spotlight")),
        ("Z", _("Freeze the stage, look ahead on the console")),
        ("T", _("Timer for any step")),
        ("N", _("Pick a seat at random")),
        ("G", _("Three, two, one, hands up")),
        ("F6", _("From the stage to Continue, and back")),
        ("Esc", _("Put a tool away; otherwise end the lesson (it asks first)")),
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
    if key in _LEFT_TO_NUMBERS and _moves_itself(focus):
        return None
    if isinstance(focus, QLineEdit) and not isinstance(focus.parent(), QAbstractSpinBox):
        return KEYS.get(key) if key in _TAKEN_FROM_TEXT else None
    if isinstance(focus, QAbstractButton) and key == Qt.Key.Key_Space:
        return None
    return KEYS.get(key) or _TELEX.get(event.text().lower())


def _moves_itself(focus: QWidget | None) -> bool:
    return isinstance(focus, QAbstractSpinBox) or (focus is not None and bool(focus.property(OWN_ARROWS)))


def is_free_digit(event: QKeyEvent, focus: QWidget) -> bool:
    """Whether a key is a digit, and the widget that has the focus has no use for it."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    typed = event.text().isascii() and event.text().isdigit()
    return typed and not held and not isinstance(focus, QLineEdit | QAbstractSpinBox | QComboBox)


class KeyCommands(QObject):
    """Watches one window for command keys."""

    command = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert app is not None  # windows need one
        app.installEventFilter(self)
        self.take_digit: Callable[[QKeyEvent], bool] = lambda _event: False
        """Offered each digit that is typed where there is no field for it; says whether it was used."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a command key before the widget sees it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        if not isinstance(event, QKeyEvent) or QApplication.activeModalWidget() is not None:
            return False
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return self._through(popup, event)
        if watched.window() is not self.parent():
            return False
        command = command_of(event, watched)
        if command is None:
            return is_free_digit(event, watched) and self.take_digit(event)
        if not event.isAutoRepeat():  # a key that is held down does not run through the lesson
            self.command.emit(command)
        return True

    def _through(self, popup: QWidget, event: QKeyEvent) -> bool:
        """A clicker steers the lesson while a menu or panel of this window is open: it closes first."""
        owner = popup.parentWidget()
        if owner is None or owner.window() is not self.parent() or event.key() not in _CLICKER:
            return False
        popup.close()
        if not event.isAutoRepeat():
            self.command.emit(KEYS[event.key()])
        return True

"""Buttons by their role: primary, secondary, danger, link, icon only, and the rows of exclusive ones."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from lessonapp.domain.look import DANGER
from lessonapp.ui.icons import icon
from lessonapp.ui.widgets.colours import INK, PRIMARY, SURFACE

Role = Literal[
    "primary",
    "secondary",
    "danger",
    "danger-solid",
    "link",
    "line",
    "icon",
    "chooser",
    "nav",
    "chip",
    "audience",
    "choice",
    "tool",
    "next",
]
_INKS: dict[Role, str] = {
    "primary": SURFACE,
    "danger": DANGER,
    "danger-solid": SURFACE,
    "link": PRIMARY,
    "line": PRIMARY,
    "next": SURFACE,
}
_RADII: dict[Role, int] = {"chip": 17, "audience": 15, "next": 12}


def button(text: str, role: Role = "secondary", picture: str | None = None) -> QPushButton:
    """A button with words, and a line icon before them where one helps."""
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("role", role)
    made.setProperty("radius", _RADII.get(role, 8))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if picture is not None:
        nav = role == "nav"
        pad = 8 if nav else 4
        made.setIcon(icon(picture, _INKS.get(role, INK), 20, PRIMARY if nav else None, pad))
        made.setIconSize(QSize(20 + pad, 20))
    return made


def show_or_hide(made: QPushButton, text: str) -> None:
    """A button with these words; with none it is not there."""
    if text:
        made.setText(text)
    made.setVisible(bool(text))


def icon_button(picture: str, name: str, colour: str = INK) -> QPushButton:
    """A button that is only an icon: its name is the tooltip and what a screen reader says."""
    made = button("", "icon")
    made.setIcon(icon(picture, colour, 20))
    made.setIconSize(QSize(20, 20))
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made


class Segments(QFrame):
    """Two to four choices side by side, one of them taken."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], value: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, text in choices:
            made = QPushButton(text)
            made.setProperty("role", "segment")
            made.setProperty("radius", 6)
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setChecked(key == value)
            made.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(made)
            self._buttons[key] = made
            row.addWidget(made, 1)

    def value(self) -> str:
        """The key of the choice taken."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Take a choice without a signal."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def leave_focus(self) -> None:
        """A click leaves the focus where it is: where Space means something else all the time."""
        for made in self._buttons.values():
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def button(self, key: str) -> QPushButton:
        """The button of a choice."""
        return self._buttons[key]

"""A name above an input, and a message below it where something needs attention."""

from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lessonapp.domain.look import DANGER, WARN
from lessonapp.ui.widgets.labels import icon_label, label, restyle


class Field(QWidget):
    """A labelled input; the label is its buddy and its accessible name."""

    def __init__(self, name: str, inner: QWidget, hint: str = "") -> None:
        super().__init__()
        self.inner = inner
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.name = label(name, "field")
        self.name.setBuddy(inner)
        inner.setAccessibleName(inner.accessibleName() or name)
        column.addWidget(self.name)
        column.addWidget(inner)
        if hint:
            column.addWidget(label(hint, "secondary", wrap=True))
            inner.setAccessibleDescription(hint)
        self._row = QWidget()
        self._row.hide()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icons = {"warn": icon_label("warn", WARN, 16), "danger": icon_label("warn", DANGER, 16)}
        for picture in self._icons.values():
            row.addWidget(picture)
        self._message = label("", "error", wrap=True)
        row.addWidget(self._message, 1)
        column.addWidget(self._row)

    def set_message(self, text: str, tone: Literal["warn", "danger"] = "warn") -> None:
        """Say what the input needs; an empty text takes it back."""
        self._message.setText(text)
        self._message.setStyleSheet(f"color: {WARN if tone == 'warn' else DANGER};")
        for key, picture in self._icons.items():
            picture.setVisible(key == tone)
        self._row.setVisible(bool(text))
        state = tone if text else ""
        if isinstance(self.inner, QLineEdit) and self.inner.property("state") != state:
            self.inner.setProperty("state", state)
            restyle(self.inner)

    def message(self) -> str:
        """What is said below the input."""
        return self._message.text() if not self._row.isHidden() else ""


def line_edit(value: str = "", hint: str = "", limit: int = 200) -> QLineEdit:
    """A one-line input."""
    made = QLineEdit(value)
    made.setPlaceholderText(hint)
    made.setMaxLength(limit)
    return made

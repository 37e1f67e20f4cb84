"""What a document can be told before it is made: choices and lines of text, the usual ones chosen already."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.combo import Combo
from lessonapp.ui.widgets.dialog import FittedDialog, answer_row
from lessonapp.ui.widgets.field import Field
from lessonapp.ui.widgets.labels import label

LINES = ("names",)
"""Options that are typed one a line."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option; without values it is typed, `known` is there to begin with."""

    key: str
    title: str
    values: tuple[tuple[str, str], ...] = ()
    known: str = ""


class OptionsDialog(FittedDialog):
    """Enter goes on; what is typed here is kept nowhere."""

    def __init__(self, title: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent, 440)
        self.setWindowTitle(title)
        self._fields: dict[str, QComboBox | QLineEdit | QPlainTextEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(title, "heading", wrap=True))
        for option in options:
            self._fields[option.key] = field = _field(option)
            column.addWidget(Field(option.title, field))
        self.go_on = button(_("Preview"), "primary", "pdf")
        row = answer_row(self, self.go_on)
        row.setContentsMargins(0, 8, 0, 0)
        column.addLayout(row)

    def value(self) -> dict[str, str]:
        """What was chosen and typed, by option."""
        found: dict[str, str] = {}
        for key, field in self._fields.items():
            if isinstance(field, QComboBox):
                found[key] = str(field.currentData())
            else:
                found[key] = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        return found


def _field(option: Option) -> QComboBox | QLineEdit | QPlainTextEdit:
    if option.values:
        combo = Combo()
        for value, title in option.values:
            combo.addItem(title, value)
        return combo
    if option.key in LINES:
        text = QPlainTextEdit(option.known)
        text.setPlaceholderText(_("One per line"))
        text.setFixedHeight(120)
        text.setTabChangesFocus(True)
        return text
    return QLineEdit(option.known)

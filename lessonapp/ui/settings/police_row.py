"""The number in danger: there by default, changed where the country changes it, made sure of once a year."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from lessonapp.domain.school import School
from lessonapp.domain.text import nfc
from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.field import Field, line_edit
from lessonapp.ui.widgets.labels import label, restyle, tag
from lessonapp.ui.widgets.words import day_text


class PoliceRow(QWidget):
    """The number, when it was made sure of, and a button that says it is still right."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._known = today()
        self._checked: date | None = None
        self.number = line_edit("", _("police only, without a number"), 40)
        self.state = tag("", "plain")
        self.check = button(_("Still right"))
        self.check.setToolTip(_("I called or asked: this is right"))
        hint = _("On the family letter, the card for teachers and the help line of grades 6 to 9.")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 2)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Field(_("Police, in danger right now"), self.number), 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self.check)
        grid.addLayout(row, 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(label(hint, "secondary", wrap=True), 1, 0, 1, 2)
        self.number.textChanged.connect(self._on_edited)
        self.check.clicked.connect(self._on_checked)

    def set_known(self, day: date) -> None:
        """When the number that comes with the program was made sure of."""
        self._known = day
        self._show()

    def set_value(self, number: str, checked: date | None) -> None:
        """Show what is saved."""
        self._checked = checked
        self.number.setText(number)
        self._show()

    def value(self) -> tuple[str, date | None]:
        """The number as typed, and when the school made sure of it."""
        return nfc(self.number.text()).strip(), self._checked

    def show_day(self) -> None:
        """The program may stay open overnight."""
        self._show()

    def _show(self) -> None:
        number, checked = self.value()
        newest = max(checked or self._known, self._known)
        stale = School(police=number, police_checked=checked).police_is_stale(self._today(), self._known)
        words = _("Old: {day}") if stale else _("Checked {day}")
        self.state.setText(words.format(day=day_text(newest)))
        self.state.setProperty("tone", "warn" if stale else "ok")
        self.state.setVisible(bool(number))
        self.check.setEnabled(bool(number) and checked != self._today())
        restyle(self.state)

    def _on_checked(self) -> None:
        self._checked = self._today()
        self._on_edited()

    def _on_edited(self) -> None:
        self._show()
        self.changed.emit()

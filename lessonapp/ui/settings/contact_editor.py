"""One contact of the school: a role and a place, whom it is for, and when it was last made sure of."""

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.school import Contact
from lessonapp.domain.text import nfc
from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.field import Field, line_edit
from lessonapp.ui.widgets.flow import FlowLayout
from lessonapp.ui.widgets.labels import Tone, label, restyle, tag
from lessonapp.ui.widgets.words import audience_name, day_text


class ContactEditor(QWidget):
    """The fields of a contact; `value()` is None while they hold nothing."""

    changed = Signal()
    remove_requested = Signal()

    def __init__(self, contact: Contact | None, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._checked = contact.checked if contact else None
        self.role = line_edit(contact.role if contact else "", _("for example school counsellor"))
        self.place = line_edit(
            (contact.place or "") if contact else "", _("for example room 12, first floor")
        )
        self.phone = line_edit((contact.phone or "") if contact else "", _("number or extension"), 40)
        self.role_field = Field(_("Who, by role"), self.role)
        self.state = tag("", "plain")
        self.check = button(_("Still right"))
        self.check.setToolTip(_("I called or asked: this is right"))
        self.chips: dict[Audience, QPushButton] = {}
        self._lay_out(contact.audiences if contact else AUDIENCES)
        self._show_state()
        for field in (self.role, self.place, self.phone):
            field.textChanged.connect(self._on_edited)
        self.check.clicked.connect(self._on_checked)

    def value(self) -> Contact | None:
        """The contact as typed; None where there is no role yet."""
        role, place, phone = (nfc(f.text()).strip() for f in (self.role, self.place, self.phone))
        if not role:
            return None
        audiences = tuple(a for a in AUDIENCES if self.chips[a].isChecked())
        return Contact(
            role=role, place=place or None, phone=phone or None, checked=self._checked, audiences=audiences
        )

    def is_unfinished(self) -> bool:
        """Something is typed, but not the role."""
        return not self.role.text().strip() and any(f.text().strip() for f in (self.place, self.phone))

    def _lay_out(self, chosen: tuple[Audience, ...]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for number in (0, 1):
            grid.setColumnStretch(number, 1)
        grid.addWidget(self.role_field, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Field(_("Where"), self.place), 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Field(_("Phone"), self.phone), 1, 0)
        grid.addWidget(self._checked_row(), 1, 1)
        column.addLayout(grid)
        host = QWidget()
        flow = FlowLayout(host, 6)
        for audience in AUDIENCES:
            chip = button(audience_name(audience), "audience")
            chip.setCheckable(True)
            chip.setChecked(audience in chosen)
            chip.setAccessibleDescription(_("Shown to this audience"))
            chip.clicked.connect(lambda _checked=False: self.changed.emit())
            self.chips[audience] = chip
            flow.addWidget(chip)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(host, 1)
        self.remove = icon_button("trash", _("Remove this contact"))
        self.remove.clicked.connect(self.remove_requested)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _checked_row(self) -> QWidget:
        host = QWidget()
        host.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # both columns alike
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(_("Last checked"), "field"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self.check)
        column.addLayout(row)
        return host

    def _show_state(self) -> None:
        stale = self._checked is None or Contact(role="?", checked=self._checked).is_stale(self._today())
        tone: Tone = "warn" if stale else "ok"
        if self._checked is None:
            text = _("Never checked")
        elif stale:
            text = _("Old: {day}").format(day=day_text(self._checked))
        else:
            text = day_text(self._checked)
        self.state.setText(text)
        self.state.setProperty("tone", cast(str, tone))
        self.check.setEnabled(self._checked != self._today())
        restyle(self.state)

    def _on_checked(self) -> None:
        self._checked = self._today()
        self._show_state()
        self.changed.emit()

    def show_day(self) -> None:
        """The program may stay open overnight: what was fresh yesterday may be old today."""
        self._show_state()

    def _on_edited(self) -> None:
        self.role_field.set_message(
            _("Write a role, or empty the other lines") if self.is_unfinished() else ""
        )
        self.changed.emit()

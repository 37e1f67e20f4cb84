"""A class: a label and a number of pupils, and how it likes to be taught. No names."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from lessonapp.domain.events import Channel
from lessonapp.domain.look import AUDIENCES, SEAT_LIMIT, USUAL_SEATS, Audience
from lessonapp.domain.school import SchoolClass
from lessonapp.domain.text import fold, nfc
from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.combo import Combo
from lessonapp.ui.widgets.dialog import FittedDialog, answer_row
from lessonapp.ui.widgets.field import Field, line_edit
from lessonapp.ui.widgets.labels import label
from lessonapp.ui.widgets.stepper import Stepper
from lessonapp.ui.widgets.switch import Switch, switch_row
from lessonapp.ui.widgets.words import audience_name, channel_choices

WIDTH = 600
_TIMERS: dict[str, bool | None] = {"usual": None, "on": True, "off": False}


class ClassDialog(FittedDialog):
    """Makes a class, or changes one; `taken` are labels that other classes have."""

    def __init__(
        self,
        school_class: SchoolClass | None,
        parent: QWidget | None = None,
        taken: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(parent, WIDTH)
        start = school_class or SchoolClass(label="?", seats=USUAL_SEATS)
        self._taken = {fold(label_) for label_ in taken} - (
            {fold(school_class.label)} if school_class else set()
        )
        title = _("A new class") if school_class is None else _("Change the class")
        self.setWindowTitle(title)
        self.label_edit = line_edit(school_class.label if school_class else "", _("for example 3A"), 40)
        self.label_field = Field(_("Class"), self.label_edit)
        self.seats = Stepper(1, SEAT_LIMIT, start.seats, _("Number of pupils"))
        self.audience = _audience_box(start.audience)
        self.timers = Segments(
            (("usual", _("As usual")), ("on", _("On")), ("off", _("Off"))),
            next(key for key, value in _TIMERS.items() if value == start.timers),
            _("Question timer"),
        )
        self.large_text = Switch(_("Larger text"), on=start.large_text)
        self.high_contrast = Switch(_("High contrast"), on=start.high_contrast)
        self.read_first = Switch(_("Read aloud first"), on=start.read_first)
        self.phone_buttons_only = Switch(_("Phones show buttons only"), on=start.phone_buttons_only)
        self.channel = Segments(channel_choices(), start.channel, _("The class answers by"))
        self.save = button(_("Create") if school_class is None else _("Save"), "primary")
        self._lay_out(title)
        self.label_edit.textChanged.connect(self._check)
        self._check()
        self.label_edit.setFocus(Qt.FocusReason.TabFocusReason)

    def value(self) -> SchoolClass:
        """The class as it stands in the dialog; only once it was accepted."""
        return SchoolClass(
            label=nfc(self.label_edit.text()).strip(),
            seats=self.seats.value(),
            audience=cast(Audience | None, self.audience.currentData()),
            timers=_TIMERS[self.timers.value()],
            large_text=self.large_text.isChecked(),
            high_contrast=self.high_contrast.isChecked(),
            read_first=self.read_first.isChecked(),
            phone_buttons_only=self.phone_buttons_only.isChecked(),
            channel=cast(Channel, self.channel.value()),
        )

    def accept(self) -> None:
        """Close with the class, unless it has no label of its own."""
        if self.save.isEnabled():
            super().accept()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "heading"))
        column.addWidget(
            label(_("A number of pupils is enough; names are not needed."), "secondary", wrap=True)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.label_field, 0, 0, top)
        grid.addWidget(Field(_("Number of pupils"), self.seats), 0, 1, top)
        grid.addWidget(Field(_("Lessons for"), self.audience), 0, 2, top)
        grid.addWidget(Field(_("The class answers by"), self.channel), 1, 0, 1, 3)
        hint = _("As usual: no timer in grades 1 to 3, a timer from grade 4 on.")
        grid.addWidget(Field(_("Question timer"), self.timers, hint), 2, 0, 1, 3)
        column.addLayout(grid)
        for switch, name, hint in (
            (self.large_text, _("Larger text"), _("For a small screen or a long room.")),
            (
                self.high_contrast,
                _("High contrast"),
                _("Black on white, for eyes that need it or a pale projector."),
            ),
            (
                self.read_first,
                _("Read aloud first"),
                _("Options appear once the question has been read out."),
            ),
            (self.phone_buttons_only, _("Phones show buttons only"), _("The question stays on the board.")),
        ):
            column.addLayout(switch_row(switch, label(name, "field"), hint, leads=True))
        column.addSpacing(4)
        column.addLayout(answer_row(self, self.save))

    def _check(self) -> None:
        text = nfc(self.label_edit.text()).strip()
        double = fold(text) in self._taken
        message = _("There is already a class with this name.") if double else ""
        self.label_field.set_message(message, "danger")
        self.save.setEnabled(bool(text) and not double)


def _audience_box(chosen: Audience | None) -> QComboBox:
    box = Combo()
    box.addItem(_("Everyone"), None)
    for audience in AUDIENCES:
        box.addItem(audience_name(audience), audience)
    box.setCurrentIndex(0 if chosen is None else 1 + AUDIENCES.index(chosen))
    return box

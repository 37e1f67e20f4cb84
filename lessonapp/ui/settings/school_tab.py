"""The school as documents name it, and its classes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lessonapp.domain.school import School, SchoolClass
from lessonapp.domain.text import nfc
from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.card import Card, clear_rows
from lessonapp.ui.widgets.field import Field, line_edit
from lessonapp.ui.widgets.labels import Elided, label, mascot, rule
from lessonapp.ui.widgets.page_area import side_by_side
from lessonapp.ui.widgets.tab_order import buttons_in, tab_in_turn
from lessonapp.ui.widgets.words import audience_name, channel_name, class_name, pupils


class SchoolTab(QWidget):
    """Four lines that may be empty, and the list of classes."""

    changed = Signal()
    class_add_requested = Signal()
    class_edit_requested = Signal(str)
    class_delete_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QLineEdit] = {
            "name": line_edit(hint=_("for example Hoa Nắng Primary School")),
            "higher_body": line_edit(hint=_("for example People’s Committee of Hoa Nắng commune")),
            "place": line_edit(hint=_("for example Hoa Nắng"), limit=120),
            "teacher": line_edit(hint=_("for example Ms Lan"), limit=120),
        }
        names = {
            "name": _("School"),
            "higher_body": _("Governing body"),
            "place": _("Place"),
            "teacher": _("Teacher"),
        }
        card = Card(_("The school"), _("For the heading of what is printed. Empty lines are left out."))
        for key, field in self.fields.items():
            card.body.addWidget(Field(names[key], field))
            field.textChanged.connect(lambda _text: self.changed.emit())
        card.body.addStretch(1)
        self._classes = Card(
            _("Classes"), _("A number of pupils and how the class likes to be taught; no names.")
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._classes.body.addLayout(self._list)
        self.add = button(_("Create a class"), "secondary", "plus")
        self.add.clicked.connect(self.class_add_requested)
        self._classes.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._classes.body.addStretch(1)
        self._row = side_by_side(self)
        self._row.addWidget(card, 1)
        self._row.addWidget(self._classes, 1)

    def set_school(self, school: School) -> None:
        """Fill the four lines."""
        for key, field in self.fields.items():
            field.setText(getattr(school, key))

    def lines(self) -> dict[str, str]:
        """The four lines as typed."""
        return {key: nfc(field.text()).strip() for key, field in self.fields.items()}

    def set_classes(self, classes: tuple[SchoolClass, ...]) -> None:
        """List the classes."""
        clear_rows(self._list)
        if not classes:
            self._list.addWidget(_no_class())
        for number, school_class in enumerate(classes):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(self._class_row(school_class))
        tab_in_turn((*buttons_in(self._list), self.add))

    def set_narrow(self, *, narrow: bool) -> None:
        """Classes below the school where the room is small."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _class_row(self, school_class: SchoolClass) -> QWidget:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        name = class_name(school_class.label)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(f"{name} · {pupils(school_class.seats)}", "strong"))
        how = f"{audience_name(school_class.audience)} · {channel_name(school_class.channel)}"
        words.addWidget(Elided(how, "secondary"))
        row.addLayout(words, 1)
        edit = icon_button("edit", _("Change {name}…").format(name=name))
        edit.clicked.connect(lambda: self.class_edit_requested.emit(school_class.label))
        delete = icon_button("trash", _("Delete {name}…").format(name=name))
        delete.clicked.connect(lambda: self.class_delete_requested.emit(school_class.label))
        row.addWidget(edit)
        row.addWidget(delete)
        return host


def _no_class() -> QWidget:
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 8, 0, 8)
    row.setSpacing(14)
    row.addWidget(mascot("think", 80))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(label(_("No class yet"), "strong"))
    words.addWidget(
        label(_("Create a class with the number of pupils; no names needed."), "secondary", wrap=True)
    )
    words.addStretch(1)
    row.addLayout(words, 1)
    return host

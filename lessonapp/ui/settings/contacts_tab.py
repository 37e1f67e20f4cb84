"""Who helps a pupil: the school's contacts, 111 that cannot be taken away, and what is kept private."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lessonapp.domain.school import Contact
from lessonapp.i18n import _
from lessonapp.ui.settings.contact_editor import ContactEditor
from lessonapp.ui.settings.police_row import PoliceRow
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.card import Card
from lessonapp.ui.widgets.colours import PRIMARY
from lessonapp.ui.widgets.flow import FlowLayout
from lessonapp.ui.widgets.labels import icon_label, label, rule
from lessonapp.ui.widgets.page_area import side_by_side
from lessonapp.ui.widgets.tab_order import tab_in_turn

LIMIT = 12


class ContactsTab(QWidget):
    """Contacts at the left, privacy at the right."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.editors: list[ContactEditor] = []
        self._row = side_by_side(self)
        self._card = Card(
            _("Who can help?"),
            _(
                "Shown at the help step, on the help card and in the family letter. The stage has room for "
                "the first four of each audience, after 111."
            ),
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._card.body.addLayout(self._list)
        self.add = button(_("Add a contact"), "secondary", "plus")
        self.add.clicked.connect(self._on_add)
        self.offers = button(_("Numbers for the whole country"), "secondary", "phone")
        self.offers.setMenu(QMenu(self.offers))
        self.offers.hide()
        more = QWidget()
        flow = FlowLayout(more, 8)
        flow.addWidget(self.add)
        flow.addWidget(self.offers)
        self._card.body.addWidget(more)
        self._card.body.addSpacing(4)
        self._card.body.addWidget(_hotline())
        self.police = PoliceRow(today)
        self.police.changed.connect(self.changed)
        self._card.body.addWidget(self.police)
        self._card.body.addStretch(1)
        self._row.addWidget(self._card, 4)
        self._row.addWidget(_privacy(), 3)

    def set_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show these contacts; one empty line where there are none."""
        while self.editors:
            self._drop(self.editors[0])
        for contact in contacts or (None,):
            self._append(contact)

    def set_known(self, offered: Sequence[Contact], checked: date) -> None:
        """What every school may take over into its list, and when the country's numbers were made sure of."""
        self.police.set_known(checked)
        menu = self.offers.menu()
        menu.clear()
        for contact in offered:
            act = menu.addAction(" · ".join(part for part in (contact.role, contact.phone) if part))
            act.triggered.connect(lambda _checked=False, contact=contact: self._on_offer(contact))
        self.offers.setVisible(bool(offered))

    def showEvent(self, event: QShowEvent) -> None:
        """The program may stay open overnight: what was fresh yesterday may be old today."""
        super().showEvent(event)
        for editor in self.editors:
            editor.show_day()
        self.police.show_day()

    def contacts(self) -> tuple[Contact, ...]:
        """The contacts as typed, without empty ones."""
        return tuple(value for editor in self.editors if (value := editor.value()) is not None)

    def unfinished(self) -> ContactEditor | None:
        """The first contact that has no role."""
        return next((e for e in self.editors if e.is_unfinished()), None)

    def set_narrow(self, *, narrow: bool) -> None:
        """Privacy below the contacts where the room is small."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _append(self, contact: Contact | None) -> ContactEditor:
        editor = ContactEditor(contact, self._today)
        editor.changed.connect(self.changed)
        editor.remove_requested.connect(lambda: self._on_remove(editor))
        if self.editors:
            self._list.addWidget(rule())
        self.editors.append(editor)
        self._list.addWidget(editor)
        tab_in_turn((editor.remove, self.add, self.offers, self.police.number, self.police.check))
        self._limit()
        return editor

    def _drop(self, editor: ContactEditor) -> None:
        place = self._list.indexOf(editor)
        line = self._list.itemAt(place - 1 if place else 1)  # the thin line before it, or after the first
        for widget in (editor, line.widget() if line is not None else None):
            if widget is not None:
                self._list.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.editors.remove(editor)
        self._limit()

    def _on_add(self) -> None:
        self._append(None).role.setFocus(Qt.FocusReason.TabFocusReason)

    def _limit(self) -> None:
        for made in (self.add, self.offers):
            made.setEnabled(len(self.editors) < LIMIT)

    def _on_offer(self, contact: Contact) -> None:
        """Into the list, in the place of an empty line where there is one."""
        empty = next((e for e in self.editors if e.value() is None and not e.is_unfinished()), None)
        if empty is not None:
            self._drop(empty)
        self._append(contact).role.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _on_remove(self, editor: ContactEditor) -> None:
        self._drop(editor)
        self.changed.emit()


def _hotline() -> QFrame:
    made = QFrame()
    made.setProperty("role", "hotline")
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 8, 18, 10)
    row.setSpacing(14)
    row.addWidget(label("111", "hotline"))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(_("National child protection hotline"), "strong", wrap=True))
    words.addWidget(
        label(_("Free, day and night. Always shown; it cannot be taken away."), "secondary", wrap=True)
    )
    row.addLayout(words, 1)
    row.addWidget(icon_label("lock", PRIMARY))
    return made


def _privacy() -> Card:
    card = Card(_("Pupils’ privacy"))
    lines = (
        (_("Only numbers and animals on the stage"), _("Always. A pupil’s name is never projected.")),
        (_("No names in results and reports"), _("Always. Class, date and teacher only.")),
        (_("No pictures and no sound of pupils"), _("Always. Nothing of the kind is recorded.")),
        (_("Nothing leaves this machine"), _("Always. The app works without internet and contacts nobody.")),
        (_("Asking for help leaves no trace"), _("Always. It is neither shown nor kept.")),
    )
    for number, (title, text) in enumerate(lines):
        if number:
            card.body.addWidget(rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 6)
        row.setSpacing(14)
        lock = icon_label("lock", PRIMARY, 24)
        lock.setAccessibleName(_("Cannot be switched off"))
        row.addWidget(lock, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title, "strong", wrap=True))
        words.addWidget(label(text, "secondary", wrap=True))
        row.addLayout(words, 1)
        card.body.addLayout(row)
    card.body.addStretch(1)
    return card

"""Settings: three tabs, one Save; nothing is kept here, a changed value is asked to be saved.

What was asked to be saved stays "unsaved" until `set_value` shows it as what is stored.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from lessonapp.domain.school import School, SchoolClass
from lessonapp.i18n import _
from lessonapp.settings import Settings
from lessonapp.ui.settings.contacts_tab import ContactsTab
from lessonapp.ui.settings.machine_tab import MachineTab
from lessonapp.ui.settings.school_tab import SchoolTab
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import beside, label
from lessonapp.ui.widgets.page_area import PageArea

NARROW_BELOW = 960


def _today() -> date:
    return datetime.now().astimezone().date()


class Typed(NamedTuple):
    """What a page holds that is not saved; None where nothing is."""

    school: School | None
    settings: Settings | None
    tab: int


class SettingsPage(QWidget):
    """The school, its contacts, its classes and this machine."""

    school_saved = Signal(School)
    settings_saved = Signal(Settings)
    class_add_requested = Signal()
    class_edit_requested = Signal(str)
    class_delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None, today: Callable[[], date] = _today) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._school = School()
        self._settings = Settings()
        self._filling = False
        self._before_school = self._school
        self.school = SchoolTab()
        self.contacts = ContactsTab(today)
        self.machine = MachineTab()
        self.tabs = QTabWidget()
        self.unsaved = label(_("Unsaved changes"), "unsaved")
        self.discard = button(_("Discard"))
        self.save = button(_("Save"), "primary")
        self._lay_out()
        for tab in (self.school, self.contacts, self.machine):
            tab.changed.connect(self._on_changed)
        self.discard.clicked.connect(self._on_discard)
        self.save.clicked.connect(self._on_save)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_save)
        self.school.class_add_requested.connect(self.class_add_requested)
        self.school.class_edit_requested.connect(self.class_edit_requested)
        self.school.class_delete_requested.connect(self.class_delete_requested)
        self._on_discard()  # a new school has lines too: the number of the police

    def set_value(self, school: School, classes: tuple[SchoolClass, ...], settings: Settings) -> None:
        """Show what is saved. What is typed stays as long as nothing else was saved in its place."""
        self.school.set_classes(classes)
        if school == self._typed_school() and self._school_changed():
            self._school = self._before_school = school  # just saved: the keyboard stays where it is
        elif school != self._school or not self._school_changed():
            self._school = school
            self._fill_school()
        self.set_settings(settings)

    def typed(self) -> Typed:
        """What is typed and not saved, and the tab in front."""
        return Typed(
            self._typed_school() if self._school_changed() else None,
            self._typed_settings() if self._settings_changed() else None,
            self.tabs.currentIndex(),
        )

    def take_over(self, typed: Typed) -> None:
        """Go on with what was typed on a page in another language."""
        if typed.school is not None:
            self._show_school(typed.school)
        if typed.settings is not None:
            self._show_settings(replace(typed.settings, language=self._settings.language))
        self.tabs.setCurrentIndex(typed.tab)
        self._on_changed()

    def set_settings(self, settings: Settings) -> None:
        """Show what is kept of this machine; what is typed stays."""
        typed = self._settings_changed()
        self._settings = settings
        if not typed:
            self._show_settings(settings)
        self._on_changed()

    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._school_changed() or self._settings_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        for tab in (self.school, self.contacts, self.machine):
            tab.set_narrow(narrow=narrow)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(beside(label(_("School settings"), "heading")), 1)
        row.addWidget(self.unsaved)
        row.addWidget(self.discard)
        row.addWidget(self.save)
        column.addLayout(row)
        for tab, title in (
            (self.school, _("School and classes")),
            (self.contacts, _("Contacts and privacy")),
            (self.machine, _("Screens and language")),
        ):
            area = PageArea()
            area.hold(tab)
            self.tabs.addTab(area, title)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setUsesScrollButtons(False)
        column.addWidget(self.tabs, 1)

    def _typed_school(self) -> School:
        police, checked = self.contacts.police.value()
        return School(
            **self.school.lines(),
            contacts=self.contacts.contacts(),
            police=police,
            police_checked=checked,
        )

    def _typed_settings(self) -> Settings:
        return self.machine.settings(self._settings)

    def _school_changed(self) -> bool:
        return self._typed_school() != self._before_school or self.contacts.unfinished() is not None

    def _settings_changed(self) -> bool:
        return self._typed_settings() != self._settings

    def _show_school(self, school: School) -> None:
        self._filling = True
        self.school.set_school(school)
        self.contacts.set_contacts(school.contacts)
        self.contacts.police.set_value(school.police, school.police_checked)
        self._filling = False

    def _show_settings(self, settings: Settings) -> None:
        self._filling = True
        self.machine.set_settings(settings)
        self._filling = False

    def _fill_school(self) -> None:
        self._show_school(self._school)
        self._before_school = self._typed_school()  # as this page writes it

    def _on_discard(self) -> None:
        self._fill_school()
        self._show_settings(self._settings)
        self._on_changed()

    def _on_changed(self) -> None:
        if self._filling:
            return
        changed = self.is_changed()
        self.unsaved.setVisible(changed)
        self.discard.setVisible(changed)
        self.save.setEnabled(changed)

    def _on_save(self) -> None:
        unfinished = self.contacts.unfinished()
        if unfinished is not None:
            self.tabs.setCurrentIndex(1)
            unfinished.role.setFocus(Qt.FocusReason.TabFocusReason)
            return
        school, settings = self._typed_school(), self._typed_settings()
        new_settings = self._settings_changed()
        if self._school_changed():
            self.school_saved.emit(school)
        if new_settings:
            self.settings_saved.emit(settings)

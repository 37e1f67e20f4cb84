"""Settings: what is typed is asked to be saved, and nothing else is kept."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lessonapp.domain.school import Contact, School, SchoolClass
from lessonapp.settings import Settings
from lessonapp.ui.settings.page import SettingsPage

TODAY = datetime.now().astimezone().date()
COUNSELLOR = Contact(role="Cán bộ tư vấn", place="Phòng 12", phone="12", checked=TODAY - timedelta(days=30))
SCHOOL = School(name="Trường Hoa Nắng", contacts=(COUNSELLOR,))
CLASSES = (SchoolClass(label="3A", seats=34),)


@pytest.fixture
def page(qtbot: QtBot, themed: QApplication) -> SettingsPage:
    made = SettingsPage()
    qtbot.addWidget(made)
    made.set_value(SCHOOL, CLASSES, Settings(language="en"))
    made.resize(1158, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_at_first_nothing_is_unsaved(page: SettingsPage) -> None:
    assert not page.is_changed()
    assert page.unsaved.isHidden()
    assert not page.save.isEnabled()


def test_a_school_of_which_nothing_is_known_yet_is_not_unsaved_and_knows_the_police(
    qtbot: QtBot, themed: QApplication
) -> None:
    page = SettingsPage()
    qtbot.addWidget(page)
    page.set_value(School(), (), Settings())
    assert not page.is_changed()
    assert page.unsaved.isHidden()
    assert page.contacts.police.number.text() == School().police
    assert len(page.contacts.editors) == 1, "an empty line to begin with"


def test_an_order_of_audiences_is_no_change(page: SettingsPage) -> None:
    contact = Contact(role="Công an xã", audiences=("adults", "grades-1-3"))
    page.set_value(School(contacts=(contact,)), (), Settings())
    assert not page.is_changed()


def test_a_typed_line_is_unsaved_until_saved(page: SettingsPage, qtbot: QtBot) -> None:
    field = page.school.fields["teacher"]
    field.insert("cô Lan")
    assert page.unsaved.isVisible()
    field.setFocus()
    with qtbot.waitSignal(page.school_saved) as saved, qtbot.assertNotEmitted(page.settings_saved):
        QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    new = SCHOOL.model_copy(update={"teacher": "cô Lan"})
    assert saved.args == [new]
    assert page.unsaved.isVisible(), "asked to be saved is not saved yet"
    page.set_value(new, CLASSES, Settings(language="en"))
    assert page.unsaved.isHidden()
    assert not page.save.isEnabled()


def test_what_could_not_be_saved_stays_typed_and_unsaved(page: SettingsPage) -> None:
    page.school.fields["teacher"].insert("cô Lan")
    page.contacts.editors[0].phone.setText("99")
    page.save.click()
    page.set_value(SCHOOL, CLASSES, Settings(language="en"))
    assert page.unsaved.isVisible()
    assert page.save.isEnabled()
    assert page.school.fields["teacher"].text() == "cô Lan"
    assert page.contacts.editors[0].phone.text() == "99"


def test_the_keyboard_stays_in_its_line_when_the_contacts_are_saved(page: SettingsPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(1)
    page.activateWindow()
    editor = page.contacts.editors[0]
    editor.phone.setFocus()
    qtbot.waitUntil(editor.phone.hasFocus)
    editor.phone.setText("99")
    page.save.click()
    page.set_value(SCHOOL.model_copy(update={"contacts": page.contacts.contacts()}), CLASSES, Settings())
    assert page.contacts.editors == [editor]
    assert editor.phone.hasFocus()
    assert page.unsaved.isHidden()


def test_typed_settings_stay_when_others_of_this_machine_change(page: SettingsPage) -> None:
    page.machine.motion.click()
    page.school.fields["place"].setText("Hoa Nắng")
    page.set_value(SCHOOL, CLASSES, Settings(language="en", last_class="5B"))
    assert page.machine.motion.isChecked()
    assert page.school.fields["place"].text() == "Hoa Nắng"
    assert page.is_changed()
    page.set_settings(Settings(language="en", last_class="5B", reduce_motion=True))
    page.school.fields["place"].setText("")
    assert not page.is_changed()


def test_discard_takes_everything_back(page: SettingsPage) -> None:
    page.school.fields["name"].setText("Trường khác")
    page.contacts.editors[0].phone.setText("99")
    page.machine.motion.click()
    page.discard.click()
    assert page.school.fields["name"].text() == "Trường Hoa Nắng"
    assert page.contacts.contacts() == (COUNSELLOR,)
    assert not page.machine.motion.isChecked()
    assert not page.is_changed()


def test_the_machine_is_saved_apart_from_the_school(page: SettingsPage, qtbot: QtBot) -> None:
    page.machine.notes.button("22").click()
    page.machine.motion.click()
    page.machine.language.button("vi").click()
    with qtbot.waitSignal(page.settings_saved) as saved, qtbot.assertNotEmitted(page.school_saved):
        page.save.click()
    assert saved.args == [Settings(language="vi", notes_size=22, reduce_motion=True)]


@pytest.mark.parametrize(
    ("checked", "tone", "words"),
    [
        (None, "warn", "Never checked"),
        (TODAY - timedelta(days=366), "warn", "Old:"),
        (TODAY - timedelta(days=365), "ok", ""),
        (TODAY, "ok", ""),
    ],
)
def test_an_unchecked_contact_is_flagged(
    page: SettingsPage, checked: date | None, tone: str, words: str
) -> None:
    page.set_value(School(contacts=(Contact(role="Y tế", checked=checked),)), (), Settings())
    state = page.contacts.editors[0].state
    assert state.property("tone") == tone
    assert state.text().startswith(words)


def test_checking_a_contact_dates_it_today(page: SettingsPage, qtbot: QtBot) -> None:
    editor = page.contacts.editors[0]
    editor.check.click()
    assert not editor.check.isEnabled()
    with qtbot.waitSignal(page.school_saved) as saved:
        page.save.click()
    assert saved.args is not None
    assert saved.args[0].contacts[0].checked == TODAY


def test_a_contact_needs_a_role(page: SettingsPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(1)
    page.contacts.add.click()
    editor = page.contacts.editors[-1]
    QTest.keyClicks(editor.phone, "113")
    assert editor.role_field.message()
    with qtbot.assertNotEmitted(page.school_saved):
        page.save.click()
    qtbot.waitUntil(editor.role.hasFocus)
    editor.role.insert("Công an xã")
    assert not editor.role_field.message()
    with qtbot.waitSignal(page.school_saved) as saved:
        page.save.click()
    assert saved.args is not None
    assert [c.role for c in saved.args[0].contacts] == ["Cán bộ tư vấn", "Công an xã"]


def test_an_empty_contact_is_dropped(page: SettingsPage) -> None:
    page.contacts.add.click()
    assert not page.is_changed()


def test_contacts_end_at_twelve(page: SettingsPage) -> None:
    for _ in range(11):
        page.contacts.add.click()
    assert not page.contacts.add.isEnabled()
    page.contacts.editors[3].remove_requested.emit()
    assert page.contacts.add.isEnabled()
    assert len(page.contacts.editors) == 11


def test_a_removed_contact_is_saved_away(page: SettingsPage, qtbot: QtBot) -> None:
    page.contacts.editors[0].remove_requested.emit()
    with qtbot.waitSignal(page.school_saved) as saved:
        page.save.click()
    assert saved.args is not None
    assert saved.args[0].contacts == ()


def test_the_hotline_is_no_contact_that_could_be_removed(page: SettingsPage) -> None:
    page.set_value(School(), (), Settings())
    page.tabs.setCurrentIndex(1)
    assert any(x.text() == "111" and x.isVisible() for x in page.findChildren(type(page.unsaved)))
    assert page.contacts.contacts() == ()


def test_classes_are_asked_for_by_label(page: SettingsPage, qtbot: QtBot) -> None:
    buttons = {b.accessibleName().replace("\u00a0", " "): b for b in page.school.findChildren(QPushButton)}
    for name, signal in (
        ("Change Class 3A…", page.class_edit_requested),
        ("Delete Class 3A…", page.class_delete_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            buttons[name].click()
        assert asked.args == ["3A"]
    with qtbot.waitSignal(page.class_add_requested):
        page.school.add.click()


def test_new_classes_leave_what_is_typed(page: SettingsPage) -> None:
    page.school.fields["place"].setText("Hoa Nắng")
    page.set_value(SCHOOL, (*CLASSES, SchoolClass(label="5B", seats=38)), Settings(language="en"))
    assert page.school.fields["place"].text() == "Hoa Nắng"
    assert page.is_changed()

"""Settings in the program: what was written is told, what was refused stays typed."""

import pytest
from pytestqt.qtbot import QtBot

from lessonapp.app.program import Program
from lessonapp.i18n import language
from lessonapp.settings import load_settings
from lessonapp.ui.settings.page import SettingsPage
from tests.disks import limit_pages
from tests.ui.home.conftest import program

__all__ = ["program"]


@pytest.fixture
def page(program: Program, qtbot: QtBot) -> SettingsPage:
    program.refresh()
    program.window.show_page("settings")
    with qtbot.waitExposed(program.window):
        program.window.show()
    assert program.settings is not None
    return program.settings


def toast(program: Program) -> str:
    shown = program.window._toast
    return shown.accessibleName() if shown.isVisible() else ""


def banner(program: Program) -> str:
    strip = program.window._banner
    return strip.accessibleName() if strip.isVisible() else ""


def test_what_is_saved_leaves_the_language_the_program_was_started_in(
    program: Program, page: SettingsPage
) -> None:
    page.machine.motion.click()
    page.save.click()
    assert program.settings is page, "no other pages were built"
    assert language() == "en"


def test_what_is_typed_stays_when_the_language_is_changed(program: Program, page: SettingsPage) -> None:
    page.tabs.setCurrentIndex(1)
    page.school.fields["teacher"].setText("cô Lan")
    page.contacts.editors[0].role.setText("Y tế")
    page.machine.notes.button("22").click()
    program.window.language_requested.emit("vi")
    other = program.settings
    assert other is not None
    assert other is not page
    assert other.tabs.currentIndex() == 1
    assert other.school.fields["teacher"].text() == "cô Lan"
    assert [contact.role for contact in other.contacts.contacts()] == ["Y tế"]
    assert other.machine.notes.value() == "22"
    assert not other.unsaved.isHidden()
    other.save.click()
    assert other.unsaved.isHidden()
    assert load_settings(program.workspace.folder).language == "vi"
    assert program.workspace.store.school().teacher == "cô Lan"


def test_what_is_saved_is_told_once_it_is_written(program: Program, page: SettingsPage) -> None:
    page.school.fields["teacher"].setText("cô Lan")
    page.machine.motion.click()
    page.save.click()
    assert program.workspace.store.school().teacher == "cô Lan"
    assert load_settings(program.workspace.folder).reduce_motion
    assert page.unsaved.isHidden()
    assert toast(program) == "Saved"


def test_on_a_full_disk_nothing_is_called_saved(program: Program, page: SettingsPage) -> None:
    limit_pages(program.workspace.engine, full=True)
    page.school.fields["teacher"].setText("cô Lan")
    for _number in range(11):
        page.contacts.add.click()
    for editor in page.contacts.editors:  # more than what is left of the last page of the file
        editor.role.setText("Người giúp " * 18)
        editor.place.setText("Phòng Tư vấn " * 15)
    page.save.click()
    assert banner(program)
    assert toast(program) == ""
    assert page.unsaved.isVisible()
    assert page.school.fields["teacher"].text() == "cô Lan"
    limit_pages(program.workspace.engine, full=False)
    page.save.click()
    assert page.unsaved.isHidden()
    assert toast(program) == "Saved"
    assert banner(program) == ""

"""The country's numbers: 111 fixed, 113 there by default, the others only where the school wants them."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.help_lines import help_line, numbers_checked, offered_contacts, stale_contacts
from lessonapp.domain.look import AUDIENCES
from lessonapp.domain.school import Contact, School
from lessonapp.settings import Settings
from lessonapp.ui.settings.page import SettingsPage

TODAY = datetime.now().astimezone().date()
LONG_AGO = TODAY - timedelta(days=366)


@pytest.fixture
def page(qtbot: QtBot, themed: QApplication) -> SettingsPage:
    made = SettingsPage()
    qtbot.addWidget(made)
    made.contacts.set_known(offered_contacts("vi"), TODAY)
    made.set_value(School(), (), Settings(language="en"))
    made.resize(1158, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_new_school_has_113_and_no_contact_of_its_own(page: SettingsPage) -> None:
    assert page.contacts.police.value() == ("113", None)
    assert page.contacts.contacts() == ()
    assert not page.is_changed()


def test_another_number_is_saved_with_the_school(page: SettingsPage, qtbot: QtBot) -> None:
    page.contacts.police.number.setText(" 112 ")
    page.contacts.police.check.click()
    with qtbot.waitSignal(page.school_saved) as saved:
        page.save.click()
    assert saved.args == [School(police="112", police_checked=TODAY)]
    assert not page.contacts.police.check.isEnabled()


@pytest.mark.parametrize(
    ("known", "checked", "tone"),
    [
        (TODAY, None, "ok"),
        (LONG_AGO, None, "warn"),
        (LONG_AGO, TODAY, "ok"),
        (TODAY, LONG_AGO, "ok"),
    ],
)
def test_the_number_is_flagged_after_a_year(
    page: SettingsPage, known: date, checked: date | None, tone: str
) -> None:
    page.contacts.set_known((), known)
    page.set_value(School(police_checked=checked, name="x"), (), Settings())
    assert page.contacts.police.state.property("tone") == tone
    stale = School(police_checked=checked).police_is_stale(TODAY, known)
    assert stale is (tone == "warn")
    assert not School(police="", police_checked=checked).police_is_stale(TODAY, known)


def test_a_number_for_the_whole_country_takes_the_empty_line(page: SettingsPage, qtbot: QtBot) -> None:
    offered = page.contacts.offers.menu().actions()
    assert [act.text().split(" · ")[-1] for act in offered[:4]] == ["115", "114", "112", "156"]
    offered[0].trigger()
    assert len(page.contacts.editors) == 1
    with qtbot.waitSignal(page.school_saved) as saved:
        page.save.click()
    assert saved.args is not None
    (contact,) = saved.args[0].contacts
    assert (contact.phone, contact.checked) == ("115", numbers_checked())
    assert contact.audiences == AUDIENCES[2:]


def test_a_program_left_open_overnight_knows_the_new_day(qtbot: QtBot, themed: QApplication) -> None:
    day = [TODAY]
    page = SettingsPage(today=lambda: day[0])
    qtbot.addWidget(page)
    page.contacts.set_known((), TODAY)
    yesterday_fresh = Contact(role="Y tế", checked=TODAY - timedelta(days=365))
    page.set_value(School(contacts=(yesterday_fresh,), police_checked=TODAY), (), Settings())
    page.tabs.setCurrentIndex(1)
    with qtbot.waitExposed(page):
        page.show()
    [editor], police = page.contacts.editors, page.contacts.police
    assert editor.state.property("tone") == "ok"
    assert not police.check.isEnabled(), "made sure of today"
    page.hide()
    day[0] += timedelta(days=1)
    with qtbot.waitExposed(page):
        page.show()
    assert editor.state.property("tone") == "warn"
    assert police.check.isEnabled()
    editor.check.click()
    assert page.contacts.contacts()[0].checked == day[0]


def test_only_so_many_contacts(page: SettingsPage) -> None:
    while page.contacts.add.isEnabled():
        page.contacts.add.click()
    assert len(page.contacts.editors) == 12
    assert not page.contacts.offers.isEnabled()


def test_what_is_offered_is_in_both_languages_and_for_the_right_ages() -> None:
    vi, en = offered_contacts("vi"), offered_contacts("en")
    assert [c.phone for c in vi] == [c.phone for c in en]
    assert all(a.role != b.role for a, b in zip(vi, en, strict=True))
    youngest = {"grades-1-3", "grades-4-5"}
    assert not any(youngest & set(contact.audiences) for contact in vi)


def test_the_help_line_follows_the_number() -> None:
    assert "công an 113." in help_line("grades-6-9", "vi")
    assert "police 112." in help_line("grades-6-9", "en", "112")
    assert help_line("grades-6-9", "vi", "").endswith("ngay lúc này: công an.")
    for audience in AUDIENCES:
        for language in ("vi", "en"):
            assert "111" in help_line(audience, language, "")
            assert "{" not in help_line(audience, language)


def test_contacts_that_nobody_checked_are_counted() -> None:
    fresh, old = Contact(role="Y tế", checked=TODAY), Contact(role="Công an xã", checked=LONG_AGO)
    assert stale_contacts(School(contacts=(fresh, old, Contact(role="Tư vấn"))), TODAY) == 2
    later = numbers_checked() + timedelta(days=366)
    assert stale_contacts(School(), later) == 1
    assert stale_contacts(School(police=""), later) == 0

"""The main window: pages, keys, banner, toast; and every word on it comes from the catalogue."""

import gettext
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTabBar, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lessonapp import i18n
from lessonapp.domain.school import Contact, School
from lessonapp.settings import Settings
from lessonapp.ui.home.page import HomePage
from lessonapp.ui.main_window import MainWindow, fills
from lessonapp.ui.results.page import ResultsPage, SessionRow
from lessonapp.ui.settings.page import SettingsPage
from tests.ui.home.samples import CLASS, home, session


@pytest.fixture
def window(qtbot: QtBot, themed: QApplication) -> MainWindow:
    made = MainWindow([("home", "Home", "home", QWidget()), ("settings", "Settings", "gear", QWidget())])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_keys_choose_pages(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page_chosen) as asked:
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["settings"]
    assert window.page() == "settings"
    assert window.windowTitle().startswith("Settings")


@pytest.mark.parametrize(
    ("screen", "filled"),
    [
        ((1366, 728), True),  # the usual laptop, with a task bar
        ((1024, 768), True),
        ((1920, 1040), False),
        ((800, 600), False),  # smaller than the window can be
    ],
)
def test_the_window_takes_a_small_screen_whole(screen: tuple[int, int], filled: bool) -> None:
    assert fills(QSize(*screen)) is filled


def test_showing_a_page_is_not_choosing_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.page_chosen):
        window.show_page("settings")
    assert window.page() == "settings"


def test_the_other_language_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    vi = next(b for b in window.findChildren(QAbstractButton) if b.text() == "Tiếng Việt")
    with qtbot.waitSignal(window.language_requested) as asked:
        vi.click()
    assert asked.args == ["vi"]


def test_a_banner_stays_until_it_is_taken_back(window: MainWindow) -> None:
    window.show_banner("Answers are not being saved.", "danger")
    line = next(x for x in window.findChildren(QLabel) if x.text().startswith("Answers are"))
    assert line.isVisible()
    window.show_banner(None)
    assert not line.isVisible()


def test_a_toast_offers_one_thing_to_do(window: MainWindow) -> None:
    done: list[int] = []
    window.show_toast("Saved", "Open", lambda: done.append(1))
    action = next(b for b in window.findChildren(QAbstractButton) if b.text() == "Open")
    assert action.isVisible()
    action.click()
    assert done == [1]
    assert not action.isVisible()


def test_a_toast_leaves_the_bar_of_the_page_in_front_free(qtbot: QtBot, themed: QApplication) -> None:
    page = HomePage()
    window = MainWindow([("home", "Home", "home", page), ("settings", "Settings", "gear", QWidget())])
    qtbot.addWidget(window)
    window.resize(1366, 768)
    page.set_model(home())
    with qtbot.waitExposed(window):
        window.show()
    window.show_toast("Saved: /home/teacher/Documents/results.pdf")
    toast, bar = window._toast, page.actions_bar
    qtbot.waitUntil(lambda: placed(toast).bottom() < placed(bar).top())
    above = placed(toast).bottom()
    window.show_page("settings")
    assert placed(toast).bottom() > above, "where there is no bar it lies at the bottom"
    window.show_page("home")
    assert placed(toast).bottom() < placed(bar).top()


def placed(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def test_the_help_line_is_always_there(window: MainWindow) -> None:
    words = [x.text() for x in window.findChildren(QLabel) if x.isVisible()]
    assert "111" in words


class Marked(gettext.NullTranslations):
    """Every sentence in quotation marks that nothing else uses."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture
def marked(themed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Marked()
    monkeypatch.setattr(i18n, "translations", lambda _language: catalogue)


OURS = (
    *("cô Hạnh", "3A", "111", "Tiếng Việt", "English", "−", "–", "+", "5", "34"),
    *("Trường", "Cán bộ", "Phòng"),
)


def test_no_word_is_outside_the_catalogue(marked: None, qtbot: QtBot) -> None:
    page, settings, results = HomePage(), SettingsPage(), ResultsPage()
    page.set_model(home(sessions=(session(is_open=True),), stale=1))
    contact = Contact(role="Cán bộ", place="Phòng 12")
    settings.set_value(School(name="Trường", contacts=(contact,)), (CLASS,), Settings())
    row = SessionRow("s", "Bí mật của em", "3A", datetime.now(UTC), 35, 34, "hands", open=True)
    results.set_rows((row,))
    window = MainWindow(
        [("h", "⟦Home⟧", "home", page), ("r", "⟦R⟧", "chart", results), ("s", "⟦S⟧", "gear", settings)]
    )
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    with qtbot.waitExposed(window):
        window.show()
    words = [x.text() for x in window.findChildren(QLabel)]
    words += [x.text() for x in window.findChildren(QAbstractButton)]
    words += [x.placeholderText() for x in window.findChildren(QLineEdit)]
    words += [x.toolTip() for x in window.findChildren(QWidget)]
    buttons = [x for x in window.findChildren(QAbstractButton) if not isinstance(x.parent(), QTabBar)]
    words += [x.accessibleName() for x in buttons]
    for tabs in window.findChildren(QTabWidget):
        words += [tabs.tabText(n) for n in range(tabs.count())]
    titles = {"Em biết gọi giúp đỡ", "Bí mật của em", "Projector 1920 × 1080"}
    bare = [w for w in words if w.strip() and "⟦" not in w and not w.startswith(OURS) and w not in titles]
    assert not bare

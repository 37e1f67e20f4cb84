"""The keyboard's ring is whole around everything that can have it, and goes with its page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lessonapp.domain.school import School, SchoolClass
from lessonapp.i18n import language, set_language
from lessonapp.settings import Settings
from lessonapp.ui.home.page import HomePage
from lessonapp.ui.main_window import MainWindow
from lessonapp.ui.results.page import ResultsPage
from lessonapp.ui.settings.page import SettingsPage
from lessonapp.ui.theme import apply_theme
from tests.ui.home.samples import home, session
from tests.ui.results.test_views import PLAN, ROWS

EDGES = ("QAbstractScrollArea", "QSplitter")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    before = language()
    set_language("en")
    apply_theme(qapp)
    page, results, settings = HomePage(), ResultsPage(), SettingsPage()
    made = MainWindow(
        [
            ("home", "Home", "home", page),
            ("results", "R", "chart", results),
            ("settings", "S", "gear", settings),
        ]
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    page.set_model(home(sessions=(session("left", is_open=True), session("old"))))
    results.set_plans((PLAN,))
    results.set_rows(ROWS)
    settings.set_value(School(), (SchoolClass(label="4A", seats=30),), Settings())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    set_language(before)


def rings(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if type(w).__name__ == "_Ring" and w.isVisible()]


def stops(page: QWidget) -> Iterator[QWidget]:
    for made in page.findChildren(QWidget):
        kinds = QAbstractButton | QComboBox | QLineEdit | QTableView | QListWidget
        can = isinstance(made, kinds) and not made.property("ringless")
        if can and made.isVisible() and made.isEnabled() and made.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield made


def visit(qtbot: QtBot, window: MainWindow, page: QWidget) -> int:
    """How many stops were looked at; the ring of each is whole."""
    count = 0
    for stop in list(stops(page)):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(lambda: len(rings(window)) == 1)
        [ring] = rings(window)
        host = ring.parentWidget()
        assert host is not None
        above = host.parentWidget()
        bounded = above is not None and any(above.inherits(edge) for edge in EDGES)
        name = stop.accessibleName() or getattr(stop, "text", str)()
        assert bounded or host.rect().contains(ring.geometry()), f"{name}: {ring.geometry()} in {host.rect()}"
        count += 1
    return count


@pytest.mark.parametrize("view", ["sessions", "questions", "topics", "plan"])
def test_the_ring_is_whole_on_results(qtbot: QtBot, window: MainWindow, view: str) -> None:
    window.show_page("results")
    page = window.findChild(ResultsPage)
    assert isinstance(page, ResultsPage)
    page.views.button(view).click()
    assert visit(qtbot, window, page) > 4


@pytest.mark.parametrize("key", ["home", "results", "settings"])
def test_tab_stops_nowhere_unseen(window: MainWindow, key: str) -> None:
    """A part that scrolls is no stop: it has no ring, and what is in it has."""
    for area in window._pages[key].findChildren(QScrollArea):
        assert not area.focusPolicy() & Qt.FocusPolicy.TabFocus, type(area.parent()).__name__


@pytest.mark.parametrize("key", ["home", "settings"])
def test_the_ring_is_whole_on_home_and_settings(qtbot: QtBot, window: MainWindow, key: str) -> None:
    window.show_page(key)
    page = window.findChild(HomePage if key == "home" else SettingsPage)
    assert isinstance(page, QWidget)
    assert visit(qtbot, window, page) > 6


def test_the_ring_goes_with_its_page(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("results")
    page = window.findChild(ResultsPage)
    assert isinstance(page, ResultsPage)
    page.views.button("questions").click()
    page.questions.picker.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: len(rings(window)) == 1)
    page.views.button("topics").click()
    around = page.questions.picker
    qtbot.waitUntil(lambda: all(ring._target is not around for ring in rings(window)))  # type: ignore[attr-defined]

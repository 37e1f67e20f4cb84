"""The list of sessions: sorted by value, filtered by class, and every deed is a request."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.ui.results.page import ResultsPage
from lessonapp.ui.results.rows import AFTER, MINUTES, OPENED, ROW_ROLE, SessionRow

NOW = datetime.now(UTC)


def row(
    key: str, days: int, label: str, minutes: int, after: float | None, *, is_open: bool = False
) -> SessionRow:
    opened = NOW - timedelta(days=days)
    return SessionRow(key, f"Bài {key}", label, opened, minutes, 34, "hands", 40.0, after, is_open)


ROWS = (row("a", 9, "3A", 100, 65.0), row("b", 1, "5B", 9, 100.0), row("c", 3, "3A", 35, None, is_open=True))


@pytest.fixture
def page(qtbot: QtBot, themed: QApplication) -> ResultsPage:
    made = ResultsPage()
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(1158, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def order(page: ResultsPage) -> str:
    return "".join(page.filter.index(r, 0).data(ROW_ROLE).id for r in range(page.filter.rowCount()))


def test_the_newest_comes_first(page: ResultsPage) -> None:
    assert order(page) == "bca"


@pytest.mark.parametrize(("column", "wanted"), [(MINUTES, "bca"), (AFTER, "cab"), (OPENED, "acb")])
def test_columns_sort_by_value_not_by_letters(page: ResultsPage, column: int, wanted: str) -> None:
    page.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert order(page) == wanted


def test_one_class_and_its_trend(page: ResultsPage) -> None:
    assert page.trend.isHidden() or not page.trend.isVisible()
    page.classes.setCurrentIndex(page.classes.findData("3A"))
    assert order(page) == "ca"
    assert page.trend.isVisible()
    assert "40% → 65%" in page.trend.accessibleDescription()


def test_enter_prints_the_chosen_session(page: ResultsPage, qtbot: QtBot) -> None:
    page.table.selectRow(2)
    with qtbot.waitSignal(page.print_requested) as asked:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == ["a"]


def test_only_an_open_session_resumes(page: ResultsPage, qtbot: QtBot) -> None:
    assert page.resume.isHidden()
    page.table.selectRow(1)
    with qtbot.waitSignal(page.resume_requested) as asked:
        page.resume.click()
    assert asked.args == ["c"]
    with qtbot.waitSignal(page.delete_requested) as asked:
        page.delete.click()
    assert asked.args == ["c"]


def test_the_choice_and_the_class_survive_new_rows(page: ResultsPage) -> None:
    page.classes.setCurrentIndex(page.classes.findData("3A"))
    page.table.selectRow(1)
    page.set_rows((*ROWS, row("d", 0, "3A", 35, 80.0)))
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.id == "a"
    assert page.classes.currentData() == "3A"


def test_no_session_yet(page: ResultsPage, qtbot: QtBot) -> None:
    page.set_rows(())
    assert page.empty.isVisible()
    assert page.print.isHidden()
    with qtbot.waitSignal(page.home_requested):
        page.empty.action.click()


@pytest.mark.parametrize("width", [816, 1158, 1712])
def test_the_title_column_keeps_room(page: ResultsPage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 768)
    qtbot.waitUntil(lambda: page.table.columnWidth(1) >= 150)

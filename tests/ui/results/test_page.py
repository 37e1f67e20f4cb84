"""Results: sorted by value, filtered as it is said, and every deed is a request."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.domain.text import fold
from lessonapp.ui.results.page import ResultsPage
from lessonapp.ui.results.rows import AFTER, MINUTES, OPENED, ROW_ROLE, SessionRow

NOW = datetime.now(UTC)


def row(
    key: str, days: int, label: str, minutes: int, after: float | None, *, is_open: bool = False
) -> SessionRow:
    opened = NOW - timedelta(days=days)
    counts = (0, 0) if after is None else (round(after), 100)
    return SessionRow(
        key,
        f"Bài {key}",
        label,
        opened,
        minutes,
        34,
        "hands",
        is_open,
        lesson=f"t0{minutes % 9}-a1",
        audience="grades-1-3" if label == "3A" else "grades-4-5",
        topic="privacy" if key != "b" else "scams",
        competences=("4.2.CB1",),
        pre=(40, 100),
        exit=counts,
        search=fold(f"Bài {key} Lớp {label}"),
        day=opened.astimezone().date(),
    )


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
    model = page.overview.sessions
    return "".join(model.index(r, 0).data(ROW_ROLE).id for r in range(model.rowCount()))


def test_the_newest_comes_first(page: ResultsPage) -> None:
    assert order(page) == "bca"


@pytest.mark.parametrize(("column", "wanted"), [(MINUTES, "bca"), (AFTER, "cab"), (OPENED, "acb")])
def test_columns_sort_by_value_not_by_letters(page: ResultsPage, column: int, wanted: str) -> None:
    page.overview.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert order(page) == wanted


def test_one_class_and_its_trend(page: ResultsPage) -> None:
    page.classes.choose("3A")
    assert order(page) == "ca"
    assert page.overview.chart.isVisible()
    assert "40% → 65%" in page.overview.chart.trend.accessibleDescription()


def test_enter_prints_the_chosen_session(page: ResultsPage, qtbot: QtBot) -> None:
    page.overview.table.selectRow(2)
    with qtbot.waitSignal(page.print_requested) as asked:
        QTest.keyClick(page.overview.table, Qt.Key.Key_Return)
    assert asked.args == ["a"]


def test_only_an_open_session_resumes(page: ResultsPage, qtbot: QtBot) -> None:
    assert page.overview.resume.isHidden()
    page.overview.table.selectRow(1)
    with qtbot.waitSignal(page.resume_requested) as asked:
        page.overview.resume.click()
    assert asked.args == ["c"]
    with qtbot.waitSignal(page.delete_requested) as asked:
        page.overview.delete.click()
    assert asked.args == ["c"]


def test_the_choice_and_the_class_survive_new_rows(page: ResultsPage) -> None:
    page.classes.choose("3A")
    page.overview.table.selectRow(1)
    page.set_rows((*ROWS, row("d", 0, "3A", 35, 80.0)))
    chosen = page.overview.chosen()
    assert chosen is not None
    assert chosen.id == "a"
    assert page.classes.value() == "3A"


def test_no_session_yet(page: ResultsPage, qtbot: QtBot) -> None:
    page.set_rows(())
    assert page.empty.isVisible()
    assert not page.overview.isVisible()
    with qtbot.waitSignal(page.home_requested):
        page.empty.action.click()


@pytest.mark.parametrize("width", [816, 1158, 1712])
def test_the_title_column_keeps_room(page: ResultsPage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 768)
    qtbot.waitUntil(lambda: page.overview.table.columnWidth(1) >= 150)

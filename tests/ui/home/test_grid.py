"""The grid of lessons: a thousand cost what fifty cost, and covers come one at a time."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.domain.lesson import TOPICS
from lessonapp.domain.look import AUDIENCES
from lessonapp.domain.text import NBSP
from lessonapp.i18n import set_language
from lessonapp.ui.home.grid import LessonGrid
from lessonapp.ui.home.grid_model import CARD_ROLE, taught_text
from lessonapp.ui.theme import font
from lessonapp.ui.widgets.words import audience_name, short_minutes, short_topic
from tests.ui.home.samples import CARDS, card, many


@pytest.fixture
def grid(qtbot: QtBot, themed: QApplication) -> LessonGrid:
    made = LessonGrid()
    qtbot.addWidget(made)
    made.resize(840, 520)
    return made


def visible(grid: LessonGrid) -> int:
    area = grid.viewport().rect()
    rows = range(grid.filter.rowCount())
    return sum(1 for row in rows if grid.visualRect(grid.filter.index(row, 0)).intersects(area))


SMALLEST_CARD = 210
"""Room for words on a card where the window is 1024 pixels wide."""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("topic", TOPICS)
def test_minutes_and_topic_of_a_card_are_read_whole(themed: QApplication, language: str, topic: str) -> None:
    set_language(language)
    meta = f"{short_minutes(45)} · {short_topic(topic)}"
    assert short_topic(topic) != topic, "it has a name"
    assert QFontMetrics(font(13)).horizontalAdvance(meta) <= SMALLEST_CARD


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whom_a_card_is_for_and_whether_it_was_taught_stand_side_by_side(
    themed: QApplication, language: str
) -> None:
    set_language(language)
    metrics = QFontMetrics(font(13, 600))
    untaught = taught_text(card("x", "X"))
    for audience in AUDIENCES:
        words = (audience_name(audience), untaught)
        assert sum(metrics.horizontalAdvance(word) + 16 for word in words) + 6 <= SMALLEST_CARD


def test_only_what_is_seen_is_painted(grid: LessonGrid, qtbot: QtBot) -> None:
    grid.lessons.set_cards(many(1000))
    with qtbot.waitExposed(grid):
        grid.show()
    grid.cards.painted = 0
    grid.viewport().repaint()
    assert grid.cards.painted == visible(grid)
    assert grid.cards.painted <= 9


def test_covers_are_asked_for_one_at_a_time_and_once(grid: LessonGrid, qtbot: QtBot) -> None:
    asked: list[str] = []

    def source(lesson: str, size: QSize) -> QPixmap:
        asked.append(lesson)
        return QPixmap(size)

    grid.covers.set_source(source)
    grid.lessons.set_cards(many(1000))
    with qtbot.waitExposed(grid):
        grid.show()
    qtbot.waitUntil(lambda: len(asked) >= visible(grid))
    grid.viewport().repaint()
    assert sorted(asked) == sorted({f"l-{n}" for n in range(visible(grid))})


def test_a_lesson_without_a_cover_is_not_asked_for_again(grid: LessonGrid, qtbot: QtBot) -> None:
    asked: list[str] = []
    grid.covers.set_source(lambda lesson, _size: asked.append(lesson))
    grid.lessons.set_cards(CARDS[:1])
    with qtbot.waitSignal(grid.covers.ready):
        grid.show()
    grid.viewport().repaint()
    assert asked == ["help"]


@pytest.mark.parametrize(("width", "columns"), [(560, 2), (780, 3), (1380, 5), (3300, 7)])
def test_columns_fill_the_width(grid: LessonGrid, qtbot: QtBot, width: int, columns: int) -> None:
    grid.lessons.set_cards(many(30))
    grid.resize(width, 520)
    with qtbot.waitExposed(grid):
        grid.show()
    rows = [grid.visualRect(grid.filter.index(n, 0)).y() for n in range(columns + 1)]
    assert grid.columns() == columns
    assert len(set(rows[:columns])) == 1
    assert rows[columns] > rows[0]


def test_every_card_can_be_reached_with_arrows(grid: LessonGrid, qtbot: QtBot) -> None:
    grid.lessons.set_cards(many(20))
    with qtbot.waitExposed(grid):
        grid.show()
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == grid.columns()
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert grid.currentIndex().row() == 19
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.currentIndex().row() == 19 - grid.columns()


def test_a_topic_is_found_by_its_name_with_or_without_diacritics(grid: LessonGrid, qtbot: QtBot) -> None:
    grid.lessons.set_cards((CARDS[0]._replace(topic="scams"), CARDS[1]))
    set_language("vi")
    for typed in ("Lừa đảo", "lua dao"):
        grid.filter.set_search(typed)
        assert [grid.filter.index(0, 0).data(), grid.filter.rowCount()] == [CARDS[0].title, 1]


def test_a_card_says_its_topic_and_whether_it_was_taught(grid: LessonGrid) -> None:
    grid.lessons.set_cards(CARDS)
    said = grid.filter.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Privacy and secrets" in said
    assert "Taught 2×" in said.replace(NBSP, " ")


def test_a_card_says_all_to_a_screen_reader(grid: LessonGrid) -> None:
    grid.lessons.set_cards(CARDS)
    said = grid.filter.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Bài hỏng" in said
    assert "must not be empty" in said


def test_lessons_so_titled_come_before_those_that_only_mention_the_words(grid: LessonGrid) -> None:
    mentions = CARDS[1]._replace(id="mentions", search="bi mat cua em goi giup do")
    scattered = CARDS[1]._replace(
        id="scattered", title="Giúp bạn gọi, đỡ bạn dậy", search="giup ban goi, do ban day"
    )
    grid.lessons.set_cards((mentions, scattered, *CARDS))
    grid.filter.set_search("goi giup do")
    rows = range(grid.filter.rowCount())
    assert [grid.filter.index(row, 0).data(CARD_ROLE).id for row in rows] == ["help", "scattered", "mentions"]
    grid.filter.set_search("")
    assert grid.filter.index(0, 0).data(CARD_ROLE).id == "mentions", "the library's own order again"


def test_a_tag_is_whole_or_not_there(grid: LessonGrid, qtbot: QtBot) -> None:
    card = CARDS[0]._replace(alert="đến 28/02/2027", taught=0)
    grid.lessons.set_cards((card,))
    with qtbot.waitExposed(grid):
        grid.show()
    grid.clearSelection()
    grid.cards.set_width(238)
    picture = grid.grab().toImage()
    beside = [
        picture.pixelColor(x, y)
        for x in range(254, 300)
        for y in range(picture.height() // 4, picture.height())
    ]
    assert {colour.name() for colour in beside} == {beside[0].name()}

"""What the console says is true: of the picture, of who is in the room, and of what can be done now."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.i18n import set_language
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import Settings
from lessonapp.ui.console.answers import AnswersPanel
from lessonapp.ui.console.hands import HandsPanel
from lessonapp.ui.console.pacing import left_words
from lessonapp.ui.console.preview import NextPreview
from lessonapp.ui.console.steps import LEFT, RIGHT, StepList
from lessonapp.ui.console.words import channel_hint
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage_models import StageLook, StageSetting, next_model
from lessonapp.ui.theme import apply_theme, font, wrapped
from tests.builders import TickingClock, lesson_data, session


@pytest.fixture
def taught() -> LessonSession:
    set_language("vi")
    return session(clock=TickingClock())


def heading(teaching: Teaching) -> str:
    return teaching.console._heading.text()


def test_the_heading_says_when_the_class_sees_something_else(teaching: Teaching) -> None:
    teaching.do("next")
    assert heading(teaching) == "Đang chiếu"
    teaching.do("freeze")
    teaching.do("next")
    assert heading(teaching) == "Xem trước"
    teaching.do("freeze")
    assert heading(teaching) == "Đang chiếu"
    teaching.placing.lose()
    assert heading(teaching) == "Bước này"
    teaching.placing.present()
    assert heading(teaching) == "Đang chiếu"


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_a_banner_takes_the_height_of_its_lines_from_the_picture_and_no_more(
    teaching: Teaching, width: int
) -> None:
    console = teaching.console

    def heights() -> tuple[int, int]:
        for _round in range(3):  # what one layout changes another one sees
            QApplication.processEvents()
        return console._frame.height(), console.notes.height()

    console.resize(width, 768)
    picture, notes = heights()
    teaching.placing.tell_saving(saving=False)
    smaller, left = heights()
    banner = console.banner.height()
    assert banner
    assert (picture - smaller) + (notes - left) == banner
    assert picture - smaller <= banner


def test_the_next_step_is_drawn_while_answers_rush_in(qtbot: QtBot, taught: LessonSession) -> None:
    preview = NextPreview(StageScene(reduce_motion=True))
    qtbot.addWidget(preview)
    taught.goto("q3")
    preview.set_model(next_model(taught, StageLook()))
    with qtbot.waitSignal(preview._timer.timeout, timeout=5_000):
        begun = preview._timer.remainingTime()
        qtbot.waitUntil(lambda: preview._timer.remainingTime() < begun)
        nearer = preview._timer.remainingTime()
        preview.set_model(next_model(taught, StageLook()))
        assert preview._timer.remainingTime() <= nearer
    assert not preview.pixmap().isNull()


def test_a_line_that_just_fits_is_not_cut(qapp: QApplication) -> None:
    apply_theme(qapp)
    for weight in (400, 700):
        metrics = QFontMetrics(font(14, weight))
        for text in (
            "Hỏi trước: khi người lớn bận",
            "Cases 1 to 4: match the light",
            "Bin đang thấy thế nào?",
        ):
            words = text.split(" ")
            for many in range(1, len(words)):
                width = metrics.horizontalAdvance(" ".join(words[:many]))
                if all(metrics.horizontalAdvance(word) <= width for word in words):
                    assert " ".join(wrapped(text, metrics, width, 9)) == text, (weight, width)


@pytest.mark.parametrize(
    ("width", "title"),
    [(188, "Cả lớp chọn đường cho Bin"), (236, "Entry question 1: a message about money")],
)
def test_a_long_step_is_whole_in_three_lines(
    qtbot: QtBot, qapp: QApplication, width: int, title: str
) -> None:
    apply_theme(qapp)
    data = lesson_data()
    data["blocks"][0]["steps"][2]["title"] = title
    taught = session(clock=TickingClock())
    made = StepList(type(taught.lesson).model_validate(data))
    qtbot.addWidget(made)
    made.resize(width, 600)
    made.show()
    QApplication.processEvents()
    item = next(made.item(row) for row in range(made.count()) if made.item(row).text() == title)
    room = made.viewport().width() - LEFT - RIGHT
    metrics = QFontMetrics(font(14, 700))
    lines = wrapped(item.text(), metrics, room, 9)
    assert len(lines) == 3
    assert made.sizeHintForRow(made.row(item)) > len(lines) * metrics.lineSpacing()


def test_adults_are_not_called_pupils(qtbot: QtBot, taught: LessonSession) -> None:
    panel = AnswersPanel("hands", "adults")
    hands = HandsPanel("adults")
    for made in (panel, hands):
        qtbot.addWidget(made)
    texts = []
    for step in ("mo", "q3", "xep"):
        taught.goto(step)
        for channel in ("hands", "screen", "cards", "web"):
            taught.room.change_channel(channel)
            panel.show_state(taught.step, taught.state, (0, 0))
            texts += [panel.count_box.words(), panel._seat_words.text(), panel._hint.text()]
    taught.room.change_channel("hands")
    taught.goto("q3")
    taught.open_round()
    taught.answers.count_hands("q3", {"a": 99})
    assert taught.step is not None
    hands.show_state(taught.step, taught.state)
    texts += [hands._total.text(), panel.add_seat.text(), panel.add_seat.toolTip()]
    called = [text for text in texts if {"em", "Em"} & set(text.replace(":", "").split())]
    assert called == []
    assert any("người" in text for text in texts)


def test_once_closed_the_hint_says_how_to_put_it_right_and_asks_for_nothing(taught: LessonSession) -> None:
    taught.goto("q3")
    taught.open_round()
    said: dict[str, set[str]] = {}
    for phase in ("open", "closed", "revealed"):
        for channel in ("hands", "screen", "cards", "web"):
            taught.room.change_channel(channel)
            assert taught.state.phase == phase
            hint = channel_hint(taught.step, taught.state, "grades-4-5")
            assert hint
            said.setdefault("open" if phase == "open" else "closed", set()).add(hint)
        taught.advance()
    assert not said["open"] & said["closed"]


def test_who_comes_to_the_steps_by_tab_begins_at_the_step_on_the_stage(
    teaching: Teaching, taught: LessonSession
) -> None:
    steps = teaching.console.steps
    for step in ("q3", "gap"):
        teaching.controller.goto(step)
        assert steps.currentItem() is steps._rows[step]
    asked: list[str] = []
    steps.step_requested.connect(asked.append)
    steps.setFocus()
    QTest.keyClick(steps, Qt.Key.Key_Up)
    QTest.keyClick(steps, Qt.Key.Key_Return)
    ids = [known.id for known in taught.lesson.steps()]
    assert asked == [ids[ids.index("gap") - 1]]


def test_the_step_on_the_stage_stays_in_sight_when_the_console_moves_to_a_smaller_screen(
    teaching: Teaching,
) -> None:
    console, steps = teaching.console, teaching.console.steps

    def in_sight() -> bool:
        for _round in range(3):  # what one layout changes another one sees
            QApplication.processEvents()
        return steps.viewport().rect().contains(steps.visualItemRect(steps._rows["gap"]))

    for step in steps._rows.values():
        step.setText("Hỏi trước: khi người lớn bận thì mình làm gì nào")
    console.resize(1920, 1080)
    teaching.controller.goto("gap")
    assert in_sight()
    for size in ((1024, 660), (1366, 768), (1000, 660)):
        console.resize(*size)
        assert in_sight(), size


def test_nothing_moves_sideways_where_the_panel_begins_to_scroll(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp)
    taught = session(clock=TickingClock(), seats=38)
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True), windowed=True)
    made.start()
    made.console.resize(1366, 768)
    widths, scrolls = set(), set()
    for step in ("mo", "q3"):
        made.controller.goto(step)
        made.do("next")
        for _round in range(3):  # what one layout changes another one sees
            QApplication.processEvents()
        widths.add(made.console.answers.channel.width())
        (area,) = made.console.answers.findChildren(QScrollArea)
        scrolls.add(area.verticalScrollBar().isVisible())
    made.close()
    made.deleteLater()
    assert scrolls == {False, True}
    assert len(widths) == 1


@pytest.mark.parametrize(
    ("language", "seconds", "total", "words"),
    [
        ("vi", 14, 20.0, "còn 14 giây"),
        ("vi", 240, 240.0, "còn 4:00"),
        ("vi", 59, 240.0, "còn 0:59"),
        ("en", 1, 30.0, "1 second left"),
        ("en", 120, 120.0, "2:00 left"),
    ],
)
def test_the_time_left_is_said_as_the_ring_on_the_stage_says_it(
    language: str, seconds: int, total: float, words: str
) -> None:
    set_language(language)
    assert left_words(seconds, total) == words

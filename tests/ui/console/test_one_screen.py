"""Teacher and class look at one screen: tools, messages and refusals reach the teacher over the stage."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.domain.events import Channel
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.ports import NotSavingError
from lessonapp.settings import Settings
from lessonapp.ui.console.answers import AnswersPanel
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session


@pytest.fixture
def taught() -> LessonSession:
    return session(clock=TickingClock())


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    apply_theme(qapp)
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True))
    made.start()
    assert made.placing.mirrored
    yield made
    made.close()
    made.deleteLater()


def test_the_bar_opens_the_same_tools(qtbot: QtBot, teaching: Teaching) -> None:
    bar = teaching.bar
    assert bar.isVisible()
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert bar.tools.isVisible()
    for made, key in ((bar.tools.spotlight, Qt.Key.Key_S), (bar.tools.hands_up, Qt.Key.Key_G)):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
        assert made.isChecked()
        qtbot.keyClick(teaching.stage, key)
        assert not made.isChecked()
    assert bar.geometry().bottom() <= teaching.stage.height()


def test_keys_of_the_tools_work_on_the_stage(qtbot: QtBot, teaching: Teaching) -> None:
    qtbot.keyClick(teaching.stage, Qt.Key.Key_D)
    view = teaching.stage.view
    at = view.mapFromScene(QPointF(300, 300))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert teaching.tools.box.pen.has_lines
    qtbot.keyClick(teaching.stage, Qt.Key.Key_U)
    assert not teaching.tools.box.pen.has_lines


def test_the_frozen_picture_lies_under_the_bar(qtbot: QtBot, teaching: Teaching) -> None:
    qtbot.keyClick(teaching.stage, Qt.Key.Key_Z)
    assert teaching.tools.frozen.isVisible()
    teaching.bar.hide()
    at = QPointF(teaching.tools.frozen.rect().center())
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(teaching.tools.frozen, moved)
    assert teaching.bar.isVisible()
    assert teaching.stage.childAt(teaching.bar.geometry().center()) is not teaching.tools.frozen
    qtbot.mouseClick(teaching.bar.go, Qt.MouseButton.LeftButton)
    assert teaching.controller.session.state.step == "mo"


def test_a_fault_of_the_program_shows_on_the_bar_not_on_the_stage(qtbot: QtBot, teaching: Teaching) -> None:
    before = teaching.scene.accessible_text()
    teaching.tell("Something went wrong inside the program.")
    assert teaching.bar.notice.isVisible()
    assert teaching.scene.accessible_text() == before
    assert teaching.console.banner.text() == "Something went wrong inside the program."
    qtbot.mouseClick(teaching.bar.notice, Qt.MouseButton.LeftButton)
    assert not teaching.stage.isVisible()
    assert teaching.console.banner.isVisible()


def test_a_fault_does_not_hide_that_nothing_is_saved_and_comes_back_after_it(
    qtbot: QtBot, teaching: Teaching
) -> None:
    teaching.tell("A fault.")
    with qtbot.waitSignal(teaching.controller.saving_changed):
        teaching.controller.saving_failed(NotSavingError("full"))
    assert teaching.console.banner.text() != "A fault."
    with qtbot.waitSignal(teaching.controller.saving_changed):
        teaching.controller.saving_failed(None)
    assert teaching.console.banner.text() == "A fault."


def test_a_lost_projector_is_told_on_the_bar_once_the_stage_is_on_this_screen(
    qtbot: QtBot, teaching: Teaching
) -> None:
    teaching.placing.lose()
    assert teaching.console.banner.isVisible()
    teaching.do("full-screen")
    assert teaching.stage.isVisible()
    assert teaching.bar.notice.isVisible()


@pytest.mark.parametrize("where", ["console", "bar"])
def test_a_refused_click_of_an_absent_seat_says_so(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, where: str
) -> None:
    teaching.controller.change_channel("screen")
    teaching.controller.goto("q3")
    teaching.do("next")
    teaching.controller.choose_respondent((4, 0))
    taught.room.seat_left(4)
    with qtbot.waitSignal(teaching.controller.refused) as refused:
        teaching.scene.choice_made.emit(("a",))
    assert refused.args == ["unknown-seat"]
    text = teaching.bar.word.text() if where == "bar" else teaching.console.toast.accessibleName()
    assert "4" in text
    assert taught.state.rounds["q3"][0].answers == {}
    act = teaching.bar.act if where == "bar" else teaching.console.toast._action
    assert "4" in act.text()
    act.click()
    assert 4 in taught.state.present, "one click puts right what the list had wrong"
    with qtbot.waitSignal(teaching.controller.changed):
        teaching.scene.choice_made.emit(("a",))
    assert taught.state.rounds["q3"][0].answers[4, 0].choice == ("a",)


def test_a_word_without_something_to_do_has_no_button(teaching: Teaching) -> None:
    teaching.bar.tell("Absent.", "Here", lambda: None)
    assert teaching.bar.act.isVisible()
    teaching.bar.tell("Sounds are off.")
    assert not teaching.bar.act.isVisible()
    teaching.bar._on_told()
    assert not teaching.bar.word.isVisible()


def test_an_answer_that_counts_says_nothing(qtbot: QtBot, teaching: Teaching, taught: LessonSession) -> None:
    teaching.controller.change_channel("screen")
    teaching.controller.goto("q3")
    teaching.do("next")
    with qtbot.assertNotEmitted(teaching.controller.refused):
        with qtbot.waitSignal(teaching.controller.changed):
            teaching.scene.choice_made.emit(("a",))
        QApplication.processEvents()
    assert taught.state.rounds["q3"][0].answers


def test_what_answered_is_called_by_its_name(qtbot: QtBot, taught: LessonSession) -> None:
    def words(panel: AnswersPanel) -> str:
        panel.show_state(taught.step, taught.state, (0, 0))
        return panel.count_box.words()

    panel = AnswersPanel("screen", "grades-4-5")
    adults = AnswersPanel("hands", "adults")
    for made in (panel, adults):
        qtbot.addWidget(made)
    taught.goto("q3")
    taught.open_round()
    pupils, people = words(panel), words(adults)
    taught.room.draw_teams(((1, 2, 3), (4, 5, 6), (7, 8, 9, 10)))
    assert words(panel) == pupils, "hands are everybody's"
    assert panel.count_box.text() == "0/10"
    taught.room.change_channel("screen")
    teams = words(panel)
    assert len({pupils, people, teams}) == 3
    assert panel.count_box.text() == "0/3"


def test_f6_goes_between_a_game_on_the_stage_and_the_bar(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.stage.activateWindow()
    qtbot.waitUntil(teaching.stage.isActiveWindow)
    teaching.controller.change_channel("screen")
    teaching.controller.goto("xep")
    teaching.do("next")
    view, go = teaching.stage.view, teaching.bar.go
    go.setFocus()
    teaching.bar.hide()
    qtbot.keyClick(teaching.stage, Qt.Key.Key_F6)
    assert view.hasFocus()
    for _time in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.hasFocus(), "the game keeps Tab"
    qtbot.keyClick(view, Qt.Key.Key_F6)
    assert go.hasFocus()
    assert teaching.bar.isVisible()


def test_help_with_voices_opens_over_the_window_in_front(
    qtbot: QtBot, teaching: Teaching, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(
        "lessonapp.app.class_tools.VoiceHelpDialog.exec", lambda dialog: opened.append(dialog.parentWidget())
    )
    qtbot.keyClick(teaching.stage, Qt.Key.Key_L)
    teaching.do("full-screen")
    qtbot.keyClick(teaching.console, Qt.Key.Key_L)
    assert opened == [teaching.stage, teaching.console], "never behind the stage, where nobody could close it"


def test_the_bar_leaves_the_help_card_whole(qtbot: QtBot, teaching: Teaching) -> None:
    teaching.bar.wake()
    qtbot.keyClick(teaching.stage, Qt.Key.Key_H)
    assert not teaching.bar.isVisible()
    qtbot.keyClick(teaching.stage, Qt.Key.Key_H)
    assert teaching.bar.isVisible()


def moved_to(teaching: Teaching, x: float, y: float) -> None:
    """The mouse moves to a part of the stage, from its left and its top."""
    view = teaching.stage.view
    at = QPointF(view.viewport().width() * x, view.viewport().height() * y)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), moved)


@pytest.mark.parametrize(("step", "channel"), [("xep", "hands"), ("xep", "screen"), ("q3", "screen")])
def test_while_the_class_plays_the_bar_comes_from_the_lower_edge_only(
    teaching: Teaching, taught: LessonSession, step: str, channel: Channel
) -> None:
    teaching.controller.change_channel(channel)
    teaching.controller.goto(step)
    teaching.bar.hide()
    moved_to(teaching, 0.5, 0.5)
    assert teaching.bar.isVisible(), "nothing is played yet"
    teaching.do("next")
    assert taught.state.phase == "open"
    teaching.bar.hide()
    for y in (0.2, 0.5, 0.86):  # the button that gives the answer
        moved_to(teaching, 0.5, y)
        assert not teaching.bar.isVisible(), y
    moved_to(teaching, 0.5, 0.99)
    assert teaching.bar.isVisible()


def test_why_a_click_does_not_count_is_told_though_the_bar_was_hidden(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.change_channel("screen")
    teaching.controller.goto("q3")
    teaching.do("next")
    taught.room.seat_left(3)
    teaching.controller.choose_respondent((3, 0))
    teaching.bar.hide()
    teaching.controller.stage_choice(("a",))
    qtbot.waitUntil(teaching.bar.isVisible)
    assert "3" in teaching.bar.word.text()

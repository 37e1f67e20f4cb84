"""Stage and console around one session: keys, counting, screens, failing disks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.domain.answer import Answer
from lessonapp.i18n import _
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.ports import NotSavingError
from lessonapp.settings import Settings
from lessonapp.ui.console.keys import key_list
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session
from tests.ui.stage.specimen import specimen

SETTING = StageSetting(help_line="Kể với người lớn em tin, hoặc gọi 111.")


@pytest.fixture
def taught() -> LessonSession:
    return session(clock=TickingClock())


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    apply_theme(qapp)
    made = Teaching(taught, SETTING, Settings(reduce_motion=True), windowed=True)
    made.start()
    made.console.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def press(qtbot: QtBot, teaching: Teaching, key: Qt.Key) -> None:
    focus: QWidget | None = teaching.console.focusWidget()
    qtbot.keyClick(focus or teaching.console, key)


def shown(teaching: Teaching) -> StageModel:
    assert teaching.scene.model is not None
    return teaching.scene.model


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right])
def test_keys_and_clickers_go_on(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, key: Qt.Key
) -> None:
    teaching.console.setFocus()
    press(qtbot, teaching, key)
    assert taught.state.step == "mo"
    press(qtbot, teaching, key)
    press(qtbot, teaching, Qt.Key.Key_PageUp)
    assert taught.state.step == "mo"


def test_a_stage_key_does_the_same(qtbot: QtBot, teaching: Teaching, taught: LessonSession) -> None:
    qtbot.keyClick(teaching.stage, Qt.Key.Key_PageDown)
    assert taught.state.step == "mo"


def test_cover_and_help_card_are_seen_at_once_and_going_on_takes_them_away(
    qtbot: QtBot, teaching: Teaching
) -> None:
    press(qtbot, teaching, Qt.Key.Key_B)
    assert shown(teaching).black
    press(qtbot, teaching, Qt.Key.Key_H)
    assert shown(teaching).help_card
    assert "111" in teaching.scene.accessible_text()
    press(qtbot, teaching, Qt.Key.Key_Space)
    assert not shown(teaching).help_card
    press(qtbot, teaching, Qt.Key.Key_Period)
    assert shown(teaching).black


def test_hands_are_typed_12_tab_9(qtbot: QtBot, teaching: Teaching, taught: LessonSession) -> None:
    teaching.controller.goto("truyen")
    teaching.do("next")
    teaching.do("next")
    assert taught.state.phase == "open"
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Tab, Qt.Key.Key_9, Qt.Key.Key_Tab):
        focus = teaching.console.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
    press(qtbot, teaching, Qt.Key.Key_Space)
    current = taught.state.rounds["q3"][0]
    assert (current.phase, dict(current.hands)) == ("closed", {"a": 12, "b": 9, "c": 0})


def test_tab_after_the_last_number_goes_to_continue(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.goto("truyen")
    teaching.do("next")
    teaching.do("next")
    for key in (Qt.Key.Key_7, Qt.Key.Key_Tab, Qt.Key.Key_2, Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_Tab):
        press(qtbot, teaching, key)
    assert teaching.console.focusWidget() is teaching.console.bar.go
    press(qtbot, teaching, Qt.Key.Key_Space)
    assert taught.state.rounds["q3"][0].phase == "closed"


def test_reveal_right_after_typing_counts_what_was_typed(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.goto("truyen")
    teaching.do("next")
    teaching.do("next")
    press(qtbot, teaching, Qt.Key.Key_7)
    press(qtbot, teaching, Qt.Key.Key_R)
    current = taught.state.rounds["q3"][0]
    assert (current.phase, current.hands["a"]) == ("revealed", 7)


def test_a_key_held_down_does_not_run_through_the_lesson(
    teaching: Teaching, taught: LessonSession, qapp: QApplication
) -> None:
    for window in (teaching.console, teaching.stage):
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", True, 5
        )
        qapp.sendEvent(window, held)
    assert taught.state.step is None


def test_reveal_is_taken_back_by_the_same_key(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.goto("q3")
    teaching.do("next")
    teaching.console.setFocus()
    phases = []
    for _press in range(2):
        press(qtbot, teaching, Qt.Key.Key_R)
        phases.append(taught.state.phase)
    assert phases == ["revealed", "closed"]


def test_continue_says_what_it_will_do(teaching: Teaching, taught: LessonSession) -> None:
    teaching.controller.goto("q3")
    said = []
    while taught.state.step == "q3":
        said.append(teaching.console.bar.go.accessibleName().split(":")[0])
        teaching.do("next")
    assert len(set(said)) == 4


def test_a_click_on_the_stage_is_the_answer_of_whoever_is_at_the_board(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.change_channel("screen")
    teaching.controller.goto("q3")
    teaching.do("next")
    teaching.console.answers.seats.seat_picked.emit(4)
    with qtbot.waitSignal(teaching.controller.changed):
        teaching.scene.choice_made.emit(("a",))
    assert taught.state.rounds["q3"][0].answers[4, 0].choice == ("a",)


def test_teams_answer_in_turn(qtbot: QtBot, teaching: Teaching, taught: LessonSession) -> None:
    teaching.controller.change_channel("screen")
    teaching.console.answers.board.teams_requested.emit(3)
    assert len(taught.state.teams) == 3
    teaching.controller.goto("q3")
    teaching.do("next")
    for _team in range(3):
        with qtbot.waitSignal(teaching.controller.changed):
            teaching.scene.choice_made.emit(("a",))
    assert set(taught.state.rounds["q3"][0].answers) == {(0, 1), (0, 2), (0, 3)}


def test_no_tile_tells_what_was_answered(qtbot: QtBot, teaching: Teaching, taught: LessonSession) -> None:
    teaching.controller.goto("q3")
    teaching.do("next")
    pictures = []
    for choice in ("a", "b"):
        taught.answers.post(Answer(step="q3", seat=2, choice=(choice,), channel="screen"))
        pictures.append(teaching.console.answers.seats.grab().toImage())
    assert pictures[0] == pictures[1]


def test_a_late_pupil_takes_the_next_seat_and_the_missing_one_first(
    teaching: Teaching, taught: LessonSession
) -> None:
    teaching.console.answers.seats.absent_requested.emit(3)
    assert 3 not in taught.state.present
    teaching.console.answers.add_seat.click()
    assert 3 in taught.state.present
    teaching.console.answers.add_seat.click()
    assert 11 in taught.state.present


def test_a_disk_that_fails_is_a_banner_on_the_console_and_the_stage_keeps_its_picture(
    qtbot: QtBot, teaching: Teaching
) -> None:
    before = teaching.scene.accessible_text()
    with qtbot.waitSignal(teaching.controller.saving_changed):
        teaching.controller.saving_failed(NotSavingError("disk full"))
    assert teaching.console.banner.isVisible()
    assert teaching.scene.accessible_text() == before
    with qtbot.waitSignal(teaching.controller.saving_changed):
        teaching.controller.saving_failed(None)
    assert not teaching.console.banner.isVisible()


def test_the_lesson_rests_or_ends_as_was_chosen(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.do("next")
    with qtbot.waitSignal(teaching.finished) as pause:
        teaching.finish("pause")
    assert pause.args == ["pause"]
    assert taught.state.status == "paused"
    taught.resume()
    with qtbot.waitSignal(teaching.finished) as end:
        teaching.finish("end")
    assert end.args == ["end"]


def test_the_classs_own_pledge_line_is_kept_with_the_session(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.console.answers.pledge_line_requested.emit("tom", "Cùng nhau kể sớm")
    assert taught.state.pledge_lines["tom"] == ("Cùng nhau kể sớm",)


def test_every_key_is_listed() -> None:
    assert len(key_list()) >= 9


def test_each_button_of_the_console_has_a_name_for_a_screen_reader(teaching: Teaching) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox

    teaching.controller.goto("q3")
    teaching.do("next")
    nameless = [
        w
        for kind in (QAbstractButton, QAbstractSpinBox)
        for w in teaching.console.findChildren(kind)
        if not (w.accessibleName() or getattr(w, "text", str)()) and w.isVisible()
    ]
    assert not nameless


def test_a_stamp_on_the_stage_is_kept_with_the_session(teaching: Teaching, taught: LessonSession) -> None:
    for more in (1, 1, -1):
        teaching.scene.stamp_requested.emit("hua", more)
    assert taught.state.stamps == {"hua": 1}


def test_a_film_that_cannot_be_played_is_told_on_the_console_only(teaching: Teaching) -> None:
    before = teaching.scene.accessible_text()
    teaching.scene.film_failed.emit("no codec")
    assert teaching.console.toast.isVisible()
    assert teaching.scene.accessible_text() == before


def test_the_goal_is_full_when_the_lesson_is(teaching: Teaching, taught: LessonSession) -> None:
    seen = []
    while taught.action.kind not in ("end", "none"):
        teaching.do("next")
        seen.append(shown(teaching).goal)
    done = [goal[0] for goal in seen]
    assert done == sorted(done), "it only fills"
    assert seen[-1][0] == seen[-1][1] > 2


def test_a_film_has_its_button_on_the_console_while_its_step_is_on(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp)
    film = session(taught=specimen(), clock=TickingClock())
    made = Teaching(film, SETTING, Settings(reduce_motion=True), windowed=True)
    made.start()
    bar, player = made.console.bar, made.scene.player
    assert not bar.film.isVisible()
    film.goto("video")
    assert bar.film.isVisible()
    player.playing_changed.emit(True)
    assert bar.film.text() == _("Pause the film")
    player.playing_changed.emit(False)
    assert bar.film.text() == _("Play the film")
    film.goto("help")
    assert not bar.film.isVisible()
    made.close()
    made.deleteLater()


def test_the_path_that_will_be_taken_is_marked_before_anybody_chooses(
    teaching: Teaching, taught: LessonSession
) -> None:
    from PySide6.QtWidgets import QPushButton

    def marked() -> list[str]:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        chips = teaching.console.answers.paths.findChildren(QPushButton)
        return [chip.text() for chip in chips if chip.isChecked()]

    teaching.controller.goto("re")
    teaching.do("next")
    teaching.controller.count_hands("re", {"x": 2, "y": 7})
    teaching.do("next")
    assert marked() == ["B"]
    teaching.console.answers.path_requested.emit("x")
    assert marked() == ["A"]


def test_the_number_of_teams_there_are_is_the_one_that_would_be_drawn_again(
    teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.change_channel("screen")
    taught.room.draw_teams(((1, 2), (3, 4), (5, 6)))
    assert teaching.console.answers.board._count.currentData() == 3


def test_the_help_button_says_how_to_put_the_card_away(teaching: Teaching) -> None:
    bar = teaching.console.bar
    before = bar.help.text()
    bar.help.click()
    assert bar.help.text() != before
    bar.help.click()
    assert bar.help.text() == before


def test_what_cannot_be_done_is_not_offered_while_the_lesson_rests(
    teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.goto("q3")
    teaching.controller.goto("truyen")
    assert teaching.console.bar.back.isEnabled()
    taught.pause()
    assert not teaching.console.bar.back.isEnabled()
    assert not teaching.console.bar.reveal.isVisible()


def test_the_list_shows_what_comes_and_leaves_a_teacher_who_scrolls_alone(
    teaching: Teaching, taught: LessonSession
) -> None:
    steps = teaching.console.steps
    teaching.console.resize(1024, 660)
    QApplication.processEvents()
    teaching.controller.goto("q3")
    area = steps.viewport().rect()
    following = steps._rows["re"]
    assert area.contains(steps.visualItemRect(steps._rows["q3"]))
    assert area.contains(steps.visualItemRect(following)), "the next one is in sight"
    steps.verticalScrollBar().setValue(0)
    teaching.do("next")
    taught.answers.count_hands("q3", {"a": 3})
    assert steps.verticalScrollBar().value() == 0

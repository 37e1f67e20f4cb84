"""One screen, the stage in front: hands are counted by keyboard alone, and the class sees the stage again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.i18n import language, set_language
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import Settings
from lessonapp.ui.console.dialogs import EndDialog, KeysDialog
from lessonapp.ui.console.keys import key_list
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session

SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


@pytest.fixture(params=["vi", "en"])
def taught(request: pytest.FixtureRequest) -> Iterator[LessonSession]:
    before = language()
    set_language(request.param)
    yield session(clock=TickingClock(), seats=38)
    set_language(before)


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    apply_theme(qapp)
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True))
    made.start()
    made.stage.activateWindow()
    taught.goto("q3")
    made.do("next")
    assert made.placing.stage_in_front
    assert taught.state.phase == "open"
    yield made
    made.close()
    made.deleteLater()


def press(teaching: Teaching, *keys: Qt.Key | str) -> None:
    """Each key goes where a real one would: to whatever has the focus in the window in front."""
    for key in keys:
        front = teaching.placing.front
        inner: QWidget | None = front.focusWidget()
        focus = inner or front
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


def counts(taught: LessonSession) -> dict[str, int]:
    return dict(taught.state.rounds["q3"][-1].hands)


@pytest.mark.parametrize("between", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_numbers_typed_over_the_stage_count_hands(
    teaching: Teaching, taught: LessonSession, between: Qt.Key
) -> None:
    teaching.bar.hide()
    press(teaching, "1", "2", between, "9", between, "7", between)
    assert teaching.bar.isVisible()
    assert teaching.stage.focusWidget() is teaching.bar.go, "after the last number comes Continue"
    press(teaching, Qt.Key.Key_Space)
    assert counts(taught) == {"a": 12, "b": 9, "c": 7}
    assert taught.state.phase == "closed"
    assert teaching.bar.hands.isHidden(), "the class sees the whole stage again"


def test_space_in_a_number_closes_with_what_was_typed(teaching: Teaching, taught: LessonSession) -> None:
    press(teaching, "5", Qt.Key.Key_Space)
    assert (taught.state.phase, counts(taught)["a"]) == ("closed", 5)


def test_enter_on_continue_after_the_last_number_goes_on(teaching: Teaching, taught: LessonSession) -> None:
    press(teaching, "5", *[Qt.Key.Key_Return] * 4)
    assert (taught.state.phase, counts(taught)["a"]) == ("closed", 5)


def test_esc_lays_the_numbers_away_and_only_then_asks_to_end(
    teaching: Teaching, taught: LessonSession
) -> None:
    press(teaching, "5", Qt.Key.Key_Escape)
    assert teaching.bar.hands.isHidden()
    assert counts(taught)["a"] == 5, "what was typed counts"
    asked: list[str] = []

    def stay() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EndDialog)
        asked.append(dialog.words.text())
        dialog.stay.click()

    QTimer.singleShot(0, stay)
    press(teaching, Qt.Key.Key_Escape)
    assert asked
    assert taught.state.phase == "open"


def test_a_count_is_put_right_after_the_close_and_no_slip_changes_what_is_shown(
    teaching: Teaching, taught: LessonSession
) -> None:
    press(teaching, "5", Qt.Key.Key_Tab, "9", Qt.Key.Key_Space)
    press(teaching, "6", Qt.Key.Key_Escape)
    assert (taught.state.phase, counts(taught)["a"], counts(taught)["b"]) == ("closed", 6, 9)
    press(teaching, Qt.Key.Key_R, "1")
    assert (taught.state.phase, counts(taught)["a"]) == ("revealed", 6)
    assert teaching.bar.hands.isHidden()


def test_asked_again_the_numbers_begin_from_nothing(teaching: Teaching, taught: LessonSession) -> None:
    press(teaching, "5", Qt.Key.Key_Space)
    teaching.console.bar.again.click()
    press(teaching, "3", Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert [dict(r.hands)["a"] for r in taught.state.rounds["q3"]] == [5, 3]


def test_where_no_hands_are_counted_a_digit_does_nothing(teaching: Teaching, taught: LessonSession) -> None:
    teaching.controller.change_channel("screen")
    press(teaching, "5")
    assert teaching.bar.hands.isHidden()
    teaching.controller.change_channel("hands")
    teaching.controller.goto("truyen")
    press(teaching, "5")
    assert teaching.bar.hands.isHidden()


def test_the_bar_does_not_hide_while_hands_are_counted(teaching: Teaching) -> None:
    press(teaching, "5")
    teaching.bar._on_idle()
    assert teaching.bar.isVisible()
    press(teaching, Qt.Key.Key_Escape)
    teaching.bar._on_idle()
    assert teaching.bar.isHidden()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_the_bar_is_cut(teaching: Teaching, taught: LessonSession, size: tuple[int, int]) -> None:
    """With every button there and more hands than pupils, which is the longest text."""
    bar, stage = teaching.bar, teaching.stage
    teaching.placing.tell("A fault.")
    for phase in ("open", "closed"):
        assert taught.state.phase == phase
        stage.showNormal()
        stage.resize(*size)
        press(teaching, "9", "9")
        QApplication.processEvents()
        assert stage.rect().contains(bar.geometry())
        assert bar.height() < stage.height() / 4, "the question stays in sight"
        for part in bar.findChildren(type(bar.back)):
            needed = part.sizeHint().width() if part.text() else part.minimumWidth()
            if part.isVisible():
                assert part.width() >= min(needed, part.maximumWidth()), part.accessibleName()
        total = bar.hands._total
        assert total.heightForWidth(total.width()) <= total.height()
        press(teaching, Qt.Key.Key_Space)


def test_digits_count_from_anywhere_on_the_console_too(teaching: Teaching, taught: LessonSession) -> None:
    teaching.do("full-screen")
    assert teaching.placing.front is teaching.console
    teaching.console.bar.go.setFocus()
    press(teaching, "4", Qt.Key.Key_Return, "8", Qt.Key.Key_Return, "2", Qt.Key.Key_Return)
    assert teaching.console.focusWidget() is teaching.console.bar.go
    press(teaching, Qt.Key.Key_Return)
    assert (taught.state.phase, counts(taught)) == ("closed", {"a": 4, "b": 8, "c": 2})


def test_the_list_of_keys_says_so(teaching: Teaching, qtbot: QtBot) -> None:
    assert any("12 Tab 9" in keys and "Enter" in does for keys, does in key_list())
    seen: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, KeysDialog)
        seen.append(dialog.parentWidget() is teaching.stage)
        dialog.accept()

    QTimer.singleShot(0, look)
    press(teaching, "?")
    assert seen == [True]

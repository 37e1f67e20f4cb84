"""Keys and clickers steer the lesson wherever the focus is, in each panel and menu, on one screen or two."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import Settings
from lessonapp.ui.console.dialogs import EndDialog
from lessonapp.ui.console.keys import Command, command_of, key_list
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session

NO = Qt.KeyboardModifier.NoModifier
KEYS: list[tuple[Qt.Key, Command]] = [
    (Qt.Key.Key_PageDown, "next"),
    (Qt.Key.Key_Right, "next"),
    (Qt.Key.Key_PageUp, "back"),
    (Qt.Key.Key_Left, "back"),
    (Qt.Key.Key_B, "black"),
    (Qt.Key.Key_Period, "black"),
    (Qt.Key.Key_R, "reveal"),
    (Qt.Key.Key_H, "help"),
    (Qt.Key.Key_F, "full-screen"),
    (Qt.Key.Key_F5, "present"),
    (Qt.Key.Key_Question, "keys"),
    (Qt.Key.Key_F1, "keys"),
    (Qt.Key.Key_Escape, "end"),
    (Qt.Key.Key_L, "read-aloud"),
    (Qt.Key.Key_M, "mute"),
    (Qt.Key.Key_D, "pen"),
    (Qt.Key.Key_S, "spotlight"),
    (Qt.Key.Key_Z, "freeze"),
    (Qt.Key.Key_T, "timer"),
    (Qt.Key.Key_N, "lot"),
    (Qt.Key.Key_G, "hands-up"),
    (Qt.Key.Key_F6, "panes"),
]
ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right}
FROM_TEXT = {  # Esc only leaves the field
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_F1,
    Qt.Key.Key_F5,
    Qt.Key.Key_F6,
}


class Heard(QObject):
    """What a window asks for, instead of doing it."""

    def __init__(self, teaching: Teaching) -> None:
        super().__init__()
        self.commands: list[str] = []
        teaching.console.command.disconnect(teaching.do)
        teaching.console.command.connect(self.commands.append)


@pytest.fixture
def taught() -> LessonSession:
    return session(clock=TickingClock())


def opened(taught: LessonSession, qapp: QApplication, *, windowed: bool) -> Teaching:
    apply_theme(qapp)
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True), windowed=windowed)
    made.start()
    return made


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    """Two windows, as on two screens."""
    made = opened(taught, qapp, windowed=True)
    made.console.activateWindow()
    qtbot.waitUntil(made.console.isActiveWindow)
    taught.goto("q3")
    made.do("next")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def alone(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    """One screen, the stage in front."""
    made = opened(taught, qapp, windowed=False)
    made.stage.activateWindow()
    yield made
    made.close()
    made.deleteLater()


PANELS: dict[str, Callable[[Teaching], QWidget]] = {
    "Continue": lambda t: t.console.bar.go,
    "a button": lambda t: t.console.bar.black,
    "a number": lambda t: next(iter(t.console.answers.hands._boxes.values())),
    "steps": lambda t: t.console.steps,
    "notes": lambda t: t.console.notes._text,
    "seats": lambda t: t.console.answers.seats,
    "channels": lambda t: t.console.answers.channel.button("hands"),
    "tools": lambda t: t.console.tools.timer,
    "the stage's picture": lambda t: t.console.stage,
    "the class's own line": lambda t: t.console.answers.pledge,
}


@pytest.mark.parametrize("panel", PANELS)
def test_every_key_in_every_panel(teaching: Teaching, panel: str) -> None:
    widget = PANELS[panel](teaching)
    heard = Heard(teaching)
    widget.show()
    widget.setFocus()
    moves = panel in ("a number", "seats")
    for key, command in KEYS:
        heard.commands.clear()
        QTest.keyClick(widget, key)
        wanted = [command]
        if isinstance(widget, QLineEdit):
            wanted = [command] if key in FROM_TEXT else []
        elif moves and key in ARROWS:
            wanted = []
        assert heard.commands == wanted, (panel, key)


@pytest.mark.parametrize("panel", ["a number", "steps", "notes", "seats", "the stage's picture"])
def test_space_goes_on_wherever_it_is_no_letter_and_presses_no_button(teaching: Teaching, panel: str) -> None:
    widget = PANELS[panel](teaching)
    heard = Heard(teaching)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert heard.commands == ["next"]


def test_a_click_on_a_button_leaves_space_to_continue(teaching: Teaching, taught: LessonSession) -> None:
    """A teacher chooses a channel with the mouse, then goes on with Space."""
    teaching.console.bar.go.setFocus()
    for channel in ("screen", "hands"):
        QTest.mouseClick(teaching.console.answers.channel.button(channel), Qt.MouseButton.LeftButton)
    focus = teaching.console.focusWidget()
    assert focus is teaching.console.bar.go
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert taught.state.phase == "closed"


def test_esc_leaves_the_classs_own_line_and_only_then_asks_to_end(teaching: Teaching) -> None:
    line, heard = teaching.console.answers.pledge, Heard(teaching)
    line.show()
    line.setFocus()
    line.setText("Cùng nhau kể")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert heard.commands == []
    assert line.text() == "Cùng nhau kể"
    focus = teaching.console.focusWidget()
    assert focus is teaching.console.bar.go
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert heard.commands == ["end"]


def test_after_the_classs_own_line_space_goes_on(teaching: Teaching, taught: LessonSession) -> None:
    line = teaching.console.answers.pledge
    line.show()
    line.setFocus()
    line.setText("Cùng nhau kể sớm")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert taught.state.pledge_lines["q3"] == ("Cùng nhau kể sớm",)
    assert teaching.console.focusWidget() is teaching.console.bar.go


@pytest.mark.parametrize(
    ("key", "shown"), [(Qt.Key.Key_PageDown, "closed"), (Qt.Key.Key_PageUp, "open"), (Qt.Key.Key_F5, "open")]
)
@pytest.mark.parametrize("popup", ["sound", "timer", "seat"])
def test_a_clicker_goes_on_through_an_open_menu(
    teaching: Teaching, taught: LessonSession, key: Qt.Key, shown: str, popup: str
) -> None:
    row = teaching.console.tools
    menu: QWidget
    if popup == "sound":
        row.sound.click()
        menu = row.sound_panel
        before = row.sound_panel.volume.value()
    else:
        made = row.timer_menu() if popup == "timer" else teaching.console.answers.seats.menu_for(2)
        made.popup(QPoint(50, 50))
        menu, before = made, 0
    assert QApplication.activePopupWidget() is menu
    inner: QWidget | None = menu.focusWidget()
    QTest.keyClick(inner or menu, key)
    assert not menu.isVisible()
    if key == Qt.Key.Key_PageUp:
        assert taught.state.step == "q3", "there is nothing before it"
    assert taught.state.phase == shown
    if popup == "sound":
        assert row.sound_panel.volume.value() == before, "a clicker turns no volume"
    else:
        menu.deleteLater()


def test_seats_are_walked_with_all_four_arrows(teaching: Teaching, taught: LessonSession) -> None:
    teaching.controller.change_channel("screen")
    seats = teaching.console.answers.seats
    seats.setFocus()
    picked: list[int] = []
    seats.seat_picked.connect(picked.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(seats, key)
    QTest.keyClick(seats, Qt.Key.Key_Return)
    assert picked == [2]
    assert taught.state.step == "q3"


def test_what_a_vietnamese_keyboard_makes_of_a_letter_pressed_twice() -> None:
    def typed(text: str) -> str | None:
        return command_of(QKeyEvent(QEvent.Type.KeyPress, 0, NO, text), None)

    assert [typed(text) for text in ("đ", "Đ", "ê", "Ê", "ơ")] == ["pen", "pen", "erase", "erase", None]


def shown(teaching: Teaching) -> StageModel:
    assert teaching.scene.model is not None
    return teaching.scene.model


def test_one_screen_every_key_over_the_stage(alone: Teaching, taught: LessonSession) -> None:
    stage = alone.stage
    QTest.keyClick(stage, Qt.Key.Key_PageDown)
    assert taught.state.step == "mo"
    QTest.keyClick(stage, Qt.Key.Key_Period)
    assert shown(alone).black
    QTest.keyClick(stage, Qt.Key.Key_H)
    assert shown(alone).help_card
    QTest.keyClick(stage, Qt.Key.Key_H)
    assert not shown(alone).help_card
    QTest.keyClick(stage, Qt.Key.Key_F5)
    assert alone.placing.stage_in_front, "a clicker's start button never hides the stage"
    QTest.keyClick(stage, Qt.Key.Key_F)
    assert not alone.placing.stage_in_front
    assert alone.console.on_air.property("tone") == "warn", "the console says that the class sees no stage"
    QTest.keyClick(alone.console, Qt.Key.Key_F5)
    assert alone.placing.stage_in_front
    assert alone.console.on_air.property("tone") == "ok"


def test_the_start_button_of_a_clicker_brings_a_hidden_stage_back_on_two_screens(teaching: Teaching) -> None:
    teaching.stage.hide()
    QTest.keyClick(teaching.console, Qt.Key.Key_F5)
    assert teaching.stage.isVisible()
    assert teaching.stage.isFullScreen()


def test_start_and_stop_of_a_clicker_ask_before_ending(alone: Teaching, taught: LessonSession) -> None:
    """Many clickers send Esc and F5 in turn with one button."""
    asked: list[bool] = []

    def again() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EndDialog)
        QTest.keyClick(dialog, Qt.Key.Key_F5)
        QTest.keyClick(dialog, Qt.Key.Key_PageDown)
        asked.append(dialog.isVisible())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, again)
    QTest.keyClick(alone.stage, Qt.Key.Key_Escape)
    assert asked == [True]
    assert (taught.state.status, taught.state.step) == ("running", None)


def test_the_list_names_every_key_there_is() -> None:
    named = " ".join(keys for keys, _does in key_list())
    for key, _command in KEYS:
        sign = {
            Qt.Key.Key_PageDown: "Page Down",
            Qt.Key.Key_PageUp: "Page Up",
            Qt.Key.Key_Right: "→",
            Qt.Key.Key_Left: "←",
            Qt.Key.Key_Period: ".",
            Qt.Key.Key_Question: "?",
            Qt.Key.Key_Escape: "Esc",
        }.get(key, key.name.removeprefix("Key_"))
        if key != Qt.Key.Key_F1:  # the usual key for help, told by no list
            assert sign in named


def test_digits_typed_on_the_projectors_window_begin_the_first_number_and_stay_in_it(
    teaching: Teaching, taught: LessonSession
) -> None:
    """Somebody clicked on the stage; the console gets the focus a moment after the first digit."""
    boxes = list(teaching.console.answers.hands._boxes.values())
    boxes[2].setFocus()
    teaching.stage.activateWindow()
    QApplication.processEvents()
    for digit in "12":
        QTest.keyClicks(teaching.stage, digit)
    assert [box.value() for box in boxes] == [12, 0, 0]
    teaching.console.activateWindow()
    QApplication.processEvents()
    QTest.keyClicks(boxes[0], "0")
    assert boxes[0].value() == 120, "the window that becomes active does not begin the number anew"
    teaching.counts.flush()
    QTest.keyClicks(boxes[0], "7")
    assert boxes[0].value() == 7, "what rested is replaced"

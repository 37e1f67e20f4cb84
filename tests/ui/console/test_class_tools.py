"""Class tools through real keys, mouse and touch, on stage and console; none of them is an event."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.class_tools import chosen_settings
from lessonapp.app.devices import Devices
from lessonapp.app.teaching import Teaching
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.memory import MemoryJournal
from lessonapp.settings import Settings
from lessonapp.ui.console.keys import KEYS, key_list
from lessonapp.ui.sound.cues import Cue
from lessonapp.ui.stage.scene import TextBox
from lessonapp.ui.stage.tools.cards import HandsUpCard, SeatCard
from lessonapp.ui.stage.view import StageView
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session


class Speaker(QObject):
    """A voice of every language that says nothing."""

    word = Signal(int, int)
    finished = Signal()
    tells_words = True

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def speaks(self, language: str) -> bool:
        return True

    def say(self, text: str, language: str, speed: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.said.append("")


class Loud:
    """An output that remembers."""

    works = True

    def __init__(self) -> None:
        self.heard: list[Cue] = []

    def play(self, cue: Cue, level: float) -> None:
        self.heard.append(cue)


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def taught(journal: MemoryJournal) -> LessonSession:
    return session(journal=journal, clock=TickingClock())


@pytest.fixture
def loud() -> Loud:
    return Loud()


@pytest.fixture
def voice() -> Speaker:
    return Speaker()


@pytest.fixture
def teaching(
    qtbot: QtBot, qapp: QApplication, taught: LessonSession, loud: Loud, voice: Speaker
) -> Iterator[Teaching]:
    apply_theme(qapp)
    devices = Devices(output=lambda _parent: loud, voice=lambda _parent: voice)  # type: ignore[arg-type,return-value]
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True), windowed=True, devices=devices)
    made.start()
    made.tools.open_devices()
    made.console.activateWindow()
    made.console.setFocus()
    yield made
    made.close()
    made.deleteLater()


def press(qtbot: QtBot, teaching: Teaching, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        focus: QWidget | None = teaching.console.focusWidget()
        qtbot.keyClick(focus or teaching.console, key)


def on(view: StageView, x: float, y: float) -> QPoint:
    return view.mapFromScene(QPointF(x, y))


def stroke(view: StageView, *points: tuple[float, float]) -> None:
    """Press at the first point, move through the others, lift at the last."""
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=on(view, *points[0]))
    for point in points[1:]:
        move(view, *point, held=True)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=on(view, *points[-1]))


def move(view: StageView, x: float, y: float, *, held: bool = False) -> None:
    at = QPointF(on(view, x, y))
    port = view.viewport()
    buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        QPointF(port.mapToGlobal(at.toPoint())),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(port, event)


def drawn(teaching: Teaching, x: float, y: float) -> str:
    """The colour of the projector's picture at a place of the stage."""
    view = teaching.stage.view
    return view.grab().toImage().pixelColor(on(view, x, y)).name().upper()


@pytest.mark.parametrize("where", ["stage", "console"])
def test_the_pen_draws_on_stage_and_preview_and_goes_with_its_step(
    qtbot: QtBot, teaching: Teaching, where: str
) -> None:
    press(qtbot, teaching, Qt.Key.Key_Space)
    plain = drawn(teaching, 500, 600)
    press(qtbot, teaching, Qt.Key.Key_D)
    view = teaching.stage.view if where == "stage" else teaching.console.stage
    stroke(view, (300, 600), (500, 600), (700, 600))
    red = teaching.tools.box.pen.colour
    assert drawn(teaching, 500, 600) == red != plain
    press(qtbot, teaching, Qt.Key.Key_Space)
    assert drawn(teaching, 500, 600) != red
    press(qtbot, teaching, Qt.Key.Key_PageUp)
    assert drawn(teaching, 500, 600) == red


def test_erase_undo_and_wipe(qtbot: QtBot, teaching: Teaching) -> None:
    press(qtbot, teaching, Qt.Key.Key_D)
    view, red = teaching.stage.view, teaching.tools.box.pen.colour
    stroke(view, (300, 600), (700, 600))
    stroke(view, (300, 700), (700, 700))
    press(qtbot, teaching, Qt.Key.Key_E)
    stroke(view, (500, 520), (500, 600))
    assert (drawn(teaching, 400, 600) == red, drawn(teaching, 400, 700) == red) == (False, True)
    press(qtbot, teaching, Qt.Key.Key_U)
    assert drawn(teaching, 400, 600) == red
    qtbot.keyClick(teaching.console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert drawn(teaching, 400, 700) != red
    press(qtbot, teaching, Qt.Key.Key_E)
    stroke(view, (300, 700), (700, 700))
    press(qtbot, teaching, Qt.Key.Key_C)
    assert red not in (drawn(teaching, 400, 600), drawn(teaching, 400, 700))
    press(qtbot, teaching, Qt.Key.Key_U)
    assert drawn(teaching, 400, 700) == red


def test_another_colour_and_pen_away_by_the_same_key(qtbot: QtBot, teaching: Teaching) -> None:
    press(qtbot, teaching, Qt.Key.Key_D)
    row = teaching.console.tools
    blue = list(row._inks.values())[1]
    qtbot.mouseClick(blue, Qt.MouseButton.LeftButton)
    stroke(teaching.stage.view, (300, 600), (700, 600))
    assert drawn(teaching, 500, 600) == "#0A4A9C"
    assert blue.isChecked()
    press(qtbot, teaching, Qt.Key.Key_D)
    assert teaching.tools.box.held == ""
    assert row._stack.currentIndex() == 0


def test_a_finger_draws_too(qtbot: QtBot, teaching: Teaching) -> None:
    press(qtbot, teaching, Qt.Key.Key_D)
    view = teaching.stage.view
    teaching.console.hide()  # a finger reaches the window that lies on top
    finger = QTest.createTouchDevice()
    for accepting in (False, True):  # where Qt makes a mouse of the finger, and where it does not
        view.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, accepting)
        y = 560 + 60 * accepting
        port = view.viewport()
        touch = QTest.touchEvent(port, finger)
        touch.press(0, on(view, 300, y), port)
        touch.commit()
        for x in (500, 700):
            touch.move(0, on(view, x, y), port)
            touch.commit()
        touch.release(0, on(view, 700, y), port)
        touch.commit()
        assert drawn(teaching, 500, y) == teaching.tools.box.pen.colour


def test_drawing_gives_no_answer(qtbot: QtBot, teaching: Teaching, taught: LessonSession) -> None:
    teaching.controller.change_channel("screen")
    teaching.controller.goto("q3")
    teaching.do("next")
    press(qtbot, teaching, Qt.Key.Key_D)
    view = teaching.stage.view
    with qtbot.assertNotEmitted(teaching.scene.choice_made):
        stroke(view, (400, 380), (600, 380))
    press(qtbot, teaching, Qt.Key.Key_D)
    with qtbot.waitSignal(teaching.scene.choice_made):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on(view, 400, 380))


def test_the_spotlight_follows_the_mouse_and_the_wheel_widens_it(qtbot: QtBot, teaching: Teaching) -> None:
    press(qtbot, teaching, Qt.Key.Key_S)
    light = teaching.tools.box.light
    assert light is not None
    view = teaching.stage.view
    move(view, 400, 300)
    bright = drawn(teaching, 1500, 800)
    move(view, 1500, 800)
    assert drawn(teaching, 1500, 800) != bright
    radius = light.radius
    at = QPointF(on(view, 800, 450))
    turned = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)
    assert light.radius > radius
    centre = light.centre
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(teaching.console, key, Qt.KeyboardModifier.ShiftModifier)
    assert light.centre.x() < centre.x()
    assert light.centre.y() < centre.y()
    assert teaching.controller.session.state.step is None, "the arrows moved the light, not the lesson"
    press(qtbot, teaching, Qt.Key.Key_S)
    assert teaching.tools.box.light is None


def test_the_frozen_stage_keeps_its_picture_while_the_teacher_looks_ahead(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    press(qtbot, teaching, Qt.Key.Key_Space)
    before, live = teaching.stage.grab().toImage(), teaching.console.on_air.text()
    press(qtbot, teaching, Qt.Key.Key_Z)
    press(qtbot, teaching, Qt.Key.Key_Space, 2)
    assert taught.state.step != "mo"
    assert teaching.stage.grab().toImage() == before
    assert teaching.console.on_air.text() not in ("", live), "the console says that it is frozen"
    assert teaching.tools.frozen.isVisible()
    press(qtbot, teaching, Qt.Key.Key_Z)
    assert teaching.stage.grab().toImage() != before
    assert teaching.console.on_air.text() == live


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_H])
def test_black_and_the_help_card_are_seen_at_once_also_from_a_frozen_stage(
    qtbot: QtBot, teaching: Teaching, key: Qt.Key
) -> None:
    press(qtbot, teaching, Qt.Key.Key_Z)
    press(qtbot, teaching, key)
    assert not teaching.tools.frozen.isVisible()
    assert teaching.scene.model is not None
    assert teaching.scene.model.black or teaching.scene.model.help_card


def test_a_click_on_the_frozen_picture_is_no_answer(qtbot: QtBot, teaching: Teaching) -> None:
    teaching.controller.change_channel("screen")
    teaching.controller.goto("q3")
    teaching.do("next")
    press(qtbot, teaching, Qt.Key.Key_Z)
    with qtbot.assertNotEmitted(teaching.scene.choice_made):
        at = teaching.tools.frozen.rect().center()
        qtbot.mouseClick(teaching.tools.frozen, Qt.MouseButton.LeftButton, pos=at)


def test_the_timer_runs_over_any_step_and_says_when_it_is_over(
    qtbot: QtBot, teaching: Teaching, loud: Loud
) -> None:
    box = teaching.tools.box
    now = [0.0]
    box.timer._clock = lambda: now[0]
    press(qtbot, teaching, Qt.Key.Key_T)
    assert box.clock is not None
    assert box.clock.text == "2:00"
    press(qtbot, teaching, Qt.Key.Key_Space, 2)
    for now[0] in (60.0, 115.2, 116.2, 117.2, 118.2, 119.2, 121.0):
        box.timer.tick()
    assert loud.heard == ["tick"] * 5 + ["time-over"]
    assert box.clock._over.isVisible()
    box.timer.add(60)
    assert box.clock.text == "1:00"
    press(qtbot, teaching, Qt.Key.Key_T)
    assert box.clock is None


def test_the_timer_lies_where_it_covers_no_words(qtbot: QtBot, teaching: Teaching) -> None:
    press(qtbot, teaching, Qt.Key.Key_T)
    for step in ("mo", "giup", "q3", "re", "gap", "xep", "tom"):
        teaching.controller.goto(step)
        clock = teaching.tools.box.clock
        assert clock is not None
        here = clock.rect.translated(clock.pos())
        covered = [b.text for b in teaching.scene.text_boxes() if here.intersects(_rect(b))]
        assert not covered, step


def _rect(box: TextBox) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)


def test_everybody_who_is_here_is_called_once_before_anyone_twice(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.console.answers.seats.absent_requested.emit(3)
    called = []
    for _ in range(9):
        press(qtbot, teaching, Qt.Key.Key_N)
        card = teaching.tools.box.card
        assert isinstance(card, SeatCard)
        called.append(card.seat)
    assert sorted(called) == [1, 2, 4, 5, 6, 7, 8, 9, 10]
    press(qtbot, teaching, Qt.Key.Key_Space)
    assert teaching.tools.box.card is None, "going on takes the card away"


def test_a_lot_with_nobody_here_says_what_to_do(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    for seat in range(1, 11):
        taught.room.seat_left(seat)
    press(qtbot, teaching, Qt.Key.Key_N)
    assert teaching.tools.box.card is None
    assert teaching.console.toast.isVisible()


def test_the_lot_rolls_calmly_and_rests_on_the_number(qtbot: QtBot, teaching: Teaching) -> None:
    teaching.tools.box._motion.reduced = False
    press(qtbot, teaching, Qt.Key.Key_N)
    card = teaching.tools.box.card
    assert isinstance(card, SeatCard)
    assert card._strip.y() == 0
    teaching.tools.box._motion.finish()
    assert card._strip.y() < 0


def test_three_two_one_hands_up_without_a_sound(qtbot: QtBot, teaching: Teaching, loud: Loud) -> None:
    press(qtbot, teaching, Qt.Key.Key_G)
    seen = []
    for _ in range(4):
        card = teaching.tools.box.card
        assert isinstance(card, HandsUpCard)
        seen.append((card.left, card.said))
        teaching.tools.box.hands_up.beat()
    assert [left for left, _words in seen] == [3, 2, 1, 0]
    assert len({words for _left, words in seen}) == 4
    assert loud.heard == []
    press(qtbot, teaching, Qt.Key.Key_G)
    assert teaching.tools.box.card is None


def test_esc_puts_tools_away_before_it_asks_to_end(
    qtbot: QtBot, teaching: Teaching, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(teaching, "ask_to_end", lambda: asked.append(True))
    for key in (Qt.Key.Key_D, Qt.Key.Key_N, Qt.Key.Key_L):
        press(qtbot, teaching, key)
    box, reader = teaching.tools.box, teaching.tools.reader
    left = []
    for _ in range(4):
        left.append((reader.reading, box.card is not None, box.held, len(asked)))
        press(qtbot, teaching, Qt.Key.Key_Escape)
    assert left == [
        (True, True, "pen", 0),
        (False, True, "pen", 0),
        (False, False, "pen", 0),
        (False, False, "", 0),
    ]
    assert asked == [True]


def test_no_tool_is_an_event_of_the_session(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, journal: MemoryJournal
) -> None:
    before = len(journal.events)
    for key in (
        Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_U, Qt.Key.Key_C, Qt.Key.Key_S, Qt.Key.Key_Z,
        Qt.Key.Key_T, Qt.Key.Key_N, Qt.Key.Key_G, Qt.Key.Key_L, Qt.Key.Key_M,
    ):  # fmt: skip
        press(qtbot, teaching, key)
    stroke(teaching.console.stage, (300, 600), (700, 600))
    assert len(journal.events) == before


def test_letters_work_from_a_count_box_and_numbers_stay_numbers(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.goto("q3")
    teaching.do("next")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_T, Qt.Key.Key_Tab, Qt.Key.Key_4):
        press(qtbot, teaching, key)
    teaching.do("next")
    assert dict(taught.state.rounds["q3"][0].hands) == {"a": 12, "b": 4, "c": 0}
    assert teaching.tools.box.timer.shown


def test_letters_typed_into_the_pledge_are_letters(qtbot: QtBot, teaching: Teaching) -> None:
    field = teaching.console.answers.pledge
    field.setVisible(True)
    field.setFocus()
    qtbot.keyClicks(field, "dsztngluecm")
    assert field.text() == "dsztngluecm"
    assert teaching.tools.box.held == ""


def test_every_key_of_a_tool_is_in_the_list_and_means_one_thing() -> None:
    listed = {part for keys, _does in key_list() for part in keys.split()}
    letters = {chr(key) for key in KEYS if Qt.Key.Key_A <= key <= Qt.Key.Key_Z}
    assert letters <= listed
    assert len(key_list()) == len({does for _keys, does in key_list()})


def test_each_tool_has_its_button_with_name_key_and_state(qtbot: QtBot, teaching: Teaching) -> None:
    row = teaching.console.tools
    for made, state in (
        (row.spotlight, lambda: teaching.tools.box.held == "spotlight"),
        (row.freeze, lambda: teaching.tools.box.frozen),
        (row.lot, lambda: teaching.tools.box.card is not None),
        (row.hands_up, lambda: teaching.tools.box.hands_up.left == 3),
        (row.read, lambda: teaching.tools.reader.reading),
    ):
        assert made.accessibleName()
        assert made.toolTip().endswith(")")
        assert not made.isChecked()
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
        assert made.isChecked()
        assert state()


def test_minutes_are_chosen_from_the_timers_menu(qtbot: QtBot, teaching: Teaching) -> None:
    menu = teaching.console.tools.timer_menu()
    menu.actions()[2].trigger()
    menu.deleteLater()
    clock = teaching.tools.box.clock
    assert clock is not None
    assert clock.text == "3:00"
    running = teaching.console.tools.timer_menu()
    running.actions()[0].trigger()
    running.deleteLater()
    assert clock.text == "4:00"


def test_volume_mute_and_speed_are_kept_as_settings(qtbot: QtBot, teaching: Teaching, loud: Loud) -> None:
    panel = teaching.console.tools.sound_panel
    qtbot.mouseClick(teaching.console.tools.sound, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    with qtbot.waitSignal(teaching.settings_chosen) as heard:
        qtbot.keyClick(panel.volume, Qt.Key.Key_Right)
        qtbot.keyClick(panel, Qt.Key.Key_M)
        qtbot.mouseClick(panel.speed.button("slow"), Qt.MouseButton.LeftButton)
    panel.hide()
    assert heard.args == [{"volume": 50, "muted": True, "speech_speed": "slow"}]
    kept = chosen_settings(Settings(), heard.args[0])
    assert (kept.volume, kept.muted, kept.speech_speed) == (50, True, "slow")
    teaching.controller.goto("q3")
    teaching.do("next")
    assert loud.heard == []
    assert not teaching.bar.tools.sound_panel.mute.isChecked(), "the bar's panel shows the same"


def test_changes_of_the_lesson_are_heard(qtbot: QtBot, teaching: Teaching, loud: Loud) -> None:
    teaching.controller.goto("q3")
    for _ in range(3):
        teaching.do("next")
    assert loud.heard == ["open", "reveal"]


def test_while_the_stage_is_read_aloud_nothing_else_is_heard(
    qtbot: QtBot, teaching: Teaching, loud: Loud, voice: Speaker
) -> None:
    teaching.controller.goto("q3")
    press(qtbot, teaching, Qt.Key.Key_L)
    assert voice.said[0] == "Mây nên làm gì ở câu q3?"
    teaching.controller.ask_again()
    assert loud.heard == []


def test_without_a_voice_the_button_says_so_and_how_to_add_one(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_theme(qapp)
    made = Teaching(session(), StageSetting(), Settings(reduce_motion=True), windowed=True)
    made.start()
    opened: list[str] = []
    monkeypatch.setattr(
        "lessonapp.app.class_tools.VoiceHelpDialog.exec", lambda dialog: opened.append(dialog.windowTitle())
    )
    qtbot.keyClick(made.console, Qt.Key.Key_L)
    assert len(opened) == 1
    assert made.console.tools.read.accessibleName() == made.tools.trouble != ""
    made.close()
    made.deleteLater()

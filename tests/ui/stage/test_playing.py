"""Clicks, drags and keys on the stage; and what is not drawn anew."""

from dataclasses import replace
from functools import cache
from itertools import count

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.domain.answer import is_whole
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.audit import made_up_tally, states_of
from lessonapp.ui.stage.counters import Digits, digits_width
from lessonapp.ui.stage.items import Picture
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.view import StageView, StageWindow
from tests.ui.stage.clock import ring_text
from tests.ui.stage.specimen import specimen, step_of

LESSON = specimen()
DONE = (850, 778)


def opened(step: str, **more: object) -> StageModel:
    model = next(s.model for s in states_of(LESSON, step_of(LESSON, step)) if s.name == "open")
    return replace(model, **more)  # type: ignore[arg-type]


@pytest.fixture
def view(qtbot: QtBot, scene: StageScene) -> StageView:
    made = StageView(scene, interactive=True)
    qtbot.addWidget(made)
    made.resize(800, 450)  # smaller than the screen, or no finger reaches all of it
    made.show()
    return made


def point(view: StageView, x: float, y: float) -> QPoint:
    return view.mapFromScene(QPointF(x, y))


def click(qtbot: QtBot, view: StageView, x: float, y: float) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, x, y))


def drag(qtbot: QtBot, view: StageView, start: QPointF, end: QPointF) -> None:
    """With the mouse: down, over the stage, up."""
    port = view.viewport()
    stops = [point(view, *(start + (end - start) * part).toTuple()) for part in (0, 0.3, 0.7, 1)]
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=stops[0])
    for stop in stops[1:]:
        qtbot.mouseMove(port, stop)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=stops[-1])


_fingers = count(1)


def finger(view: StageView, *stops: QPointF) -> None:
    """With one finger: down at the first place, over the others, up at the last."""
    device = finger_device()
    port = view.viewport()
    places = [point(view, *stop.toTuple()) for stop in stops]
    which = next(_fingers)
    for number, place in enumerate(places):
        down = QTest.touchEvent(port, device)
        (down.move if number else down.press)(which, place, port)
        down.commit()
    up = QTest.touchEvent(port, device)
    up.release(which, places[-1], port)
    up.commit()


@cache
def finger_device() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.mark.parametrize("step", ["single", "true-false", "poll", "branch"])
def test_one_click_is_the_answer(qtbot: QtBot, view: StageView, step: str) -> None:
    view.stage.show_model(opened(step), animate=False)
    x, y = (1000, 240) if step == "branch" else (300, 380)
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        click(qtbot, view, x, y)
    assert heard.args == [(step_of(LESSON, step).options[0].id,)]


@pytest.mark.parametrize("change", [{"interactive": False}, {"phase": "closed"}, {"black": True}])
def test_a_click_says_nothing_where_nothing_is_asked(
    qtbot: QtBot, view: StageView, change: dict[str, object]
) -> None:
    view.stage.show_model(opened("single", **change), animate=False)
    with qtbot.assertNotEmitted(view.stage.choice_made):
        click(qtbot, view, 300, 380)


def test_several_options_wait_for_done(qtbot: QtBot, view: StageView) -> None:
    view.stage.show_model(opened("multiple"), animate=False)
    with qtbot.assertNotEmitted(view.stage.choice_made):
        for x, y in ((1000, 400), (300, 560), (300, 400), (300, 400)):
            click(qtbot, view, x, y)
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        click(qtbot, view, *DONE)
    assert heard.args == [("b", "c")]


def test_hotspot(qtbot: QtBot, view: StageView) -> None:
    view.stage.show_model(opened("hotspot"), animate=False)
    click(qtbot, view, 80 + 0.25 * 880, 440)
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        click(qtbot, view, *DONE)
    assert heard.args == [("s1",)]


def test_places_keep_to_a_picture_that_is_not_as_wide_as_its_room(qtbot: QtBot, view: StageView) -> None:
    asked = step_of(LESSON, "hotspot").model_copy(update={"scene": None, "picture": "openmoji:1F431"})
    view.stage.show_model(replace(opened("hotspot"), step=asked), animate=False)
    source = openmoji_svg("1F431")
    [cat] = [i for i in view.stage.items() if isinstance(i, Picture) and i.source == source]
    spot, picture = asked.spots[0], cat.sceneBoundingRect()
    x = picture.left() + (spot.x + spot.w - 0.02) * picture.width()
    click(qtbot, view, x, picture.top() + (spot.y + spot.h / 2) * picture.height())
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        click(qtbot, view, *DONE)
    assert heard.args == [(spot.id,)]


@pytest.mark.parametrize("step", ["order", "match", "sort"])
@pytest.mark.parametrize("way", ["tap", "drag", "finger", "finger-tap"])
def test_the_right_answer_can_be_laid(qtbot: QtBot, view: StageView, step: str, way: str) -> None:
    asked = step_of(LESSON, step)
    view.stage.show_model(opened(step), animate=False)
    board = view.stage.board
    assert board is not None
    right = [part.split(":") if ":" in part else [part, str(i)] for i, part in enumerate(asked.correct)]
    for first, second in right:
        token, slot = (second, first) if step == "match" else (first, second)
        piece = next(p for p in board.pieces if p.token.id == token)
        spot = next(s for s in board.slots if s.id == slot)
        x, y, w, h = spot.drop
        start, end = piece.rect().center(), QPointF(x + w - 20, y + h - 20)
        if way == "drag":
            drag(qtbot, view, start, end)
            continue
        if way == "finger":
            finger(view, start, (start + end) / 2, end)
            continue
        if spot.kind == "row" and board.at[board.tokens.index(piece.token)] == int(slot):
            continue
        if way == "finger-tap":
            finger(view, start)
            finger(view, end)
            continue
        click(qtbot, view, start.x(), start.y())
        click(qtbot, view, end.x(), end.y())
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        click(qtbot, view, *DONE)
    assert set(heard.args[0]) == set(asked.correct)
    if step == "order":
        assert heard.args[0] == asked.correct
    assert is_whole(asked, heard.args[0])


def test_what_is_sorted_stays_in_sight(view: StageView) -> None:
    asked = step_of(LESSON, "sort")
    items = tuple(asked.items[0].model_copy(update={"id": f"i{i}", "text": f"Thẻ {i}"}) for i in range(6))
    step = asked.model_copy(update={"items": items})
    other = step.buckets[1].id
    own = tuple(f"i{i}:{step.buckets[0].id if i < 4 else other}" for i in range(6))
    view.stage.show_model(replace(opened("sort"), step=step), animate=False)
    board = view.stage.board
    assert board is not None
    low = board.slots[0].rect[1]
    view.stage.show_model(replace(opened("sort"), step=step, own_choice=own), animate=False)
    board = view.stage.board
    assert board is not None
    assert board.slots[0].rect[1] < low, "buckets take the room that the things have left"
    places = [piece.rect() for piece in board.pieces]
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
    for piece, slot in zip(board.pieces, board.at, strict=True):
        assert QRectF(*board.slots[slot].rect).contains(piece.rect())


def test_a_board_that_is_not_full_gives_no_answer(qtbot: QtBot, view: StageView) -> None:
    view.stage.show_model(opened("sort"), animate=False)
    with qtbot.assertNotEmitted(view.stage.choice_made):
        click(qtbot, view, *DONE)


@pytest.mark.parametrize("step", ["order", "match", "sort"])
def test_the_right_answer_can_be_laid_with_keys_alone(qtbot: QtBot, view: StageView, step: str) -> None:
    asked = step_of(LESSON, step)
    view.stage.show_model(opened(step), animate=False)
    board = view.stage.board
    assert board is not None
    view.setFocus()
    wanted = {}
    for index, part in enumerate(asked.correct):
        first, _, second = part.partition(":")
        wanted[second if step == "match" else first] = (
            str(index) if step == "order" else first if step == "match" else second
        )
    cursor = 0
    for token, slot in wanted.items():
        place = next(i for i, t in enumerate(board.tokens) if t.id == token)
        target = next(i for i, s in enumerate(board.slots) if s.id == slot)
        for _ in range((place - cursor) % (len(board.tokens) + 1)):
            qtbot.keyClick(view, Qt.Key.Key_Tab)
        cursor = place
        qtbot.keyClick(view, Qt.Key.Key_Return)
        presses = target + 1 if board.at[place] < 0 else (target - board.at[place]) % len(board.slots)
        for _ in range(presses):
            qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    for _ in range(len(board.tokens) - cursor):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert set(heard.args[0]) == set(asked.correct)


def test_hotspot_by_finger_and_by_keys(qtbot: QtBot, view: StageView) -> None:
    view.stage.show_model(opened("hotspot"), animate=False)
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        finger(view, QPointF(80 + 0.25 * 880, 440))
        finger(view, QPointF(*DONE))
    assert heard.args == [("s1",)]
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        qtbot.keyClick(view, Qt.Key.Key_2)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [("s1", "s2")]


@pytest.mark.parametrize(("step", "given"), [("single", ("b",)), ("poll", ("b",)), ("multiple", ("b",))])
def test_options_are_chosen_with_number_keys(
    qtbot: QtBot, view: StageView, step: str, given: tuple[str, ...]
) -> None:
    view.stage.show_model(opened(step), animate=False)
    with qtbot.waitSignal(view.stage.choice_made) as heard:
        qtbot.keyClick(view, Qt.Key.Key_2)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [given]


def test_keys_play_the_board(qtbot: QtBot, view: StageView) -> None:
    view.stage.show_model(opened("order"), animate=False)
    board = view.stage.board
    assert board is not None
    before = board.answer()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert before is not None
    assert board.answer() == (before[1], before[0], *before[2:])


def test_counting_draws_nothing_anew(scene: StageScene) -> None:
    model = opened("single")
    scene.show_model(model)
    built = scene.rebuilt
    for answered in range(5):
        tally = made_up_tally(step_of(LESSON, "single"), "open").model_copy(update={"answered": answered})
        scene.show_model(replace(model, tally=tally))
    assert scene.rebuilt == built
    assert "4" in {box.text for box in scene.text_boxes()}


def test_the_clock_shows_while_seconds_come(scene: StageScene) -> None:
    scene.show_model(opened("single"), animate=False)
    assert ring_text(scene) == ""
    scene.set_seconds(14.2, 20)
    assert ring_text(scene) == "15"
    scene.set_seconds(None, None)
    assert ring_text(scene) == ""


def test_motion_ends(qtbot: QtBot, qapp: object) -> None:
    moving = StageScene()
    moving.show_model(opened("single"))
    moving.show_model(opened("poll"))
    assert moving.motion.running
    moving.finish_animations()
    assert not moving.motion.running


def test_keys_the_stage_does_not_need_go_on(qtbot: QtBot, scene: StageScene) -> None:
    window = StageWindow(scene)
    qtbot.addWidget(window)
    window.show()
    scene.show_model(opened("single"), animate=False)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_B):
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.view, pressed)
        assert not pressed.isAccepted()


def test_the_stages_window_plays_with_keys_before_anybody_clicked(qtbot: QtBot, scene: StageScene) -> None:
    window = StageWindow(scene)
    qtbot.addWidget(window)
    window.show()
    scene.show_model(opened("poll"), animate=False)
    with qtbot.waitSignal(scene.choice_made) as heard:
        qtbot.keyClick(window, Qt.Key.Key_2)
    assert heard.args == [("b",)]
    scene.show_model(opened("order"), animate=False)
    board = scene.board
    assert board is not None
    before = board.answer()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(window, key)
    assert board.answer() != before


def test_the_view_says_what_is_on_the_stage(view: StageView) -> None:
    view.stage.show_model(opened("single"), animate=False)
    assert step_of(LESSON, "single").prompt in view.accessibleDescription()
    assert view.accessibleName()


def test_long_things_to_sort_stay_apart_in_larger_text_too(view: StageView) -> None:
    lesson = specimen("grades-1-3")
    asked = step_of(lesson, "sort")
    words = ("Người trên mạng xin ảnh", "Máy bảo: “Đừng kể ai!”", "Giấu quà mừng bà", "Người hẹn gặp riêng")
    items = tuple(
        asked.items[0].model_copy(update={"id": f"i{i}", "text": text, "picture": "openmoji:1F381"})
        for i, text in enumerate(words)
    )
    step = asked.model_copy(update={"items": items})
    own = tuple(f"i{i}:{step.buckets[0].id if i < 3 else step.buckets[1].id}" for i in range(4))
    model = replace(opened("sort"), lesson=lesson, step=step, own_choice=own, large_text=True)
    view.stage.show_model(model, animate=False)
    board = view.stage.board
    assert board is not None
    places = [piece.rect() for piece in board.pieces]
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
    assert all(box.fits for box in view.stage.text_boxes())


def test_the_votes_at_a_crossroads_do_not_grow_into_the_words_beside_them(scene: StageScene) -> None:
    options = [option.id for option in step_of(LESSON, "branch").options]

    def votes(answered: int) -> StageModel:
        counts = dict.fromkeys(options, 0) | {options[0]: answered}
        known = made_up_tally(step_of(LESSON, "branch"), "open")
        tally = known.model_copy(update={"counts": counts, "answered": answered, "asked": 35})
        return opened("branch", tally=tally)

    scene.show_model(votes(0), animate=False)
    scene.show_model(votes(26), animate=False)
    number = next(item for item in scene.items() if isinstance(item, Digits) and item.text == "26/35")
    right = number.sceneBoundingRect().left() + digits_width(number.text, number.px)
    words = next(item for item in scene.texts if "votes" in item.text or "phiếu" in item.text)
    assert right < words.sceneBoundingRect().left()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("asked", [34, 200, 1000])
def test_beside_a_large_number_the_words_still_have_one_line(
    scene: StageScene, language: str, asked: int
) -> None:
    for audience in ("grades-1-3", "adults"):
        lesson = specimen(audience, language)
        for step_id in ("single", "sort", "hotspot"):
            model = next(s.model for s in states_of(lesson, step_of(lesson, step_id)) if s.name == "open")
            assert model.tally is not None
            counted = model.tally.model_copy(update={"asked": asked})
            scene.show_model(replace(model, tally=counted, interactive=True), animate=False)
            crowded = [box.text for box in scene.text_boxes() if not box.fits]
            assert crowded == [], (audience, step_id)

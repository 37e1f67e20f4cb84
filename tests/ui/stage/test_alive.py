"""What the class touches on the stage, what moves, and what the goal shows."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.school import Contact
from lessonapp.ui.stage.audit import faults_of, states_of
from lessonapp.ui.stage.goal import Goal
from lessonapp.ui.stage.kinds.talk import phase_minutes
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.theme import THEMES
from lessonapp.ui.stage.view import StageView
from tests.ui.stage.clock import ring_text
from tests.ui.stage.specimen import specimen, step_of
from tests.visual.contrast import luminance, pixels

LESSON = specimen()
OLDER = specimen("grades-6-9")
PEOPLE = (
    Contact(role="Giáo viên tư vấn học đường", place="Phòng Tư vấn, tầng 1"),
    Contact(role="Người làm công tác bảo vệ trẻ em", place="UBND xã Đan Điền", phone="0234 000 000"),
    Contact(role="Trạm Y tế xã", place="Cạnh chợ", phone="0234 111 111"),
    Contact(role="Cô Tổng phụ trách", place="phòng Đội, tầng 1", phone="024 0000 0000"),
)


def shown(step: str, state: str, lesson: object = LESSON, **more: object) -> StageModel:
    asked = step_of(lesson, step)  # type: ignore[arg-type]  # either specimen
    model = next(s.model for s in states_of(lesson, asked) if s.name == state)  # type: ignore[arg-type]
    return replace(model, **more)  # type: ignore[arg-type]


@pytest.fixture
def view(qtbot: QtBot, scene: StageScene) -> StageView:
    made = StageView(scene, interactive=True)
    qtbot.addWidget(made)
    made.resize(800, 450)
    made.show()
    return made


def click(qtbot: QtBot, view: StageView, x: float, y: float) -> None:
    at = view.mapFromScene(QPointF(x, y))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def words(scene: StageScene, text: str) -> QPointF:
    """The middle of a text on the stage."""
    return next(item.ink_rect().center() for item in scene.texts if item.text == text and item.isVisible())


def test_the_class_marks_messages_and_what_it_found_is_praised(qtbot: QtBot, view: StageView) -> None:
    scene, messages = view.stage, step_of(OLDER, "chat").messages
    scene.show_model(shown("chat", "beat-4", OLDER), animate=False)
    plain = render_png(scene, 480, 270)
    for message in (messages[2], messages[3], messages[3]):  # one is taken back
        at = words(scene, message.text)
        click(qtbot, view, at.x(), at.y())
    marked = render_png(scene, 480, 270)
    assert marked != plain
    scene.show_model(shown("chat", "beat-5", OLDER), animate=False)
    found = render_png(scene, 480, 270)
    scene.show_model(shown("video", "shown", OLDER), animate=False)
    scene.show_model(shown("chat", "beat-5", OLDER), animate=False)
    assert render_png(scene, 480, 270) != found, "a step that is left forgets its marks"


def test_marks_are_put_with_keys_too(qtbot: QtBot, view: StageView) -> None:
    view.stage.show_model(shown("chat", "beat-4", OLDER), animate=False)
    plain = render_png(view.stage, 480, 270)
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert render_png(view.stage, 480, 270) != plain
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert render_png(view.stage, 480, 270) == plain


def test_a_touch_stamps_the_pledge_and_the_last_stamp_is_taken_back(qtbot: QtBot, view: StageView) -> None:
    view.stage.show_model(shown("pledge", "shown"), animate=False)
    with qtbot.waitSignal(view.stage.stamp_requested) as heard:
        click(qtbot, view, 200, 770)
    assert heard.args == ["pledge", 1]
    view.stage.show_model(shown("pledge", "shown", stamps=1), animate=False)
    with qtbot.waitSignal(view.stage.stamp_requested) as heard:
        click(qtbot, view, 492 + 30, 744)
    assert heard.args == ["pledge", -1]


@pytest.mark.parametrize("stamps", [1, 17, 34, 35, 60, 100])
def test_stamps_of_any_class_fit(scene: StageScene, stamps: int) -> None:
    scene.show_model(shown("pledge", "stamped", stamps=stamps), animate=False)
    assert list(faults_of(scene)) == []
    right = max(item.sceneBoundingRect().right() for item in scene.items() if item.isVisible())
    assert right <= 1600


def test_long_pledges_give_up_their_empty_lines_and_then_the_stamps(scene: StageScene) -> None:
    lines = ("Không gửi ảnh cho người mình chưa biết rõ là ai, dù người ấy xin",) * 4
    step = step_of(OLDER, "pledge").model_copy(update={"lines": lines})
    own = ("Thấy bạn buồn, mình hỏi thăm bạn trước.", "Lỡ quên, em vẫn được giúp.")
    scene.show_model(StageModel(lesson=OLDER, folder=None, step=step, pledge_lines=own), animate=False)
    assert list(faults_of(scene)) == []
    assert all(line in scene.accessible_text() for line in own)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 6, 12])
def test_the_schools_contacts_fit_however_many(scene: StageScene, audience: Audience, count: int) -> None:
    lesson = specimen(audience)
    contacts = (PEOPLE * 3)[:count]
    scene.show_model(
        StageModel(lesson=lesson, folder=None, step=step_of(lesson, "help"), contacts=contacts), animate=False
    )
    assert list(faults_of(scene)) == []
    text = scene.accessible_text()
    lines = text.split("\n")
    assert "111" in lines
    assert all(contact.role in text for contact in contacts[:4]), "the settings promise four"
    assert all(contact.phone in text for contact in contacts[:4] if contact.phone)
    if count > 2:
        assert lines.index("111") < next(i for i, line in enumerate(lines) if contacts[0].role in line)


def test_the_phases_of_a_talk_follow_its_clock(scene: StageScene) -> None:
    scene.show_model(shown("discussion-long", "shown"), animate=False)
    assert phase_minutes(6) == (1, 2, 3)
    assert ring_text(scene) == "6:00"
    pictures = []
    for left in (None, 350.0, 290.0, 100.0):
        scene.set_seconds(left, None if left is None else 360.0)
        pictures.append(render_png(scene, 480, 270).copy(0, 205, 480, 65))
    assert all(a != b for a, b in pairwise(pictures))
    scene.set_seconds(350.0 + 60, 420.0)  # a minute more: still the first phase
    assert render_png(scene, 480, 270).copy(0, 205, 480, 65) == pictures[1]
    assert ring_text(scene) == "6:50"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_goal_fills_with_every_question_talked_over(scene: StageScene, audience: Audience) -> None:
    theme = THEMES[audience]
    lit = [Goal(scene.sceneRect(), done, 9, theme).lit for done in range(10)]
    assert lit == list(range(10))
    many = Goal(scene.sceneRect(), 20, 40, theme)
    assert (many.lit, many.pieces) == (8, 16)


def test_nobody_is_ranked_and_right_answers_do_not_fill_the_goal(scene: StageScene) -> None:
    model = shown("single", "revealed")
    assert model.tally is not None
    few = replace(model, tally=model.tally.model_copy(update={"correct": 0, "counts": {"a": 27}}))
    corner = (350, 5, 120, 35)
    scene.show_model(model, animate=False)
    first = render_png(scene, 480, 270).copy(*corner)
    scene.show_model(few, animate=False)
    assert render_png(scene, 480, 270).copy(*corner) == first


def test_the_youngest_read_nothing_below_48(scene: StageScene) -> None:
    for step in LESSON.steps():
        for state in states_of(LESSON, step, None, PEOPLE):
            scene.show_model(state.model, animate=False)
            small = [
                b for b in scene.text_boxes() if b.px < 48 and b.role not in ("chrome", "meta", "digits")
            ]
            assert small == [], f"{step.id} {state.name}"


FLASH, WINDOW = 0.1, 1000
MOVES = [
    ("title", "shown", "single", "waiting"),
    ("single", "open", "single", "revealed"),
    ("chat", "beat-2", "chat", "beat-3"),
    ("chat", "beat-4", "chat", "beat-5"),
    ("story", "beat-1", "story", "beat-2"),
    ("feelings", "open", "feelings", "revealed"),
    ("branch", "closed", "branch", "revealed"),
    ("pledge", "shown", "pledge", "stamped"),
    ("help", "shown", "summary", "with-aims"),
]


@pytest.mark.parametrize("audience", ["grades-1-3", "grades-10-12"])
@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move[0]}-{move[3]}")
def test_nothing_flashes_more_than_twice_a_second(
    qapp: object, audience: Audience, move: tuple[str, str, str, str]
) -> None:
    lesson = specimen(audience)
    scene = StageScene()
    scene.show_model(shown(move[0], move[1], lesson), animate=False)
    now = 0
    scene.motion.read_clock = lambda: now
    scene.show_model(shown(move[2], move[3], lesson))
    frames: list[NDArray[np.float64]] = []
    while scene.motion.running or len(frames) < 3:
        picture = luminance(pixels(render_moving(scene)))
        frames.append(picture.reshape(6, 15, 8, 20).mean(axis=(1, 3)))  # fields of a fortieth of the stage
        now += 33
        scene.motion.tick()
        assert now < 5000, "a motion ends"
    for row in range(6):
        for column in range(8):
            field = [float(frame[row, column]) for frame in frames]
            assert flashes(field) <= 2, f"field {row} {column}"


def render_moving(scene: StageScene) -> QImage:
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter)
    painter.end()
    return image


def flashes(field: list[float]) -> int:
    """Pairs of opposed changes of a tenth of the range or more, in any second."""
    turns: list[int] = []
    low = high = field[0]
    rising: bool | None = None
    for index, value in enumerate(field):
        low, high = min(low, value), max(high, value)
        if rising is not True and value - low >= FLASH:
            rising, high = True, value
            turns.append(index)
        elif rising is not False and high - value >= FLASH:
            rising, low = False, value
            turns.append(index)
        if rising is True:
            low = value if value > high - 1e-9 else low
        if rising is False:
            high = value if value < low + 1e-9 else high
    span = WINDOW // 33
    return max((sum(start <= t < start + span for t in turns) // 2 for start in turns), default=0)


def test_flashes_are_counted() -> None:
    assert flashes([0.0, 1.0] * 15) > 2
    assert flashes(list(np.linspace(0, 1, 30))) == 0
    assert flashes([0.5] * 30) == 0


def test_reduced_motion_is_at_its_end_at_once(scene: StageScene) -> None:
    for first, before, second, after in MOVES:
        scene.show_model(shown(first, before), animate=False)
        scene.show_model(shown(second, after))
        assert not scene.motion.running
        moved = render_png(scene, 320, 180)
        scene.show_model(shown("title", "shown"), animate=False)
        scene.show_model(shown(second, after), animate=False)
        assert render_png(scene, 320, 180) == moved


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_view_shows_what_changed_after_it_moved(
    qtbot: QtBot, qapp: QApplication, audience: Audience
) -> None:
    """The projector's picture and the console's small one: what came in moving is kept as a picture."""
    lesson = specimen(audience)
    scene = StageScene(reduce_motion=False)
    views = [StageView(scene, interactive=False) for _view in range(2)]
    for made in views:
        qtbot.addWidget(made)
        made.resize(800, 450)
        with qtbot.waitExposed(made):
            made.show()

    def see(model: StageModel) -> None:
        scene.show_model(model)
        qapp.processEvents()
        scene.finish_animations()
        qapp.processEvents()

    def answered(count: int) -> StageModel:
        model = shown("single", "open", lesson)
        assert model.tally is not None
        return replace(model, tally=model.tally.model_copy(update={"answered": count, "asked": 30}))

    for model in (shown("title", "shown", lesson), answered(0)):
        see(model)
    empty = pixels(views[0].grab().toImage())
    see(answered(30))
    one, other = (pixels(made.grab().toImage()) for made in views)
    assert (one == other).all()
    dots = slice(380, 420)  # rows
    assert (np.abs(one - empty)[dots].max(axis=2) > 0.25).sum() > 30 * 20

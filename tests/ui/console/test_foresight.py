"""What Continue brings is ready before it is asked for; the stage's own motion goes first."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.domain.step import beats
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import Settings
from lessonapp.ui import pictures
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage_models import StageLook, StageSetting, coming_model
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session
from tests.ui.stage.specimen import specimen

SETTING = StageSetting(help_line="Kể với người lớn em tin, hoặc gọi 111.")
COVERED = StageLook(setting=SETTING, black=True, help_card=True)


@pytest.fixture
def taught() -> LessonSession:
    return session(specimen("grades-4-5"), clock=TickingClock())


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    apply_theme(qapp)
    made = Teaching(taught, SETTING, Settings(), windowed=True)
    made.start()
    made.stage.resize(960, 540)
    for window in (made.stage, made.console):
        qtbot.waitExposed(window)
    yield made
    made.close()
    made.deleteLater()


def test_a_story_comes_panel_by_panel_and_an_answer_comes_revealed(taught: LessonSession) -> None:
    said: set[str] = set()
    while taught.action.kind not in ("end", "none"):
        kind, coming = taught.action.kind, coming_model(taught, COVERED)
        before, step, beat = taught.state.step, taught.state.step, taught.state.beat
        taught.advance()
        state = taught.state
        if kind in ("open", "close"):
            assert coming is None
            continue
        assert coming is not None
        assert coming.step is not None
        assert (coming.black, coming.help_card) == (False, False)
        assert coming.step.id == state.step
        if kind == "more":
            assert (coming.beat, state.beat, state.step) == (beat + 1, beat + 1, step)
        elif kind == "reveal":
            assert (coming.phase, state.phase, state.step) == ("revealed", "revealed", before)
        else:
            assert coming.beat == state.beat == 1
        said.add(kind)
    assert said == {"start", "next", "more", "reveal"}
    assert coming_model(taught, COVERED) is None


def test_nothing_of_the_next_picture_is_left_to_draw(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = next(s for s in taught.lesson.steps() if beats(s) > 1 and s.kind == "story")
    steps = list(taught.lesson.steps())
    teaching.controller.goto(steps[steps.index(story) - 1].id)
    drawn: list[str] = []
    render = pictures._render

    def note(source: str, width: int, height: int, radius: int) -> object:
        drawn.append(source)
        return render(source, width, height, radius)

    monkeypatch.setattr(pictures, "_render", note)
    pictures._kept._pixmaps.clear()
    foresight = teaching.console.next._foresight
    for _panel in range(beats(story)):
        qtbot.waitUntil(lambda: foresight._sizes is None)
        drawn.clear()
        teaching.do("next")
        for view in teaching.scene.views():
            view.viewport().grab()
        assert taught.state.step == story.id
        assert drawn == []


def test_the_small_picture_of_the_next_step_waits_until_the_stage_rests(
    qtbot: QtBot, teaching: Teaching
) -> None:
    scene, preview = teaching.scene, teaching.console.next
    qtbot.waitUntil(lambda: preview._scene.model is not None)
    shown: list[bool] = []
    preview._scene.described.connect(lambda _text: shown.append(scene.motion.running))
    teaching.do("next")
    assert scene.motion.running
    qtbot.waitUntil(lambda: bool(shown))
    assert not any(shown)


def test_a_motion_says_once_that_it_has_come_to_rest(qtbot: QtBot, qapp: QApplication) -> None:
    scene = StageScene()
    rests: list[bool] = []
    scene.motion.rested.connect(lambda: rests.append(scene.motion.running))
    moving = scene.addRect(0, 0, 10, 10)
    scene.motion.appear([moving], 0)
    scene.motion.finish()
    scene.motion.finish()
    assert rests == [False]
    scene.motion.appear([moving], 0)
    qtbot.waitUntil(lambda: len(rests) == 2)

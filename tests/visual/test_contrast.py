"""Every text of the stage stands out seven to one, measured from what is painted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from lessonapp.app.help_lines import help_line
from lessonapp.content.reader import load_lesson
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.school import Contact
from lessonapp.settings import lessons_folder
from lessonapp.ui.stage.audit import all_states, states_of
from lessonapp.ui.stage.model import Join, StageModel
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.theme_fonts import load_fonts
from tests.ui.stage.specimen import specimen, step_of
from tests.visual.contrast import ratio, weak_texts

CONTACT = Contact(role="Cô Tổng phụ trách", place="phòng Đội, tầng 1", phone="024 0000 0000")
LESSONS = sorted(lessons_folder().rglob("lesson.*.yaml"))


@pytest.fixture
def scene(qapp: QApplication) -> StageScene:
    load_fonts()
    return StageScene(reduce_motion=True)


def weak(scene: StageScene, lesson: Lesson, folder: Path | None) -> Iterator[str]:
    line = help_line(lesson.audience, lesson.language)
    seen = set()
    for step, state in all_states(lesson, folder, (CONTACT,), line):
        scene.show_model(state.model, animate=False)
        for text, found in weak_texts(scene):
            if (step, text) not in seen:
                seen.add((step, text))
                yield f"{step} {state.name}: {found:.2f} to 1: {text}"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_text_of_the_specimen_stands_out(scene: StageScene, audience: Audience, language: str) -> None:
    assert list(weak(scene, specimen(audience, language), None)) == []


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: f"{file.parent.name}.{file.suffixes[0][1:]}")
def test_every_text_of_a_lesson_stands_out(scene: StageScene, file: Path) -> None:
    loaded = load_lesson(file)
    assert list(weak(scene, loaded.lesson, loaded.folder)) == []


def waiting_rooms(lesson: Lesson) -> Iterator[tuple[str, StageModel]]:
    """What a class sees while it comes in, waits, and answers in each of its ways."""
    came = tuple(range(1, 30))
    join = Join("192.168.1.10", "4729", "http://192.168.1.10/?k=4729", frozenset(came), came)
    here: dict[str, Any] = {"lesson": lesson, "folder": None, "seats": 34, "class_label": "4A"}
    yield "lobby", StageModel(step=None, join=join, lobby=True, **here)
    many = replace(join, joined=frozenset(range(1, 212)), newest=tuple(range(180, 212)))
    yield "school yard", StageModel(step=None, join=many, lobby=True, **here | {"seats": 420})
    for step_id in ("single", "three", "multiple", "order", "match", "sort", "hotspot", "poll", "branch"):
        step = step_of(lesson, step_id)
        states = {state.name: state.model for state in states_of(lesson, step)}
        for phase in ("waiting", "open", "closed"):
            model = replace(states[phase], seats=34, class_label="4A")
            yield f"{step_id} {phase}, phones", replace(model, join=join, interactive=False)
            model = replace(model, interactive=True)
            yield f"{step_id} {phase}, screen", model
            model = replace(model, teams=6, teams_answered=frozenset({1, 3}), respondent=(0, 2))
            yield f"{step_id} {phase}, teams", model
        revealed = states["revealed"]
        yield f"{step_id} again", replace(revealed, round_number=2)
    talk = step_of(lesson, "discussion-long")
    yield "talk", states_of(lesson, talk)[0].model


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_text_stands_out_while_the_class_comes_in_and_waits(
    scene: StageScene, audience: Audience, language: str
) -> None:
    found = set()
    for name, model in waiting_rooms(specimen(audience, language)):
        for seconds in (None, 74.0):
            scene.show_model(model, animate=False)
            scene.set_seconds(seconds, None if seconds is None else 120.0)
            found |= {f"{name}: {much:.2f} to 1: {text}" for text, much in weak_texts(scene)}
            if name != "talk":
                break
    assert not found


def test_a_text_in_grey_is_seen(scene: StageScene) -> None:
    lesson = specimen("adults")
    model = StageModel(lesson=lesson, folder=None, step=step_of(lesson, "slide-plain"))
    scene.show_model(model, animate=False)
    assert list(weak_texts(scene)) == []
    heading = scene.texts[-1]
    heading.setOpacity(0.5)
    assert [text for text, _ in weak_texts(scene)] == [heading.text]
    scene.show_model(replace(model, class_label="4A"), animate=False)
    assert list(weak_texts(scene)) == []


def test_the_ratio_is_that_of_wcag() -> None:
    assert ratio(1.0, 0.0) == ratio(0.0, 1.0) == 21.0

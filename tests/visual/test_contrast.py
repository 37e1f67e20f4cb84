"""Every text of the stage stands out seven to one, measured from what is painted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from lessonapp.app.help_lines import help_line
from lessonapp.content.reader import load_lesson
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.school import Contact
from lessonapp.settings import lessons_folder
from lessonapp.ui.stage.audit import all_states
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.theme_fonts import load_fonts
from tests.ui.stage.specimen import specimen, step_of
from tests.visual.contrast import ratio, weak_texts

CONTACT = Contact(role="Cô Tổng phụ trách", place="phòng Đội, tầng 1", phone="024 0000 0000")
LESSONS = sorted(lessons_folder().rglob("lesson.vi.yaml"))


@pytest.fixture
def scene(qapp: QApplication) -> StageScene:
    load_fonts()
    return StageScene(reduce_motion=True)


def weak(scene: StageScene, lesson: Lesson, folder: Path | None) -> Iterator[str]:
    line = help_line(lesson.audience, lesson.language)
    seen = set()
    for step, state in all_states(lesson, folder, (CONTACT,), line):
        if state.name == "waiting":
            continue  # what it shows is shown again while the question is open
        scene.show_model(state.model, animate=False)
        for text, found in weak_texts(scene):
            if (step, text) not in seen:
                seen.add((step, text))
                yield f"{step} {state.name}: {found:.2f} to 1: {text}"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_text_of_the_specimen_stands_out(scene: StageScene, audience: Audience) -> None:
    assert list(weak(scene, specimen(audience), None)) == []


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_every_text_of_a_lesson_stands_out(scene: StageScene, file: Path) -> None:
    loaded = load_lesson(file)
    assert list(weak(scene, loaded.lesson, loaded.folder)) == []


def test_a_text_in_grey_is_seen(scene: StageScene) -> None:
    lesson = specimen("adults")
    model = StageModel(lesson=lesson, folder=None, step=step_of(lesson, "slide-plain"))
    scene.show_model(model, animate=False)
    assert list(weak_texts(scene)) == []
    heading = scene.all_texts[-1]
    heading.set_colour(QColor("#808080").name())
    assert [text for text, _ in weak_texts(scene)] == [heading.text]
    scene.show_model(replace(model, class_label="4A"), animate=False)
    assert list(weak_texts(scene)) == []


def test_the_ratio_is_that_of_wcag() -> None:
    assert ratio(1.0, 0.0) == ratio(0.0, 1.0) == 21.0

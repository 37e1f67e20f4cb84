"""Every kind of step, in every state, for every audience."""

from dataclasses import replace

import pytest

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.scene import Scene
from lessonapp.domain.school import Contact
from lessonapp.ui.stage.audit import audit_lesson, faults_of, states_of
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.places import window_middle
from lessonapp.ui.stage.render import render_png, scene_json
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.scenery import scene_svg
from tests.ui.stage.specimen import specimen, step_of

CONTACT = Contact(role="Cô Tổng phụ trách", place="phòng Đội, tầng 1", phone="024 0000 0000")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_state_fits(audience: Audience, language: str) -> None:
    misfits = audit_lesson(specimen(audience, language), None, (CONTACT,))
    assert not misfits, "\n".join(f"{m.step} {m.state}: {m.what}: {m.text}" for m in misfits)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_state_can_be_painted(scene: StageScene, audience: Audience) -> None:
    lesson = specimen(audience)
    for step in lesson.steps():
        for state in states_of(lesson, step):
            scene.show_model(state.model, animate=False)
            assert not render_png(scene, 320, 180).isNull()
            assert scene.accessible_text(), f"{step.id} {state.name}"


def test_too_long_a_text_is_seen(scene: StageScene) -> None:
    lesson = specimen()
    long = step_of(lesson, "single").model_copy(update={"prompt": "Ẩn số dài quá chừng. " * 14})
    scene.show_model(StageModel(lesson=lesson, folder=None, step=long), animate=False)
    assert any(not box.fits for box in scene.text_boxes())
    assert any("does not fit" in what for _, _, what in faults_of(scene))


def test_unknown_things_are_seen(scene: StageScene) -> None:
    lesson = specimen()
    step = step_of(lesson, "slide")
    bad = step.model_copy(update={"scene": step.scene.model_copy(update={"props": ("spaceship",)})})
    scene.show_model(StageModel(lesson=lesson, folder=None, step=bad), animate=False)
    assert any("spaceship" in fault for fault in scene.faults)
    gone = step_of(lesson, "slide-picture").model_copy(update={"picture": "pictures/gone.svg"})
    scene.show_model(StageModel(lesson=lesson, folder=None, step=gone), animate=False)
    assert any("gone.svg" in fault for fault in scene.faults)


@pytest.mark.parametrize("audience", ["grades-1-3", "grades-4-5"])
def test_young_classes_see_no_percent(scene: StageScene, audience: Audience) -> None:
    lesson = specimen(audience)
    for step in lesson.steps():
        for state in states_of(lesson, step):
            scene.show_model(state.model, animate=False)
            assert not any("%" in box.text for box in scene.text_boxes()), step.id


@pytest.mark.parametrize(("language", "words"), [("vi", "đội {done}"), ("en", "teams")], ids=["vi", "en"])
@pytest.mark.parametrize(("step", "done"), [("single", "chọn đúng"), ("sort", "làm đúng hết")])
def test_where_teams_answer_teams_are_counted(
    scene: StageScene, language: str, words: str, step: str, done: str
) -> None:
    lesson = specimen("grades-4-5", language)
    revealed = next(s.model for s in states_of(lesson, step_of(lesson, step)) if s.model.phase == "revealed")
    assert revealed.tally is not None
    assert revealed.tally.answered
    scene.show_model(replace(revealed, teams=3), animate=False)
    assert any(words.format(done=done) in box.text for box in scene.text_boxes())


def test_counts_stay_hidden_while_open(scene: StageScene) -> None:
    lesson = specimen()
    states = {s.name: s.model for s in states_of(lesson, step_of(lesson, "single"))}
    scene.show_model(states["open"], animate=False)
    shown = {box.text for box in scene.text_boxes() if box.role == "digits"}
    assert shown == {"27", "/34"}


def test_help_always_shows_111(scene: StageScene) -> None:
    for contacts in ((), (CONTACT,)):
        lesson = specimen("grades-10-12")
        scene.show_model(
            StageModel(
                lesson=lesson, folder=None, step=step_of(lesson, "single"), help_card=True, contacts=contacts
            ),
            animate=False,
        )
        assert "111" in scene.accessible_text().split("\n")


def test_what_is_read_aloud_holds_prompt_and_options(scene: StageScene) -> None:
    lesson = specimen()
    step = step_of(lesson, "single")
    scene.show_model(states_of(lesson, step)[1].model, animate=False)
    text = scene.accessible_text()
    places = [text.index(part) for part in (step.prompt, *(o.text for o in step.options))]
    assert places == sorted(places)


def test_scene_as_data(scene: StageScene) -> None:
    lesson = specimen()
    scene.show_model(states_of(lesson, step_of(lesson, "single"))[0].model, animate=False)
    first = scene_json(scene)[0]
    assert {"text", "x", "y", "w", "h", "px", "fits"} <= first.keys()


def test_black_says_nothing(scene: StageScene) -> None:
    lesson = specimen()
    scene.show_model(
        StageModel(lesson=lesson, folder=None, step=step_of(lesson, "single"), black=True), animate=False
    )
    image = render_png(scene, 160, 90)
    assert scene.accessible_text() == ""
    assert {image.pixelColor(x, 45).lightness() for x in range(0, 160, 10)} == {0}


def test_the_moon_makes_it_night_and_stands_in_the_window() -> None:
    day, night = (Scene(setting="bedroom", props=props) for props in (("phone",), ("moon", "phone")))
    dark = "#101C4A"
    assert dark not in scene_svg(day, 640, 360)
    assert dark in scene_svg(night, 640, 360)
    x, y, pane = window_middle(640, 360)
    assert 0 < x - pane / 2 < x + pane / 2 < 320
    assert f"translate({x - pane * 0.3:.1f} {y - pane * 0.3:.1f})" in scene_svg(night, 640, 360)

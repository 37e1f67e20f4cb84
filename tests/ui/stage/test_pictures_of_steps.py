"""Every kind of step, in every state, for every audience."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.scene import Actor, Scene, Who
from lessonapp.domain.school import Contact
from lessonapp.ui.pictures import svg_pixmap
from lessonapp.ui.stage.audit import audit_lesson, faults_of, states_of
from lessonapp.ui.stage.cast import figure
from lessonapp.ui.stage.model import StageModel, aim_words
from lessonapp.ui.stage.places import NIGHT, window_middle
from lessonapp.ui.stage.render import render_png, scene_json
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.scenery import scene_svg
from lessonapp.ui.stage.text import text_size
from lessonapp.ui.stage.theme import theme_for
from tests.ui.stage.specimen import specimen, step_of

CONTACT = Contact(role="Cô Tổng phụ trách", place="phòng Đội, tầng 1", phone="024 0000 0000")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_state_fits(audience: Audience, language: str) -> None:
    misfits = audit_lesson(specimen(audience, language), None, (CONTACT,))
    assert not misfits, "\n".join(f"{m.step} {m.state}: {m.what}: {m.text}" for m in misfits)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_state_fits_in_larger_text(scene: StageScene, audience: Audience) -> None:
    lesson = specimen(audience)
    five = ("Stop:** no paying, no sending", "Cut:** no more replies", "Keep as is:** phone, messages")
    body = "\n".join(
        f"- **{x}" for x in (*five, "Tell:** an adult you trust", "Report:** 111, police, Take It Down")
    )
    lists = step_of(lesson, "slide").model_copy(
        update={"body": body, "id": "five", "heading": "Five beats when threatened"}
    )
    charter = step_of(lesson, "pledge")
    long = tuple(f"{line}, rồi kể nhé" for line in charter.lines)
    wrong = []
    for step in (
        *lesson.steps(),
        *([] if audience == "grades-1-3" else [lists]),
        charter.model_copy(update={"lines": long, "id": "long"}),
    ):
        for state in states_of(lesson, step):
            scene.show_model(replace(state.model, large_text=True), animate=False)
            wrong += [f"{step.id} {state.name}: {what}: {text}" for text, _, what in faults_of(scene)]
    assert wrong == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_state_can_be_painted(scene: StageScene, audience: Audience) -> None:
    lesson = specimen(audience)
    for step in lesson.steps():
        for state in states_of(lesson, step):
            scene.show_model(state.model, animate=False)
            assert not render_png(scene, 320, 180).isNull()
            assert scene.accessible_text(), f"{step.id} {state.name}"


def test_marks_over_capitals_keep_clear_of_the_chip(scene: StageScene) -> None:
    lesson = specimen("grades-6-9")
    touched = []
    for step in lesson.steps():
        if step.kind == "title":
            continue
        words = {name: f"Ẩn {old}" for name in ("heading", "prompt") if (old := getattr(step, name, None))}
        marked = step.model_copy(update=words | ({"heading": "Ẩn số"} if step.kind == "summary" else {}))
        for state in states_of(lesson, marked):
            scene.show_model(state.model, animate=False)
            touched += [
                f"{step.id} {state.name}: {box.text} at {box.y}"
                for box in scene.text_boxes()
                if box.text.startswith("Ẩn") and box.role != "chrome" and box.y < 100
            ]
    assert touched == []


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


def test_pre_readers_read_what_to_bring_in_large_type(scene: StageScene) -> None:
    lesson = specimen("grades-1-3")
    step = step_of(lesson, "activity")
    scene.show_model(states_of(lesson, step)[0].model, animate=False)
    [listed] = [box for box in scene.text_boxes() if step.materials[0] in box.text]
    assert listed.px >= 48


def test_lines_shown_one_by_one_are_as_tall_as_their_words(scene: StageScene) -> None:
    lesson = specimen("grades-10-12")
    step = step_of(lesson, "slide")
    role = replace(theme_for("grades-10-12").role("body"), size=54)
    wide = next(w for n in range(60) if 635 < text_size(w := f"Trang {'i' * n}", role, 9999)[0] < 655)
    long = step.model_copy(update={"body": f"- Tên\n- {wide}\n- Giờ\n- Chữ", "reveal": True})
    scene.show_model(StageModel(lesson=lesson, folder=None, step=long, beat=4), animate=False)
    name, trang, hour, words = (
        next(box for box in scene.text_boxes() if box.text == text) for text in ("Tên", wide, "Giờ", "Chữ")
    )
    assert trang.px == name.px == 54
    assert trang.y - name.y == pytest.approx(words.y - hour.y, abs=1), "one line is one line"


def test_people_drawn_large_keep_the_line_of_their_neighbours() -> None:
    one = Scene(setting="kitchen", actors=(Actor(who="may", mood="calm", at="left"),))
    near = scene_svg(one, 1440, 700)
    size = float(re.findall(r"scale\(([\d.]+)\)", near)[-1])
    drawn = near[near.index(f"scale({size:.4f})") :]
    widest = max(float(width) for width in re.findall(r'stroke-width="([\d.]+)"', drawn))
    assert size > 6
    assert widest * size == pytest.approx(8, abs=0.1)


@pytest.mark.parametrize("who", sorted(set(get_args(Who)) - {"sao"}))
def test_every_head_stands_on_a_neck(qapp: object, who: Who) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 61">{figure(who, "calm")}</svg>'
    drawn = svg_pixmap(svg, 720, 610).toImage()
    assert all(drawn.pixelColor(360, y).alpha() == 255 for y in range(300, 600)), "one figure, head to shirt"


def test_grandmothers_have_no_beard_lines() -> None:
    calm = figure("ba-na", "calm") + figure("ong-bin", "calm")
    assert not re.search(r'd="[Mm](31|41)(\.1)?[ ,]3[56]', calm)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Hỏi trước 1: câu đầu tiên", "Câu đầu tiên"),
        ("Câu vào 3: “chuyện vặt”", "“Chuyện vặt”"),
        ("Mật khẩu", "Mật khẩu"),
        (None, "prompt"),
    ],
)
def test_the_class_reads_what_a_question_was_about(title: str | None, said: str) -> None:
    step = step_of(specimen(), "single").model_copy(update={"title": title})
    assert aim_words(step) == (step.prompt if said == "prompt" else said)


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
    assert NIGHT not in scene_svg(day, 640, 360)
    assert NIGHT in scene_svg(night, 640, 360)
    x, y, pane = window_middle(640, 360)
    assert 0 < x - pane / 2 < x + pane / 2 < 320
    assert f"translate({x - pane * 0.3:.1f} {y - pane * 0.3:.1f})" in scene_svg(night, 640, 360)
    over = scene_svg(night, 640, 360).partition(NIGHT)[2]
    assert "#FFC93C" in over, "the lamp is lit"


@pytest.mark.parametrize("step_id", ["single", "multiple", "sort", "order"])
@pytest.mark.parametrize("audience", ["grades-1-3", "grades-6-9", "adults"])
def test_where_nobody_found_it_the_class_is_not_told_so_in_large_letters(
    scene: StageScene, audience: Audience, step_id: str
) -> None:
    lesson = specimen(audience, "en")
    state = next(s for s in states_of(lesson, step_of(lesson, step_id)) if s.model.phase == "revealed")
    assert state.model.tally is not None
    none = {**dict.fromkeys(state.model.tally.counts, 5), "right": 0}
    counts = {key: none[key] for key in state.model.tally.counts}
    tally = state.model.tally.model_copy(update={"counts": counts, "answered": 20, "correct": 0})
    scene.show_model(replace(state.model, tally=tally), animate=False)
    texts = [box.text for box in scene.text_boxes()]
    assert any("look at it together" in text for text in texts)
    assert not any("of 20" in text for text in texts)

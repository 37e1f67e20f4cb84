"""How slides are composed: nothing jumps, nothing crowds, room is used."""

from dataclasses import replace
from typing import get_args

import pytest

from lessonapp.content.reader import load_lesson
from lessonapp.domain.lesson import Topic
from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.school import Contact
from lessonapp.domain.text import NBSP
from lessonapp.settings import lessons_folder
from lessonapp.ui.pictures import picture_source
from lessonapp.ui.stage.audit import faults_of, states_of
from lessonapp.ui.stage.counters import digits_width
from lessonapp.ui.stage.goal import Goal
from lessonapp.ui.stage.items import Box, Picture, Stroke
from lessonapp.ui.stage.model import Join, StageModel, aim_words
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.text import line_widths
from tests.ui.stage.specimen import specimen, step_of


def lines_of(scene: StageScene, part: str) -> list[str]:
    """The lines of the text that holds a part."""
    [item] = [item for item in scene.texts if part in item.text.replace(NBSP, " ")]
    found = []
    for block in item.laid.blocks:
        layout = block.layout
        lines = (layout.lineAt(index) for index in range(layout.lineCount()))
        found += [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]
    return [line.replace(NBSP, " ").strip() for line in found]


@pytest.mark.parametrize("topic", get_args(Topic))
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_topic_has_its_title(scene: StageScene, audience: Audience, topic: Topic) -> None:
    lesson = specimen(audience).model_copy(update={"topic": topic})
    scene.show_model(StageModel(lesson=lesson, folder=None, step=None), animate=False)
    assert not scene.faults
    assert any(box.role == "title" for box in scene.text_boxes())


def test_the_magazines_title_ends_with_its_rule(scene: StageScene) -> None:
    for title in ("Sáng tạo cùng AI có trách nhiệm", "Việc nhẹ lương cao: hỏi rồi hãy đi"):
        lesson = specimen("grades-10-12").model_copy(update={"title": title})
        scene.show_model(StageModel(lesson=lesson, folder=None, step=None), animate=False)
        [box] = [box for box in scene.text_boxes() if box.role == "title"]
        assert box.x + box.w <= 861, "beyond it lies the art"


@pytest.mark.parametrize("step", ["single", "three", "true-false", "poll"])
def test_a_question_stays_where_it_is_while_its_round_opens_and_closes(scene: StageScene, step: str) -> None:
    lesson = specimen()
    asked = step_of(lesson, step)
    asked = asked.model_copy(update={"prompt": "Trò chơi hỏi nhà Na ở đâu, Na nên làm gì?"})
    places = set()
    for state in states_of(lesson, asked):
        if state.name in ("waiting", "open", "closed"):
            scene.show_model(state.model, animate=False)
            [box] = [box for box in scene.text_boxes() if box.role == "question"]
            places.add((box.x, box.y, box.w, box.h))
    assert len(places) == 1


@pytest.mark.parametrize("step", ["single", "three", "multiple", "poll"])
def test_options_keep_their_lines_while_a_round_opens_and_closes(scene: StageScene, step: str) -> None:
    lesson = specimen("grades-10-12", "en")
    asked = step_of(lesson, step)
    words = "Ask people online who might have done it"
    options = [option.model_copy(update={"text": words, "picture": None}) for option in asked.options]
    asked = asked.model_copy(update={"options": tuple(options)})
    places = set()
    for state in states_of(lesson, asked):
        if state.name in ("waiting", "open", "closed"):
            scene.show_model(state.model, animate=False)
            places.add(tuple((box.x, box.y, box.w, box.h) for box in scene.text_boxes() if box.text == words))
    assert len(places) == 1


def test_counts_and_shares_are_written_as_in_a_text(scene: StageScene) -> None:
    assert digits_width("19", 60, even=False) < digits_width("19", 60)
    for step, state in (("single", "revealed"), ("branch", "revealed"), ("summary", "with-aims")):
        lesson = specimen("grades-10-12")
        [model] = [s.model for s in states_of(lesson, step_of(lesson, step)) if s.name == state]
        scene.show_model(model, animate=False)
        counts = [n for n in scene.numbers if n.text == "19" or n.text.endswith("%")]
        assert counts
        for number in counts:
            wide = digits_width(number.text, number.px, 600, even=False)
            assert number.ink_rect().width() <= wide * 1.08
    before, after = [n for n in scene.numbers if n.text.endswith("%")][:2]
    assert (before.px, before.ink_rect().bottom()) == (after.px, after.ink_rect().bottom())


def test_pairs_have_room_for_two_lines(scene: StageScene) -> None:
    folder = lessons_folder() / "grades-10-12/bao-cao-hieu-qua"
    lesson = load_lesson(folder / "lesson.en.yaml").lesson
    step = next(step for step in lesson.steps() if step.id == "noi-bao")
    [model] = [s.model for s in states_of(lesson, step, folder) if s.name == "revealed"]
    scene.show_model(model, animate=False)
    rows = [item for item in scene.items() if isinstance(item, Box) and item.rect.width() == 1440]
    for item in (item for item in scene.texts if item.laid.lines == 2 and item.role.name == "option"):
        ink = item.ink_rect()
        [row] = [r.sceneBoundingRect() for r in rows if r.sceneBoundingRect().contains(ink.center())]
        assert ink.bottom() + 0.05 * item.px + 6 < row.bottom()


def test_no_rule_lies_on_the_edge_of_what_we_remember(scene: StageScene) -> None:
    lesson = specimen("grades-10-12")
    for state in states_of(lesson, step_of(lesson, "pledge")):
        scene.show_model(state.model, animate=False)
        card = next(i.sceneBoundingRect() for i in scene.items() if isinstance(i, Box) and i.zValue() < 0)
        words = [box for box in scene.text_boxes() if card.contains(box.x, box.y) and box.role == "body"]
        rules = [i.sceneBoundingRect() for i in scene.items() if isinstance(i, Stroke)]
        low = [rule for rule in rules if rule.width() > 900 and abs(rule.center().y() - card.bottom()) < 20]
        assert words
        assert not low


@pytest.mark.parametrize("audience", ["grades-6-9", "grades-10-12", "adults"])
def test_two_questions_are_two_houses_close_together(scene: StageScene, audience: Audience) -> None:
    lesson = specimen(audience)
    [model] = [s.model for s in states_of(lesson, step_of(lesson, "single")) if s.name == "revealed"]
    scene.show_model(replace(model, goal=(1, 2)), animate=False)
    [goal] = [item for item in scene.items() if isinstance(item, Goal)]
    box = goal.mapRectToScene(goal.rect)
    assert box.width() <= 2 * box.height()
    assert box.right() == pytest.approx(1520)


@pytest.mark.parametrize(("audience", "word"), [("grades-4-5", "grown-up"), ("grades-10-12", "adult")])
def test_who_helps_is_named_as_the_age_names_them(scene: StageScene, audience: Audience, word: str) -> None:
    lesson = specimen(audience, "en")
    for state in states_of(lesson, step_of(lesson, "help")):
        scene.show_model(state.model, animate=False)
        assert any(word in box.text for box in scene.text_boxes())


def test_whose_screen_it_is_stands_in_one_line(scene: StageScene) -> None:
    lesson = specimen("grades-4-5")
    chat = step_of(lesson, "chat").model_copy(update={"owner": "mẹ của Trúc"})
    for state in states_of(lesson, chat)[:1]:
        scene.show_model(state.model, animate=False)
        assert len(lines_of(scene, "mẹ của Trúc")) == 1


@pytest.mark.parametrize("audience", ["grades-1-3", "grades-6-9"])
def test_no_contact_leaves_a_dot_at_the_end_of_a_line(scene: StageScene, audience: Audience) -> None:
    lesson = specimen(audience)
    places = ("Cạnh chợ", "UBND xã Đan Điền", "Trường, tầng 1", "Nhà văn hoá thôn Bảy")
    known = tuple(
        Contact(role=f"Người giúp {index}", place=place, phone="0234 111 111")
        for index, place in enumerate(places)
    )
    for count in (2, 3, 4):
        model = states_of(lesson, step_of(lesson, "help"), None, known[:count])[0].model
        scene.show_model(model, animate=False)
        for index in range(min(count, 3)):  # the youngest read no more in their large type
            lines = lines_of(scene, f"Người giúp {index}")
            assert not any(line.endswith("·") for line in lines)
            assert any("0234 111 111" in line for line in lines), "no number is torn"


def test_sao_is_large_at_a_crossroads(scene: StageScene) -> None:
    lesson = specimen()
    model = states_of(lesson, step_of(lesson, "branch-plain"))[1].model
    scene.show_model(model, animate=False)
    pictures = [item for item in scene.items() if isinstance(item, Picture)]
    sao = max(pictures, key=lambda item: item.size.height())
    assert sao.size.height() > 380
    [asked] = [box for box in scene.text_boxes() if box.role == "heading"]
    assert sao.scenePos().y() > asked.y + asked.h - 10


@pytest.mark.parametrize("audience", ["grades-6-9", "grades-10-12", "adults"])
def test_what_was_asked_about_is_seen_again_beside_a_short_explanation(
    scene: StageScene, audience: Audience
) -> None:
    lesson = specimen(audience)
    step = step_of(lesson, "three").model_copy(update={"explanation": None})
    scene.show_model(states_of(lesson, step)[-1].model, animate=False)
    pictures = [item for item in scene.items() if isinstance(item, Picture) and item.size.width() > 480]
    assert pictures
    assert all(item.size.height() > 165 for item in pictures)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_a_class_can_do_now_is_said_in_one_line(qapp: object, language: str) -> None:
    long = []
    for file in sorted(lessons_folder().rglob(f"lesson.{language}.yaml")):
        lesson = load_lesson(file).lesson
        for step in lesson.steps():
            if isinstance(step, QuestionBase) and step.purpose == "pre" and step.twin:
                words = aim_words(step)
                if line_widths(words, 600)[0] * 48 > 880:
                    long.append(f"{lesson.id} {step.id}: {words}")
    assert not long, "give the question a title"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_was_sorted_keeps_its_pictures(scene: StageScene, audience: Audience, language: str) -> None:
    lesson = specimen(audience, language)
    step = step_of(lesson, "sort-six")
    scene.show_model(states_of(lesson, step)[-1].model, animate=False)
    drawn = {item.source for item in scene.items() if isinstance(item, Picture)}
    for item in step.items:
        assert picture_source(item.picture, None) in drawn
    sizes = {box.px for box in scene.text_boxes() if box.text in {item.text for item in step.items}}
    assert len(sizes) == 1, "all in one type"


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("address", ["192.168.1.10", "192.168.100.110:8080"])
def test_what_is_to_be_typed_is_as_large_as_has_room(
    scene: StageScene, audience: Audience, address: str
) -> None:
    join = Join(address, "4729", f"http://{address}/?k=4729", frozenset(range(1, 30)), tuple(range(1, 30)))
    model = StageModel(lesson=specimen(audience), folder=None, step=None, join=join, lobby=True, seats=34)
    scene.show_model(model, animate=False)
    assert list(faults_of(scene)) == []
    code = [box.px for box in scene.text_boxes() if box.text in set("4729")]
    young = audience in ("grades-1-3", "grades-4-5")
    assert len(code) == 4
    assert min(code) >= (100 if young else 160), "without Sao beside them they have all the room"

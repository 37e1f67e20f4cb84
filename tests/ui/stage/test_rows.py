"""Rows of a slide: one size of type, clear of their borders, in the colours the words name."""

import pytest

from lessonapp.domain.look import Audience
from lessonapp.domain.question import MatchQuestion, OrderQuestion
from lessonapp.domain.step import PledgeStep
from lessonapp.ui.stage.audit import states_of
from lessonapp.ui.stage.items import Box, Stroke
from lessonapp.ui.stage.kinds.slide import GREEN, RED, YELLOW, light_of
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.wrap import paragraphs
from tests.ui.stage.specimen import specimen, step_of

LONG = "Dừng lại một chút, thở thật sâu, rồi gấp máy lại và kể ngay với một người lớn tin cậy"


@pytest.mark.parametrize(
    ("line", "light"),
    [
        ("- **Green**: glad", GREEN),
        ("- **Vàng**: chưa rõ", YELLOW),
        ("- **Đỏ** – không vui", RED),
        ("- Green things", ""),
        ("- **Stop** at red", ""),
        ("- I like **red**", ""),
    ],
)
def test_a_row_named_after_a_light_has_its_colour(line: str, light: str) -> None:
    assert light_of(paragraphs(line)[0]) == light


@pytest.mark.parametrize("audience", ["grades-1-3", "grades-6-9"])
def test_the_lines_of_a_pledge_are_of_one_size(scene: StageScene, audience: Audience) -> None:
    lesson = specimen(audience)
    step = step_of(lesson, "pledge").model_copy(update={"lines": ("Dừng lại", LONG, "Kể ngay", "Gọi 111")})
    assert isinstance(step, PledgeStep)
    scene.show_model(StageModel(lesson=lesson, folder=None, step=step), animate=False)
    assert len({box.px for box in scene.text_boxes() if box.text in step.lines}) == 1


def revealed(scene: StageScene, kind: str, words: str) -> tuple[list[tuple[float, float]], set[float]]:
    """The room over and under each thing's words within its row, and the sizes of the type."""
    lesson = specimen("grades-6-9")
    step = step_of(lesson, kind)
    change: dict[str, object] = {}
    if isinstance(step, OrderQuestion):
        items = tuple(
            step.items[0].model_copy(update={"id": f"i{n}", "text": f"{words[n:]}"}) for n in range(4)
        )
        change = {"items": items}
    if isinstance(step, MatchQuestion):
        pairs = tuple(
            step.pairs[0].model_copy(update={"id": f"p{n}", "left": f"{words[n:]}"}) for n in range(4)
        )
        change = {"pairs": pairs}
    asked = step.model_copy(update=change)
    model = next(s.model for s in states_of(lesson, asked) if s.model.phase == "revealed")
    scene.show_model(model, animate=False)
    said = {item.text for item in asked.items} if isinstance(asked, OrderQuestion) else set()
    if isinstance(asked, MatchQuestion):
        said = {text for pair in asked.pairs for text in (pair.left, pair.right)}
    texts = [item for item in scene.texts if item.text.replace("\u00a0", " ") in said]
    boxes = [item.sceneBoundingRect() for item in scene.items() if isinstance(item, Box)]
    rooms = []
    for item in texts:
        ink = item.ink_rect()
        row = min((box for box in boxes if box.contains(ink.center())), key=lambda box: box.height())
        rooms.append((ink.top() - row.top(), row.bottom() - ink.bottom()))
    return rooms, {item.laid.px for item in texts}


@pytest.mark.parametrize("kind", ["order", "match"])
def test_right_answers_are_of_one_size(scene: StageScene, kind: str) -> None:
    words = LONG.replace(",", "").split()
    for count in range(6, 16 if kind == "order" else 12):
        rooms, sizes = revealed(scene, kind, " ".join(words[:count]))
        assert min(min(room) for room in rooms) > (12 if kind == "order" else 7)
        assert len(sizes) == 1


def test_no_dotted_line_under_the_last_row_of_a_pledge(scene: StageScene) -> None:
    lesson = specimen("grades-4-5")
    step = step_of(lesson, "pledge")
    assert isinstance(step, PledgeStep)
    step = step.model_copy(update={"own_lines": 0})
    scene.show_model(StageModel(lesson=lesson, folder=None, step=step), animate=False)
    last = max(item.sceneBoundingRect().bottom() for item in scene.texts if item.text in step.lines)
    drawn = [item.sceneBoundingRect() for item in scene.items() if isinstance(item, Stroke)]
    between = [box for box in drawn if box.width() > 800]
    assert len(between) == len(step.lines) - 1
    assert all(box.bottom() < last for box in between)

"""Comic panels: people are large, no words lie over a face, and every tail finds its speaker."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from typing import get_args

import numpy as np
import pytest

from lessonapp.content.reader import load_lesson
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.scene import Actor, Place, Scene, Setting, Who
from lessonapp.domain.step import Panel, Speech, StoryStep
from lessonapp.settings import lessons_folder
from lessonapp.ui.pictures import svg_pixmap
from lessonapp.ui.stage.builder import Builder, Desk
from lessonapp.ui.stage.cast import build_of
from lessonapp.ui.stage.composition import MOON, TREES, Box, compose
from lessonapp.ui.stage.kinds.bubbles import PAD_Y, Bubble, sizes_of
from lessonapp.ui.stage.kinds.hanging import hung
from lessonapp.ui.stage.kinds.story import SIZES, Plan, build_story, plans_of
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.places import fittings
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.scenery import composed_svg
from lessonapp.ui.stage.text import fit, line_widths
from lessonapp.ui.stage.theme import Role
from tests.ui.stage.specimen import specimen, step_of

LEAST = 240  # so tall is a figure that is read from the back of the room


@cache
def told(language: str) -> list[tuple[Lesson, StoryStep]]:
    files = sorted(lessons_folder().rglob(f"lesson.{language}.yaml"))
    lessons = [load_lesson(file).lesson for file in files]
    return [(lesson, step) for lesson in lessons for step in lesson.steps() if isinstance(step, StoryStep)]


def builder(scene: StageScene, lesson: Lesson, step: StoryStep, *, large: bool) -> Builder:
    def nothing(*_: object) -> None:
        """Nobody touches it."""

    model = StageModel(lesson=lesson, folder=None, step=step, large_text=large, beat=len(step.panels))
    return Builder(model, Desk(nothing, nothing, scene.player))


def panels(scene: StageScene, language: str, *, large: bool) -> Iterator[tuple[str, Plan]]:
    """Every panel as it is drawn, with its name."""
    for lesson, step in told(language):
        for number, plan in enumerate(plans_of(builder(scene, lesson, step, large=large), step), 1):
            yield f"{lesson.id} {step.id} {number}", plan


def meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def faults(plan: Plan) -> Iterator[str]:
    shown, bubbles = plan.shown, plan.bubbles
    heads = {stand.actor.who: stand.head for stand in shown.stands}
    tall = [stand.tall / build_of(stand.actor.who).size for stand in shown.stands if stand.actor.who != "sao"]
    if tall and max(tall) < LEAST:
        yield f"people of {max(tall):.0f}"
    for bubble in bubbles:
        if not (bubble.x > 0 and bubble.x + bubble.width < shown.width and bubble.y > 0):
            yield "a bubble outside"
        if any(meet(bubble.box, head) for head in heads.values()):
            yield f"a face under “{bubble.speech.text}”"
        if bubble.x < 64 and bubble.y < 64:
            yield "a bubble over the number"
    for one, two in combinations(bubbles, 2):
        if meet(one.box, two.box):
            yield "bubbles over each other"
        if not (two.y >= one.y + one.height * 0.5 or two.x > one.x):
            yield "read in the wrong order"
        for of, over in ((one, two), (two, one)):
            if any(meet((x, y, x, y), over.box) for x, y in tail(of)):
                yield f"the tail of “{of.speech.text}” behind the other"


def tail(bubble: Bubble) -> Iterator[tuple[float, float]]:
    """Points along the tail."""
    left, top, right, bottom = bubble.tail_box
    down = bubble.tip[0] >= (bubble.x + bubble.width / 2 if bubble.aside else bubble.foot)
    for step in range(9):
        x = left + 20 + (right - left - 40) * step / 8
        yield x, top + (bottom - top) * (step if down else 8 - step) / 8


@pytest.mark.parametrize("large", [False, True], ids=["usual", "larger"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_panel_of_every_lesson_shows_faces_and_words(
    scene: StageScene, language: str, large: bool
) -> None:
    wrong = [
        f"{name}: {fault}" for name, plan in panels(scene, language, large=large) for fault in faults(plan)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("setting", ["bedroom", "living-room", "kitchen", "computer-lab"])
@pytest.mark.parametrize("size", [(250, 190), (465, 315), (490, 192), (410, 400), (1435, 515)])
def test_a_clock_hangs_beside_windows_and_cupboards(setting: Setting, size: tuple[int, int]) -> None:
    for place in get_args(Place):
        scene = Scene(setting=setting, actors=(Actor(who="ha", at=place),), props=("phone", "clock"))
        shown = compose(scene, *size)
        [clock] = [thing for thing in shown.things if thing.slug == "clock"]
        fixed = [*fittings(setting, *size), *(stand.head for stand in shown.stands)]
        assert not any(meet(clock.box, box) for box in fixed)
        assert clock.x >= 0
        assert clock.x + clock.size <= size[0]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_hangs_on_the_wall_is_seen(scene: StageScene, language: str) -> None:
    hidden = [
        f"{name}: {thing.slug}"
        for name, plan in panels(scene, language, large=False)
        for thing in hung(plan.shown, plan.bubbles).things
        if thing.hangs and thing.slug != MOON and any(meet(thing.box, b.box) for b in plan.bubbles)
    ]
    assert not hidden


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_hangs_out_of_doors_is_not_in_the_tree(scene: StageScene, language: str) -> None:
    roomy = [
        (name, thing)
        for name, plan in panels(scene, language, large=False)
        if plan.shown.scene.setting in TREES and len(plan.shown.stands) < 3
        for thing in hung(plan.shown, plan.bubbles).things
        if thing.hangs and thing.x + thing.size / 2 < plan.shown.width * 0.24
    ]
    assert not roomy


@pytest.mark.parametrize("language", ["vi", "en"])
def test_words_do_not_stand_one_a_line(scene: StageScene, language: str) -> None:
    ragged = []
    for name, plan in panels(scene, language, large=False):
        for bubble in plan.bubbles:
            lines = (bubble.height - 2 * PAD_Y) / (1.28 * SIZES[bubble.size])
            if 5 < len(bubble.speech.text.split()) < 1.5 * lines:
                ragged.append(f"{name}: {bubble.speech.text}")
    assert not ragged


def test_one_more_line_makes_a_bubble_narrower(qapp: object) -> None:
    role = Role("bubble", 44, 44, 600, 1.2)
    for _, step in told("en")[:60]:
        for text in (speech.text for panel in step.panels for speech in panel.speech):
            widths = [wide for wide, _ in sizes_of(text, role, 1400)]
            assert all(one - two > 0.2 * role.size for one, two in pairwise(widths)), text


@pytest.mark.parametrize("who", ["na", "truc", "sao", "may"])
def test_whoever_stands_at_the_edge_is_seen_whole(who: Who) -> None:
    for at in ("left", "right"):
        shown = compose(Scene(setting="calm", actors=(Actor(who=who, at=at),)), 440, 640)
        [stand] = shown.stands
        half = build_of(who).half * stand.tall
        if who == "sao":
            half = 200 / 300 / 2 * stand.tall
        assert stand.x >= half
        assert stand.x <= shown.width - half


def test_a_panel_that_is_too_full_keeps_its_words_inside(scene: StageScene) -> None:
    lesson = specimen("grades-10-12")
    words = "Mình đã kể với thầy cô và cả nhà, rồi cùng nhau báo cáo, chặn và gọi tổng đài 111. " * 2
    full = Panel(
        setting="classroom",
        actors=(Actor(who="may", at="left"), Actor(who="na", at="right")),
        speech=(Speech(who="na", text=words), Speech(who="may", text=words)),
    )
    step = step_of(lesson, "story").model_copy(update={"panels": (full,), "question": None})
    b = builder(scene, lesson, step, large=True)
    build_story(b, step)
    [plan] = plans_of(b, step)
    assert all(bubble.x > 0 and bubble.x + bubble.width < plan.shown.width for bubble in plan.bubbles)


@pytest.mark.parametrize("who", get_args(Who))
def test_heads_are_where_the_layout_thinks(qapp: object, who: Who) -> None:
    alone = Scene(setting="calm", actors=(Actor(who=who, mood="calm"),))
    nobody = Scene(setting="calm")
    size = (800, 500)
    shown = compose(alone, *size)
    with_, without = (
        np.frombuffer(image.constBits(), np.uint8).reshape(500, image.bytesPerLine())[:, :3200].astype(int)
        for image in (
            svg_pixmap(composed_svg(scene), *size).toImage() for scene in (shown, compose(nobody, *size))
        )
    )
    drawn = (np.abs(with_ - without) > 40).reshape(500, 800, 4).any(axis=2)
    left, top, right, chin = shown.stands[0].head
    assert np.flatnonzero(drawn.any(axis=1))[0] == pytest.approx(top, abs=14)
    face = np.flatnonzero(drawn[round((top + chin) / 2)])
    assert left - 10 < face[0]
    assert face[-1] < right + 10


def test_grown_ups_stand_over_children_and_children_alone_are_large() -> None:
    both = Scene(setting="kitchen", actors=(Actor(who="may", at="left"), Actor(who="me-may", at="right")))
    child, mother = compose(both, 700, 600).stands
    assert child.tall < 0.9 * mother.tall
    alone = compose(Scene(setting="kitchen", actors=(Actor(who="may"),)), 700, 600).stands[0]
    assert alone.tall == pytest.approx(0.86 * 600)
    assert build_of("may").size < build_of("yen").size < build_of("co-lan").size == 1


def test_lines_are_reckoned_as_they_are_laid() -> None:
    role = Role("bubble", 44, 44, 600, 1.2)
    for _, step in told("vi")[:40]:
        for text in (speech.text for panel in step.panels for speech in panel.speech):
            for lines, wide in enumerate(line_widths(text, role.weight), 1):
                laid, whole = fit(text, role, wide * role.size + 5, 1000)
                assert whole
                assert laid.lines <= lines, text

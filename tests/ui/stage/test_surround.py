"""Screens that are not 16 to 9: what lies around the scene is calm and the scene itself is the same."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.ui.stage.audit import states_of
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.scene import StageScene
from tests.ui.stage.specimen import specimen, step_of

DARK = 0.12  # of full brightness: the magazine's red is 0.2


def grey(image: QImage) -> NDArray[np.float64]:
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    linear: NDArray[np.float64] = (raw[:, :, 2::-1] / 255.0) ** 2.2 @ np.array([0.2126, 0.7152, 0.0722])
    return linear


def shown(audience: Audience, step: str, *, contrast: bool) -> StageModel:
    lesson = specimen(audience)
    return replace(states_of(lesson, step_of(lesson, step))[-1].model, high_contrast=contrast)


@pytest.mark.parametrize("contrast", [False, True], ids=["usual", "high contrast"])
@pytest.mark.parametrize("step", ["title", "slide", "pledge"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_above_and_below_a_scene_nothing_is_dark(
    scene: StageScene, audience: Audience, step: str, contrast: bool
) -> None:
    scene.show_model(shown(audience, step, contrast=contrast), animate=False)
    tall = grey(render_png(scene, 800, 600))
    around = np.concatenate([tall[:72], tall[-72:]])
    assert (around < DARK).mean() < 0.02, "blades of grass at most"
    for row in (0, 599):
        assert tall[row].min() > DARK, "the edge of the screen is not a band"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_scene_is_the_same_on_any_screen(scene: StageScene, audience: Audience) -> None:
    for step in ("title", "slide"):
        scene.show_model(shown(audience, step, contrast=False), animate=False)
        wide = grey(render_png(scene, 800, 450))
        tall = grey(render_png(scene, 800, 600))[75:525]
        other = (np.abs(wide - tall) > 0.02).mean()
        assert other < 0.003, "a picture may lie a pixel further"


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1280, 720)])
def test_the_notebook_has_all_its_lines_on_small_screens(scene: StageScene, size: tuple[int, int]) -> None:
    lesson = specimen("grades-6-9")
    scene.show_model(StageModel(lesson=lesson, folder=None, step=None, status="paused"), animate=False)
    row = grey(render_png(scene, *size))[round(size[1] * 0.9)]
    paper = row.max()
    lines = np.flatnonzero(np.diff((row < paper - 0.02).astype(int)) == 1)
    gaps = np.diff(lines)[1:]
    assert gaps.max() - gaps.min() <= 3, "none is left out"

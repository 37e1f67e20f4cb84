"""A scene as one picture: its setting, the actors at their places, the props beside them."""

import re
from functools import lru_cache

from lessonapp.domain.scene import Scene
from lessonapp.ui.stage.cast import HALF_HEIGHT, SAO_HEIGHT, SAO_WIDTH, SUNK, figure, sao
from lessonapp.ui.stage.composition import MOON, Composition, Stand, compose
from lessonapp.ui.stage.places import setting_svg
from lessonapp.ui.stage.props import picture_of, placed

LINE_MOST = 8.0
"""The thickest outline in a scene: people drawn large keep the weight of what stands around them."""
_STROKE = re.compile(r'stroke-width="([\d.]+)"')

SCENE_SIZE = (640, 360)
"""A scene on a phone; places in a scene are fractions of this shape, on the stage too."""


def scene_svg(scene: Scene, width: int, height: int) -> str:
    """The scene in a box of that size."""
    return composed_svg(compose(scene, width, height))


@lru_cache(maxsize=64)
def composed_svg(shown: Composition) -> str:
    """A scene as it was composed."""
    scene, width, height = shown.scene, shown.width, shown.height
    things = {
        behind: [
            placed(picture_of(thing.slug), thing.x, thing.y, thing.size)
            for thing in shown.things
            if thing.behind is behind
        ]
        for behind in (True, False)
    }
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        setting_svg(scene.setting, width, height, night=MOON in scene.props),
        *things[True],
        *(_actor(stand, height) for stand in shown.stands),
        *things[False],
        "</svg>",
    ]
    return "".join(parts)


def _actor(stand: Stand, height: int) -> str:
    actor, tall = stand.actor, stand.tall
    if actor.who == "sao":
        scale = tall / SAO_HEIGHT
        left = stand.x - SAO_WIDTH * scale / 2 + 16 * scale
        top = height - tall * 0.99 + 30 * scale
        place = f"translate({left:.1f} {top:.1f}) scale({scale:.4f})"
        return f'<g transform="{place}">{sao(actor.mood)}</g>'
    scale = tall / HALF_HEIGHT
    left, top = stand.x - 36 * scale, height - SUNK * scale
    return (
        f'<g transform="translate({left:.1f} {top:.1f}) scale({scale:.4f})">'
        f"{_outlined(figure(actor.who, actor.mood), scale)}</g>"
    )


def _outlined(drawing: str, scale: float) -> str:
    """A drawing whose lines, enlarged so many times, stay as thin as its neighbours'."""
    share = LINE_MOST / (2 * scale)  # OpenMoji draws with lines of 2
    if share >= 1:
        return drawing
    return _STROKE.sub(lambda width: f'stroke-width="{float(width[1]) * share:.2f}"', drawing)

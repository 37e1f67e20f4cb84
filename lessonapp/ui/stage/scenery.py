"""A scene as one picture: its setting, the actors at their places, the props beside them."""

import json
import re
from functools import cache, lru_cache

from lessonapp.domain.scene import Actor, Place, Scene
from lessonapp.settings import resources_folder
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.cast import HALF_HEIGHT, figure, sao
from lessonapp.ui.stage.places import setting_svg, window_middle

_AT: dict[Place, float] = {"left": 0.24, "centre": 0.5, "right": 0.76}
_AT_WIDE: dict[Place, float] = {"left": 0.15, "centre": 0.5, "right": 0.85}
MOON = "moon"
"""A scene with it is at night."""
_SKY = {"sun", "kite", "star", "cloud", MOON}
_WALL = {"clock", "poster", "lantern", "bell"}
_GROUND = {"house", "school", "tree", "bicycle", "bed"}
SAO_HEIGHT, SAO_WIDTH = 334.0, 272.0
LINE_MOST = 8.0
"""The thickest outline in a scene: people drawn large keep the weight of what stands around them."""
_STROKE = re.compile(r'stroke-width="([\d.]+)"')


@cache
def prop_codes() -> dict[str, str]:
    """Props by slug, with their OpenMoji code."""
    found: dict[str, str] = json.loads((resources_folder() / "props.json").read_text("utf-8"))
    return found


def unknown_props(scene: Scene) -> list[str]:
    """Props that the picture library does not have."""
    return [slug for slug in scene.props if slug not in prop_codes()]


def is_wide(width: float, height: float) -> bool:
    """Whether a picture is so wide that people stand at its sides."""
    return width > 1.7 * height


def actor_spot(scene: Scene, actor: Actor, width: float, *, wide: bool = False) -> float:
    """Where an actor's middle is, from the left."""
    here = [a for a in scene.actors if a.at == actor.at]
    share = (_AT_WIDE if wide else _AT)[actor.at]
    if len(scene.actors) == 1 and actor.at != "centre" and not scene.props:
        share = (share + 0.5) / 2
    return width * share + (here.index(actor) - (len(here) - 1) / 2) * width * 0.2


def actor_top(scene: Scene, width: float, height: float, clear: float = 0) -> float:
    """How far from the top the highest head is."""
    return min((height - actor_tall(a, scene, width, height - clear) for a in scene.actors), default=height)


def actor_tall(actor: Actor, scene: Scene, width: float, height: float) -> float:
    share = width / max(1.7, len(scene.actors) + 0.35)
    if actor.who == "sao":
        return min(height * 0.94, share * 1.12 * SAO_HEIGHT / SAO_WIDTH)
    return min(height * 0.86, share * HALF_HEIGHT / 40)


SCENE_SIZE = (640, 360)
"""A scene on a phone; places in a scene are fractions of this shape, on the stage too."""


@lru_cache(maxsize=64)
def scene_svg(scene: Scene, width: int, height: int, clear: int = 0) -> str:
    """The scene in a box of that size; the top `clear` units are kept free of heads."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        setting_svg(scene.setting, width, height, night=MOON in scene.props),
    ]
    behind, front = _props(scene, width, height, clear)
    parts += behind
    for actor in scene.actors:
        parts.append(_actor(actor, scene, (width, height, clear)))
    parts += front
    parts.append("</svg>")
    return "".join(parts)


def _actor(actor: Actor, scene: Scene, box: tuple[int, int, int]) -> str:
    width, height, clear = box
    tall = actor_tall(actor, scene, width, height - clear)
    x = actor_spot(scene, actor, width, wide=is_wide(width, height))
    if actor.who == "sao":
        scale = tall / SAO_HEIGHT
        left = x - SAO_WIDTH * scale / 2 + 16 * scale
        top = height - tall * 0.99 + 30 * scale
        place = f"translate({left:.1f} {top:.1f}) scale({scale:.4f})"
        return f'<g transform="{place}">{sao(actor.mood)}</g>'
    scale = tall / HALF_HEIGHT
    left = min(max(x - 36 * scale, -14 * scale), width - 58 * scale)
    return (
        f'<g transform="translate({left:.1f} {height - 59.6 * scale:.1f}) scale({scale:.4f})">'
        f"{_outlined(figure(actor.who, actor.mood), scale)}</g>"
    )


def _outlined(drawing: str, scale: float) -> str:
    """A drawing whose lines, enlarged so many times, stay as thin as its neighbours'."""
    share = LINE_MOST / (2 * scale)  # OpenMoji draws with lines of 2
    if share >= 1:
        return drawing
    return _STROKE.sub(lambda width: f'stroke-width="{float(width[1]) * share:.2f}"', drawing)


def _props(scene: Scene, width: int, height: int, clear: int) -> tuple[list[str], list[str]]:
    behind: list[str] = []
    front: list[str] = []
    taken = {a.at for a in scene.actors}
    free: list[float] = [_AT[place] for place in ("right", "left", "centre") if place not in taken]
    free += [0.37, 0.63, 0.08, 0.92]
    crowded = len(scene.actors) + len(scene.props) > 3
    alone = not scene.actors
    size = min(
        (height - clear) * (0.56 if alone else 0.36), width * (0.4 if alone else 0.2 if crowded else 0.28)
    )
    for slug in scene.props:
        code = prop_codes().get(slug)
        if code is None:
            continue
        if slug == MOON and scene.setting == "bedroom":
            x, y, pane = window_middle(width, height)
            behind.append(prop(code, x - pane * 0.3, y - pane * 0.3, pane * 0.6))
            continue
        share = free.pop(0) if len(scene.props) > 1 or not alone else 0.5
        if slug in _SKY | _WALL:
            top = clear + (height - clear) * 0.03
            spot = 0.86 if share > 0.7 else 0.14 if share < 0.3 else share
            behind.append(prop(code, width * spot - size / 2, top, size))
        elif slug in _GROUND:
            large = size * 1.35
            behind.append(prop(code, width * share - large / 2, height * 0.95 - large, large))
        else:
            left = min(max(width * share - size / 2, -size * 0.1), width - size * 0.92)
            front.append(prop(code, left, height * (0.9 if alone else 0.97) - size, size))
    return behind, front


def prop(code: str, x: float, y: float, size: float) -> str:
    """A thing as a part of a larger drawing."""
    text = openmoji_svg(code)
    inner = text[text.index(">", text.index("<svg")) + 1 : text.rindex("</svg>")]
    return f'<g fill="#1B2438" transform="translate({x:.1f} {y:.1f}) scale({size / 72:.4f})">{inner}</g>'

"""Things that stand in scenes: from OpenMoji, or drawn by us where it has none."""

import json
from functools import cache

from lessonapp.domain.scene import Scene
from lessonapp.settings import resources_folder
from lessonapp.ui.pictures import INK, openmoji_svg, prop_svg

OWN = "own"
"""In the list of props: the picture is `resources/props/SLUG.svg`."""


@cache
def prop_codes() -> dict[str, str]:
    """Props by slug, with their OpenMoji code, or `own`."""
    found: dict[str, str] = json.loads((resources_folder() / "props.json").read_text("utf-8"))
    return found


def unknown_props(scene: Scene) -> list[str]:
    """Props that the picture library does not have."""
    return [slug for slug in scene.props if slug not in prop_codes()]


def picture_of(slug: str) -> str:
    """The drawing of a prop."""
    code = prop_codes()[slug]
    return prop_svg(slug) if code == OWN else openmoji_svg(code)


def placed(svg: str, x: float, y: float, size: float) -> str:
    """A drawing of 72 by 72 as a part of a larger one."""
    inner = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")]
    return f'<g fill="{INK}" transform="translate({x:.1f} {y:.1f}) scale({size / 72:.4f})">{inner}</g>'

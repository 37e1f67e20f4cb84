"""A step's scene or picture, in a frame or on a disc."""

from lessonapp.domain.scene import Scene
from lessonapp.ui.stage.builder import Builder
from lessonapp.ui.stage.scenery import scene_svg, unknown_props

Rect = tuple[float, float, float, float]


def framed_scene(b: Builder, scene: Scene, rect: Rect, *, line: float = 5, clear: float = 0) -> None:
    """A scene with an ink frame."""
    b.made.faults += [f"prop {slug} is not in the picture library" for slug in unknown_props(scene)]
    x, y, w, h = rect
    radius = min(max(b.theme.radius, 8), 24)
    b.svg(
        scene_svg(scene, round(w - line), round(h - line), round(clear)),
        (x + line / 2, y + line / 2, w - line, h - line),
        radius=max(2, radius - line / 2),
    )
    b.box(rect, fill="", line=line, radius=radius)


def illustration(b: Builder, scene: Scene | None, picture: str | None, rect: Rect) -> bool:
    """Draw what the step has; whether there was something."""
    x, y, w, h = rect
    if picture is not None:
        if picture.startswith("openmoji:"):
            side = min(w, h)
            b.disc(x + w / 2, y + h / 2, side / 2, b.palette.soft)
            size = side * 0.76
            b.picture(picture, (x + (w - size) / 2, y + (h - size) / 2, size, size))
        else:
            b.picture(picture, rect, radius=12)
        return True
    if scene is not None:
        framed_scene(b, scene, rect)
        return True
    return False

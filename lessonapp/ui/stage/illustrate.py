"""A step's scene or picture, in a frame or on a disc."""

from PySide6.QtGui import QPainterPath, QTransform

from lessonapp.domain.scene import Scene
from lessonapp.ui.stage.builder import Builder
from lessonapp.ui.stage.composition import Composition, compose
from lessonapp.ui.stage.props import unknown_props
from lessonapp.ui.stage.scenery import composed_svg
from lessonapp.ui.stage.theme import WHITE

Rect = tuple[float, float, float, float]


def framed_scene(b: Builder, scene: Scene, rect: Rect, *, line: float = 5) -> None:
    """A scene with an ink frame."""
    framed(b, compose(scene, *inside(rect, line)), rect, line=line)


def inside(rect: Rect, line: float = 5) -> tuple[int, int]:
    """Width and height of what a frame leaves to be seen."""
    return round(rect[2] - line), round(rect[3] - line)


def framed(b: Builder, shown: Composition, rect: Rect, *, line: float = 5) -> None:
    """A composed scene with an ink frame."""
    scene = shown.scene
    b.made.faults += [f"prop {slug} is not in the picture library" for slug in unknown_props(scene)]
    x, y, w, h = rect
    radius = min(max(b.theme.radius, 8), 24)
    b.svg(
        composed_svg(shown),
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


def prop_art(b: Builder, picture: str, rect: Rect) -> None:
    """One thing, large, as the audience's theme shows things."""
    match b.theme.audience:
        case "grades-6-9":
            _sticker(b, picture, rect)
        case "grades-10-12":
            _poster(b, picture, rect)
        case "adults":
            _arch(b, picture, rect)
        case _:
            _shown_by_sao(b, picture, rect)


def _middle(b: Builder, picture: str, x: float, y: float, side: float) -> None:
    b.picture(picture, (x - side / 2, y - side / 2, side, side))


def _shown_by_sao(b: Builder, picture: str, rect: Rect) -> None:
    x, y, w, h = rect
    radius = w * 0.44
    b.disc(x + w / 2, y + radius + 10, radius, b.palette.soft, border=b.palette.line)
    _middle(b, picture, x + w * 0.44, y + radius, radius * 1.15)
    b.mascot("hello", x + w - 130, y + h, 330)


def _sticker(b: Builder, picture: str, rect: Rect) -> None:
    x, y, w, h = rect
    card = (x + 40, y + 90, w - 90, h - 230)
    turn = QTransform().translate(card[2] / 2, card[3] / 2).rotate(-3).translate(-card[2] / 2, -card[3] / 2)
    back = b.box((card[0] + 12, card[1] + 14, *card[2:]), fill=b.palette.primary, border="", radius=34)
    front = b.box(card, fill=WHITE, line=5, radius=34)
    for item in (back, front):
        item.setTransform(turn)
    tape = b.box((x + w / 2 - 98, y + 64, 196, 54), fill=b.palette.accent2, border="", radius=2)
    tape.setRotation(-7)
    _middle(b, picture, x + w / 2 - 6, card[1] + card[3] / 2, min(card[2], card[3]) * 0.74)


def _poster(b: Builder, picture: str, rect: Rect) -> None:
    x, y, w, h = rect
    b.box((x + 20, y + 10, w - 20, h - 20), fill=b.palette.accent, border="", radius=8)
    b.disc(x + w / 2 + 10, y + h / 2, w * 0.4, b.palette.accent2, border=b.palette.ink)
    _middle(b, picture, x + w / 2 + 10, y + h / 2, w * 0.56)


def _arch(b: Builder, picture: str, rect: Rect) -> None:
    x, y, w, h = rect
    for inset, colour in ((50.0, "#CFE0DA"), (100.0, b.palette.primary)):
        wide = w - 2 * inset
        path = QPainterPath()
        path.moveTo(x + inset, y + h)
        path.lineTo(x + inset, y + inset + wide / 2)
        path.arcTo(x + inset, y + inset, wide, wide, 180, -180)
        path.lineTo(x + w - inset, y + h)
        path.closeSubpath()
        b.stroke(path, colour, 0, fill=colour)
    b.disc(x + w / 2, y + h * 0.52, w * 0.29, b.palette.soft)
    _middle(b, picture, x + w / 2, y + h * 0.52, w * 0.4)

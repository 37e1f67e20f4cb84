"""Where people and things stand in a scene, before anything is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Literal

from lessonapp.domain.scene import Actor, Place, Scene, Who
from lessonapp.ui.stage.cast import HALF_HEIGHT, SAO_HEIGHT, SAO_WIDTH, build_of
from lessonapp.ui.stage.places import fittings, window_middle
from lessonapp.ui.stage.props import prop_codes

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Side = Literal["", "left", "right"]

_AT: dict[Place, float] = {"left": 0.24, "centre": 0.5, "right": 0.76}
_AT_WIDE: dict[Place, float] = {"left": 0.15, "centre": 0.5, "right": 0.85}
_GROUPED: dict[Side, dict[Place, float]] = {
    "left": {"left": 0.44, "centre": 0.67, "right": 0.9},
    "right": {"left": 0.1, "centre": 0.33, "right": 0.56},
}
MOON = "moon"
"""A scene with it is at night."""
SKY = {"sun", "kite", "star", "cloud", "balloon", MOON}
WALL = {"clock", "poster", "lantern", "carp-lantern", "bell", "buffalo-film"}
TREES = {"field-road", "school-yard"}
"""At their left stands a tree: a kite flies and a poster hangs beside it."""
GROUND = {"house", "school", "tree", "vine-tree", "scarecrow", "bicycle", "bed"}
LARGE = 1.35
"""What stands behind people, and a film, is so much larger than what they hold."""
HEADROOM = 0.86
"""The most of a scene's height that somebody takes."""
MIXED = 1.08
"""Grown-ups beside children may be wider than their share of the picture."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One of the cast at a place: the middle, how tall, and the head, over which nothing may lie."""

    actor: Actor
    x: float
    tall: float
    head: Box
    mouth: float


@dataclass(frozen=True, slots=True)
class Thing:
    """A prop at its place: a square of so many units."""

    slug: str
    x: float
    y: float
    size: float
    behind: bool

    @property
    def box(self) -> Box:
        """Its square."""
        return (self.x, self.y, self.x + self.size, self.y + self.size)

    @property
    def hangs(self) -> bool:
        """Whether it is on a wall or in the sky, where words may cover it."""
        return self.slug in SKY | WALL


@dataclass(frozen=True, slots=True)
class Composition:
    """A scene in a box of a size: who and what is where."""

    scene: Scene
    width: int
    height: int
    stands: tuple[Stand, ...]
    things: tuple[Thing, ...]


def is_wide(width: float, height: float) -> bool:
    """Whether a picture is so wide that people stand at its sides."""
    return width > 1.7 * height


def spot_of(scene: Scene, actor: Actor, *, wide: bool = False, free: Side = "") -> float:
    """Where an actor's middle is, as a part of the width."""
    here = [a for a in scene.actors if a.at == actor.at]
    share = (_GROUPED.get(free) or (_AT_WIDE if wide else _AT))[actor.at]
    if len(scene.actors) == 1 and actor.at != "centre" and not scene.props:
        share = (share + 0.5) / 2
    return share + (here.index(actor) - (len(here) - 1) / 2) * 0.2


def tall_of(scene: Scene, width: float, height: float, clear: float = 0) -> dict[Who, float]:
    """How tall each of the cast is, where the top `clear` units are kept free of heads."""
    share = width / max(1.7, len(scene.actors) + 0.35)
    people = [actor.who for actor in scene.actors if actor.who != "sao"]
    found: dict[Who, float] = {}
    if people:
        sizes = {who: build_of(who).size for who in people}
        largest = max(sizes.values())
        mixed = MIXED if min(sizes.values()) < largest else 1.0
        least = min(HEADROOM * height, share * HALF_HEIGHT / 40 * mixed)
        for who, size in sizes.items():
            least = min(least, (height - clear) / build_of(who).top * largest / size)
        found = {who: least * size / largest for who, size in sizes.items()}
    if any(actor.who == "sao" for actor in scene.actors):
        most = min(height * 0.94, share * 1.12 * SAO_HEIGHT / SAO_WIDTH)
        found["sao"] = min(most, (height - clear) / build_of("sao").top)
    return found


@lru_cache(maxsize=128)
def compose(scene: Scene, width: int, height: int, clear: int = 0, free: Side = "") -> Composition:
    """The scene in a box of that size; the top `clear` units and the `free` side are kept for words."""
    tall = tall_of(scene, width, height, clear)
    wide = is_wide(width, height)
    stands = []
    for actor in scene.actors:
        x = spot_of(scene, actor, wide=wide, free=free) * width
        stands.append(_stand(actor, x, tall[actor.who], width, height))
    people = min((s.tall / build_of(s.actor.who).size for s in stands if s.actor.who != "sao"), default=0.0)
    fixed = (*fittings(scene.setting, width, height), *(stand.head for stand in stands))
    things = tuple(
        _beside(thing, fixed, width) if thing.slug in WALL else thing
        for thing in _things(scene, (width, height, clear), people or height * HEADROOM, free)
    )
    return Composition(scene, width, height, tuple(stands), things)


def _stand(actor: Actor, x: float, tall: float, width: float, height: float) -> Stand:
    build = build_of(actor.who)
    half = build.half * tall
    if actor.who == "sao":
        aside = SAO_WIDTH / SAO_HEIGHT / 2 * tall  # with the arcs at its ear
    else:
        aside = max(22 / HALF_HEIGHT * tall, half + 4)  # plaits and wheels too
    x = min(max(x, aside), max(width - aside, width / 2))
    head = (x - half, height - build.top * tall, x + half, height - build.chin * tall)
    return Stand(actor, x, tall, head, height - build.mouth * tall)


def _things(scene: Scene, room: tuple[int, int, int], people: float, free: Side) -> Iterator[Thing]:
    width, height, clear = room
    taken = {a.at for a in scene.actors}
    shares: list[float] = [_AT[place] for place in ("right", "left", "centre") if place not in taken]
    shares += [0.37, 0.63, 0.08, 0.92]
    if free:
        shares.insert(0, 0.13 if free == "left" else 0.87)
    crowded = len(scene.actors) + len(scene.props) > 3
    alone = not scene.actors
    size = min(
        (height - clear) * 0.56 if alone else people * 0.42,
        width * (0.4 if alone else 0.2 if crowded else 0.28),
    )
    for slug in scene.props:
        if slug not in prop_codes():
            continue
        if slug == MOON and scene.setting == "bedroom":
            x, y, pane = window_middle(width, height)
            yield Thing(slug, x - pane * 0.3, y - pane * 0.3, pane * 0.6, behind=True)
            continue
        share = shares.pop(0) if len(scene.props) > 1 or not alone else 0.5
        large = size * LARGE
        if slug in SKY | WALL:
            side = large if slug == "buffalo-film" else size
            left = 0.33 if scene.setting in TREES else 0.14
            spot = 0.86 if share > 0.7 else left if share < 0.3 else share
            yield Thing(slug, width * spot - side / 2, clear + (height - clear) * 0.03, side, behind=True)
        elif slug in GROUND:
            yield Thing(slug, width * share - large / 2, height * 0.95 - large, large, behind=True)
        else:
            left = min(max(width * share - size / 2, -size * 0.1), width - size * 0.92)
            yield Thing(slug, left, height * (0.9 if alone else 0.97) - size, size, behind=False)


def _beside(thing: Thing, fixed: Sequence[Box], width: int) -> Thing:
    """What hangs on a wall, moved to where no window, picture, cupboard or head is; smaller if need be."""
    spots = sorted((index * width / 40 for index in range(41)), key=lambda x: abs(x - thing.x))
    for size, x in product((thing.size, thing.size * 0.8, thing.size * 0.65), (thing.x, *spots)):
        moved = replace(thing, x=x, size=size)
        left, top, right, bottom = moved.box
        taken = (left < f[2] + 6 and f[0] - 6 < right and top < f[3] and f[1] < bottom for f in fixed)
        if x >= 8 and right <= width - 8 and not any(taken):
            return moved
    return thing

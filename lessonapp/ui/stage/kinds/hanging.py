"""What hangs on a wall or in the sky of a comic panel: where no words, no head and no tree covers it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from lessonapp.ui.stage.composition import MOON, TREES, Box, Composition
from lessonapp.ui.stage.kinds.bubbles import CORNER, Bubble


@lru_cache(maxsize=64)
def hung(shown: Composition, bubbles: tuple[Bubble, ...]) -> Composition:
    """The same, with what hangs on a wall or in the sky moved to where no words and no head cover it."""
    taken: list[Box] = [*(stand.head for stand in shown.stands), (0, 0, CORNER, CORNER)]
    tree: list[Box] = [(0, 0, shown.width * 0.24, shown.height * 0.7)] if shown.scene.setting in TREES else []
    for bubble in bubbles:
        taken += [bubble.box, bubble.tail_box]
    things = []
    for thing in shown.things:
        outside = thing.slug == MOON and shown.scene.setting == "bedroom"  # the moon stays in the window
        covered = thing.hangs and not outside and any(_meet(thing.box, box) for box in taken + tree)
        free = None
        if covered:
            at = (shown, thing.size, thing.x)
            free = _free_place(*at, taken + tree) or _free_place(*at, taken)
        things.append(replace(thing, x=free[0], y=free[1], size=free[2]) if free else thing)
        if thing.hangs:
            taken.append(things[-1].box)
    return replace(shown, things=tuple(things))


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _free_place(
    shown: Composition, size: float, wanted: float, taken: Sequence[Box]
) -> tuple[float, float, float] | None:
    """The largest free square in the upper half, as near as can be to where it was."""
    for share in (1.0, 0.85, 0.7, 0.55, 0.45):
        side = size * share
        best = None
        for column in range(17):
            x = 8 + (shown.width - 16 - side) * column / 16
            for row in range(6):
                y = 10 + (shown.height * 0.5 - 10) * row / 5
                box = (x - 6, y - 6, x + side + 6, y + side + 6)
                if not any(_meet(box, other) for other in taken):
                    far = abs(x - wanted) + 4 * y  # high up before near
                    best = min(best or (far, x, y), (far, x, y))
        if best is not None:
            return best[1], best[2], side
    return None

"""What was drawn with the pen, page by page, with undo; plain values, gone with the lesson."""

import math
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the pen, in stage units."""

    colour: str
    points: tuple[Point, ...]

    def is_near(self, at: Point, reach: float) -> bool:
        """Whether the line passes within `reach` of a point."""
        if len(self.points) == 1:
            return math.dist(self.points[0], at) <= reach
        return any(_distance(at, a, b) <= reach for a, b in pairwise(self.points))


class Sketch:
    """Lines by page; each page has its own undo."""

    def __init__(self) -> None:
        self._pages: dict[str, list[tuple[Mark, ...]]] = {}

    def marks(self, page: str) -> tuple[Mark, ...]:
        """What is drawn on a page."""
        history = self._pages.get(page)
        return history[-1] if history else ()

    def add(self, page: str, mark: Mark) -> None:
        """One more line."""
        self._change(page, (*self.marks(page), mark))

    def erase(self, page: str, at: Point, reach: float) -> bool:
        """Take away the lines that pass here; whether there were any."""
        left = tuple(mark for mark in self.marks(page) if not mark.is_near(at, reach))
        if left == self.marks(page):
            return False
        self._change(page, left)
        return True

    def clear(self, page: str) -> bool:
        """Take all lines away; undo brings them back."""
        if not self.marks(page):
            return False
        self._change(page, ())
        return True

    def undo(self, page: str) -> bool:
        """Take the last change back; whether there was one."""
        history = self._pages.get(page)
        if not history:
            return False
        history.pop()
        return True

    def can_undo(self, page: str) -> bool:
        """Whether something was changed on a page."""
        return bool(self._pages.get(page))

    def _change(self, page: str, marks: tuple[Mark, ...]) -> None:
        self._pages.setdefault(page, []).append(marks)


def _distance(at: Point, a: Point, b: Point) -> float:
    """From a point to a line between two others."""
    length = math.dist(a, b)
    if length == 0:
        return math.dist(at, a)
    along = ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / length**2
    along = max(0.0, min(1.0, along))
    return math.dist(at, (a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])))

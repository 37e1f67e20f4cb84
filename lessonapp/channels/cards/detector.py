"""From one picture to the cards in it; never give it a mirrored picture.

Dark quadrilaterals are found, the greys of their cells compared with the cards of the class. The figures
behind the constants are in docs/cards.md.
"""

import math
from collections.abc import Collection
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from lessonapp.channels.cards.cells import Floats, Grey, changed, homographies, project, sample
from lessonapp.channels.cards.marker import LAST_SEAT, Letter, letter_of_turn
from lessonapp.channels.cards.quads import SMALLEST, find_quads
from lessonapp.channels.cards.readings import Point, Reading, Sight
from lessonapp.channels.cards.templates import Fit, Templates

ENOUGH: Final = (0.72, 0.40, 0.79)
"""Least score, lead over the runner-up, and score of the data cells of a card."""
LARGE, LARGE_DATA = 16.0, 0.83
"""From so many pixels a side on the cells are clear, and must fit better: random codes on posters do not."""
SURE: Final = (0.88, 0.60, 0.86)
"""The same where nothing was fitted yet."""
WORTH_A_LOOK: Final = 0.5
FAINT: Final = 12.0
"""Greys: a picture whose strongest edges are weaker is flat, and says nothing about the lens."""
TOO_SMALL: Final = 13.0
LIKE_A_CARD: Final = (0.66, 0.12, 0.66)
"""What is shorter than so many pixels and fits so well, but not well enough, is a card too far away."""
FEWEST: Final = 16
"""Pixels of a side of the smallest half."""
SMALLEST_IN_QUARTERS: Final = 48
"""Pixels around: what is smaller there is clearer in the larger picture."""
COARSEST: Final = 400
"""The picture is halved until it is no larger: halves show large markers, and lose noise."""
EACH_PLACE: Final = 2
UPRIGHT: Final = 38.0
"""Degrees within which an edge counts as held upwards."""


def _variants(scales: tuple[float, ...], shift: float) -> Floats:
    """V x 3: scale about the middle, and shift in cells."""
    around = [(0.0, 0.0), (shift, 0.0), (-shift, 0.0), (0.0, shift), (0.0, -shift)]
    return np.array([(scale, x / 8, y / 8) for scale in scales for x, y in around], np.float32)


PLAIN: Final = np.array([(1.0, 0.0, 0.0), (1.07, 0.0, 0.0)], np.float32)
COARSE: Final = _variants((0.93, 1.0, 1.08), 0.3)
FINE: Final = _variants((0.965, 1.0, 1.035), 0.15)
SQUARE: Final = np.array([[-0.5, 0.5, 0.5, -0.5], [-0.5, -0.5, 0.5, 0.5], [1, 1, 1, 1]], np.float32)


class CardDetector:
    """Reads the cards of one class; belongs to one thread."""

    def __init__(self, seats: Collection[int] = range(1, LAST_SEAT + 1)) -> None:
        self._templates = Templates(seats)

    def read(self, picture: Grey) -> Sight:
        """The cards in a grey or BGR picture of 8 bits."""
        grey = (
            picture if picture.ndim == 2 else np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)
        )
        height, width = grey.shape
        found: list[Reading] = []
        small = 0
        levels = _levels(grey)
        for depth in reversed(range(len(levels))):
            level = levels[depth]
            factor = width / level.shape[1]
            known = [_scaled(reading, 1 / factor) for reading in found]
            quads = find_quads(level, SMALLEST if depth < 2 else SMALLEST_IN_QUARTERS)
            fresh, small = _fitted(self._templates, level, homographies(quads), known)
            found = [_scaled(reading, factor) for reading in _one_each_place(fresh)]
        return Sight(
            width,
            height,
            readings=tuple(reading for reading in found if reading.seat),
            small=small,
            mirrored=sum(not reading.seat for reading in found),
            light=float(levels[-1].mean()),
            sharpness=_sharpness(levels),
        )


def _levels(grey: Grey) -> list[Grey]:
    """The picture, and halves of it until one is small enough."""
    levels = [grey]
    while max(levels[-1].shape) > COARSEST and min(levels[-1].shape) >= 2 * FEWEST:
        height, width = levels[-1].shape
        half = cv2.resize(levels[-1], (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        levels.append(np.asarray(half, np.uint8))
    return levels


def _fitted(
    templates: Templates, grey: Grey, maps: Floats, known: list[Reading]
) -> tuple[list[Reading], int]:
    """Known cards and those under the maps, plain ones at once; how many more are too small to be read."""
    found = list(known)
    maps = maps[_elsewhere(maps, found)]
    small = 0
    for variants, need in ((PLAIN, SURE), (COARSE, ENOUGH), (FINE, ENOUGH)):
        if not len(maps):
            break
        maps, greys = _best_variants(templates, grey, maps, variants)
        fit = templates.fit(greys)
        sides = _sides(maps)
        good = np.flatnonzero(_good(fit, sides, need))
        found += _as_readings(maps, fit, _best_of_places(maps, fit.score, good, 1))
        rest = np.flatnonzero((fit.score >= WORTH_A_LOOK) & _elsewhere(maps, found))
        like = rest[_good(fit, sides, LIKE_A_CARD)[rest] & (sides[rest] < TOO_SMALL)]
        small = len(_best_of_places(maps, fit.score, like, 1))
        maps = maps[_best_of_places(maps, fit.score, rest, EACH_PLACE)]
    return found, small


def _best_variants(templates: Templates, grey: Grey, maps: Floats, variants: Floats) -> tuple[Floats, Floats]:
    """The variant of each map that fits a card best, and its greys."""
    tried = changed(maps[:, None], variants[None])
    greys = sample(grey, tried.reshape(-1, 3, 3))
    scores = templates.scores(greys).max(axis=1).reshape(tried.shape[:2])
    best = scores.argmax(axis=1)
    rows = np.arange(len(maps))
    return tried[rows, best], greys.reshape(*tried.shape[:2], -1)[rows, best]


def _sharpness(levels: list[Grey]) -> float:
    """How steep the strongest edges are against those of a picture half as large, which blur spares."""
    if len(levels) < 2:
        return 1.0
    steep = []
    for level in levels[:2]:
        rows = level[::4]  # enough of them
        across = cv2.absdiff(rows[:, 2:], rows[:, :-2])
        steep.append(float(np.percentile(across, 99.5)))
    return min(steep[0] / steep[1], 1.0) if steep[1] >= FAINT else 1.0


def _as_readings(maps: Floats, fit: Fit, rows: NDArray[np.intp]) -> list[Reading]:
    """The cards of some rows."""
    x, y = project(maps[rows], SQUARE)
    order = (np.arange(4) + fit.turn[rows][:, None]) % 4
    x, y = np.take_along_axis(x, order, axis=1), np.take_along_axis(y, order, axis=1)
    readings = []
    for row, xs, ys in zip(rows.tolist(), x.tolist(), y.tolist(), strict=True):
        right = (xs[1] - xs[0] + xs[2] - xs[3]) / 2, (ys[1] - ys[0] + ys[2] - ys[3]) / 2
        down = (xs[3] - xs[0] + xs[2] - xs[1]) / 2, (ys[3] - ys[0] + ys[2] - ys[1]) / 2
        a, b, c, d = zip(xs, ys, strict=True)
        readings.append(
            Reading(
                seat=int(fit.seat[row]),
                answer=_answer(right, down),
                centre=(sum(xs) / 4, sum(ys) / 4),
                corners=(a, b, c, d),
                score=float(fit.score[row]),
                side=(math.hypot(*right) + math.hypot(*down)) / 2,
            )
        )
    return readings


def _scaled(reading: Reading, factor: float) -> Reading:
    """The same card in the same picture of another size; pixels are counted at their middles."""

    def at(point: Point) -> Point:
        return (point[0] + 0.5) * factor - 0.5, (point[1] + 0.5) * factor - 0.5

    a, b, c, d = reading.corners
    corners = (at(a), at(b), at(c), at(d))
    return replace(reading, centre=at(reading.centre), corners=corners, side=reading.side * factor)


def _answer(right: Point, down: Point) -> Letter | None:
    """From the rotation nearest to the card's two directions (polar decomposition): tilt cannot turn it."""
    clockwise = math.degrees(math.atan2(right[1] - down[0], right[0] + down[1]))
    quarters = round(clockwise / 90)
    return letter_of_turn(quarters) if abs(clockwise - 90 * quarters) <= UPRIGHT else None


def _good(fit: Fit, sides: Floats, need: tuple[float, float, float]) -> NDArray[np.bool_]:
    score, lead, data = need
    least = np.where(sides < LARGE, data, max(data, LARGE_DATA))
    return (fit.score >= score) & (fit.lead >= lead) & (fit.data >= least)


def _best_of_places(maps: Floats, scores: Floats, rows: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """Of some rows, the best few of each place and size."""
    x, y = maps[:, 0, 2], maps[:, 1, 2]
    side = _sides(maps)
    kept: list[int] = []
    crowd = np.zeros(len(maps), int)
    for row in rows[np.argsort(-scores[rows])].tolist():
        if crowd[row] < most:
            kept.append(row)
            near = np.hypot(x - x[row], y - y[row]) < 0.35 * side[row]
            crowd += near & (np.abs(np.log(side / side[row])) < 0.5)
    return np.array(kept, np.intp)


def _elsewhere(maps: Floats, found: list[Reading]) -> NDArray[np.bool_]:
    """Whether each map's middle is outside all cards that were read."""
    free = np.ones(len(maps), bool)
    for reading in found:
        away = np.hypot(maps[:, 0, 2] - reading.centre[0], maps[:, 1, 2] - reading.centre[1])
        free &= away > reading.side / 2
    return free


def _sides(maps: Floats) -> Floats:
    """Mean side in pixels of each mapped square."""
    return np.asarray((np.hypot(maps[:, 0, 0], maps[:, 1, 0]) + np.hypot(maps[:, 0, 1], maps[:, 1, 1])) / 2)


def _one_each_place(found: list[Reading]) -> list[Reading]:
    """The best reading where several overlap."""
    kept: list[Reading] = []
    for reading in sorted(found, key=lambda reading: -reading.score):
        if all(math.dist(reading.centre, other.centre) > other.side / 2 for other in kept):
            kept.append(reading)
    return sorted(kept, key=lambda reading: reading.seat)

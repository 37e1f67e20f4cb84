"""The picture that the console shows: so blurred outside the cards that nobody can be recognised."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from lessonapp.channels.cards.readings import Point, Reading
from lessonapp.channels.cards.sources import Picture

WIDEST = 960
ROWS = 48
"""Rows that the blurred picture is made of before it is blurred."""
RADIUS = ROWS // 12
"""A twelfth of the height, as a box, twice over."""
AROUND = 1.3
"""How much larger than the marker a card is shown: its white, not the hands and faces beside it."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Grey pixels, row by row from the top."""

    width: int
    height: int
    pixels: bytes


def preview(picture: Picture, readings: Sequence[Reading], *, blurred: bool = True) -> Preview:
    """The picture at the size of the console; sharp only where there are cards."""
    high, wide = picture.shape
    scale = min(1.0, WIDEST / wide)
    size = (max(round(wide * scale), 1), max(round(high * scale), 1))
    sharp = cv2.resize(picture, size, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    if not blurred:
        return Preview(*size, np.ascontiguousarray(sharp).tobytes())
    shown = _blurred(picture, size)
    mask = np.zeros(shown.shape, np.uint8)
    for reading in readings:
        cv2.fillConvexPoly(mask, _outline(reading, scale), 1)
    np.copyto(shown, sharp, where=mask.astype(bool))
    return Preview(*size, shown.tobytes())


def _blurred(picture: Picture, size: tuple[int, int]) -> Picture:
    """What is lost here is lost: the picture is made out of a few dozen rows."""
    few = (max(round(ROWS * size[0] / size[1]), 1), ROWS)
    small = cv2.resize(picture, few, interpolation=cv2.INTER_AREA)
    box = (2 * RADIUS + 1, 2 * RADIUS + 1)
    for _time in range(2):
        small = cv2.blur(small, box, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def _outline(reading: Reading, scale: float) -> npt.NDArray[np.int32]:
    x, y = (sum(values) / 4 for values in zip(*reading.corners, strict=True))
    points: list[Point] = [
        ((x + (cx - x) * AROUND) * scale, (y + (cy - y) * AROUND) * scale) for cx, cy in reading.corners
    ]
    return np.asarray(points, dtype=np.float64).round().astype(np.int32)

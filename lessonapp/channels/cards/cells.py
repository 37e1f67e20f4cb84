"""Mean greys of the cells inside a quadrilateral, for many quadrilaterals at once."""

from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from lessonapp.channels.cards.marker import CELLS

Grey = NDArray[np.uint8]
Floats = NDArray[np.float32]

RING: Final = CELLS + 2
"""Cells along a side with half a cell of the paper around the marker at either end."""
ROWS_AT_ONCE: Final = 32000
"""OpenCV's remap takes pictures with fewer than 32,767 rows."""


def _points() -> Floats:
    """3 x 400: two by two samples for each of 100 cells, in marker sides from the marker's middle, and 1.

    The first of each cell's four come first, then the second: adding them up is then quick.
    """
    middles = np.r_[-0.25, np.arange(CELLS) + 0.5, CELLS + 0.25]
    apart = np.r_[0.125, np.full(CELLS, 0.25), 0.125]
    rows = []
    for down in (-1, 1):
        for right in (-1, 1):
            x, y = np.meshgrid(middles + right * apart, middles + down * apart)
            rows.append(np.stack([x.ravel(), y.ravel()]) / CELLS - 0.5)
    points = np.concatenate(rows, axis=1)
    return np.concatenate([points, np.ones((1, points.shape[1]))]).astype(np.float32)


POINTS: Final = _points()
BEHIND: Final = np.float32(0.05)
"""Nearest depth, in those of the middle: a crooked quadrilateral has points behind the camera."""


def homographies(quads: Floats) -> Floats:
    """N x 3 x 3: from marker sides about a quadrilateral's middle to its pixels (after Heckbert 1989)."""
    a, b, c, d = (quads[:, corner].astype(np.float64) for corner in range(4))
    right, down, rest = b - c, d - c, a - b + c - d
    scale = right[:, 0] * down[:, 1] - down[:, 0] * right[:, 1]
    scale = np.where(np.abs(scale) < 1e-6, 1e-6, scale)
    g = (rest[:, 0] * down[:, 1] - down[:, 0] * rest[:, 1]) / scale
    h = (right[:, 0] * rest[:, 1] - rest[:, 0] * right[:, 1]) / scale
    across, along = b - a + g[:, None] * b, d - a + h[:, None] * d
    maps = np.empty((len(quads), 3, 3))
    maps[:, :2, 0], maps[:, :2, 1], maps[:, :2, 2] = across, along, a
    maps[:, 2, 0], maps[:, 2, 1], maps[:, 2, 2] = g, h, 1
    return changed(maps, np.tile(np.array([[1, 0.5, 0.5]]), (len(quads), 1)))


def changed(maps: NDArray[Any], changes: NDArray[Any]) -> Floats:
    """Maps of the square scaled about its middle, then shifted: a change is scale, right, down."""
    scale, right, down = changes[..., 0], changes[..., 1], changes[..., 2]
    across, along, start = maps[..., 0], maps[..., 1], maps[..., 2]
    moved = across * right[..., None] + along * down[..., None] + start
    maps = np.stack([across * scale[..., None], along * scale[..., None], moved], axis=-1)
    return np.asarray(maps / maps[..., 2:, 2:], np.float32)


def project(maps: Floats, points: Floats) -> tuple[Floats, Floats]:
    """Both coordinates, each N x P, of points (3 x P, the third 1) under each map."""
    far = np.maximum(maps[:, 2] @ points, BEHIND)
    return maps[:, 0] @ points / far, maps[:, 1] @ points / far


def sample(grey: Grey, maps: Floats) -> Floats:
    """N x 100: mean greys of the cells under each map."""
    x, y = project(maps, POINTS)
    greys = np.empty(x.shape, np.uint8)
    for start in range(0, len(x), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        greys[rows] = cv2.remap(grey, x[rows], y[rows], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    quarter = RING * RING
    total = greys[:, :quarter].astype(np.uint16)
    for start in range(quarter, 4 * quarter, quarter):
        total += greys[:, start : start + quarter]
    return np.asarray(total, np.float32) / np.float32(4)

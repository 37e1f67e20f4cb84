"""Where in a picture a marker could be: dark shapes whose hull has four corners."""

from collections.abc import Iterator
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from lessonapp.channels.cards.cells import Floats, Grey

PASSES: Final = ((5, 0.9), (9, 0.8), (15, 0.6))
"""Windows in pixels, and the share of their mean grey below which a pixel is dark.

A share, not a difference: a thumb is lighter than the ink in any light, so the darker passes part it from the
marker, and the hull bridges the bite that it leaves.
"""
SMALLEST: Final = 26
"""Pixels around the smallest marker that can be read."""
LARGEST: Final = 800
ROUGHNESS: Final = 0.06
"""How far a side may bend, as a share of the way around."""


def find_quads(grey: Grey, smallest: int = SMALLEST) -> Floats:
    """N x 4 x 2: corners clockwise, the first one anywhere; of shapes with so many pixels around them."""
    found = [quad for window, share in PASSES for quad in _dark_quads(grey, window, share, smallest)]
    quads = np.array(found, np.float32).reshape(-1, 4, 2)
    first, second = quads[:, 1] - quads[:, 0], quads[:, 2] - quads[:, 0]
    backwards = first[:, 0] * second[:, 1] < first[:, 1] * second[:, 0]
    quads[backwards] = quads[backwards][:, [0, 3, 2, 1]]
    return quads


def _dark_quads(grey: Grey, window: int, share: float, smallest: int) -> Iterator[NDArray[Any]]:
    limit = cv2.convertScaleAbs(cv2.blur(grey, (window, window)), alpha=share)
    outlines, _tree = cv2.findContours(
        cv2.compare(grey, limit, cv2.CMP_LT), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE
    )
    for outline in outlines:
        around = len(outline)
        if smallest <= around <= LARGEST:
            corners = cv2.approxPolyDP(outline, ROUGHNESS * around, closed=True)
            if len(corners) != 4 or not cv2.isContourConvex(corners):
                hull = cv2.convexHull(outline)
                corners = cv2.approxPolyDP(hull, ROUGHNESS * cv2.arcLength(hull, closed=True), closed=True)
            if len(corners) == 4:
                yield corners

"""Where in a picture a marker could be: dark quadrilaterals on something lighter."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Floats = NDArray[np.float32]

PASSES: Final = ((9, 0.85), (15, 0.65))
"""Windows in pixels, and the share of their mean grey below which a pixel is dark. A share, not a difference: a
thumb at the edge is lighter than the ink in any light, so it falls away from the marker in the darker pass."""
SMALLEST: Final = 26
"""Pixels around the smallest marker that is looked for."""
LARGEST: Final = 800
ROUGHNESS: Final = 0.06
"""How far a side may bend, as a share of the way around."""


def find_quads(grey: Grey) -> Floats:
    """N x 4 x 2: corners clockwise, the first one anywhere."""
    found: list[NDArray[np.int32]] = []
    for window, share in PASSES:
        mean = cv2.blur(grey, (window, window))
        dark = cv2.compare(grey, cv2.convertScaleAbs(mean, alpha=share), cv2.CMP_LT)
        outlines, _tree = cv2.findContours(dark, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        for outline in outlines:
            around = len(outline)
            if SMALLEST <= around <= LARGEST:
                corners = cv2.approxPolyDP(outline, ROUGHNESS * around, closed=True)
                if len(corners) == 4 and cv2.isContourConvex(corners):
                    found.append(corners)
    quads = np.array(found, np.float32).reshape(-1, 4, 2)
    first, second = quads[:, 1] - quads[:, 0], quads[:, 2] - quads[:, 0]
    backwards = first[:, 0] * second[:, 1] < first[:, 1] * second[:, 0]
    quads[backwards] = quads[backwards][:, [0, 3, 2, 1]]
    return quads

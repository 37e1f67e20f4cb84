"""What the cells of each card look like, and how well greys fit them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from lessonapp.channels.cards.cells import RING, Floats
from lessonapp.channels.cards.marker import DATA, marker_cells

DATA_WEIGHT: Final = 1.0
BORDER_WEIGHT: Final = 0.7
QUIET_WEIGHT: Final = 0.4
SOFTNESS: Final = 0.1
"""Share of its grey that a cell gives to the cell on either side."""


def _weights() -> Floats:
    weights = np.full((RING, RING), QUIET_WEIGHT, np.float32)
    weights[1:-1, 1:-1] = BORDER_WEIGHT
    weights[2:-2, 2:-2] = DATA_WEIGHT
    return np.asarray(weights / weights.sum(), np.float32).ravel()


def _data_weights() -> Floats:
    weights = np.zeros((RING, RING), np.float32)
    weights[2:-2, 2:-2] = 1 / DATA**2
    return weights.ravel()


WEIGHTS: Final = _weights()
DATA_WEIGHTS: Final = _data_weights()


@dataclass(frozen=True, slots=True)
class Fit:
    """The card that fits each row of greys best; arrays of one length."""

    seat: NDArray[np.intp]
    turn: NDArray[np.intp]
    """Quarter turns clockwise from A up."""
    score: Floats
    """Weighted correlation of all cells."""
    lead: Floats
    """Over the runner-up, as a share of the lead that a perfect picture would have."""
    data: Floats
    """Correlation of the data cells alone."""


class Templates:
    """The cards of a class in four turns each, and in the mirror: a mirrored picture must not be read."""

    def __init__(self, seats: Collection[int]) -> None:
        names, turns, cells = [], [], []
        for seat in sorted(set(seats)):
            sharp = np.pad(~np.array(marker_cells(seat)), 1, constant_values=True).astype(np.float32)
            white = _blurred(sharp)
            for mirrored in (False, True):
                for turn in range(4):
                    names.append(0 if mirrored else seat)
                    turns.append(turn)
                    cells.append(np.rot90(white[:, ::-1] if mirrored else white, -turn).ravel())
        stack = np.array(cells, np.float32).reshape(-1, RING * RING)
        self._seats, self._turns = np.array(names, np.intp), np.array(turns, np.intp)
        full, data = _normalised(stack, WEIGHTS), _normalised(stack, DATA_WEIGHTS)
        self._alike = (full / WEIGHTS) @ full.T
        self._full, self._data = np.ascontiguousarray(full.T), np.ascontiguousarray(data.T)

    def scores(self, greys: Floats) -> Floats:
        """N x templates: weighted correlations."""
        return np.asarray(greys @ self._full / _spread(greys, WEIGHTS)[:, None])

    def fit(self, greys: Floats) -> Fit:
        """The best card of each row of greys (N x 100)."""
        scores = self.scores(greys)
        rows = np.arange(len(scores))
        best = scores.argmax(axis=1)
        score = scores[rows, best]
        scores[rows, best] = -2
        second = scores.argmax(axis=1)
        lead = (score - scores[rows, second]) / (1 - self._alike[best, second])
        data = np.einsum("nc,cn->n", greys, self._data[:, best])
        return Fit(
            self._seats[best], self._turns[best], score, lead,
            data / _spread(greys, DATA_WEIGHTS),
        )  # fmt: skip


def _blurred(cells: Floats) -> Floats:
    """Cells as a lens shows them when they are small."""
    kernel = np.array([SOFTNESS, 1 - 2 * SOFTNESS, SOFTNESS], np.float32)
    return np.asarray(cv2.sepFilter2D(cells, -1, kernel, kernel, borderType=cv2.BORDER_REPLICATE), np.float32)


def _normalised(cells: Floats, weights: Floats) -> Floats:
    """Rows that, multiplied with greys and divided by their spread, give a weighted correlation."""
    level = cells - (cells @ weights)[:, None]
    length = np.sqrt((level**2) @ weights)
    return np.asarray(level * weights / length[:, None], np.float32)


def _spread(greys: Floats, weights: Floats) -> Floats:
    """Weighted standard deviation of each row."""
    mean = greys @ weights
    return np.sqrt(np.maximum((greys**2) @ weights - mean**2, 1e-3))

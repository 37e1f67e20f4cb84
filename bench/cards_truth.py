"""What a made classroom picture holds: the cards in it, and the pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lessonapp.channels.cards.marker import LETTERS, Letter

Picture = NDArray[np.uint8]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Placed:
    """A card that is in the picture, as it was put there."""

    seat: int
    answer: Letter
    corners: Floats
    """4 x 2: of the marker, top left as printed with A up, then clockwise as printed."""
    seen: float
    """Share of marker and quiet zone that nothing covers."""
    askew: float
    """Degrees between the card's upper edge and upright."""
    tilt: float

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the marker in the picture."""
        x, y = self.corners.mean(axis=0)
        return float(x), float(y)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture and what is in it."""

    picture: Picture
    cards: tuple[Placed, ...]


def clockwise_turn(answer: Letter) -> int:
    """Quarter turns clockwise that bring the edge of an answer up."""
    return -LETTERS.index(answer) % 4

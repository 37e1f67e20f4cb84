"""What is seen in one picture: plain values, so that windows can show them without a picture library."""

from dataclasses import dataclass

from lessonapp.channels.cards.marker import Letter

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """One card in one picture; points are pixels of that picture, x to the right, y down."""

    seat: int
    answer: Letter | None
    """None: held between two edges, so nothing is concluded from it."""
    centre: Point
    corners: tuple[Point, Point, Point, Point]
    """Of the black marker: top left of the card as printed with A up, then clockwise as printed."""
    score: float
    """How well the cells fit, at most 1."""
    side: float
    """Mean side of the marker in pixels."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one picture shows."""

    width: int
    height: int
    readings: tuple[Reading, ...]
    small: int = 0
    """What looks like a card but is too small to be read."""
    mirrored: int = 0
    """Cards seen in a mirror: never read, the camera's mirroring has to be switched off."""
    light: float = 128.0
    """Mean grey of the picture, 0 to 255."""
    sharpness: float = 1.0
    """Of the strongest edges: near 1 in a sharp picture, towards 0.5 and below in a blurred one."""

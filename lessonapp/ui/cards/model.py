"""What the console shows of the cards: plain values, made by whoever owns the camera."""

from dataclasses import dataclass
from typing import Literal

SourceState = Literal[
    "off", "starting", "running", "none", "lost", "failed", "no-library", "no-cameras", "file"
]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tag:
    """One card in the picture; corners are shares of its width and height."""

    seat: int
    corners: tuple[Point, Point, Point, Point]
    letter: str = ""
    """Shown only while the teacher asks for it."""
    read: bool = False
    double: bool = False
    """One of two cards with the same number."""


@dataclass(frozen=True, slots=True)
class CameraPicture:
    """Grey pixels, row by row from the top, faces blurred already; and the cards in them."""

    width: int
    height: int
    pixels: bytes
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class CardHint:
    """What would make more cards be read."""

    tone: Literal["ok", "warn"]
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class CameraChoice:
    """A camera and the sizes it has."""

    id: str
    name: str
    sizes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CameraSetting:
    """Which camera, which size, and how its picture is shown; what is read is never mirrored."""

    camera: str = ""
    size: tuple[int, int] = (1280, 720)
    mirrored: bool = True
    blurred: bool = True


@dataclass(frozen=True, slots=True)
class CardsStatus:
    """How reading goes."""

    source: SourceState = "off"
    file: str = ""
    asked: bool = False
    """Whether a question is open that cards can answer."""
    missing: tuple[int, ...] = ()
    duplicates: tuple[int, ...] = ()
    hints: tuple[CardHint, ...] = ()

"""A class that holds up its cards, drawn as a camera would see it."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from lessonapp.channels.cards.marker import LETTERS, marker_cells
from lessonapp.channels.cards.sources import Picture

WIDE, HIGH = 1280, 720
CARD = 104  # pixels, of which the marker has 64
COLUMNS = 6

Held = Sequence[tuple[int, str]]
"""Seat and letter of each card, from the left of the first row."""


def card(seat: int, letter: str) -> Picture:
    """One card with a letter's edge up."""
    cells = np.array(marker_cells(seat))
    marker = np.kron(np.where(cells, 0, 255), np.ones((8, 8))).astype(np.uint8)
    whole = np.full((CARD, CARD), 245, np.uint8)
    edge = (CARD - len(marker)) // 2
    whole[edge : edge + len(marker), edge : edge + len(marker)] = marker
    # A turned card: the right edge comes up by a quarter turn against the clock.
    return np.ascontiguousarray(np.rot90(whole, LETTERS.index(letter)))


def scene(held: Held, *, faces: bool = True) -> Picture:
    """A grey room with heads, and the cards in rows."""
    room = np.full((HIGH, WIDE), 120, np.uint8)
    room[HIGH // 2 :] = 95
    for place, (seat, letter) in enumerate(held):
        x, y = 60 + place % COLUMNS * 200, 90 + place // COLUMNS * 150
        if faces:
            cv2.circle(room, (x + CARD + 36, y + 20), 34, 200, -1)
            cv2.circle(room, (x + CARD + 26, y + 14), 5, 10, -1)
            cv2.circle(room, (x + CARD + 46, y + 14), 5, 10, -1)
        room[y : y + CARD, x : x + CARD] = card(seat, letter)
    return np.asarray(cv2.GaussianBlur(room, (0, 0), 0.8), dtype=np.uint8)


def save(held: Held, path: Path) -> Path:
    """The scene as a picture file, as from a phone."""
    done, data = cv2.imencode(".png", scene(held))
    assert done
    path.write_bytes(data.tobytes())
    return path


def film(scenes: Sequence[Held], path: Path, pictures: int = 8) -> Path:
    """Scenes one after the other as a video file."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 100, (WIDE, HIGH), isColor=False)
    assert writer.isOpened()
    for held in scenes:
        for _picture in range(pictures):
            writer.write(scene(held))
    writer.release()
    return path

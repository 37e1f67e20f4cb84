"""A made card as it is printed, cut and held: paper, marker, letters, thumbs."""

from functools import cache

import cv2
import numpy as np

from bench.cards_clutter import LETTER_FONT
from bench.cards_truth import Floats, Picture
from lessonapp.channels.cards.marker import LETTERS, marker_cells

SQUARE, MARKER = 148, 104
"""Millimetres: the card cut from A5, and the marker on it."""
SCALE = 4
"""Pixels of the texture to a millimetre."""


@cache
def texture(seat: int) -> Picture:
    """Grey picture of a card with A up."""
    size = SQUARE * SCALE
    card = np.full((size, size), 255, np.uint8)
    margin = (SQUARE - MARKER) // 2 * SCALE
    black = np.array(marker_cells(seat))
    cell = MARKER // 8 * SCALE
    card[margin:-margin, margin:-margin] = (
        np.where(black, 0, 255).astype(np.uint8).repeat(cell, 0).repeat(cell, 1)
    )
    for letter in LETTERS:
        cv2.putText(card, letter, (size // 2 - 6, int(margin * 0.45)), LETTER_FONT, 0.55, 128, 2, cv2.LINE_AA)
        card = np.ascontiguousarray(np.rot90(card))  # counterclockwise: the right edge comes up, B with it
    cv2.putText(card, str(seat), (int(size * 0.86), size - margin // 3), LETTER_FONT, 0.9, 90, 2, cv2.LINE_AA)
    cv2.circle(card, (int(size * 0.08), size - margin // 2), 5 * SCALE, 120, -1)
    for at in range(0, size, 6 * SCALE):
        for line in (0, size - 2):
            card[line : line + 2, at : at + 3 * SCALE] = 200
            card[at : at + 3 * SCALE, line : line + 2] = 200
    return card


def turned(roll: float, tilt: float, lean: float) -> Floats:
    """3 x 3: a card rolled clockwise, then tilted by an angle about an axis in its plane; degrees."""
    a, t, p = np.radians([roll, tilt, lean])
    spin = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    axis = np.array([np.cos(p), np.sin(p), 0])
    cross = np.array([[0, 0, axis[1]], [0, 0, -axis[0]], [-axis[1], axis[0], 0]])
    tipped = np.cos(t) * np.eye(3) + np.sin(t) * cross + (1 - np.cos(t)) * np.outer(axis, axis)
    return np.asarray(tipped @ spin)


def square(millimetres: float) -> Floats:
    """4 x 2: corners of a square about its middle, top left first, clockwise, y down."""
    half = millimetres / 2
    return np.array([[-half, -half], [half, -half], [half, half], [-half, half]])


def thumbs(
    rng: np.random.Generator, often: float, deep: float
) -> list[tuple[Floats, tuple[float, float], float]]:
    """Fingers over the edge: middle (mm), half axes (mm), angle; `deep` is how far they may reach in, mm."""
    found = []
    for side in range(4):
        if rng.random() > often:
            continue
        inward = rng.uniform(8, deep)
        along = rng.uniform(-60, 60)
        edge = SQUARE / 2
        middle = np.array([along, edge - inward / 2 + 6])
        quarter = np.radians(90 * side)
        spin = np.array([[np.cos(quarter), -np.sin(quarter)], [np.sin(quarter), np.cos(quarter)]])
        found.append((spin @ middle, (rng.uniform(7, 10), inward / 2 + 6), 90.0 * side + rng.normal(0, 12)))
    return found

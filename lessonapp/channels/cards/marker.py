"""The marker of each seat: plain values that printer and reader share, with no picture library.

Everything here is about the card with A up. Turning it clockwise by a quarter brings its left edge, D, up.
"""

from functools import cache
from typing import Final, Literal

Letter = Literal["A", "B", "C", "D"]
LETTERS: Final[tuple[Letter, ...]] = ("A", "B", "C", "D")

CELLS: Final = 8
"""Cells along a side of the marker: six of data between two of black border."""
DATA: Final = 6
LAST_SEAT: Final = 63

# Rows of 6 x 6 data cells in OpenCV's DICT_6X6_100, first cell in the highest bit, 1 is white. These 63 of
# its markers differ in 12 cells or more, however turned, and are the busiest: posters look like plain ones.
_PATTERNS: Final = (
    0x15907EACD, 0xC91B3069E, 0xD607D6E15, 0x4268B41F5, 0x88A50F29A, 0x307D524FD, 0x48D85B257,
    0x86DCFAD07, 0x8D72A93F6, 0xA2B89DCDE, 0x09FD1E9C4, 0x154DBD18F, 0x56DF11DB6, 0x76E8CB781,
    0xC67549490, 0xC1D288941, 0xE7480852B, 0xEA2FCA848, 0xE963B77B1, 0xFA36652AF, 0x0541D72D6,
    0x0CF7246A2, 0x15A893E74, 0x4F11E26C0, 0x589BFAE34, 0x60537A891, 0x6159069BA, 0x70AD96A4F,
    0x75846F71A, 0x7A95192FC, 0x93EB78B14, 0x988DA84D4, 0xA529E07B8, 0xB593B855F, 0xB7F8E426F,
    0xBC205225E, 0xC04487765, 0xC5A91BD8D, 0xCD0CA6272, 0xC9435D44D, 0xE57D15877, 0xEFC6858E9,
    0x2CE43F254, 0x2BDCFF4B3, 0xA1A254E0F, 0xA982C1BB5, 0xD81B49B08, 0x07C4095FC, 0x0FE26617B,
    0x10AD5FFB7, 0x12829553F, 0x16E13184C, 0x1913AE0A1, 0x1B67B5A17, 0x25DC95F0B, 0x3354146AA,
    0x44BA70B67, 0x48D1914A1, 0x54F499F6D, 0x575A9C813, 0x558355B2C, 0x57B77610F, 0x5E6EEF402,
)  # fmt: skip
MARKER_IDS: Final = (
    2, 3, 4, 6, 7, 8, 11, 13, 14, 15, 16, 17, 20, 22, 25, 26, 27, 28, 29, 30, 32,
    33, 35, 37, 39, 41, 42, 44, 45, 46, 49, 50, 52, 53, 54, 55, 56, 58, 60, 61, 63, 64,
    66, 67, 69, 70, 71, 73, 74, 76, 77, 78, 81, 82, 83, 85, 90, 92, 93, 94, 95, 96, 99,
)  # fmt: skip
"""Number in DICT_6X6_100 of the marker of seat 1, 2, ... 63."""

Grid = tuple[tuple[bool, ...], ...]


def marker_turn(seat: int) -> int:
    """Quarter turns clockwise of the marker in the card, so that neighbours' same answers look different."""
    return (seat + seat // 4) % 4


@cache
def marker_cells(seat: int) -> Grid:
    """The 8 x 8 cells of a seat's marker on the card with A up, rows from the top; True is black."""
    if not 1 <= seat <= LAST_SEAT:
        raise ValueError(f"there is no card for seat {seat}")
    bits = _PATTERNS[seat - 1]
    white = [bool(bits >> place & 1) for place in reversed(range(DATA * DATA))]
    data = [[not cell for cell in white[start : start + DATA]] for start in range(0, DATA * DATA, DATA)]
    grid = [[True] * CELLS, *([True, *row, True] for row in data), [True] * CELLS]
    for _turn in range(marker_turn(seat)):  # clockwise: the left column becomes the top row
        grid = [list(row) for row in zip(*reversed(grid), strict=True)]
    return tuple(tuple(row) for row in grid)


def letter_of_turn(quarters: int) -> Letter:
    """The answer of a card turned clockwise by so many quarters, as the camera (never mirrored) sees it."""
    return LETTERS[-quarters % 4]

"""The printed marker of each seat is the dictionary's marker, turned as both printer and reader know."""

import cv2
import numpy as np
import pytest

from lessonapp.channels.cards.marker import (
    LAST_SEAT,
    LETTERS,
    MARKER_IDS,
    letter_of_turn,
    marker_cells,
    marker_turn,
)

DICTIONARY = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_6X6_100)


def printed(seat: int) -> np.ndarray:
    return np.array(marker_cells(seat))


@pytest.mark.parametrize("seat", range(1, LAST_SEAT + 1))
def test_it_is_the_dictionarys_marker_turned(seat: int) -> None:
    drawn = cv2.aruco.generateImageMarker(DICTIONARY, MARKER_IDS[seat - 1], 8, borderBits=1) == 0
    assert np.array_equal(printed(seat), np.rot90(drawn, -marker_turn(seat)))


@pytest.mark.parametrize("seat", range(1, LAST_SEAT + 1))
def test_opencv_finds_the_turn_where_the_printer_put_it(seat: int) -> None:
    picture = (
        np.pad(np.where(printed(seat), 0, 255).astype(np.uint8), 2, constant_values=255)
        .repeat(10, 0)
        .repeat(10, 1)
    )
    corners, ids, _ = cv2.aruco.ArucoDetector(DICTIONARY).detectMarkers(picture)
    assert ids.ravel().tolist() == [MARKER_IDS[seat - 1]]
    first = corners[0][0][0] > picture.shape[0] / 2  # right?, below?
    assert tuple(first) == [(False, False), (True, False), (True, True), (False, True)][marker_turn(seat)]


def test_markers_and_their_turns_keep_twelve_cells_apart() -> None:
    turned = [np.rot90(printed(seat), turn) for seat in range(1, LAST_SEAT + 1) for turn in range(4)]
    flat = np.array(turned).reshape(len(turned), -1).astype(int)
    apart = (flat[:, None] != flat[None]).sum(2)
    assert apart[~np.eye(len(turned), dtype=bool)].min() >= 12


def test_seats_side_by_side_are_turned_differently() -> None:
    for seat in range(1, LAST_SEAT):
        assert marker_turn(seat) != marker_turn(seat + 1)


def test_turning_the_card_clockwise_brings_its_left_edge_up() -> None:
    assert [letter_of_turn(quarters) for quarters in range(4)] == ["A", "D", "C", "B"]
    assert {letter_of_turn(quarters) for quarters in range(-4, 0)} == set(LETTERS)


@pytest.mark.parametrize("seat", [0, LAST_SEAT + 1, -1])
def test_there_is_no_card_for_other_seats(seat: int) -> None:
    with pytest.raises(ValueError, match="no card"):
        marker_cells(seat)

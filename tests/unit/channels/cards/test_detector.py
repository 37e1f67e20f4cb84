"""From pictures to readings: every seat, every turn, hard cases, and nothing from mirrors or clutter."""

from itertools import islice

import cv2
import numpy as np
import pytest

from bench.cards import counts, watch, within
from bench.cards_paper import MARKER, SQUARE, square, texture, turned
from bench.cards_rooms import room_film
from bench.cards_scenes import Recipe, empty_rooms, film, still
from bench.cards_truth import Floats, Picture, clockwise_turn
from lessonapp.channels.cards.detector import CardDetector
from lessonapp.channels.cards.marker import LAST_SEAT, LETTERS, Letter
from lessonapp.channels.cards.readings import Reading

ALL = CardDetector()


def held(
    seat: int, roll: float, *, tilt: float = 0, lean: float = 30, side: float = 48
) -> tuple[Picture, Floats]:
    """A grey picture of one card turned clockwise by an angle, and the corners of its marker in it."""
    pose, far = turned(roll, tilt, lean), 900 * MARKER / side

    def project(points: Floats) -> Floats:
        placed = np.c_[points, np.zeros(len(points))] @ pose.T + [0, 0, far]
        return np.asarray(placed[:, :2] * 900 / placed[:, 2:] + [100, 90])

    size = round(side * SQUARE / MARKER)
    paper = cv2.resize(texture(seat), (size, size), interpolation=cv2.INTER_AREA)
    view = cv2.getPerspectiveTransform(
        (square(size) + size / 2 - 0.5).astype(np.float32), project(square(SQUARE)).astype(np.float32)
    )
    picture = np.full((180, 200), 120, np.uint8)
    cv2.warpPerspective(paper, view, (200, 180), dst=picture, borderMode=cv2.BORDER_TRANSPARENT)
    return picture, project(square(MARKER))


def only(picture: Picture) -> Reading:
    [reading] = ALL.read(picture).readings
    return reading


@pytest.mark.parametrize("answer", LETTERS)
def test_every_card_is_read_with_each_edge_up(answer: Letter) -> None:
    for seat in range(1, LAST_SEAT + 1):
        picture, corners = held(seat, 90 * clockwise_turn(answer))
        reading = only(picture)
        assert (reading.seat, reading.answer) == (seat, answer)
        assert np.abs(np.array(reading.corners) - corners).max() < 3, "in the order as printed"


def test_the_edge_that_is_up_decides_within_38_degrees() -> None:
    for roll in range(-180, 180, 7):
        reading = only(held(9, roll)[0])
        off = abs((roll + 45) % 90 - 45)
        if off <= 36:
            assert reading.answer == LETTERS[-round(roll / 90) % 4]
        elif off >= 40:
            assert reading.answer is None


@pytest.mark.parametrize("tilt", [25, 40, 50])
def test_a_tilted_card_keeps_its_answer(tilt: float) -> None:
    for lean in range(0, 360, 30):
        for seat, roll in ((5, -30), (38, 0), (61, 30)):
            reading = only(held(seat, roll, tilt=tilt, lean=lean)[0])
            assert (reading.seat, reading.answer) == (seat, "A")


def test_a_card_in_the_mirror_is_counted_and_never_read() -> None:
    for seat in range(1, LAST_SEAT + 1):
        sight = ALL.read(np.ascontiguousarray(held(seat, 7 * seat)[0][:, ::-1]))
        assert (sight.readings, sight.mirrored) == ((), 1)


def test_a_mirrored_class_gives_no_answer() -> None:
    scene = still(Recipe(960, 540, cards=16, side=20), 5)
    sight = ALL.read(np.ascontiguousarray(scene.picture[:, ::-1]))
    assert not sight.readings
    assert sight.mirrored >= 12


def test_only_cards_of_the_class_are_read() -> None:
    assert CardDetector([1, 2, 3]).read(held(1, 0)[0]).readings
    assert not CardDetector([1, 2, 3]).read(held(40, 0)[0]).readings


def test_grey_and_colour_are_read_alike() -> None:
    grey = held(12, 20)[0]
    assert ALL.read(np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), np.uint8)) == ALL.read(grey)


@pytest.mark.parametrize("side", [14, 30, 90, 260, 600])
def test_near_and_far_are_read_in_one_picture_size(side: int) -> None:
    width = 1280
    grey = np.full((960, width), 150, np.uint8)
    size = round(side * SQUARE / MARKER)
    card = cv2.resize(np.asarray(texture(31)), (size, size), interpolation=cv2.INTER_AREA)
    grey[(960 - size) // 2 :, (width - size) // 2 :][:size, :size] = card
    assert [(r.seat, r.answer) for r in ALL.read(grey).readings] == [(31, "A")]


@pytest.mark.parametrize("make", [film, room_film])
def test_hard_pictures_give_no_wrong_answer(make) -> None:
    recipe = Recipe(960, 540, cards=14, side=26, hard=0.7)
    tally = watch(lambda recipe, seed: islice(make(recipe, seed), 3), recipe, films=2)
    assert tally.views > 40
    assert tally.read > 0.4 * tally.views
    assert (tally.wrong, tally.false, tally.fused_wrong, tally.fused_false) == (0, 0, 0, 0)


def test_a_typical_class_is_read_in_one_picture() -> None:
    recipe = Recipe(960, 540, cards=20, side=20)
    for seed in (1, 2):
        scene = still(recipe, seed)
        found = {reading.seat: reading for reading in ALL.read(scene.picture).readings}
        cards = [card for card in scene.cards if counts(card, recipe)]
        read = [card for card in cards if card.seat in found and within(card, *found[card.seat].centre)]
        assert len(read) >= 0.95 * len(cards)
        assert all(found[card.seat].answer == card.answer for card in read)


def test_nothing_is_read_in_rooms_without_cards() -> None:
    for picture in empty_rooms(3, seed=1, width=960, height=540):
        assert not ALL.read(picture).readings


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_an_even_picture_holds_nothing_and_is_not_called_blurred(grey: int) -> None:
    sight = ALL.read(np.full((720, 1280), grey, np.uint8))
    assert (sight.readings, sight.small, sight.light, sight.sharpness) == ((), 0, grey, 1)


def test_a_blurred_picture_is_less_sharp() -> None:
    picture = still(Recipe(960, 540, cards=10, side=30), 3).picture
    blurred = np.asarray(cv2.GaussianBlur(picture, (0, 0), 3), np.uint8)
    assert ALL.read(blurred).sharpness < 0.6 < ALL.read(picture).sharpness


@pytest.mark.parametrize("shape", [(1, 1), (8, 8), (3, 900), (900, 3)])
def test_tiny_pictures_are_no_trouble(shape: tuple[int, int]) -> None:
    assert not ALL.read(np.zeros(shape, np.uint8)).readings

"""Seats as people write them."""

import pytest

from lessonapp.app.cards_print import seats_of
from lessonapp.app.seat_list import seat_numbers
from lessonapp.domain.errors import TeacherError


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("1-3, 7,2", (1, 2, 3, 7)),
        ("", ()),
        (" ", ()),
        ("9", (9,)),
        ("12 – 14; 3", (12, 13, 14, 3)),
        ("1-40", tuple(range(1, 41))),
    ],
)
def test_what_is_written_is_understood(text: str, seats: tuple[int, ...]) -> None:
    assert seat_numbers(text) == seats


@pytest.mark.parametrize("wrong", ["", "x", "1-", "-3", "1-2-3", "1 2", "１", "²", "1" * 12])
def test_what_is_no_list_of_numbers_is_named(wrong: str) -> None:
    with pytest.raises(TeacherError, match=f"“{wrong}”"):
        seat_numbers(f"1, {wrong}")


@pytest.mark.parametrize("wrong", ["0", "3-1", "1-9999"])
def test_a_seat_that_cannot_be_is_named(wrong: str) -> None:
    with pytest.raises(TeacherError, match=f"2000.*{wrong}"):
        seat_numbers(wrong)


def test_cards_are_for_fewer_seats_and_never_for_none() -> None:
    assert seats_of("9, 1-3") == (1, 2, 3, 9)
    with pytest.raises(TeacherError, match=r"63.*64"):
        seats_of("64")
    with pytest.raises(TeacherError):
        seats_of(" ")

"""Figures in words: what stands beside each other adds up."""

import pytest

from lessonapp.i18n import Speaker
from lessonapp.reports.words import Words, shift


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((33, 73), (23, 73), "down 13"),  # 45 % and 32 %; 13.7 points
        ((54, 118), (90, 118), "up 30"),
        ((20, 31), (29, 32), "up 26"),
        ((5, 8), (10, 16), "no change"),
        ((1, 3), (334, 1000), "no change"),  # both are 33 %
    ],
)
def test_a_change_is_the_difference_of_the_shares_as_printed(
    before: tuple[int, int], after: tuple[int, int], said: str
) -> None:
    words = Words(Speaker("en"), "grades-6-9")
    assert shift(words, before, after) == said
    shown = [int(words.percent(*share).rstrip("%")) for share in (before, after)]
    assert words.change(shown[1] - shown[0]) == said

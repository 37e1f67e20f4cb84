"""The figures against values worked by hand or published."""

import random
from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonapp.domain.statistics import (
    class_gain,
    confidence,
    discriminations,
    facility,
    hake,
    item_rest,
    matched_gain,
    quality,
    spread,
    whole_percent,
)


def marks(*right: int, of: int) -> dict[tuple[int, int], bool]:
    return {(seat, 0): seat in right for seat in range(1, of + 1)}


def test_facility() -> None:
    assert facility(20, 34) == pytest.approx(0.588235294, abs=1e-9)
    assert facility(0, 0) is None


def test_spread() -> None:
    assert spread([2, 4, 4, 4, 5, 5, 7, 9]) == pytest.approx(sqrt(32 / 7))
    assert spread([Fraction(1, 3)]) is None
    assert spread([0.5, 0.5]) == 0


@given(st.integers(0, 500), st.integers(1, 500))
def test_whole_percent_is_the_nearest_and_halves_go_up(count: int, more: int) -> None:
    whole = count + more
    assert -whole <= 200 * count - 2 * whole * whole_percent(count, whole) < whole
    assert (whole_percent(1, 8), whole_percent(5, 8), whole_percent(2, 3)) == (13, 63, 67)


@pytest.mark.parametrize(
    ("n", "word"), [(0, "hidden"), (9, "hidden"), (10, "indicative"), (29, "indicative"), (30, "firm")]
)
def test_small_class_honesty(n: int, word: str) -> None:
    assert confidence(n) == word


def test_item_rest_by_hand() -> None:
    # x = 1 1 0 0, r = 3 2 2 1: cov = 1/3, var x = 1/3, var r = 2/3
    assert item_rest([(True, 3), (True, 2), (False, 2), (False, 1)]) == pytest.approx(1 / sqrt(2))
    assert item_rest([(True, 1), (False, 2)]) == pytest.approx(-1)


def test_item_rest_needs_variation() -> None:
    assert item_rest([(True, 1), (True, 2)]) is None
    assert item_rest([(True, 0.1 + 0.2), (False, 0.3)]) is None
    assert item_rest([]) is None


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9)), min_size=2, max_size=40))
def test_item_rest_is_pearson(pairs: list[tuple[bool, int]]) -> None:
    found = item_rest([(mark, float(rest)) for mark, rest in pairs])
    n = len(pairs)
    xs, ys = [int(m) for m, _ in pairs], [r for _, r in pairs]
    vx, vy = n * sum(x * x for x in xs) - sum(xs) ** 2, n * sum(y * y for y in ys) - sum(ys) ** 2
    if not vx or not vy:
        assert found is None
    else:
        cov = n * sum(x * y for x, y in zip(xs, ys, strict=True)) - sum(xs) * sum(ys)
        assert found == pytest.approx(cov / sqrt(vx * vy), abs=1e-9)


def test_discrimination_is_hidden_under_ten() -> None:
    nine = {"a": marks(1, 2, 3, of=9), "b": marks(1, 2, of=9)}
    ten = {"a": marks(1, 2, 3, of=10), "b": marks(1, 2, of=10)}
    assert discriminations(nine) == {}
    found = discriminations(ten)["a"]
    assert (found.n, found.confidence) == (10, "indicative")
    assert found.value == pytest.approx(14 / sqrt(21 * 16))  # phi of the 2 x 2 table 2 1 / 0 7


def test_discrimination_leaves_missing_answers_out() -> None:
    luck = random.Random(3)
    full = {key: {(s, 0): luck.random() < 0.6 for s in range(1, 41)} for key in "abcd"}
    holed = {
        key: {who: m for who, m in column.items() if who != (7, 0)} if key == "a" else column
        for key, column in full.items()
    }
    found = discriminations(holed)
    assert found["a"].n == 39
    assert found["b"].n == 40


def test_quality_words() -> None:
    assert [quality(v) for v in (-0.2, -0.05, 0.19, 0.2, 0.3)] == ["reversed", "weak", "weak", "fair", "good"]


@pytest.mark.parametrize(
    ("before", "after", "gain"),
    [(0.5, 0.82, 0.64), (0.25, 0.25, 0.0), (0.8, 0.7, -0.5), (0.45, 0.73, 0.509090909)],
)
def test_hake(before: float, after: float, gain: float) -> None:
    assert hake(before, after) == pytest.approx(gain, abs=1e-6)


def test_hake_has_no_value_where_nothing_is_left_to_gain() -> None:
    assert hake(1, 0.9) is None


def test_matched_gain_by_hand() -> None:
    before = [marks(1, 2, of=4), marks(1, of=4)]
    after = [marks(1, 2, 3, of=4), marks(2, 3, of=3)]  # seat 4 missed the second
    gain = matched_gain(list(zip(before, after, strict=True)))
    assert gain is not None
    assert (gain.before_right, gain.before_answered, gain.after_right, gain.after_answered) == (3, 7, 5, 7)
    assert (gain.respondents, gain.higher, gain.same, gain.lower, gain.full_before) == (4, 2, 1, 1, 1)
    assert gain.points == pytest.approx(100 * 2 / 7)
    # without seat 1, who had all: 1 of 5 before, 4 of 5 after
    assert gain.hake == pytest.approx((4 / 5 - 1 / 5) / (1 - 1 / 5))
    assert gain.before_sd == pytest.approx(spread([1, 0.5, 0, 0]))


def test_matched_gain_of_nobody() -> None:
    assert matched_gain([(marks(of=0), marks(1, of=1))]) is None


def test_gain_where_everybody_had_everything() -> None:
    gain = matched_gain([(marks(1, 2, of=2), marks(1, of=2))])
    assert gain is not None
    assert (gain.hake, gain.lower, gain.points) == (None, 1, -50)


def test_class_gain_adds_counts() -> None:
    gain = class_gain([(10, 20), (1, 5)], [(18, 20), (4, 5)])
    assert gain is not None
    assert (gain.before, gain.after) == (11 / 25, 22 / 25)
    assert gain.hake == pytest.approx(11 / 14)
    assert (gain.basis, gain.higher) == ("class-means", None)
    assert class_gain([], [(1, 2)]) is None

"""Reliability, efficiency and distractors against published tables and another way of working them out."""

import statistics
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonapp.domain.reliability import (
    alpha,
    complete,
    distractions,
    efficiencies,
    efficiency,
    reliability,
    rest_scores,
    standard_error,
)
from lessonapp.domain.statistics import covariance, discriminations, item_rest, variance

# K. Wuensch, East Carolina University, StatHelp/KR20.txt: ten students, sum of pq 2.18, variance 5.84.
WUENSCH = [
    [int(mark) for mark in line]
    for line in [
        "1111110110",
        "1011011101",
        "1111011001",
        "0010001000",
        "0000010010",
        "1110111111",
        "1101110111",
        "1111111101",
        "0101111101",
        "1101101110",
    ]
]
# M. Nakazawa, R package fmsb, example of CronbachAlpha: ten answers to three items of five points.
QUEST = list(
    zip(
        [1, 5, 2, 3, 4, 2, 3, 4, 3, 2],
        [2, 4, 1, 2, 4, 1, 2, 5, 2, 1],
        [2, 5, 1, 3, 3, 2, 2, 4, 2, 2],
        strict=True,
    )
)


def marks(rows: list[list[int]]) -> dict[str, dict[tuple[int, int], bool]]:
    return {
        f"q{item}": {(seat, 0): bool(row[item]) for seat, row in enumerate(rows, start=1)}
        for item in range(len(rows[0]))
    }


def test_kr20_of_the_published_table() -> None:
    assert alpha(WUENSCH) == pytest.approx(10 / 9 * (1 - 2.18 / 5.84), abs=1e-9)
    assert alpha(WUENSCH) == pytest.approx(0.696347, abs=1e-6)


def test_alpha_of_items_of_many_points() -> None:
    items = sum(statistics.variance(column) for column in zip(*QUEST, strict=True))
    totals = statistics.variance([sum(row) for row in QUEST])
    assert alpha(QUEST) == pytest.approx(3 / 2 * (1 - items / totals), abs=1e-12)
    assert alpha(QUEST) == pytest.approx(0.929504, abs=1e-6)


def test_standard_error_of_the_published_table() -> None:
    spread = statistics.stdev([sum(row) for row in WUENSCH])
    assert standard_error(WUENSCH) == pytest.approx(spread * (1 - 0.69634703196347) ** 0.5, abs=1e-9)


def test_an_error_is_never_larger_than_the_spread() -> None:
    rows = [[1, 0], [0, 1], [1, 0], [0, 1], [1, 1]]
    found = alpha(rows)
    assert found is not None
    assert found < 0
    assert standard_error(rows) == pytest.approx(statistics.stdev([sum(row) for row in rows]))


def test_alpha_needs_items_pupils_and_variation() -> None:
    assert alpha([]) is None
    assert alpha([[1, 0]]) is None
    assert alpha([[1], [0]]) is None
    assert alpha([[1, 0], [0, 1]]) is None
    assert standard_error([[1, 0], [0, 1]]) is None


def test_items_that_say_the_same_are_wholly_reliable() -> None:
    assert alpha([[n % 2] * 4 for n in range(10)]) == pytest.approx(1)


def test_discrimination_of_the_published_table_by_another_way() -> None:
    found = discriminations(marks(WUENSCH))
    assert len(found) == 10
    for item in range(10):
        x = [row[item] for row in WUENSCH]
        rest = [sum(row) - row[item] for row in WUENSCH]
        assert found[f"q{item}"].value == pytest.approx(statistics.correlation(x, rest), abs=1e-9)


def test_efficiency_of_the_published_table_by_another_way() -> None:
    found = efficiencies(rest_scores(marks(WUENSCH)))
    for item in range(10):
        x = [row[item] for row in WUENSCH]
        rest = [sum(row) - row[item] for row in WUENSCH]
        best = statistics.covariance(sorted(x), sorted(rest))
        assert found[f"q{item}"] == pytest.approx(statistics.covariance(x, rest) / best, abs=1e-9)


def test_efficiency_by_hand() -> None:
    # x = 1 0 0, r = 2 3 1: cov = 0, best order 0 0 1 with 1 2 3: cov = 1/2
    assert efficiency([(1, 2), (0, 3), (0, 1)]) == 0
    assert efficiency([(1, 3), (0, 2), (0, 1)]) == 1
    assert efficiency([(1, 1), (0, 2), (0, 3)]) == -1
    assert efficiency([(1, 2)]) is None
    assert efficiency([(1, 2), (1, 3)]) is None


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9)), min_size=3, max_size=30))
def test_efficiency_and_discrimination_have_one_sign(pairs: list[tuple[bool, int]]) -> None:
    found, correlation = efficiency(pairs), item_rest([(mark, float(rest)) for mark, rest in pairs])
    if found is None or correlation is None:
        return
    assert found <= 1 + 1e-12
    assert (found > 0) == (correlation > 1e-12)


@given(st.lists(st.lists(st.integers(0, 1), min_size=4, max_size=4), min_size=3, max_size=20))
def test_the_order_of_pupils_changes_nothing(rows: list[list[int]]) -> None:
    assert alpha(rows) == alpha(rows[::-1])
    assert standard_error(rows) == standard_error(sorted(rows))


def test_variance_and_covariance_are_exact() -> None:
    assert variance([1, 2, 4]) == pytest.approx(statistics.variance([1, 2, 4]))
    assert covariance([0.1, 0.2, 0.4], [1, 3, 2]) == pytest.approx(
        statistics.covariance([0.1, 0.2, 0.4], [1, 3, 2])
    )
    assert variance([1]) is None


def test_a_question_skipped_or_solved_together_does_not_hide_the_others() -> None:
    known = marks(WUENSCH)
    alone = reliability(known)
    assert alone is not None
    together = {"puzzle": {(0, 0): True}, "skipped": {}, **known}
    assert reliability(together) == alone
    assert alone.items == 10


def test_only_whole_answers_enter_reliability() -> None:
    known = marks(WUENSCH)
    del known["q0"][(1, 0)]
    steps, rows = complete(known)
    assert (len(steps), len(rows)) == (10, 9)
    assert reliability(known) is None  # nine are too few
    found = reliability(marks(WUENSCH))
    assert found is not None
    assert (found.n, found.items, found.confidence, found.level) == (10, 10, "indicative", "medium")
    assert complete({}) == ((), ())


def test_the_rest_is_of_the_questions_answered() -> None:
    known = {"a": {(1, 0): True, (2, 0): False}, "b": {(1, 0): False, (2, 0): True}, "c": {(1, 0): True}}
    scores = rest_scores(known)
    assert scores["a"] == {(1, 0): (True, 1), (2, 0): (False, 2)}  # 1/2 and 1, of a common 2
    assert scores["c"] == {(1, 0): (True, 1)}


def test_distractors_by_thirds() -> None:
    chosen = {(seat, 0): ("c" if seat <= 4 else "b",) for seat in range(1, 13)}
    rest = {(seat, 0): seat for seat in range(1, 13)}
    found = distractions(chosen, rest, ["c", "d"])
    assert (found["c"].n, found["c"].bottom, found["c"].top, found["c"].third) == (4, 4, 0, 4)
    assert not found["c"].attracts_the_best
    assert not found["c"].rare
    assert found["d"].rare
    upside_down = distractions(chosen, {who: -score for who, score in rest.items()}, ["c"])
    assert upside_down["c"].attracts_the_best


def test_distractors_are_hidden_in_a_small_class() -> None:
    chosen = {(seat, 0): ("a",) for seat in range(1, 10)}
    assert distractions(chosen, dict.fromkeys(chosen, 1), ["a"]) == {}


def test_equals_are_shared_out_in_the_same_way_each_time() -> None:
    chosen = {(seat, 0): ("a" if seat % 2 else "b",) for seat in range(1, 14)}
    rest = dict.fromkeys(chosen, 3)
    answers = [distractions(chosen, rest, ["a"]), distractions(dict(reversed(chosen.items())), rest, ["a"])]
    assert all(one == other for one, other in pairwise(answers))

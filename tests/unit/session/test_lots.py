"""Calling on pupils by lot: fair, and only on those who are here."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lessonapp.session.lots import Lots


@given(st.sets(st.integers(1, 60), min_size=1), st.integers(0, 2**32), st.integers(1, 4))
def test_nobody_twice_before_everybody_once(here: set[int], seed: int, rounds: int) -> None:
    lots = Lots(seed)
    drawn = Counter(lots.draw(here) for _ in range(len(here) * rounds))
    assert drawn == dict.fromkeys(here, rounds)


@given(st.lists(st.sets(st.integers(1, 12), min_size=1), min_size=1, max_size=40), st.integers(0, 99))
def test_only_who_is_here_and_who_comes_late_is_not_forgotten(days: list[set[int]], seed: int) -> None:
    lots, called = Lots(seed), set[int]()
    for here in days:
        waiting = here - called
        seat = lots.draw(here)
        assert seat in (waiting or here)
        if not waiting:
            called -= here
        called.add(seat or 0)
        assert lots.waiting(here) == len(here - called)


def test_not_the_same_pupil_twice_where_two_rounds_meet() -> None:
    for seed in range(200):
        lots = Lots(seed)
        drawn = [lots.draw({1, 2, 3}) for _ in range(6)]
        assert drawn[2] != drawn[3]


def test_one_pupil_and_none() -> None:
    lots = Lots(1)
    assert [lots.draw({4}), lots.draw({4}), lots.draw(())] == [4, 4, None]


def test_the_same_seed_draws_the_same() -> None:
    assert [Lots(7).draw(range(1, 30))] == [Lots(7).draw(range(1, 30))]


def test_who_rolls_by_is_here_too_and_never_the_one_who_is_called() -> None:
    passing = Lots(3).passing({1, 2, 3, 4}, 2, 7)
    assert sorted(passing) == [1, 3, 4]

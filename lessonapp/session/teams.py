"""Drawing teams: even, by chance, the same for the same seed."""

import random
from collections.abc import Iterable


def draw_teams(seats: Iterable[int], count: int, seed: int) -> tuple[tuple[int, ...], ...]:
    """`count` teams whose sizes differ by one at most; fewer where there are fewer seats."""
    mixed = sorted(seats)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - a draw in class, nothing secret
    teams = [tuple(sorted(mixed[start::count])) for start in range(min(count, len(mixed)))]
    return tuple(team for team in teams if team)

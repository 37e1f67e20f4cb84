"""Who is called on: by chance, nobody twice before everybody once."""

import random
from collections.abc import Iterable


class Lots:
    """Draws seats for one lesson; what was drawn is known here only and is no event."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - a draw in class, nothing secret
        self._called: set[int] = set()
        self._last = 0

    def draw(self, present: Iterable[int]) -> int | None:
        """A seat that is here and was not called yet; once all were, everyone may be called again."""
        here = set(present)
        if not here:
            return None
        waiting = here - self._called
        if not waiting:
            self._called -= here
            # Not the same pupil twice in a row where the two rounds meet.
            waiting = here - {self._last} or here
        self._last = self._chance.choice(sorted(waiting))
        self._called.add(self._last)
        return self._last

    def waiting(self, present: Iterable[int]) -> int:
        """How many of those here were not called in this round."""
        return len(set(present) - self._called)

    def passing(self, present: Iterable[int], chosen: int, count: int) -> tuple[int, ...]:
        """Other seats that go by while the lot rolls; they mean nothing."""
        others = sorted(set(present) - {chosen})
        self._chance.shuffle(others)
        return tuple(others[:count])

"""What keeps cards from being read, from the last pictures together: one bad picture is no hint."""

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable
from statistics import median_low
from typing import Final

from lessonapp.channels.cards.readings import Reading, Sight
from lessonapp.channels.cards.view import Hint

PICTURES: Final = 10
OFTEN: Final = 4
"""Pictures of the last ten that must show it."""
SMALL_SIDE: Final = 12.5
"""Pixels: a smaller marker is missed too often."""
DARK: Final = 45.0
BLURRED: Final = 0.6


class HintMemory:
    """The last pictures, as far as hints need them."""

    def __init__(self) -> None:
        self._sights: deque[Sight] = deque(maxlen=PICTURES)
        self._readings: deque[tuple[Reading, ...]] = deque(maxlen=PICTURES)
        self._early: deque[tuple[int, ...]] = deque(maxlen=PICTURES)

    def see(self, sight: Sight, cards: Collection[Reading], early: Collection[int]) -> None:
        """Take in one picture: the cards of the class in it, and seats held still since before the round."""
        self._sights.append(sight)
        self._readings.append(tuple(cards))
        self._early.append(tuple(early))

    def hints(self, unanswered: Collection[int]) -> tuple[Hint, ...]:
        """The most helpful first; nothing is said of a card that was read nevertheless."""
        found = []
        if mirrored := _lasting(sight.mirrored for sight in self._sights):
            found.append(Hint("mirrored", count=mirrored))
        if _lasting(sight.light < DARK for sight in self._sights):
            found.append(Hint("dark"))
        if _lasting(sight.sharpness < BLURRED for sight in self._sights):
            found.append(Hint("blurred"))
        small = self._seats(unanswered, lambda reading: reading.side < SMALL_SIDE)
        nameless = min(_lasting(sight.small for sight in self._sights), len(unanswered) - len(small))
        if small or nameless:
            found.append(Hint("small", small, len(small) + nameless))
        if askew := self._seats(unanswered, lambda reading: reading.answer is None):
            found.append(Hint("askew", askew, len(askew)))
        if early := _often(self._early, unanswered):
            found.append(Hint("raised-early", early, len(early)))
        return tuple(found)

    def _seats(self, unanswered: Collection[int], wrong: Callable[[Reading], bool]) -> tuple[int, ...]:
        pictures = [tuple(reading.seat for reading in cards if wrong(reading)) for cards in self._readings]
        return _often(pictures, unanswered)


def _often(pictures: Iterable[tuple[int, ...]], unanswered: Collection[int]) -> tuple[int, ...]:
    """Seats that many of the pictures name."""
    times = Counter(seat for seats in pictures for seat in set(seats))
    return tuple(sorted(seat for seat, count in times.items() if count >= OFTEN and seat in unanswered))


def _lasting(counts: Iterable[int]) -> int:
    """How many, in the middle of those pictures that have any; 0 where those are few."""
    some = [int(count) for count in counts if count]
    return median_low(some) if len(some) >= OFTEN else 0

"""From readings, picture after picture, to the answers of a round.

An answer needs three equal votes; one vote is one card read in one picture. Only pictures are counted, never
seconds, so a slow computer is as sure as a fast one.
"""

import math
from collections import Counter, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from lessonapp.channels.cards.hints import HintMemory
from lessonapp.channels.cards.marker import Letter
from lessonapp.channels.cards.readings import Point, Reading, Sight
from lessonapp.channels.cards.view import CardsView

VOTES: Final = 3
SHARE: Final = 0.8
"""Of the votes of a seat in the window that must agree."""
WINDOWS: Final = (6, 10)
"""Pictures looked back on: a changed answer wins soon in the short one, cards seldom read in the long one."""
REACH: Final = 4.0
"""Marker sides between two votes of one card; what jumps further is something else."""
DOUBLES: Final = 2
"""Pictures in the long window with a seat at two places before its answer is taken back."""
STILL: Final = 0.2
"""Marker sides within which nobody's hand stays: what does is a poster."""
STILL_PICTURES: Final = 20
FORGET_STILL: Final = 40
"""Pictures after which a poster that is no longer seen is forgotten, between rounds."""


@dataclass(slots=True)
class _Spot:
    """A place where one marker has stayed while the cards were down."""

    at: Point
    side: float
    pictures: int
    last: int


@dataclass(frozen=True, slots=True)
class _Vote:
    picture: int
    answer: Letter
    at: Point
    side: float


class CardTracker:
    """Answers of one class; fed with every picture, between rounds too, so that posters are known."""

    def __init__(self, seats: Collection[int]) -> None:
        self._seats = frozenset(seats)
        self._open = False
        self._picture = 0
        self._votes: dict[int, deque[_Vote]] = {}
        self._doubled: dict[int, deque[int]] = {}
        self._answers: dict[int, Letter] = {}
        self._spots: dict[int, list[_Spot]] = {}
        self._posters: dict[int, list[_Spot]] = {}
        self._shown: tuple[Reading, ...] = ()
        self._hints = HintMemory()

    @property
    def view(self) -> CardsView:
        """How things stand."""
        unanswered = self._seats - self._answers.keys()
        return CardsView(
            open=self._open,
            answers=tuple(sorted(self._answers.items())),
            missing=tuple(sorted(unanswered)),
            shown=self._shown,
            duplicates=tuple(seat for seat in sorted(self._doubled) if self._is_doubled(seat)),
            hints=self._hints.hints(unanswered),
        )

    def open_round(self) -> CardsView:
        """A new round with no answers; what has stayed in one place until now is a poster."""
        self._open = True
        self._answers.clear()
        self._votes.clear()
        self._doubled.clear()
        self._posters = {
            seat: kept
            for seat, spots in self._spots.items()
            if (kept := [spot for spot in spots if spot.pictures >= STILL_PICTURES])
        }
        return self.view

    def close_round(self) -> CardsView:
        """From now on no picture changes an answer."""
        self._open = False
        self._votes.clear()
        self._spots = {seat: list(spots) for seat, spots in self._posters.items()}
        return self.view

    def see(self, sight: Sight) -> CardsView:
        """Take in one picture."""
        self._picture += 1
        places: dict[int, list[Reading]] = {}
        early: list[int] = []
        for reading in sight.readings:
            if reading.seat not in self._seats:
                continue
            if self._is_poster(reading):
                early.append(reading.seat)
            else:
                places.setdefault(reading.seat, []).append(reading)
        single = tuple(found[0] for found in places.values() if len(found) == 1)
        self._shown = single
        if self._open:
            self._note_doubles(seat for seat, found in places.items() if len(found) > 1)
            for reading in single:
                self._vote(reading)
        else:
            for reading in sight.readings:
                self._note_still(reading)
        self._hints.see(sight, single, early)
        return self.view

    def _vote(self, reading: Reading) -> None:
        seat = reading.seat
        if reading.answer is None:
            return
        votes = self._votes.setdefault(seat, deque())
        votes.append(_Vote(self._picture, reading.answer, reading.centre, reading.side))
        while votes[0].picture <= self._picture - max(WINDOWS):
            votes.popleft()
        if not self._is_doubled(seat) and (answer := _decided(votes)):
            self._answers[seat] = answer

    def _note_doubles(self, seats: Iterable[int]) -> None:
        for seat in seats:
            self._doubled.setdefault(seat, deque()).append(self._picture)
        for seat, pictures in self._doubled.items():
            while pictures and pictures[0] <= self._picture - max(WINDOWS):
                pictures.popleft()
            if self._is_doubled(seat):
                self._votes.pop(seat, None)
                self._answers.pop(seat, None)

    def _is_doubled(self, seat: int) -> bool:
        return len(self._doubled.get(seat, ())) >= DOUBLES

    def _is_poster(self, reading: Reading) -> bool:
        spots = self._posters.get(reading.seat, ()) if self._open else ()
        return any(math.dist(spot.at, reading.centre) <= STILL * spot.side for spot in spots)

    def _note_still(self, reading: Reading) -> None:
        spots = self._spots.setdefault(reading.seat, [])
        spots[:] = [spot for spot in spots if spot.last > self._picture - FORGET_STILL]
        for spot in spots:
            if math.dist(spot.at, reading.centre) <= STILL * spot.side:
                spot.pictures += 1
                spot.last = self._picture
                return
        spots.append(_Spot(reading.centre, reading.side, 1, self._picture))


def _decided(votes: Collection[_Vote]) -> Letter | None:
    """The answer that three votes of one card in a window agree on, if few contradict it."""
    *_, newest = votes
    for window in WINDOWS:
        near = Counter(
            vote.answer
            for vote in votes
            if vote.picture > newest.picture - window
            and math.dist(vote.at, newest.at) <= REACH * max(vote.side, newest.side)
        )
        [(answer, count)] = near.most_common(1)
        if count >= VOTES and count >= SHARE * near.total():
            return answer
    return None

"""The practice game: ten letters in two minutes; everybody is waited for, nobody is counted out."""

import random
from collections.abc import Mapping

from lessonapp.domain.look import LETTERS

TASKS = 10
SECONDS = 12
"""For each letter; a full class goes on sooner."""


class PracticeGame:
    """Which letter is asked for and who holds it up. No points, nothing is kept."""

    def __init__(self, seats: frozenset[int], seed: int) -> None:
        self.seats = seats
        self.letters = _letters(seed)
        self.number = 0
        self.up: frozenset[int] = frozenset()
        self.left = SECONDS

    @property
    def letter(self) -> str:
        """The letter asked for; empty once the game is over."""
        return self.letters[self.number] if not self.over else ""

    @property
    def over(self) -> bool:
        """Whether all letters were asked for."""
        return self.number >= len(self.letters)

    @property
    def complete(self) -> bool:
        """Whether the whole class holds the letter up."""
        return bool(self.seats) and self.up >= self.seats

    def see(self, answers: Mapping[int, str]) -> bool:
        """Take what is held up now; whoever had the letter once keeps the place. True where somebody came."""
        new = self.up | {s for s, letter in answers.items() if letter == self.letter and s in self.seats}
        if self.over or new == self.up:
            return False
        self.up = new
        return True

    def tick(self) -> bool:
        """A second has passed; true where the next letter comes."""
        if self.over:
            return False
        self.left -= 1
        if self.left > 0 and not self.complete:
            return False
        self.go_on()
        return True

    def go_on(self) -> None:
        """The next letter."""
        if not self.over:
            self.number += 1
            self.up, self.left = frozenset(), SECONDS


def _letters(seed: int) -> str:
    """A to D in order, then mixed, never one twice in a row."""
    chance = random.Random(seed)  # noqa: S311 - a game
    letters = LETTERS
    while len(letters) < TASKS:
        letters += chance.choice([letter for letter in LETTERS if letter != letters[-1]])
    return letters

"""What the tracker makes of the pictures so far: plain frozen values for windows and for the session."""

from dataclasses import dataclass
from typing import Literal

from lessonapp.channels.cards.marker import Letter
from lessonapp.channels.cards.readings import Reading

HintKind = Literal["small", "dark", "blurred", "askew", "mirrored", "raised-early"]
"""What keeps cards from being read: too far away, too little light, out of focus or shaken, held between two
edges, a mirrored picture, or a card held still since before the round, so that it looks like a poster."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that the teacher can better; the sentence is made where it is shown."""

    kind: HintKind
    seats: tuple[int, ...] = ()
    """Whose cards, where that is known."""
    count: int = 0
    """How many cards, with those whose seat is not known."""


@dataclass(frozen=True, slots=True)
class CardsView:
    """A snapshot after a picture, an opening or a close."""

    open: bool = False
    answers: tuple[tuple[int, Letter], ...] = ()
    """By seat; the answers of the round, frozen once it is closed."""
    missing: tuple[int, ...] = ()
    """Seats in class with no answer yet."""
    shown: tuple[Reading, ...] = ()
    """Cards of the class in the newest picture, posters and doubles left out: for ticks and seat numbers."""
    duplicates: tuple[int, ...] = ()
    """Seats whose card is seen at two places at once: counted for neither."""
    hints: tuple[Hint, ...] = ()

    def answer_of(self, seat: int) -> Letter | None:
        """The answer of a seat, if it has one."""
        return dict(self.answers).get(seat)

"""Parts of an answer under names that give nothing away.

The right order is the order in the lesson's file, and the two halves of a pair have one id: whoever reads
the messages would read the key. So the parts of order, match and sort questions are mixed, and named by a
keyed hash.
"""

import hmac
import random
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

from lessonapp.domain.question import MatchQuestion, OrderQuestion, SortQuestion
from lessonapp.domain.step_base import StepBase

T = TypeVar("T")
Choice = tuple[str, ...]


class Wire:
    """The names and the order of one step's parts on the wire; the same for one session and step."""

    def __init__(self, step: StepBase, secret: str) -> None:
        self._secret = f"{secret}/{step.id}"
        self._step = step
        self._inward: dict[str, str] = {}
        match step:
            case OrderQuestion():
                self._inward = {self.name("i", item.id): item.id for item in step.items}
            case MatchQuestion():
                self._inward = self._pairs((p.id for p in step.pairs), (p.id for p in step.pairs), "l", "r")
            case SortQuestion():
                self._inward = self._pairs((i.id for i in step.items), (b.id for b in step.buckets), "i", "b")
        self._outward = {part: name for name, part in self._inward.items()}

    @property
    def hides(self) -> bool:
        """Whether the parts have other names on the wire."""
        return bool(self._inward)

    def name(self, place: str, part: str) -> str:
        """What a part is called on the wire; `place` tells the two halves of a pair apart."""
        digest = hmac.new(self._secret.encode(), f"{place}:{part}".encode(), sha256).hexdigest()
        return place + digest[:8]

    def mixed(self, parts: Sequence[T], place: str) -> list[T]:
        """The parts in an order that says nothing, and is not the lesson's own."""
        chance = random.Random(f"{self._secret}/{place}")  # noqa: S311 - an order, no secret
        order = list(parts)
        while len(order) > 1 and order == list(parts):
            chance.shuffle(order)
        return order

    def inward(self, choice: Choice) -> Choice | None:
        """A choice as the session knows it; None where it holds an unknown part."""
        if not self.hides:
            return choice
        found = [self._inward.get(part) for part in choice]
        return None if None in found else tuple(part for part in found if part is not None)

    def outward(self, choice: Iterable[str]) -> list[str]:
        """A choice as the pages know it."""
        return [self._outward.get(part, part) for part in choice]

    def _pairs(self, lefts: Iterable[str], rights: Iterable[str], left: str, right: str) -> dict[str, str]:
        others = list(rights)
        return {f"{self.name(left, a)}:{self.name(right, b)}": f"{a}:{b}" for a in lefts for b in others}

"""The class of the demo: how its thirty-two pupils answer, the same at every run."""

import random
from collections.abc import Sequence

from lessonapp.domain.question import QuestionBase
from lessonapp.domain.step import Step, choices_of
from lessonapp.domain.tally import is_right

SEATS = 32
_KNOWS = {"pre": 0.5, "practice": 0.7, "exit": 0.88}


def answers_of(step: Step, seats: Sequence[int], *, after_talk: bool = False) -> dict[int, tuple[str, ...]]:
    """What each seat chooses; the more so the right answer the later in the lesson, or after a discussion."""
    chance = random.Random(f"{step.id}/{after_talk}")  # noqa: S311 - an invented class
    share = _KNOWS[step.purpose] if isinstance(step, QuestionBase) else 0.5
    options = [(option,) for option in sorted(choices_of(step))]
    right = next((option for option in options if is_right(step, option)), options[0])
    others = [option for option in options if option != right]
    knows = min(share + (0.3 if after_talk else 0.0), 0.97)
    return {seat: right if chance.random() < knows else chance.choice(others) for seat in seats}


def hands_of(step: Step, present: int, *, after_talk: bool = False) -> dict[str, int]:
    """How many hands go up for each option."""
    counts = dict.fromkeys(sorted(choices_of(step)), 0)
    for (choice,) in answers_of(step, range(1, present + 1), after_talk=after_talk).values():
        counts[choice] += 1
    return counts


def whole_answer(step: Step) -> tuple[str, ...]:
    """What the class as one works out at the screen."""
    return tuple(getattr(step, "correct", ()))

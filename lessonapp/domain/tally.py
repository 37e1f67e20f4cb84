"""Counting the answers of a round."""

from collections import Counter
from collections.abc import Mapping

from lessonapp.domain.answer import takes_hands
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.state import Round, SessionState
from lessonapp.domain.step import BranchStep, PollStep
from lessonapp.domain.step_base import StepBase
from lessonapp.domain.value import Value


class Tally(Value):
    """How a round was answered; `counts` has every option of the step, in its order."""

    counts: Mapping[str, int]
    answered: int
    asked: int
    correct: int | None
    by_channel: Mapping[str, int]
    missing: tuple[int, ...]

    @property
    def leading(self) -> str | None:
        """The option most chose, the first of equals; None where nobody answered."""
        best = max(self.counts.values(), default=0)
        return next((key for key, n in self.counts.items() if n == best), None) if best else None


def is_right(step: StepBase, choice: tuple[str, ...]) -> bool:
    """Whether a choice is the right answer of a question; order counts only for `order`."""
    if not isinstance(step, QuestionBase):
        return False
    correct: tuple[str, ...] = step.correct  # type: ignore[attr-defined]  # every concrete question has it
    return choice == correct if step.type == "order" else set(choice) == set(correct)  # type: ignore[attr-defined]


def countable(step: StepBase) -> tuple[str, ...]:
    """What counts are kept for: options, or right and not yet where the answer has many parts."""
    if isinstance(step, PollStep | BranchStep):
        return tuple(o.id for o in step.options)
    options = getattr(step, "options", None)
    if options is not None:
        return tuple(o.id for o in options)
    return (WHOLE, PART)


WHOLE, PART = "right", "not-yet"
THE_CLASS = (0, 0)
"""The respondent when the class answers as one at the shared screen."""


def tally(step: StepBase, answers: Round | None, state: SessionState) -> Tally:
    """The tally of one round; while it is open, against the seats that are there now."""
    keys = countable(step)
    if answers is None:
        return Tally(
            counts=dict.fromkeys(keys, 0),
            answered=0,
            asked=_asked(step, None, state, state.present),
            correct=None,
            by_channel={},
            missing=(),
        )
    counts: Counter[str] = Counter()
    channels: Counter[str] = Counter(given.channel for given in answers.answers.values())
    right = 0
    # A thousand pupils choose among a few answers: each kind is looked at once.
    for choice, many in Counter(given.choice for given in answers.answers.values()).items():
        right_one = is_right(step, choice)
        right += many if right_one else 0
        if keys == (WHOLE, PART):
            counts[WHOLE if right_one else PART] += many
        else:
            counts.update({part: many for part in choice if part in keys})
    by_hands = sum(answers.hands.get(key, 0) for key in keys)
    for key in keys:
        counts[key] += answers.hands.get(key, 0)
        if is_right(step, (key,)) or (keys == (WHOLE, PART) and key == WHOLE):
            right += answers.hands.get(key, 0)
    if by_hands:
        channels["hands"] += by_hands
    present = state.present if answers.phase == "open" else answers.present
    seats = {seat for seat, team in answers.answers if seat}
    return Tally(
        counts={key: counts[key] for key in keys},
        answered=len(answers.answers) + by_hands,
        asked=_asked(step, answers, state, present | seats),
        correct=right if isinstance(step, QuestionBase) else None,
        by_channel=dict(channels),
        missing=tuple(sorted(present - seats)),
    )


def in_teams(step: StepBase, answers: Round | None, state: SessionState) -> bool:
    """Whether a round is answered by teams: they are drawn, and no single pupil has answered or will."""
    if not state.teams:
        return False
    if answers is not None and (answers.answers or any(answers.hands.values())):
        return not any(answers.hands.values()) and all(team for _seat, team in answers.answers)
    return state.channel in ("screen", "web") or not takes_hands(step)  # hands and cards are everybody's


def _asked(step: StepBase, answers: Round | None, state: SessionState, people: frozenset[int]) -> int:
    """How many answers can come: one of the class, of each team, or of each seat."""
    if answers is not None and set(answers.answers) == {THE_CLASS} and not any(answers.hands.values()):
        return 1
    return len(state.teams) if in_teams(step, answers, state) else len(people)

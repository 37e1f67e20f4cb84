"""An answer as it arrives, and the receipt that goes back."""

from typing import Literal

from lessonapp.domain.events import Channel, Choice
from lessonapp.domain.question import (
    HotspotQuestion,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    SortQuestion,
)
from lessonapp.domain.state import SessionState
from lessonapp.domain.step import choices_of
from lessonapp.domain.step_base import StepBase
from lessonapp.domain.value import Value

ReceiptStatus = Literal[
    "saved", "changed", "closed", "not-open", "unknown-choice", "unknown-seat", "not-saving"
]


class Answer(Value):
    """One answer: of a seat, of a team (seat 0, team set) or of the class as one (both 0)."""

    step: str
    choice: Choice
    channel: Channel
    seat: int = 0
    team: int = 0


class Receipt(Value):
    """What became of an answer; `saved` and `changed` mean that it is on disk."""

    step: str
    status: ReceiptStatus


def is_whole(step: StepBase, choice: Choice) -> bool:
    """Whether a choice is a whole answer to the step, made of parts that the step knows."""
    known = choices_of(step)
    if not choice or len(set(choice)) != len(choice) or not set(choice) <= known:
        return False
    match step:
        case MultipleQuestion() | HotspotQuestion():
            return True
        case OrderQuestion():
            return len(choice) == len(step.items)
        case MatchQuestion():
            lefts, rights = zip(*(part.split(":") for part in choice), strict=True)
            return len(choice) == len(set(lefts)) == len(set(rights)) == len(step.pairs)
        case SortQuestion():
            return len(choice) == len({part.split(":")[0] for part in choice}) == len(step.items)
    return len(choice) == 1


def refusal(step: StepBase | None, state: SessionState, answer: Answer) -> ReceiptStatus | None:
    """Why an answer cannot be taken now; None when it can."""
    if state.status != "running" or step is None or step.id != answer.step or state.step != answer.step:
        return "not-open"
    if state.phase != "open":
        return "not-open" if state.round is None else "closed"
    if answer.seat and answer.seat not in state.present:
        return "unknown-seat"
    if answer.team and answer.team > len(state.teams):
        return "unknown-seat"
    return None if is_whole(step, answer.choice) else "unknown-choice"


def takes_hands(step: StepBase) -> bool:
    """Whether hands can be counted for the step: each pupil raises a hand once."""
    many_parts = isinstance(step, OrderQuestion | MatchQuestion | SortQuestion | HotspotQuestion)
    return bool(choices_of(step)) and not many_parts and not isinstance(step, MultipleQuestion)

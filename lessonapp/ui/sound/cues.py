"""Which sound a change of the stage makes: pure rules over two models. Never one for a wrong answer."""

import math
from typing import Literal

from lessonapp.domain.step import ActivityStep, ChatStep, DiscussionStep, HelpStep, StoryStep, SummaryStep
from lessonapp.ui.stage.model import StageModel

Cue = Literal["open", "tick", "time-over", "answer", "reveal", "stamp", "summary", "danger"]
CUES: tuple[Cue, ...] = ("open", "tick", "time-over", "answer", "reveal", "stamp", "summary", "danger")
LAST_SECONDS = 5
HUSHED = 0.35
_SPOKEN = DiscussionStep | ActivityStep | StoryStep | HelpStep


def cue_between(before: StageModel, now: StageModel) -> Cue | None:
    """The sound of going from one picture to the next; the most important where there are several."""
    if now.black or now.help_card or now.status != "running" or now.step is None:
        return None
    if now.phase == "open" and (before.phase != "open" or before.round_number != now.round_number):
        return "open"
    if now.step is not before.step:
        return "summary" if isinstance(now.step, SummaryStep) else None
    if now.phase == "revealed" and before.phase != "revealed":
        return "reveal"
    if isinstance(now.step, ChatStep) and now.beat > before.beat and now.beat > len(now.step.messages):
        return "danger"
    if len(now.pledge_lines) > len(before.pledge_lines):
        return "stamp"
    if now.phase == "open" and _answered(now) > _answered(before):
        return "answer"
    return None


def loudness(model: StageModel | None) -> float:
    """Quiet where people speak: talk, play, stories, help, and every lesson on a sensitive topic."""
    if model is None:
        return 1.0
    return HUSHED if isinstance(model.step, _SPOKEN) or model.lesson.teacher.sensitive else 1.0


class LastSeconds:
    """A tick a second at the end of a clock, and one sound when it is over."""

    def __init__(self) -> None:
        self._before: int | None = None

    def heard(self, left: float | None) -> Cue | None:
        """The sound at so many seconds left; None where no clock runs."""
        now = None if left is None else math.ceil(left)
        before, self._before = self._before, now
        if now is None or before is None or now >= before:
            return None
        if now == 0:
            return "time-over"
        return "tick" if now <= LAST_SECONDS else None


def _answered(model: StageModel) -> int:
    return model.tally.answered if model.tally is not None else 0

"""Whether the lesson is on time: minutes planned against minutes taught."""

from datetime import datetime

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.state import SessionState
from lessonapp.domain.value import Value

TOLERANCE_SECONDS = 60


class Pacing(Value):
    """Seconds taught, seconds planned up to the current step, and how far behind (negative: ahead)."""

    taught: int
    planned: int
    total: int
    behind: int

    @property
    def on_time(self) -> bool:
        """Within a minute of the plan."""
        return abs(self.behind) <= TOLERANCE_SECONDS


def pacing(lesson: Lesson, state: SessionState, now: datetime) -> Pacing:
    """Inside its own minutes a step is on time; before and after it is ahead or behind."""
    minutes = {step.id: step.minutes for step in lesson.steps()}
    before = sum(minutes.get(step, 0) for step in state.trail[:-1]) * 60
    current = minutes.get(state.step or "", 0) * 60
    taught = int(state.taught(now).total_seconds())
    behind = taught - (before + current) if taught > before + current else min(taught - before, 0)
    whole = lesson.minutes if state.block is None else sum(s.minutes for s in lesson.steps(state.block))
    return Pacing(taught=taught, planned=before, total=whole * 60, behind=behind)

"""Where a lesson goes next: a pure function of the lesson and the state."""

from typing import Literal

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.state import SessionState
from lessonapp.domain.step import BranchStep, Step, beats, is_round_step
from lessonapp.domain.tally import tally
from lessonapp.domain.value import Value

ActionKind = Literal["start", "more", "open", "close", "reveal", "next", "resume", "end", "none"]


class Action(Value):
    """What Continue will do; `step` is where it leads, `opens` whether a round opens there at once."""

    kind: ActionKind
    step: str | None = None
    opens: bool = False


def current_step(lesson: Lesson, state: SessionState) -> Step | None:
    """The step on the stage; None before the first one, or where the lesson no longer has it."""
    return next((s for s in lesson.steps() if s.id == state.step), None)


def chosen_path(state: SessionState, step: BranchStep) -> str:
    """The option whose path the story takes: the teacher's, else the one most voted for, else the first."""
    by_hand = state.paths.get(step.id)
    if by_hand is not None:
        return by_hand
    return tally(step, state.round_of(step.id), state).leading or step.options[0].id


def following(lesson: Lesson, state: SessionState) -> Step | None:
    """The step after the one on the stage; None at the end of the lesson or of the chosen block."""
    steps = list(lesson.steps(state.block)) or list(lesson.steps())
    here = next((i for i, s in enumerate(steps) if s.id == state.step), None)
    if here is None:
        return steps[0]
    step = steps[here]
    target = step.next
    if isinstance(step, BranchStep):
        option = chosen_path(state, step)
        target = next((o.goto for o in step.options if o.id == option), None)
    if target is not None:
        return lesson.step(target)
    return steps[here + 1] if here + 1 < len(steps) else None


def next_action(lesson: Lesson, state: SessionState, *, read_first: bool = False) -> Action:
    """What the one big Continue does now."""
    if state.status == "ended":
        return Action(kind="none")
    if state.status == "paused":
        return Action(kind="resume", step=state.step)
    step = current_step(lesson, state)
    if step is not None:
        if is_round_step(step):
            within = _round_action(step, state)
            if within is not None:
                return within
        elif state.beat < beats(step):
            return Action(kind="more", step=step.id)
    target = following(lesson, state)
    if target is None:
        return Action(kind="end")
    opens = is_round_step(target) and not read_first and state.round_of(target.id) is None
    return Action(kind="start" if step is None else "next", step=target.id, opens=opens)


def _round_action(step: Step, state: SessionState) -> Action | None:
    match state.phase:
        case "waiting":
            return Action(kind="open", step=step.id)
        case "open":
            return Action(kind="close", step=step.id)
        case "closed" if not _kept_for_later(step):
            return Action(kind="reveal", step=step.id)
    return None


def _kept_for_later(step: Step) -> bool:
    """A question before the lesson is not put right yet: it comes back at the end."""
    return isinstance(step, QuestionBase) and step.purpose == "pre"

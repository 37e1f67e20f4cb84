"""Steering a lesson from somewhere else than the console: a phone, or a lab server with no window."""

from typing import Literal, get_args

from lessonapp.domain.route import following
from lessonapp.domain.step import beats, is_round_step
from lessonapp.domain.value import Value
from lessonapp.session.lesson_session import LessonSession

BareName = Literal["next", "previous", "advance", "open", "close", "reveal", "pause", "resume", "end"]
CommandName = BareName | Literal["goto", "black", "timer"]
BARE: tuple[BareName, ...] = get_args(BareName)
"""Commands that say everything by their name."""
Outcome = Literal["done", "refused", "unknown-step"]


class Command(Value):
    """What the teacher asks for."""

    name: CommandName
    step: str | None = None
    seconds: int = 10
    on: bool = True


def steer(session: LessonSession, command: Command) -> Outcome:
    """Do it; `refused` where the session cannot do that now."""
    match command.name:
        case "next":
            return _said(show_next(session))
        case "previous":
            return _said(session.previous())
        case "advance":
            return _said(session.advance().kind not in ("end", "none"))
        case "goto":
            return _goto(session, command.step or "")
        case "open":
            return _said(session.open_round())
        case "close":
            return _said(session.close_round())
        case "reveal":
            return _said(session.reveal())
        case "pause":
            return _said(session.pause())
        case "resume":
            return _said(session.state.status == "paused" and session.resume())
        case "end":
            return _said(session.end())
        case "timer":
            return _said(session.add_time(command.seconds))
    return "refused"


def show_next(session: LessonSession) -> bool:
    """One beat or one step further; a question is shown closed. False at the end, and while paused."""
    state, step = session.state, session.step
    if state.status != "running":
        return False
    if step is not None and not is_round_step(step) and state.beat < beats(step):
        return session.advance().kind == "more"
    target = following(session.lesson, state)
    return target is not None and session.goto(target.id)


def _goto(session: LessonSession, step_id: str) -> Outcome:
    if all(step.id != step_id for step in session.lesson.steps()):
        return "unknown-step"
    return _said(
        session.goto(step_id) or (session.state.status == "running" and session.state.step == step_id)
    )


def _said(done: bool) -> Outcome:
    return "done" if done else "refused"

"""What a pupil is told about a step, and about its answer once that is shown; values in, plain data out."""

from collections.abc import Iterable, Mapping
from typing import Any

from lessonapp.channels.web.ports import Facts
from lessonapp.channels.web.wire import Wire
from lessonapp.domain.language import Language
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import (
    HotspotQuestion,
    MatchQuestion,
    OrderQuestion,
    QuestionBase,
    SortQuestion,
)
from lessonapp.domain.state import Round, SessionState
from lessonapp.domain.step import BranchStep, PollStep, Step, is_round_step
from lessonapp.domain.step_base import Choosable, StepBase
from lessonapp.domain.tally import tally

Data = dict[str, Any]


def wire_of(step: StepBase, state: SessionState) -> Wire:
    """The names of a step's parts in this session; the session's id and seed never leave the machine."""
    return Wire(step, f"{state.id}/{state.opened.seed}")


def step_in(facts: Facts, language: str, step_id: str | None) -> Step | None:
    """A step in a language; in the session's own where the other lesson lacks it."""
    other: Language = "en" if language == "en" else "vi"
    for lesson in (facts.lessons.get(other), facts.lesson):
        found = next((s for s in lesson.steps() if s.id == step_id), None) if lesson is not None else None
        if found is not None:
            return found
    return None


def pupil_phase(state: SessionState, step: Step | None) -> str:
    """waiting, open, closed, revealed or ended."""
    if state.status == "ended":
        return "ended"
    if state.status == "paused" or step is None:
        return "waiting"
    return state.phase


def step_view(facts: Facts, step: Step, state: SessionState) -> Data:
    """A step without its key; `seconds_left` is added when it is sent."""
    view: Data = {"id": step.id, "kind": step.kind}
    if not is_round_step(step):
        return view
    bare = facts.buttons_only
    current = state.round_of(step.id)
    number, count = place_of(facts.lesson, state, step)
    view |= {
        "prompt": "" if bare else getattr(step, "prompt", ""),
        "type": getattr(step, "type", "single"),
        "round": current.number if current is not None else 0,
        "number": number,
        "of": count,
        "picture": None if bare else _step_picture(facts, step),
        "read_aloud": None if bare else step.read_aloud,
        "buttons_only": bare,
    }
    return view | _parts(facts, step, wire_of(step, state), bare=bare)


def _parts(facts: Facts, step: Step, wire: Wire, *, bare: bool) -> Data:
    match step:
        case OrderQuestion():
            items = wire.mixed(step.items, "i")
            return {"items": [_item(facts, i, wire.name("i", i.id), bare=bare) for i in items]}
        case SortQuestion():
            things = wire.mixed(step.items, "i")
            buckets = [_part(facts, wire.name("b", b.id), b.text, b.picture, bare=bare) for b in step.buckets]
            return {
                "items": [_item(facts, i, wire.name("i", i.id), bare=bare) for i in things],
                "buckets": buckets,
            }
        case MatchQuestion():
            lefts = [
                _part(facts, wire.name("l", p.id), p.left, p.left_picture, bare=bare)
                for p in wire.mixed(step.pairs, "l")
            ]
            rights = [
                _part(facts, wire.name("r", p.id), p.right, p.right_picture, bare=bare)
                for p in wire.mixed(step.pairs, "r")
            ]
            return {"pairs": {"left": lefts, "right": rights}}
        case HotspotQuestion():
            spots = wire.mixed(step.spots, "s")
            return {
                "spots": [
                    {**_item(facts, s, s.id, bare=bare), "x": s.x, "y": s.y, "w": s.w, "h": s.h}
                    for s in spots
                ]
            }
    options: Iterable[Choosable] = getattr(step, "options", ())
    return {"options": [_item(facts, option, option.id, bare=bare) for option in options]}


def _item(facts: Facts, item: Choosable, name: str, *, bare: bool) -> Data:
    return _part(facts, name, item.text, item.picture, bare=bare)


def _part(facts: Facts, name: str, text: str, picture: str | None, *, bare: bool) -> Data:
    shown = None if bare or picture is None else facts.pictures.get(picture)
    return {"id": name, "text": "" if bare else text, "picture": shown}


def _step_picture(facts: Facts, step: Step) -> Data | None:
    name = getattr(step, "picture", None)
    if name is None and getattr(step, "scene", None) is not None:
        name = f"scene:{step.id}"
    path = facts.pictures.get(name or "")
    return None if path is None else {"url": path, "alt": step.alt or ""}


def place_of(lesson: Lesson, state: SessionState, step: Step) -> tuple[int | None, int | None]:
    """A question's number in the lesson or block, and how many there are; None for what is none."""
    scored = [s.id for s in lesson.steps(state.block) if isinstance(s, QuestionBase)]
    return (scored.index(step.id) + 1, len(scored)) if step.id in scored else (None, None)


def reveal_view(facts: Facts, step: Step, state: SessionState) -> Data:
    """The right answer and what explains it; feedback for one's own choice is added for each pupil."""
    current = state.round_of(step.id)
    correct: tuple[str, ...] = getattr(step, "correct", ())
    return {
        "correct": wire_of(step, state).outward(correct),
        "explanation": getattr(step, "explanation", None),
        "counts": _counts(facts, step, current, state),
    }


def _counts(facts: Facts, step: Step, current: Round | None, state: SessionState) -> Mapping[str, int] | None:
    """How many chose what; never for feelings, nor in a sensitive lesson."""
    if isinstance(step, PollStep) or facts.lesson.teacher.sensitive or current is None:
        return None
    return tally(step, current, state).counts if isinstance(step, QuestionBase | BranchStep) else None


def feedback(step: Step, choice: tuple[str, ...] | None) -> str | None:
    """What each chosen option has to say; of pairs and sorted things, those that are not yet right."""
    if choice is None or isinstance(step, OrderQuestion):
        return None
    parts: Iterable[Any]
    if isinstance(step, MatchQuestion | SortQuestion):
        parts = step.pairs if isinstance(step, MatchQuestion) else step.items
        chosen = {part.partition(":")[0] for part in choice if part not in step.correct}
    else:
        parts = step.spots if isinstance(step, HotspotQuestion) else getattr(step, "options", ())
        chosen = set(choice)
    told = [part.feedback for part in parts if part.id in chosen and part.feedback]
    return "\n".join(told) or None

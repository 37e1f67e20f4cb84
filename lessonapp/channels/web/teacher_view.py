"""What the teacher's phone is told."""

from typing import Any

from lessonapp.channels.web.ports import Facts, Room
from lessonapp.channels.web.views import place_of
from lessonapp.domain.route import current_step, following, next_action
from lessonapp.domain.state import SessionState
from lessonapp.domain.step import Step, beats, is_round_step, step_title
from lessonapp.domain.tally import tally

Data = dict[str, Any]


def teacher_view(
    facts: Facts, state: SessionState, room: Room, *, black: bool, seconds: float | None
) -> Data:
    """Where the lesson is, notes, counts, and who has not answered; by seat, never by name."""
    lesson = facts.lesson
    step = current_step(lesson, state)
    after = following(lesson, state) if state.status != "ended" else None
    lobby = state.step is None and state.status == "running"
    current = state.round
    asked = step is not None and is_round_step(step)
    counted = tally(step, current, state) if asked and step is not None else None
    answered = sorted(seat for seat, _team in current.answers if seat) if current is not None else []
    action = next_action(lesson, state)
    return {
        "type": "state",
        "status": "lobby" if lobby else state.status,
        "phase": "ended" if state.status == "ended" else state.phase,
        "black": black,
        "lesson": lesson.title,
        "class": state.opened.class_label,
        "channel": state.channel,
        "step": None if step is None else _step(facts, state, step, seconds),
        "notes": step.notes if step is not None else lesson.teacher.before,
        "next": None if after is None else {"id": after.id, "title": step_title(after)},
        "action": {"kind": action.kind, "step": action.step, "opens": action.opens},
        "counts": dict(counted.counts) if counted is not None else None,
        "answers": counted.answered if counted is not None else 0,
        "asked": counted.asked if counted is not None else len(state.present),
        "correct": list(getattr(step, "correct", ())) if asked and state.phase == "revealed" else None,
        "seats": state.opened.seats,
        "present": sorted(state.present),
        "answered": answered,
        "missing": list(counted.missing) if counted is not None else [],
        "connected": sorted(room.connected),
        "joined": len(room.joined),
        "steps": [{"id": s.id, "kind": s.kind, "title": step_title(s)} for s in lesson.steps(state.block)],
    }


def _step(facts: Facts, state: SessionState, step: Step, seconds: float | None) -> Data:
    current = state.round_of(step.id)
    number, count = place_of(facts.lesson, state, step)
    return {
        "id": step.id,
        "kind": step.kind,
        "title": step_title(step),
        "notes": step.notes,
        "prompt": getattr(step, "prompt", None),
        "options": [{"id": o.id, "text": o.text} for o in getattr(step, "options", ())],
        "number": number,
        "of": count,
        "seconds_left": seconds,
        "askable": is_round_step(step),
        "round": current.number if current is not None else None,
        "beat": state.beat,
        "beats": 1 if is_round_step(step) else beats(step),
    }

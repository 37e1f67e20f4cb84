"""The text of the state message: what is alike for all is made once, what differs is put in."""

import json
from dataclasses import dataclass
from typing import Any

from lessonapp.channels.web.ports import Facts, WebSession
from lessonapp.channels.web.views import (
    feedback,
    pupil_phase,
    reveal_view,
    step_in,
    step_view,
    wire_of,
)
from lessonapp.channels.web.wire import Wire
from lessonapp.domain.state import Respondent, Round, SessionState
from lessonapp.domain.step import Step


@dataclass(frozen=True, slots=True)
class _Frame:
    """One state in one language; seconds, `mine` and feedback come between these parts."""

    step: Step | None
    head: str
    reveal: str
    texts: dict[object, str]
    """Whole messages, by what differs in them."""


class StateText:
    """Makes the messages of one session; `n` counts the states that pupils can tell apart."""

    def __init__(self, facts: Facts, session: WebSession) -> None:
        self._facts = facts
        self._session = session
        self._key: object = None
        self._revealed: Round | None = None
        self.n = 0
        self._frames: dict[str, _Frame] = {}
        self._wires: dict[str, Wire] = {}

    def changed(self, state: SessionState) -> bool:
        """Whether pupils can see a difference to the last state; counts are none."""
        key = self._public(state)
        revealed = state.round if state.phase == "revealed" else None
        if key == self._key and revealed is self._revealed:
            return False
        self._key, self._revealed = key, revealed
        self.n += 1
        self._frames.clear()
        return True

    def wire(self, step: Step, state: SessionState) -> Wire:
        """The names of a step's parts, made once."""
        if step.id not in self._wires:
            self._wires[step.id] = wire_of(step, state)
        return self._wires[step.id]

    def text(self, language: str, state: SessionState, respondent: Respondent, *, waits: bool) -> str:
        """The message for one seat; an answer that still waits for the disk is left out."""
        frame = self._frames.get(language) or self._make(language, state)
        current = state.round
        given = current.answers.get(respondent) if current is not None and not waits else None
        choice = given.choice if given is not None else None
        seconds = self.seconds_left(state)
        key = (choice, seconds, respondent[1])
        if key not in frame.texts:
            frame.texts[key] = self._text(frame, state, choice, seconds, respondent[1])
        return frame.texts[key]

    def _text(
        self,
        frame: _Frame,
        state: SessionState,
        choice: tuple[str, ...] | None,
        seconds: float | None,
        team: int,
    ) -> str:
        step = frame.step
        mine, told, middle = "null", "null", ""
        if step is not None:
            middle = f',"seconds_left":{"null" if seconds is None else seconds}}}'
            if choice is not None:
                mine = _json({"choice": self.wire(step, state).outward(choice), "status": "saved"})
            if frame.reveal:
                told = f'{frame.reveal},"feedback":{_json(feedback(step, choice))}}}'
        return f'{frame.head}{middle},"mine":{mine},"reveal":{told},"team":{team or "null"}}}'

    def seconds_left(self, state: SessionState) -> float | None:
        """Of an open round with a clock; within its whole time, whatever a clock that was set does."""
        current = state.round
        if (
            current is None
            or current.phase != "open"
            or current.deadline is None
            or state.status != "running"
        ):
            return None
        left = (current.deadline - self._session.now()).total_seconds()
        return round(min(max(left, 0.0), float(current.seconds or 0)), 1)

    def _make(self, language: str, state: SessionState) -> _Frame:
        step = step_in(self._facts, language, state.step) if state.status == "running" else None
        phase = pupil_phase(state, step)
        lead = {"type": "state", "n": self.n, "phase": phase, "paused": state.status == "paused"}
        head = _json(lead)[:-1] + ',"step":'
        head += "null" if step is None else _json(step_view(self._facts, step, state))[:-1]
        shown = step is not None and phase == "revealed"
        reveal = _json(reveal_view(self._facts, step, state))[:-1] if shown and step is not None else ""
        frame = _Frame(step, head, reveal, {})
        self._frames[language] = frame
        return frame

    @staticmethod
    def _public(state: SessionState) -> object:
        """All of a state that pupils are told, and that is no answer; of a revealed round its answers are."""
        current = state.round
        round_ = (current.number, current.phase, current.seconds) if current is not None else None
        return state.status, state.step, state.block, state.teams, round_


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

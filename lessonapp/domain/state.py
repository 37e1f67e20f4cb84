"""Where a session is: a fold over its events."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Literal

from pydantic import Field

from lessonapp.domain.events import (
    AnswerGiven,
    AnswerRevealed,
    AnswerWithdrawn,
    Channel,
    ChannelChanged,
    Choice,
    Event,
    HandsCounted,
    PathChosen,
    PledgeLineAdded,
    PledgeStamped,
    RevealWithdrawn,
    RoundClosed,
    RoundEvent,
    RoundOpened,
    SeatJoined,
    SeatLeft,
    SessionClosed,
    SessionOpened,
    SessionPaused,
    SessionResumed,
    StepShown,
    TeamsDrawn,
    TimeAdded,
)
from lessonapp.domain.value import Value

Phase = Literal["waiting", "open", "closed", "revealed"]
Status = Literal["running", "paused", "ended"]
Respondent = tuple[int, int]
"""(seat, team): a seat is (n, 0), a team (0, n), the class as one (0, 0)."""


class GivenAnswer(Value):
    """The last answer of one respondent in one round."""

    choice: Choice
    channel: Channel


class Round(Value):
    """One round of one step."""

    step: str
    number: int
    phase: Phase = "open"
    opened: datetime
    seconds: int | None = None
    answers: Mapping[Respondent, GivenAnswer] = Field(default_factory=dict)
    hands: Mapping[str, int] = Field(default_factory=dict)
    present: frozenset[int] = frozenset()
    sitting: int = 1

    @property
    def deadline(self) -> datetime | None:
        """When the clock runs out; None where there is no clock."""
        return None if self.seconds is None else self.opened + timedelta(seconds=self.seconds)


class SessionState(Value):
    """Everything the journal says about a session, up to some event."""

    id: str
    seq: int
    opened: SessionOpened
    status: Status = "running"
    pause_reason: Literal["break", "bell"] | None = None
    block: str | None = None
    step: str | None = None
    beat: int = 1
    trail: tuple[str, ...] = ()
    shown_at: datetime | None = None
    rounds: Mapping[str, tuple[Round, ...]] = Field(default_factory=dict)
    paths: Mapping[str, str] = Field(default_factory=dict)
    present: frozenset[int] = frozenset()
    ever_present: frozenset[int] = frozenset()
    teams: tuple[tuple[int, ...], ...] = ()
    channel: Channel = "hands"
    pledge_lines: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    stamps: Mapping[str, int] = Field(default_factory=dict)
    taught_before: timedelta = timedelta()
    sitting_since: datetime | None = None
    last_at: datetime
    sittings: int = 1

    def round_of(self, step: str | None) -> Round | None:
        """The newest round of a step."""
        rounds = self.rounds.get(step or "", ())
        return rounds[-1] if rounds else None

    @property
    def round(self) -> Round | None:
        """The newest round of the step on the stage."""
        return self.round_of(self.step)

    @property
    def phase(self) -> Phase:
        """Of the step on the stage."""
        current = self.round
        return current.phase if current is not None else "waiting"

    def taught(self, now: datetime) -> timedelta:
        """How long the lesson has been taught, pauses left out."""
        if self.sitting_since is None:
            return self.taught_before
        return self.taught_before + max(now - self.sitting_since, timedelta())


def replay(events: Iterable[Event]) -> SessionState | None:
    """The state after the events; None where the session was never opened."""
    state: SessionState | None = None
    for event in events:
        if isinstance(event, SessionOpened):
            state = opened_state(event)
        elif state is not None:
            state = apply(state, event)
    return state


def state_of(events: Iterable[Event]) -> SessionState:
    """The state after the events; ValueError where they do not open a session."""
    state = replay(events)
    if state is None:
        raise ValueError("these events do not open a session")
    return state


def opened_state(event: SessionOpened) -> SessionState:
    """The state that a session begins with."""
    seats = frozenset(range(1, event.seats + 1))
    return SessionState(
        id=event.session,
        seq=event.seq,
        opened=event,
        block=event.block,
        present=seats,
        ever_present=seats,
        channel=event.channel,
        sitting_since=event.at,
        last_at=event.at,
    )


def apply(state: SessionState, event: Event) -> SessionState:
    """The state after one more event."""
    update = _round_update(state, event) or _session_update(state, event) or _pledge_update(state, event)
    return state.model_copy(update={**update, "seq": event.seq, "last_at": event.at})


def _session_update(state: SessionState, event: Event) -> dict[str, object]:
    match event:
        case StepShown(step=step, beat=beat):
            trail = state.trail if state.trail[-1:] == (step,) else _trail_to(state.trail, step)
            return {"step": step, "beat": beat, "trail": trail, "shown_at": event.at}
        case PathChosen(step=step, option=option):
            return {"paths": {**state.paths, step: option}}
        case SeatJoined(seat=seat):
            return {"present": state.present | {seat}, "ever_present": state.ever_present | {seat}}
        case SeatLeft(seat=seat, reason=reason):
            rounds = _without_absent(state, seat) if reason == "absent" else state.rounds
            return {"present": state.present - {seat}, "rounds": rounds}
        case TeamsDrawn(teams=teams):
            return {"teams": teams}
        case ChannelChanged(channel=channel):
            return {"channel": channel}
        case SessionPaused(reason=reason):
            taught = state.taught(event.at)
            return {
                "status": "paused",
                "pause_reason": reason,
                "taught_before": taught,
                "sitting_since": None,
            }
        case SessionResumed():
            return _resumed(state, event)
        case SessionClosed():
            return {"status": "ended", "taught_before": state.taught(event.at), "sitting_since": None}
    return {}


def _pledge_update(state: SessionState, event: Event) -> dict[str, object]:
    match event:
        case PledgeLineAdded(step=step, line=line):
            lines = (*state.pledge_lines.get(step, ()), line)
            return {"pledge_lines": {**state.pledge_lines, step: lines}}
        case PledgeStamped(step=step, stamps=stamps):
            return {"stamps": {**state.stamps, step: stamps}}
    return {}


def _resumed(state: SessionState, event: SessionResumed) -> dict[str, object]:
    # After a power cut no pause was written: the time since the last event was not taught.
    taught = state.taught(state.last_at) if state.sitting_since else state.taught_before
    again = 1 if state.pause_reason == "bell" else 0
    return {
        "status": "running",
        "pause_reason": None,
        "taught_before": taught,
        "sitting_since": event.at,
        "shown_at": event.at if state.step else None,
        "sittings": state.sittings + again,
    }


def _trail_to(trail: tuple[str, ...], step: str) -> tuple[str, ...]:
    """Going back shortens the way that was come; going on lengthens it."""
    return trail[: trail.index(step) + 1] if step in trail else (*trail, step)


def _without_absent(state: SessionState, seat: int) -> dict[str, tuple[Round, ...]]:
    """Whoever was absent from the beginning is missing from no round of this sitting but those answered."""

    def mended(known: Round) -> Round:
        if known.sitting != state.sittings or (seat, 0) in known.answers:
            return known
        return known.model_copy(update={"present": known.present - {seat}})

    return {step: tuple(mended(known) for known in rounds) for step, rounds in state.rounds.items()}


def _round_update(state: SessionState, event: Event) -> dict[str, object]:
    if isinstance(event, RoundOpened):
        opened = Round(
            step=event.step,
            number=event.round,
            opened=event.at,
            seconds=event.seconds,
            present=state.present,
            sitting=state.sittings,
        )
        return {"rounds": {**state.rounds, event.step: (*state.rounds.get(event.step, ()), opened)}}
    if not isinstance(event, RoundEvent):
        return {}
    rounds = tuple(
        known.model_copy(update=_round_change(state, known, event)) if known.number == event.round else known
        for known in state.rounds.get(event.step, ())
    )
    return {"rounds": {**state.rounds, event.step: rounds}}


def _round_change(state: SessionState, known: Round, event: RoundEvent) -> dict[str, object]:
    match event:
        case RoundClosed():
            return {"phase": "closed", "present": state.present}
        case AnswerRevealed():
            return {"phase": "revealed"}
        case RevealWithdrawn():
            return {"phase": "closed"}
        case TimeAdded(seconds=seconds):
            return {"seconds": (known.seconds or 0) + seconds}
        case AnswerGiven():
            given = GivenAnswer(choice=event.choice, channel=event.channel)
            return {"answers": {**known.answers, (event.seat, event.team): given}}
        case AnswerWithdrawn(seat=seat, team=team):
            return {"answers": {who: a for who, a in known.answers.items() if who != (seat, team)}}
        case HandsCounted(counts=counts):
            return {"hands": counts}
    return {}

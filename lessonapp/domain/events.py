"""The events of a session: what happened, in order, never changed afterwards."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, TypeAdapter

from lessonapp.domain.fields import Line
from lessonapp.domain.language import Language
from lessonapp.domain.look import SEAT_LIMIT, Audience
from lessonapp.domain.value import Value

Channel = Literal["hands", "screen", "cards", "web"]
Seat = Annotated[int, Field(ge=1, le=SEAT_LIMIT)]
Choice = tuple[str, ...]


class EventBase(Value):
    """What every event has; `id` is a UUIDv7, `v` the version of the event's format."""

    id: str
    session: str
    seq: Annotated[int, Field(ge=1)]
    at: AwareDatetime
    v: int = 1


class SessionOpened(EventBase):
    """A lesson begins for a class."""

    type: Literal["session-opened"] = "session-opened"
    lesson: str
    version: int
    content_hash: str
    language: Language
    title: str
    class_label: str
    audience: Audience
    channel: Channel
    seats: Annotated[int, Field(ge=1, le=SEAT_LIMIT)]
    seed: int
    block: str | None = None


class StepShown(EventBase):
    """A step, or one beat more of it, is on the stage."""

    type: Literal["step-shown"] = "step-shown"
    step: str
    beat: Annotated[int, Field(ge=1)] = 1


class RoundEvent(EventBase):
    """Something about one round of one step."""

    step: str
    round: Annotated[int, Field(ge=1, le=99)]


class RoundOpened(RoundEvent):
    """Answers are taken from now on; None seconds means no clock."""

    type: Literal["round-opened"] = "round-opened"
    seconds: int | None = None


class TimeAdded(RoundEvent):
    """The clock of an open round was given more seconds."""

    type: Literal["time-added"] = "time-added"
    seconds: Annotated[int, Field(ge=1, le=3600)]


class RoundClosed(RoundEvent):
    """No more answers."""

    type: Literal["round-closed"] = "round-closed"


class AnswerRevealed(RoundEvent):
    """The right answer, or the result of a vote, is on the stage."""

    type: Literal["answer-revealed"] = "answer-revealed"


class RevealWithdrawn(RoundEvent):
    """A reveal was taken back."""

    type: Literal["reveal-withdrawn"] = "reveal-withdrawn"


class AnswerGiven(RoundEvent):
    """One answer: of a seat, of a team (seat 0, team set) or of the class as one (both 0)."""

    type: Literal["answer-given"] = "answer-given"
    seat: Annotated[int, Field(ge=0, le=SEAT_LIMIT)]
    team: Annotated[int, Field(ge=0, le=20)] = 0
    choice: Annotated[Choice, Field(min_length=1, max_length=24)]
    channel: Channel
    ms: Annotated[int, Field(ge=0)] = 0
    corrected: bool = False


class AnswerWithdrawn(RoundEvent):
    """An answer was taken back."""

    type: Literal["answer-withdrawn"] = "answer-withdrawn"
    seat: Annotated[int, Field(ge=0, le=SEAT_LIMIT)]
    team: Annotated[int, Field(ge=0, le=20)] = 0


class HandsCounted(RoundEvent):
    """Raised hands as the teacher counted them; replaces the count before it."""

    type: Literal["hands-counted"] = "hands-counted"
    counts: dict[str, Annotated[int, Field(ge=0, le=SEAT_LIMIT)]]
    corrected: bool = False


class PathChosen(EventBase):
    """The teacher chose the path of a branch by hand."""

    type: Literal["path-chosen"] = "path-chosen"
    step: str
    option: str


class SeatJoined(EventBase):
    """A seat is taken: somebody came late, or came back."""

    type: Literal["seat-joined"] = "seat-joined"
    seat: Seat


class SeatLeft(EventBase):
    """A seat is empty: `absent` from the sitting's beginning, or `left` from now on."""

    type: Literal["seat-left"] = "seat-left"
    seat: Seat
    reason: Literal["absent", "left"] = "absent"


class TeamsDrawn(EventBase):
    """The seats of each team, team 1 first; no team at all ends team play."""

    type: Literal["teams-drawn"] = "teams-drawn"
    teams: tuple[tuple[Seat, ...], ...]


class ChannelChanged(EventBase):
    """Answers now come in another way."""

    type: Literal["channel-changed"] = "channel-changed"
    channel: Channel


class PledgeLineAdded(EventBase):
    """The class's own line of a pledge, typed by the teacher."""

    type: Literal["pledge-line-added"] = "pledge-line-added"
    step: str
    line: Line


class PledgeStamped(EventBase):
    """So many of the class have stamped the pledge; nobody knows who."""

    type: Literal["pledge-stamped"] = "pledge-stamped"
    step: str
    stamps: Annotated[int, Field(ge=0, le=SEAT_LIMIT)]


class SessionPaused(EventBase):
    """The lesson rests: `bell` until another day, `break` for a moment."""

    type: Literal["session-paused"] = "session-paused"
    reason: Literal["break", "bell"] = "break"


class SessionResumed(EventBase):
    """The lesson goes on, after a pause or after the program was closed."""

    type: Literal["session-resumed"] = "session-resumed"


class SessionClosed(EventBase):
    """The lesson is over."""

    type: Literal["session-closed"] = "session-closed"


Event = (
    SessionOpened
    | StepShown
    | RoundOpened
    | TimeAdded
    | RoundClosed
    | AnswerRevealed
    | RevealWithdrawn
    | AnswerGiven
    | AnswerWithdrawn
    | HandsCounted
    | PathChosen
    | SeatJoined
    | SeatLeft
    | TeamsDrawn
    | ChannelChanged
    | PledgeLineAdded
    | PledgeStamped
    | SessionPaused
    | SessionResumed
    | SessionClosed
)
_EVENT: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="type")])
KNOWN_TYPES = frozenset(str(model.model_fields["type"].default) for model in Event.__args__)


def event_from_json(text: str | bytes) -> Event:
    """An event out of its JSON; ValidationError when it is not one."""
    return _EVENT.validate_json(text)

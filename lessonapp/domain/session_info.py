"""What lists of sessions show: one line a session."""

from datetime import datetime

from lessonapp.domain.events import Channel, Event, SessionClosed, SessionOpened, StepShown
from lessonapp.domain.language import Language
from lessonapp.domain.look import Audience
from lessonapp.domain.value import Value


class SessionInfo(Value):
    """A session as lists show it."""

    id: str
    lesson: str
    title: str
    language: Language
    audience: Audience
    class_label: str
    opened: datetime
    last: datetime
    closed: datetime | None
    channel: Channel
    seats: int
    step: str | None
    seq: int = 0
    """Number of the newest event."""


def info_of(opened: SessionOpened) -> SessionInfo:
    """A session that was opened and nothing more."""
    return SessionInfo(
        id=opened.session,
        lesson=opened.lesson,
        title=opened.title,
        language=opened.language,
        audience=opened.audience,
        class_label=opened.class_label,
        opened=opened.at,
        last=opened.at,
        closed=None,
        channel=opened.channel,
        seats=opened.seats,
        step=None,
        seq=opened.seq,
    )


def followed(info: SessionInfo, event: Event) -> SessionInfo:
    """The session after one more event, or after the newest of several."""
    return info.model_copy(
        update={
            "last": event.at,
            "closed": event.at if isinstance(event, SessionClosed) else None,
            "step": event.step if isinstance(event, StepShown) else info.step,
            "seq": event.seq,
        }
    )

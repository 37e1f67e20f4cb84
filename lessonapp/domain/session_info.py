"""What lists of sessions show: one line a session."""

from datetime import datetime

from lessonapp.domain.events import Channel
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
    paused_until_another_day: bool
    seq: int = 0
    """Number of the newest event."""

"""A session in a few plain figures: what lists, filters and sums over many sessions are made of."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, get_args

from pydantic import BaseModel

from lessonapp.domain.events import Channel
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import Audience
from lessonapp.domain.session_info import SessionInfo
from lessonapp.domain.summary_values import SummaryReport, counts_of


@dataclass(frozen=True, slots=True)
class SessionDigest:
    """One session; figures are counts, so that sums over sessions are sums of counts."""

    session: str
    seq: int
    """Number of the last event that is in the figures."""
    lesson: str
    lesson_hash: str
    title: str
    language: str
    audience: Audience
    topic: str
    competences: tuple[str, ...]
    class_label: str
    opened: datetime
    last: datetime
    open: bool
    """Not closed yet."""
    channel: Channel
    minutes: int
    seats: int
    whole: bool
    """Most steps of the whole lesson were shown."""
    questions: int = 0
    pre_right: int = 0
    pre_answered: int = 0
    exit_right: int = 0
    exit_answered: int = 0


def digest(report: SummaryReport, lesson: Lesson, info: SessionInfo, lesson_hash: str) -> SessionDigest:
    """The figures of a session, out of its summary."""
    about = report.about
    pre, leaving = counts_of(report.pre), counts_of(report.exit)
    return replace(
        bare_digest(info, lesson_hash),
        topic=lesson.topic,
        competences=lesson.competences,
        class_label=about.class_label,
        channel=report.channels[0].channel if report.channels else info.channel,
        minutes=round(about.taught.total_seconds() / 60),
        seats=about.seats_present,
        whole=about.whole,
        questions=len(report.questions),
        pre_right=pre[0],
        pre_answered=pre[1],
        exit_right=leaving[0],
        exit_answered=leaving[1],
    )


def bare_digest(info: SessionInfo, lesson_hash: str = "") -> SessionDigest:
    """What is known of a session without its lesson: everything but figures."""
    return SessionDigest(
        session=info.id,
        seq=info.seq,
        lesson=info.lesson,
        lesson_hash=lesson_hash,
        title=info.title,
        language=info.language,
        audience=info.audience,
        topic="",
        competences=(),
        class_label=info.class_label,
        opened=info.opened,
        last=info.last,
        open=info.closed is None,
        channel=info.channel,
        minutes=0,
        seats=info.seats,
        whole=False,
    )


def pack(value: SessionDigest) -> list[Any]:
    """The digest as JSON values."""
    row: list[Any] = []
    for field in fields(value):
        item = getattr(value, field.name)
        if isinstance(item, datetime):
            item = item.isoformat()
        row.append(list(item) if isinstance(item, tuple) else item)
    return row


_COMPETENCES, _OPENED, _LAST = 8, 10, 11


def unpack(row: list[Any]) -> SessionDigest:
    """The digest out of JSON values; TypeError, ValueError or IndexError where they are none."""
    row[_COMPETENCES] = tuple(row[_COMPETENCES])
    row[_OPENED] = datetime.fromisoformat(row[_OPENED])
    row[_LAST] = datetime.fromisoformat(row[_LAST])
    return SessionDigest(*row[: len(fields(SessionDigest))])


def _shape(model: type[BaseModel], seen: set[type]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    yield model.__name__
    for name, field in model.model_fields.items():
        yield f"{name}:{field.annotation}"
        queue = [field.annotation]
        while queue:
            part = queue.pop()
            queue.extend(get_args(part))
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _shape(part, seen)


def shape(*gone: str) -> str:
    """A fingerprint of what a stored summary consists of: another program's rows are made anew.

    `gone` are values that stood at the end of a digest before, for the fingerprint of that time.
    """
    text = "|".join([*_shape(SummaryReport, set()), *(f.name for f in fields(SessionDigest)), *gone])
    return f"{zlib.crc32(text.encode()):08x}"

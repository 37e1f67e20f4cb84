"""Figures of sessions beside the journal: kept so that thousands of sessions open at once."""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence

from pydantic import ValidationError
from sqlalchemy import Engine, delete, insert, select

from lessonapp.domain.digest import SessionDigest, pack, shape, unpack
from lessonapp.domain.summary_values import SummaryReport
from lessonapp.storage.database import machine_errors
from lessonapp.storage.tables import DIGESTS

log = logging.getLogger(__name__)

AT_ONCE = 500  # ids in one statement: databases have a limit


class DigestStore:
    """Reads and writes digests; rows of another program's shape are as good as none."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._shape = shape()
        # A lesson that was taken away leaves figures which nothing could make anew: older rows stay readable.
        self._readable = (self._shape, shape("pre_sums", "exit_sums"))

    def all(self) -> dict[str, SessionDigest]:
        """Every digest, by session."""
        with machine_errors(), self._engine.connect() as connection:
            query = select(DIGESTS.c.head).where(DIGESTS.c.shape.in_(self._readable))
            rows = connection.execute(query).scalars()
            found = [kept for head in rows if (kept := _read_head(head)) is not None]
        return {kept.session: kept for kept in found}

    def save(self, made: Iterable[tuple[SessionDigest, SummaryReport | None]]) -> None:
        """Keep digests with their summaries, in the place of older ones."""
        rows = [
            {
                "session": kept.session,
                "seq": kept.seq,
                "lesson_hash": kept.lesson_hash,
                "shape": self._shape,
                "head": json.dumps(pack(kept), ensure_ascii=False),
                "body": report.model_dump_json() if report is not None else "",
            }
            for kept, report in made
        ]
        if not rows:
            return
        with machine_errors(), self._engine.begin() as connection:
            for part in _parts([str(row["session"]) for row in rows]):
                connection.execute(delete(DIGESTS).where(DIGESTS.c.session.in_(part)))
            connection.execute(insert(DIGESTS), rows)

    def reports(self, sessions: Sequence[str]) -> Mapping[str, SummaryReport]:
        """The summaries kept of these sessions: without head, and without the grid of seats."""
        found: dict[str, SummaryReport] = {}
        with machine_errors(), self._engine.connect() as connection:
            for part in _parts(sessions):
                query = select(DIGESTS.c.session, DIGESTS.c.body).where(
                    DIGESTS.c.session.in_(part), DIGESTS.c.shape.in_(self._readable)
                )
                for session, body in connection.execute(query).all():
                    if body and (report := _read_body(body)) is not None:
                        found[session] = report
        return found


def _parts(sessions: Sequence[str]) -> list[Sequence[str]]:
    return [sessions[start : start + AT_ONCE] for start in range(0, len(sessions), AT_ONCE)]


def _read_head(head: str) -> SessionDigest | None:
    try:
        return unpack(json.loads(head))
    except (TypeError, ValueError, IndexError):
        log.warning("the figures of a session could not be read; they are made anew")
        return None


def _read_body(body: str) -> SummaryReport | None:
    try:
        return SummaryReport.model_validate_json(body)
    except ValidationError:
        log.warning("the summary kept of a session could not be read; it is made anew")
        return None

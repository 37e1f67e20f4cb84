"""The journal: one thread writes, in groups, and says so only once the disk has it."""

import logging
import queue
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, Row, Select, and_, delete, func, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from lessonapp.domain.events import KNOWN_TYPES, Event, SessionOpened, event_from_json
from lessonapp.domain.session_info import SessionInfo, followed, info_of
from lessonapp.session.ports import NotSavingError
from lessonapp.storage.database import machine_errors
from lessonapp.storage.refusals import cause
from lessonapp.storage.tables import DELETED, DIGESTS, EVENTS

log = logging.getLogger(__name__)

RETRY_SECONDS = 2.0
SETTLE_SECONDS = 10.0


@dataclass(slots=True)
class _Batch:
    rows: list[dict[str, object]]
    done: Future[None]


class StoredJournal:
    """Events in the database; `start` and `stop` frame the writer thread."""

    def __init__(
        self, engine: Engine, on_failure: Callable[[NotSavingError | None], None] | None = None
    ) -> None:
        self._engine = engine
        self.on_failure = on_failure
        self._queue: queue.SimpleQueue[_Batch | None] = queue.SimpleQueue()
        self._failure: NotSavingError | None = None
        self._thread = threading.Thread(target=self._run, name="journal-writer", daemon=False)
        self._backlog: list[_Batch] = []
        self._broken = False
        """Whether a fault of ours has ended the writer."""
        self._unsaved: dict[str, Event] = {}
        """What waits to be written, by id: where the disk refuses, reports and lists know it all the same."""

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write what is queued, then end the thread."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()

    @property
    def failure(self) -> NotSavingError | None:
        """Why nothing can be saved at the moment."""
        return self._failure

    def append(self, events: Sequence[Event]) -> Future[None]:
        """Queue the events; the future is done once they are committed."""
        self._unsaved.update({event.id: event for event in events})
        batch = _Batch([_row(event) for event in events], Future())
        self._queue.put(batch)
        if self._broken:
            self._refuse_queued()
        return batch.done

    def events(self, session: str) -> list[Event]:
        """The events of a session in order, those that wait for the disk among them.

        Kinds from a newer program are left where they are.
        """
        self._settle()
        waiting = [event for event in self._waiting() if event.session == session]
        with machine_errors(), self._engine.connect() as connection:
            rows = connection.execute(
                select(EVENTS.c.type, EVENTS.c.body).where(EVENTS.c.session == session).order_by(EVENTS.c.seq)
            ).all()
        written = [event for kind, body in rows if (event := _read(kind, body)) is not None]
        known = {event.id: event for event in (*written, *waiting)}
        return sorted(known.values(), key=lambda event: event.seq)

    def sessions(self) -> list[SessionInfo]:
        """All sessions, newest first."""
        self._settle()
        waiting = self._waiting()
        with machine_errors(), self._engine.connect() as connection:
            infos = _with_waiting(_session_infos(connection), waiting)
        return sorted(infos, key=lambda info: (info.opened, info.id), reverse=True)

    def delete(self, session: str) -> None:
        """Forget a session for good; its id is kept, so that no import brings it back."""
        self._settle()
        now = datetime.now(UTC).isoformat()
        with machine_errors(), self._engine.begin() as connection:
            connection.execute(delete(EVENTS).where(EVENTS.c.session == session))
            connection.execute(delete(DIGESTS).where(DIGESTS.c.session == session))
            known = select(DELETED.c.session).where(DELETED.c.session == session)
            if connection.execute(known).first() is None:
                connection.execute(insert(DELETED), {"session": session, "at": now})

    def _waiting(self) -> list[Event]:
        """What is not known to be on disk; asked for before the disk is, so that nothing falls between."""
        return list(self._unsaved.copy().values())  # the writer takes from it meanwhile

    def _settle(self) -> None:
        """Wait until what is queued is written, or cannot be: a report never misses the last answer."""
        if self._thread.is_alive() and self._failure is None:
            barrier = _Batch([], Future())
            self._queue.put(barrier)
            wait([barrier.done], timeout=SETTLE_SECONDS)

    def _run(self) -> None:
        """Until `stop`; a fault of ours ends it too, and then nobody is told that something was saved."""
        try:
            self._write_what_comes()
        except Exception as fault:
            self._broken = True
            self._fail(fault)
            self._refuse_queued()
            raise

    def _write_what_comes(self) -> None:
        open_ = True
        while open_:
            try:
                first = self._queue.get(timeout=RETRY_SECONDS if self._backlog else None)
                group = [first]
            except queue.Empty:
                group = []
            while not self._queue.empty():
                group.append(self._queue.get())
            open_ = None not in group
            self._backlog.extend(batch for batch in group if batch is not None)
            self._write()

    def _write(self) -> None:
        """Commit everything that waits; on failure it waits on, and is tried again."""
        rows = [row for batch in self._backlog for row in batch.rows]
        if not rows:
            self._succeed()
            return
        try:
            self._insert(rows)
        except SQLAlchemyError as error:
            self._fail(error)
            return
        self._succeed()

    def _insert(self, rows: list[dict[str, object]]) -> None:
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(EVENTS), rows)
        except IntegrityError:
            # A commit whose success was not reported, tried again: what is there already is not doubled.
            self._insert_missing(rows)

    def _insert_missing(self, rows: list[dict[str, object]]) -> None:
        with self._engine.begin() as connection:
            ids = [row["id"] for row in rows]
            there = set(connection.execute(select(EVENTS.c.id).where(EVENTS.c.id.in_(ids))).scalars())
            fresh = [row for row in rows if row["id"] not in there]
            if fresh:
                connection.execute(insert(EVENTS), fresh)

    def _succeed(self) -> None:
        written, self._backlog = self._backlog, []
        recovered, self._failure = self._failure is not None, None
        for batch in written:
            for row in batch.rows:
                self._unsaved.pop(str(row["id"]), None)
            if not batch.done.done():
                batch.done.set_result(None)
        if recovered and self.on_failure is not None:
            self.on_failure(None)

    def _fail(self, error: Exception) -> None:
        first = self._failure is None
        self._failure = NotSavingError(str(cause(error)))
        for batch in self._backlog:
            if not batch.done.done():
                batch.done.set_exception(self._failure)
        if first:
            log.error("answers are not being saved: %s", self._failure)
            if self.on_failure is not None:
                self.on_failure(self._failure)

    def _refuse_queued(self) -> None:
        """Nobody will write what waits here; any thread may call."""
        while not self._queue.empty():
            try:
                batch = self._queue.get_nowait()
            except queue.Empty:  # another thread was here first
                return
            if batch is not None:
                batch.done.set_exception(self._failure)


def _row(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "session": event.session,
        "seq": event.seq,
        "type": event.type,
        "at": event.at.isoformat(),
        "body": event.model_dump_json(),
    }


def _read(kind: str, body: str) -> Event | None:
    if kind not in KNOWN_TYPES:
        log.warning("an event of the unknown kind %s was skipped", kind)
        return None
    try:
        return event_from_json(body)
    except ValidationError:
        log.warning("an event of the kind %s could not be read and was skipped", kind)
        return None


def _session_infos(connection: Connection) -> list[SessionInfo]:
    opened = connection.execute(select(EVENTS.c.type, EVENTS.c.body).where(EVENTS.c.type == "session-opened"))
    last = {row.session: row for row in connection.execute(_newest(None)).all()}
    steps = {row.session: row for row in connection.execute(_newest("step-shown")).all()}
    return [
        _info(event, last.get(event.session), steps.get(event.session))
        for kind, body in opened.all()
        if isinstance(event := _read(kind, body), SessionOpened)
    ]


def _with_waiting(infos: Iterable[SessionInfo], waiting: Iterable[Event]) -> list[SessionInfo]:
    """The sessions as they are once what waits has been written."""
    found = {info.id: info for info in infos}
    for event in waiting:
        known = found.get(event.session)
        if known is not None and event.seq > known.seq:
            found[event.session] = followed(known, event)
        elif known is None and isinstance(event, SessionOpened):
            found[event.session] = info_of(event)
    return list(found.values())


def _newest(kind: str | None) -> Select[tuple[str, int, str, str]]:
    """The newest event of each session, of a kind or of any: one look-up a session, no scan of all."""
    first, inner, found = EVENTS.alias("first"), EVENTS.alias("inner"), EVENTS.alias("found")
    wanted = inner.c.session == first.c.session
    if kind is not None:
        wanted = and_(wanted, inner.c.type == kind)
    newest = select(func.max(inner.c.seq)).where(wanted).correlate(first).scalar_subquery()
    return (
        select(found.c.session, found.c.seq, found.c.type, found.c.body)
        .select_from(first.join(found, and_(found.c.session == first.c.session, found.c.seq == newest)))
        .where(first.c.type == "session-opened")
    )


def _info(
    opened: SessionOpened,
    last: Row[tuple[str, int, str, str]] | None,
    step: Row[tuple[str, int, str, str]] | None,
) -> SessionInfo:
    info = info_of(opened)
    for row in (step, last):
        event = _read(row.type, row.body) if row is not None else None
        if event is not None:
            info = followed(info, event)
    return info.model_copy(update={"seq": last.seq}) if last is not None else info

"""Answer to committed: a class of forty answers in the same moment."""

import sqlite3
import time
from concurrent.futures import Future
from datetime import UTC, datetime
from functools import partial
from itertools import cycle
from pathlib import Path

from bench.figures import Row, median, percentile
from bench.taught import begin, choices, real_lesson
from lessonapp.domain.answer import Answer, Receipt
from lessonapp.domain.step import Step, is_round_step
from lessonapp.session.ids import uuid7
from lessonapp.session.lesson_session import LessonSession
from lessonapp.storage.database import open_database
from lessonapp.storage.journal import StoredJournal

SEATS, BOUND, WAIT_SECONDS = 40, 30, 30
BODY = "x" * 330  # as long as an answer in the journal


def measure(folder: Path, rounds: int) -> list[Row]:
    """The rows; a round of the journal and a round of the bare database take turns."""
    engine = open_database(f"sqlite:///{(folder / 'journal.sqlite').as_posix()}")
    journal = StoredJournal(engine)
    journal.start()
    bare = _bare_database(folder / "bare.sqlite")
    session = begin(real_lesson(), SEATS, journal, lambda: datetime.now(UTC))
    steps = cycle([step for step in session.lesson.steps() if is_round_step(step)])
    ours: list[float] = []
    theirs: list[float] = []
    singles: list[float] = []
    for _round in range(rounds):
        ours += _one_round(session, next(steps))
        ends, each = _bare_round(bare)
        theirs, singles = theirs + ends, singles + each
    journal.stop()
    engine.dispose()
    bare.close()
    how = (
        f"{rounds} rounds of {SEATS} answers, in turns with the comparison; SQLite in WAL, synchronous=FULL; "
        "each answer from the moment the class answers to its receipt"
    )
    one = f"sqlite3, INSERT and commit for each of the {SEATS} (one commit: {median(singles):.2f} ms)"
    return [
        Row(
            f"Answer to committed, {SEATS} seats at once, p99", "ms", percentile(ours, 99), how,
            bound=BOUND, compared=percentile(theirs, 99), against=one,
        ),
        Row(
            f"Answer to committed, {SEATS} seats at once, median", "ms", median(ours), "the same rounds",
            compared=median(theirs), against="as above",
        ),
    ]  # fmt: skip


def _one_round(session: LessonSession, step: Step) -> list[float]:
    """Milliseconds of each answer of a round, from when the class answered to its receipt."""
    session.goto(step.id)
    session.open_round()
    answers = [
        Answer(step=step.id, seat=seat, choice=choice, channel="web")
        for seat, choice in choices(step, SEATS).items()
    ]
    took: dict[int, float] = {}
    start = time.perf_counter()

    def note(seat: int, _receipt: Future[Receipt]) -> None:
        took[seat] = (time.perf_counter() - start) * 1000

    receipts = []
    for answer in answers:
        receipts.append(session.answers.post(answer))
        receipts[-1].add_done_callback(partial(note, answer.seat))
    said = [receipt.result(WAIT_SECONDS).status for receipt in receipts]
    if said != ["saved"] * SEATS:
        raise RuntimeError(f"answers to {step.id} were not taken: {set(said)}")
    session.close_round()
    return list(took.values())


def _bare_database(file: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(file, isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE events (id TEXT PRIMARY KEY, at TEXT, body TEXT)")
    return bare


def _bare_round(bare: sqlite3.Connection) -> tuple[list[float], list[float]]:
    """The same class into a bare database: since the beginning, and for each commit alone."""
    start = before = time.perf_counter()
    ends, each = [], []
    for _seat in range(SEATS):
        row = (uuid7(), datetime.now(UTC).isoformat(), BODY)
        bare.execute("INSERT INTO events VALUES (?, ?, ?)", row)  # in autocommit
        now = time.perf_counter()
        ends.append((now - start) * 1000)
        each.append((now - before) * 1000)
        before = now
    return ends, each

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import text

from lessonapp.domain.answer import Answer
from lessonapp.domain.state import replay
from lessonapp.session.ids import uuid7
from lessonapp.session.log import SessionLog
from lessonapp.session.ports import NotSavingError
from lessonapp.storage.database import DatabaseError, Engine, open_database
from lessonapp.storage.journal import StoredJournal
from tests.builders import TickingClock, session
from tests.disks import limit_pages


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[StoredJournal]:
    engine = open_database(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    stored = StoredJournal(engine)
    stored.start()
    yield stored
    stored.stop()
    engine.dispose()


def test_a_stored_session_replays_to_the_same_state(journal: StoredJournal) -> None:
    taught = session(journal=journal)
    while taught.advance().kind not in ("end", "none"):
        taught.answers.post(Answer(step=taught.state.step or "", seat=3, choice=("a",), channel="web"))
    taught.end()
    journal.stop()
    assert replay(journal.events(taught.state.id)) == taught.state


def test_a_receipt_says_saved_only_when_another_connection_sees_the_answer(
    journal: StoredJournal, tmp_path: Path
) -> None:
    taught = session(journal=journal)
    taught.goto("q3")
    taught.open_round()
    receipt = taught.answers.post(Answer(step="q3", seat=5, choice=("a",), channel="web"))
    assert receipt.result(timeout=10).status == "saved"
    other = open_database(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    with other.connect() as connection:
        kinds = connection.execute(text("SELECT type FROM events ORDER BY seq")).scalars().all()
    other.dispose()
    assert kinds[-1] == "answer-given"


def test_sessions_are_listed_newest_first_with_where_they_stopped(journal: StoredJournal) -> None:
    clock = TickingClock()
    first = session(journal=journal, clock=clock, class_label="4A")
    first.goto("truyen")
    first.end()
    clock.forward(days=1)
    second = session(journal=journal, clock=clock, class_label="4B")
    second.goto("q3")
    second.pause(until_another_day=True)
    journal.stop()
    infos = journal.sessions()
    assert [(i.class_label, i.step, i.closed is not None) for i in infos] == [
        ("4B", "q3", False),
        ("4A", "truyen", True),
    ]


def test_a_deleted_session_is_gone_and_the_others_stay(journal: StoredJournal) -> None:
    kept, mistaken = session(journal=journal), session(journal=journal)
    journal.stop()
    journal.delete(mistaken.state.id)
    assert [i.id for i in journal.sessions()] == [kept.state.id]
    assert journal.events(mistaken.state.id) == []


def test_a_full_disk_refuses_answers_lets_the_lesson_go_on_and_loses_nothing(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    told: list[NotSavingError | None] = []
    changed = threading.Event()

    def on_failure(failure: NotSavingError | None) -> None:
        told.append(failure)
        changed.set()

    journal = StoredJournal(engine, on_failure)
    journal.start()
    taught = session(journal=journal)
    taught.goto("q3")
    taught.open_round()
    saved = taught.answers.post(Answer(step="q3", seat=1, choice=("a",), channel="web"))
    assert saved.result(timeout=10).status == "saved"
    limit_pages(engine, full=True)

    seat = 2
    receipt = taught.answers.post(Answer(step="q3", seat=seat, choice=("b",), channel="web")).result(
        timeout=10
    )
    while receipt.status == "saved":  # until the last page is used up
        seat = seat % 10 + 1
        receipt = taught.answers.post(
            Answer(step="q3", seat=seat, choice=(("a",), ("b",))[seat % 2], channel="web")
        ).result(timeout=10)
        if receipt.status == "changed":
            receipt = receipt.model_copy(update={"status": "saved"})
    assert receipt.status == "not-saving"
    assert changed.wait(10)
    assert isinstance(told[0], NotSavingError)
    refused = taught.answers.post(Answer(step="q3", seat=9, choice=("b",), channel="web")).result(timeout=10)
    assert refused.status == "not-saving"
    assert taught.advance().kind == "close", "the lesson goes on"

    changed.clear()
    limit_pages(engine, full=False)
    assert changed.wait(10), "the writer tries again by itself"
    assert told[-1] is None
    journal.stop()
    assert replay(journal.events(taught.state.id)) == taught.state
    engine.dispose()


def test_reports_and_lists_have_what_waits_for_a_full_disk(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    journal = StoredJournal(engine)
    journal.start()
    taught = session(journal=journal)
    assert [info.seq for info in journal.sessions()] == [1]
    limit_pages(engine, full=True)
    number = 0
    while journal.failure is None:  # until the last page is used up
        number += 1
        taught.room.add_pledge_line("tom", f"Điều {number} " + "ơ" * 40)
        journal.sessions()
    taught.goto("q3")
    begun = session(journal=journal, class_label="5B")
    begun.goto("truyen")
    begun.pause(until_another_day=True)
    assert replay(journal.events(taught.state.id)) == taught.state
    listed = {info.id: info for info in journal.sessions()}
    assert (listed[taught.state.id].step, listed[taught.state.id].seq) == ("q3", taught.state.seq)
    waiting = listed[begun.state.id]
    assert (waiting.class_label, waiting.step, waiting.seq) == ("5B", "truyen", begun.state.seq)

    limit_pages(engine, full=False)
    journal.stop()  # writes what waits
    assert {info.id: info for info in journal.sessions()} == listed, "on the disk as it was in memory"
    with engine.connect() as connection:
        written = connection.execute(text("SELECT count(*) FROM events")).scalar()
    assert written == taught.state.seq + begun.state.seq
    engine.dispose()


CHILD = """
import sys
from pathlib import Path
from lessonapp.domain.answer import Answer
from lessonapp.storage.database import open_database
from lessonapp.storage.journal import StoredJournal
from tests.builders import session
journal = StoredJournal(open_database(sys.argv[1]))
journal.start()
taught = session(journal=journal)
taught.goto("q3"); taught.open_round()
for number in range(100000):
    seat = number % 10 + 1
    choice = ("a", "b", "c")[number % 3]
    answer = Answer(step="q3", seat=seat, choice=(choice,), channel="web")
    taught.answers.post(answer).result()
    print(seat, choice, flush=True)
"""


def test_kill_9_loses_no_acknowledged_answer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'lessons.sqlite'}"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, url], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert child.stdout is not None
    acknowledged = {}
    for _ in range(57):
        seat, choice = child.stdout.readline().split()
        acknowledged[int(seat)] = choice
    os.kill(child.pid, signal.SIGKILL)
    rest, _ = child.communicate()
    for line in rest.splitlines():
        if len(line.split()) == 2:
            seat, choice = line.split()
            acknowledged[int(seat)] = choice
    engine = open_database(url)
    journal = StoredJournal(engine)
    [info] = journal.sessions()
    log = SessionLog.take_up(journal.events(info.id), journal, TickingClock(), uuid7)
    engine.dispose()
    current = log.state.round
    assert current is not None
    assert info.closed is None
    assert info.step == "q3"
    # The one answer that was written but not yet told may be newer than what was told.
    told = {seat: given.choice[0] for (seat, _), given in current.answers.items()}
    assert len([seat for seat, choice in acknowledged.items() if told[seat] != choice]) <= 1
    assert set(acknowledged) <= set(told)


class FaultyEngine:
    """A database that stumbles over a fault of the program's own."""

    def begin(self) -> None:
        raise ZeroDivisionError("a fault of ours")


def test_a_fault_of_ours_in_the_writer_is_told_and_no_receipt_waits_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda fault: ended.append(fault.thread.name))
    told: list[NotSavingError | None] = []
    stored = StoredJournal(cast("Engine", FaultyEngine()), told.append)
    stored.start()
    taught = session(journal=stored)
    stored.stop()  # returns: the thread has ended by itself
    assert [str(error) for error in told] == ["a fault of ours"]
    assert ended == ["journal-writer"]
    taught.goto("q3")
    taught.open_round()
    receipt = taught.answers.post(Answer(step="q3", seat=5, choice=("a",), channel="web"))
    assert receipt.result(timeout=10).status == "not-saving"
    assert isinstance(stored.append([]).exception(timeout=10), NotSavingError)


def test_a_database_that_cannot_be_opened_is_an_error_with_a_name(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(DatabaseError):
        open_database(f"sqlite:///{tmp_path / 'folder'}")
    with pytest.raises(DatabaseError):
        open_database("not a url")


def test_an_event_from_a_newer_program_is_kept_and_skipped(
    journal: StoredJournal, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    taught = session(journal=journal)
    journal.stop()
    engine = open_database(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    with engine.begin() as connection:
        connection.execute(
            text("INSERT INTO events VALUES ('x', :s, 2, 'hologram-shown', '2030-01-01', '{}')"),
            {"s": taught.state.id},
        )
    engine.dispose()
    assert replay(journal.events(taught.state.id)) == taught.state
    assert "hologram-shown" in caplog.text

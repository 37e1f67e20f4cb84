"""The results of a whole school: two thousand sessions, two million answers, opened and filtered."""

import json
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt

from bench.figures import Row, median, percentile
from bench.taught import BEGAN, real_lesson, whole_lesson
from lessonapp.app.digests import Digests
from lessonapp.app.qt import application
from lessonapp.app.results import session_rows
from lessonapp.app.workspace import Workspace
from lessonapp.domain.digest import digest
from lessonapp.domain.events import AnswerGiven, Event
from lessonapp.domain.school import School
from lessonapp.domain.session_info import SessionInfo
from lessonapp.domain.summary import summarise
from lessonapp.i18n import set_language
from lessonapp.session.ids import uuid7
from lessonapp.session.memory import MemoryJournal
from lessonapp.storage.digests import DigestStore
from lessonapp.ui.results.page import ResultsPage
from lessonapp.ui.results.rows import AFTER, OPENED
from lessonapp.ui.theme import apply_theme

SESSIONS, ANSWERS, CLASSES = 2000, 1200, 40
OPEN_BOUND, FILTER_BOUND = 1000, 100
T = TypeVar("T")
COLUMNS = ("id", "session", "seq", "type", "at", "body")


def measure(folder: Path, sessions: int, runs: int) -> list[Row]:
    """The rows; beside each the barest thing: counting the events, and a loop over as many strings."""
    home = folder / "school"
    answers = fill(home, sessions)
    app = application()
    set_language("vi")
    apply_theme(app)
    opened: list[float] = []
    filtered: list[float] = []
    bare: list[float] = []
    plain: list[float] = []
    titles = ["chia sẻ, hỏi đã, hay giữ kín"] * sessions
    for _run in range(runs):
        workspace = Workspace(home)
        page, took = _timed(partial(_open, workspace))
        opened.append(took)
        filtered += [_timed(partial(_filter, page, act))[1] for act in _filters(page)]
        workspace.close()
        page.deleteLater()
        bare.append(_timed(partial(_count, home))[1])
        plain.append(_timed(lambda: [title for title in titles if "chia" in title])[1])
    how = f"{sessions} sessions, {answers} answers; from an open database to the painted page; {runs} runs"
    return [
        Row(
            "Results page, opened, median", "ms", median(opened), how,
            bound=OPEN_BOUND, compared=median(bare), against="sqlite3, counting the events once",
        ),
        Row(
            "Results page, filtered, p95", "ms", percentile(filtered, 95), "words, classes, times, sorting",
            bound=FILTER_BOUND, compared=median(plain), against="a loop over as many strings",
        ),
    ]  # fmt: skip


def fill(home: Path, sessions: int) -> int:
    """A school year of one lesson, written as the journal and the digests would be; how many answers."""
    loaded = real_lesson()
    journal = MemoryJournal()
    whole = _taught(journal)
    template = journal.events
    report = summarise(loaded.lesson, whole, School(), BEGAN)
    first = template[0]
    info = SessionInfo(
        id=whole.id, lesson=loaded.lesson.id, title=loaded.lesson.title, language="vi",
        audience=loaded.lesson.audience, class_label="4A", opened=first.at, last=template[-1].at,
        closed=template[-1].at, channel="web", seats=whole.opened.seats, step=None,
        seq=template[-1].seq,
    )  # fmt: skip
    figures = digest(report, loaded.lesson, info, loaded.content_hash)
    workspace = Workspace(home)
    store = DigestStore(workspace.engine)
    file = Path(str(workspace.engine.url.database))
    made = []
    with sqlite3.connect(file) as bare:
        bare.execute("PRAGMA synchronous=OFF")
        bodies = [(event, event.model_dump_json()) for event in template]
        for number in range(sessions):
            session, at = uuid7(), BEGAN + timedelta(hours=4 * number)
            label = f"{number % 5 + 1}{'ABCDEFGH'[number // 5 % (CLASSES // 5)]}"
            rows = [_row(event, body, session, at, label) for event, body in bodies]
            bare.executemany(f"INSERT INTO events ({', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?)", rows)  # noqa: S608 - our own names
            kept = replace(figures, session=session, class_label=label, opened=at, last=at)
            about = report.about.model_copy(update={"session": session, "class_label": label, "opened": at})
            made.append((kept, report.model_copy(update={"about": about, "grid": None})))
    bare.close()
    store.save(made)
    workspace.close()
    return sessions * sum(isinstance(event, AnswerGiven) for event in template)


def _taught(journal: MemoryJournal) -> Any:
    """The real lesson with as many answers as the bound is about."""
    loaded = real_lesson()
    one = whole_lesson(loaded, 1)
    rounds = sum(len(known) for known in one.state.rounds.values())
    session = whole_lesson(loaded, -(-ANSWERS // max(rounds, 1)), journal)
    return session.state


def _row(event: Event, body: str, session: str, at: Any, label: str) -> tuple[object, ...]:
    own = uuid7()
    text = body.replace(event.session, session).replace(event.id, own)
    if event.seq == 1:
        data = json.loads(text)
        data |= {"class_label": label, "at": at.isoformat()}
        text = json.dumps(data, ensure_ascii=False)
    return (own, session, event.seq, event.type, at.isoformat(), text)


def _open(workspace: Workspace) -> ResultsPage:
    page = ResultsPage()
    page.set_rows(session_rows(Digests(workspace).known()[0]))
    page.resize(1158, 768)
    page.grab()
    return page


def _filters(page: ResultsPage) -> list[Callable[[], object]]:
    """What a clerk does: words, classes, times, another order."""
    acts: list[Callable[[], object]] = [
        partial(page.search.setText, words) for words in ("lop 4a", "chia se", "khong co gi", "")
    ]
    acts += [partial(page.classes.choose, name) for name in (*page.classes.keys()[1:4], None)]
    acts += [partial(page.times.choose, key) for key in (*page.times.keys()[1:6], None)]
    acts += [
        partial(page.overview.table.sortByColumn, column, Qt.SortOrder.AscendingOrder)
        for column in (AFTER, OPENED)
    ]
    return acts


def _filter(page: ResultsPage, act: Callable[[], object]) -> None:
    act()
    page.grab()


def _count(home: Path) -> int:
    with sqlite3.connect(home / "lessonapp.sqlite") as bare:
        found: int = bare.execute("SELECT COUNT(*) FROM events").fetchone()[0]
    bare.close()
    return found


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    done = act()
    return done, (time.perf_counter() - start) * 1000

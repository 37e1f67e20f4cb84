"""Papers of many pages and many sessions: a term of a class, and a province in two hundred pages."""

import io
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from pypdf import PdfReader

from bench.children import run_child
from bench.figures import Row, median
from bench.taught import BEGAN, real_lesson, whole_lesson
from lessonapp.domain.rollup import SchoolCounts, roll_up
from lessonapp.domain.school import School
from lessonapp.domain.summary import head_of, summarise
from lessonapp.domain.term import Period, class_report, session_result
from lessonapp.i18n import Speaker
from lessonapp.reports.rollup import rollup_pdf
from lessonapp.reports.term import class_pdf

MODULE = "bench.papers_child"
SEATS, SESSIONS, SCHOOLS, PAGES = 32, 40, 7300, 200
TERM_BOUND, LONG_BOUND, MEMORY_BOUND = 1000, 8, 120
SCHOOL = School(name="Trường Tiểu học Hoa Nắng", higher_body="UBND xã Hoà Bình", place="Hoà Bình")


def measure(folder: Path, runs: int) -> list[Row]:
    """The rows: a term, and the long report in a process of its own for its memory."""
    make = term_maker()
    make()
    times = []
    for _run in range(runs):
        start = time.perf_counter()
        make()
        times.append((time.perf_counter() - start) * 1000)
    long = run_child(MODULE, ("long",), folder)
    bare = run_child(MODULE, ("bare", str(long["pages"])), folder)
    how = f"{long['pages']:.0f} pages, {SCHOOLS} schools; a process of its own"
    plain = "reportlab canvas, as many pages of plain text"
    return [
        Row(
            f"Term report of {SESSIONS} sessions, median", "ms", median(times),
            f"{runs} times, warm; from the figures of the sessions to bytes", bound=TERM_BOUND,
        ),
        Row(
            f"A report of {PAGES} pages and more", "s", long["seconds"], how,
            bound=LONG_BOUND, compared=bare["seconds"], against=plain,
        ),
        Row(
            "Its memory at the most", "MiB", long["peak"], "resident, the whole process",
            bound=MEMORY_BOUND, compared=bare["peak"], against=plain,
        ),
    ]  # fmt: skip


def term_maker() -> Callable[[], bytes]:
    """Makes the report of a class that had a lesson twice a week."""
    loaded = real_lesson("vi")
    report = summarise(loaded.lesson, whole_lesson(loaded, SEATS).state, SCHOOL, BEGAN)
    one = session_result(report, loaded.lesson)
    results = [
        one.model_copy(
            update={
                "session": f"s{number}",
                "opened": one.opened + timedelta(days=3 * number),
                "day": one.day + timedelta(days=3 * number),
            }
        )
        for number in range(SESSIONS)
    ]
    head, speaker = head_of(SCHOOL), Speaker("vi")
    label = one.class_label
    return lambda: class_pdf(class_report(head, label, Period(), BEGAN, results, ()), speaker)


def long_report() -> bytes:
    """Many schools in one table."""
    schools = [
        SchoolCounts(
            school=f"Trường Tiểu học số {number}", classes=12, pupils=380 + number % 90,
            sessions=20 + number % 7,
            planned=84, planned_taught=20 + number % 60,
            before_right=900 + number % 300, before_answered=1800,
            after_right=1400 + number % 300, after_answered=1800,
        )
        for number in range(1, SCHOOLS + 1)
    ]  # fmt: skip
    return rollup_pdf(roll_up(schools), head_of(SCHOOL), Speaker("vi"))


def page_count(pdf: bytes) -> int:
    """How many pages a document has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)

"""The summary of a taught lesson as a PDF, once the fonts are loaded."""

import io
import time
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.figures import Row, median, percentile
from bench.taught import BEGAN, real_lesson, whole_lesson
from bench.weasy import weasy
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.school import School
from lessonapp.domain.summary import summarise
from lessonapp.i18n import Speaker
from lessonapp.reports.fonts import REGULAR, load_fonts
from lessonapp.reports.summary import summary_pdf

SEATS, TIME_BOUND, SIZE_BOUND = 32, 100, 120
SCHOOL = School(
    name="Trường Tiểu học Hoa Nắng", higher_body="UBND xã Hoà Bình", place="Hoà Bình", teacher="Trần Thị Hạnh"
)
LINES, LINE = 52, "Chuyện riêng của em – em được hỏi ý kiến. Ai hỏi, em hỏi người lớn đã."


def measure(folder: Path, runs: int) -> list[Row]:
    """The rows; summary in both languages and bare page take turns."""
    makers = {language: _summary(language) for language in LANGUAGES}
    times: dict[str, list[float]] = {"bare": [], **{language: [] for language in LANGUAGES}}
    sizes: dict[str, int] = {}
    for name, make in (*makers.items(), ("bare", _bare_page)):  # warm
        sizes[name] = len(make())
    for _run in range(runs):
        for name, make in (*makers.items(), ("bare", _bare_page)):
            start = time.perf_counter()
            make()
            times[name].append((time.perf_counter() - start) * 1000)
    slower = max(LANGUAGES, key=lambda language: median(times[language]))
    larger = max(LANGUAGES, key=lambda language: sizes[language])
    how = f"{runs} times each, in turns, warm; {SEATS} seats, the whole real lesson, from state to bytes"
    return [
        *_against_weasyprint(folder, runs, median(times[slower]), sizes[larger]),
        Row(
            f"Summary PDF, median ({slower}, the slower language)", "ms", median(times[slower]),
            f"{how}; p95 {percentile(times[slower], 95):.0f} ms",
            bound=TIME_BOUND, compared=median(times["bare"]), against="reportlab canvas, one page of text",
        ),
        Row(
            f"Summary PDF, size ({larger}, the larger)", "kB", sizes[larger] / 1000, "the same papers",
            bound=SIZE_BOUND, compared=sizes["bare"] / 1000, against="as above",
        ),
    ]  # fmt: skip


def _against_weasyprint(folder: Path, runs: int, ours: float, size: int) -> list[Row]:
    loaded = real_lesson("vi")
    report = summarise(loaded.lesson, whole_lesson(loaded, SEATS).state, SCHOOL, BEGAN)
    theirs = weasy(folder, report, min(runs, 5))
    if theirs is None:
        return []
    against = "WeasyPrint, a plain page of the same questions"
    return [
        Row("Summary PDF beside WeasyPrint, median", "ms", ours, "the papers of the next line; both warm",
            compared=median(theirs[0]), against=against),
        Row("Its size beside WeasyPrint", "kB", size / 1000, "the same papers",
            compared=theirs[1] / 1000, against=against),
    ]  # fmt: skip


def _summary(language: str) -> Callable[[], bytes]:
    loaded = real_lesson(language)
    state, speaker = whole_lesson(loaded, SEATS).state, Speaker(language)
    return lambda: summary_pdf(summarise(loaded.lesson, state, SCHOOL, BEGAN), speaker)


def _bare_page() -> bytes:
    load_fonts()
    store = io.BytesIO()
    canvas = Canvas(store, pagesize=A4, pageCompression=1)
    canvas.setFont(REGULAR, 10)
    for line in range(LINES):
        canvas.drawString(56, 780 - 14 * line, LINE)
    canvas.save()
    return store.getvalue()

"""A long document made in a process that does nothing else, so that its memory is its own."""

import io
import sys
import time
from pathlib import Path

import psutil
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.children import leave
from bench.papers_long import long_report, page_count
from lessonapp.reports.fonts import REGULAR, load_fonts

LINES, LINE = 38, "Trường Tiểu học Hoa Nắng   12   412   23   84   39   56 %   88 %"


def main() -> None:
    """START long|bare [PAGES]: print seconds, pages, and the most memory."""
    _started, kind, *more = sys.argv[1:]
    start = time.perf_counter()
    pdf = long_report() if kind == "long" else _bare(int(float(more[0])))
    seconds = time.perf_counter() - start
    leave({"seconds": seconds, "peak": _peak(), "pages": page_count(pdf)})


def _peak() -> float:
    """MiB that were resident at the most."""
    if sys.platform == "linux":  # not `getrusage`: it counts in what the parent held when it forked
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    memory = psutil.Process().memory_info()
    return float(getattr(memory, "peak_wset", memory.rss)) / 2**20


def _bare(pages: int) -> bytes:
    load_fonts()
    store = io.BytesIO()
    canvas = Canvas(store, pagesize=A4, pageCompression=1)
    for _page in range(pages):
        canvas.setFont(REGULAR, 10)
        for line in range(LINES):
            canvas.drawString(56, 780 - 19 * line, LINE)
        canvas.showPage()
    canvas.save()
    return store.getvalue()


if __name__ == "__main__":
    main()

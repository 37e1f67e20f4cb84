"""Four programs that copy text out of a PDF, and where its ink is."""

import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it brings no types
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTChar, LTCurve, LTFigure
from pypdf import PdfReader

POPPLER = shutil.which("pdftotext")


@lru_cache(maxsize=8)
def by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def by_pdfminer(pdf: bytes) -> str:
    return extract_text(BytesIO(pdf))


def by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(_page_text(page) for page in document)
    finally:
        document.close()


def _page_text(page: Any) -> str:
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()
        page.close()


def by_poppler(pdf: bytes) -> str:
    assert POPPLER is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.pdf")
        path.write_bytes(pdf)
        done = subprocess.run([POPPLER, "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode()


READERS: dict[str, Callable[[bytes], str]] = {"pdfminer": by_pdfminer, "pdfium": by_pdfium}
if POPPLER is not None:
    READERS["poppler"] = by_poppler


def words_of(text: str) -> Counter[str]:
    return Counter(text.replace("\x0c", " ").split())


def ink(pdf: bytes) -> Iterator[tuple[float, float, float, float, float, float]]:
    """Box of every letter and line: left, bottom, right, top, and the page's width and height."""
    for page in extract_pages(BytesIO(pdf)):
        waiting = list(page)
        while waiting:
            item = waiting.pop()
            if isinstance(item, LTFigure):
                waiting.extend(item)
            elif isinstance(item, LTChar | LTCurve):
                yield item.x0, item.y0, item.x1, item.y1, page.width, page.height
            elif hasattr(item, "__iter__"):
                waiting.extend(item)

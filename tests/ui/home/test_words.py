"""Words that several windows share."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from lessonapp.domain.text import NBSP
from lessonapp.ui.theme import font, wrapped
from lessonapp.ui.widgets.words import class_name


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("3A", f"Class{NBSP}3A"),
        ("Câu lạc bộ Sao", "Câu lạc bộ Sao"),
        ("Phụ huynh 4A", "Phụ huynh 4A"),
        ("Lớp Lá", "Lớp Lá"),
        ("", "No class"),
    ],
)
def test_a_label_that_is_a_name_stays_as_it_is(english: None, label: str, said: str) -> None:
    assert class_name(label) == said


@pytest.fixture
def metrics(themed: QApplication) -> QFontMetrics:
    return QFontMetrics(font(16, 700))


def test_a_title_that_fits_is_one_line(metrics: QFontMetrics) -> None:
    assert wrapped("Bẫy trên mạng", metrics, 226, 2) == ["Bẫy trên mạng"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Đùa vui, cãi nhau hay bắt nạt?", ["Đùa vui, cãi nhau hay", "bắt nạt?"]),
        ("Dừng – Để nguyên – Kể – Cùng chặn", ["Dừng – Để nguyên – Kể –", "Cùng chặn"]),
        ("Hai\nhàng", ["Hai hàng"]),
    ],
)
def test_no_word_stands_alone_and_no_line_begins_with_a_dash(
    metrics: QFontMetrics, title: str, lines: list[str]
) -> None:
    found = wrapped(title, metrics, 206, 2)
    assert [line.replace(NBSP, " ") for line in found] == lines


def test_what_fits_into_no_line_ends_in_dots(metrics: QFontMetrics) -> None:
    lines = wrapped("Một tên bài dài " * 8, metrics, 206, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 206 for line in lines)
    assert wrapped("Dàiquáthểkhôngcóchỗnàongắtđược", metrics, 100, 2)[-1].endswith("…")

"""The form of Decree 30/2020, measured on the finished page: margins, letters, places."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTCurve, LTTextLine

from lessonapp.domain.summary import head_of
from lessonapp.domain.term import Period, school_report
from lessonapp.i18n import Speaker
from lessonapp.reports.formal import build_formal, bullet, formal_table
from lessonapp.reports.layout import Paper
from lessonapp.reports.minutes import minutes_pdf
from lessonapp.reports.school import school_pdf
from tests.unit.reports.sample import NOW, SCHOOL, taught, usual
from tests.unit.reports.test_papers import results

MM = 72 / 25.4
WIDE, HIGH = 210 * MM, 297 * MM


@dataclass(frozen=True)
class Line:
    """A line of print: its page, words, size in points, font and box."""

    page: int
    text: str
    size: float
    font: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def lines(pdf: bytes) -> list[Line]:
    found = []
    for number, page in enumerate(extract_pages(BytesIO(pdf)), start=1):
        for text in _of(page, LTTextLine):
            letters = [item for item in text if isinstance(item, LTChar) and item.get_text().strip()]
            if letters:
                words = " ".join(text.get_text().split())
                ends = letters[0].x0, max(letter.x1 for letter in letters)
                font = letters[0].fontname.split("+")[-1]
                found.append(Line(number, words, round(letters[0].size, 1), font, *ends, text.y0, text.y1))
    return found


def _of(item: Any, kind: type[Any]) -> Iterator[Any]:
    if isinstance(item, kind):
        yield item
    elif hasattr(item, "__iter__"):
        for part in item:
            yield from _of(part, kind)


def one(found: list[Line], start: str) -> Line:
    return next(line for line in found if line.text.startswith(start))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    rows = results(usual(), SCHOOL, 24)
    return school_pdf(school_report(head_of(SCHOOL), Period(), NOW, rows, {}), Speaker("vi"))


@pytest.fixture(scope="module")
def page(pdf: bytes) -> list[Line]:
    return lines(pdf)


# Element -> size, bold, italic: boxes 1 to 9 of the Decree's Phụ lục I.
ELEMENTS = {
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": ((12, 13), True, False),
    "Độc lập - Tự do - Hạnh phúc": ((13, 14), True, False),
    "UBND XÃ HOÀ BÌNH": ((12, 13), False, False),
    "TRƯỜNG TIỂU HỌC HOA NẮNG": ((12, 13), True, False),
    "Số: ........./BC-": ((13, 13), False, False),
    "Hoà Bình, ngày": ((13, 14), False, True),
    "BÁO CÁO": ((13, 14), True, False),
    "Kết quả dạy học kĩ năng số": ((13, 14), True, False),
    "Kính gửi: UBND xã Hoà Bình": ((13, 14), False, False),
    "I. TÌNH HÌNH THỰC HIỆN": ((13, 14), True, False),
    "1. Kiến thức và ý định": ((13, 14), True, False),
    "Trường Tiểu học Hoa Nắng đã dạy": ((13, 14), False, False),
    "Nơi nhận:": ((12, 12), True, True),
    "- Như trên;": ((11, 11), False, False),
    "HIỆU TRƯỞNG": ((13, 14), True, False),
    "Phụ lục I": ((14, 14), True, False),
    "KẾT QUẢ THEO LỚP": ((13, 14), True, False),
    "(Kèm theo Báo cáo số": ((13, 14), False, True),
}


@pytest.mark.parametrize("start", ELEMENTS)
def test_letters_of_each_element(page: list[Line], start: str) -> None:
    (least, most), bold, italic = ELEMENTS[start]
    line = one(page, start)
    assert least <= line.size <= most
    assert ("Bold" in line.font) == bold
    assert ("Italic" in line.font) == italic


def test_margins_are_those_of_the_decree(page: list[Line], pdf: bytes) -> None:
    text = [line for line in page if not line.text.isdecimal() or line.top < HIGH - 20 * MM]
    assert min(line.left for line in text) >= 30 * MM - 0.5
    assert max(line.right for line in text) <= WIDE - 15 * MM + 0.5
    assert max(line.top for line in text) <= HIGH - 20 * MM + 3  # the ascent of the first line
    assert min(line.bottom for line in text) >= 20 * MM - 1
    curves = [curve for sheet in extract_pages(BytesIO(pdf)) for curve in _of(sheet, LTCurve)]
    assert min(curve.x0 for curve in curves) >= 30 * MM - 0.5
    assert max(curve.x1 for curve in curves) <= WIDE - 15 * MM + 0.5


def test_state_at_the_right_body_at_the_left_on_one_level(page: list[Line]) -> None:
    state, motto = one(page, "CỘNG HÒA"), one(page, "Độc lập")
    body, number, place = one(page, "UBND XÃ"), one(page, "Số:"), one(page, "Hoà Bình, ngày")
    assert body.right < WIDE / 2 < state.middle
    assert abs(state.middle - motto.middle) < 1
    assert abs(state.middle - place.middle) < 1
    assert abs(body.middle - number.middle) < 1
    assert abs(body.bottom - state.bottom) < 1
    assert abs(number.bottom - place.bottom) < 1


def test_the_line_below_the_motto_is_as_long_as_it(pdf: bytes, page: list[Line]) -> None:
    motto, school = one(page, "Độc lập"), one(page, "TRƯỜNG TIỂU HỌC")
    first = next(extract_pages(BytesIO(pdf)))
    below = {
        "motto": [c for c in _of(first, LTCurve) if 0 < motto.bottom - c.y0 < 6 and c.x0 > WIDE / 2 - 20],
        "school": [c for c in _of(first, LTCurve) if 0 < school.bottom - c.y0 < 6 and c.x1 < WIDE / 2],
    }
    [of_motto], [of_school] = below["motto"], below["school"]
    assert of_motto.width == pytest.approx(motto.right - motto.left, abs=2)
    assert 1 / 3 <= of_school.width / (school.right - school.left) <= 1 / 2


def test_first_lines_go_in_by_a_centimetre(page: list[Line]) -> None:
    assert one(page, "Trường Tiểu học Hoa Nắng đã dạy").left == pytest.approx(30 * MM + 10 * MM, abs=0.6)


def test_entries_of_a_list_are_six_points_apart_as_all_paragraphs() -> None:
    paper = Paper(title="Danh sách", author="", subject="", language="vi-VN")
    first, second, third = lines(build_formal(paper, [bullet("Một."), bullet("Hai."), bullet("Ba.")]))
    assert min(first.bottom - second.bottom, second.bottom - third.bottom) >= 13 + 6


def test_pages_are_numbered_at_the_top_but_not_the_first_of_a_part(page: list[Line]) -> None:
    numbers = {line.page: line for line in page if line.text.isdecimal() and line.top > HIGH - 20 * MM}
    first_of_annex = one(page, "Phụ lục I").page
    assert 1 not in numbers
    assert first_of_annex not in numbers
    assert {number: line.text for number, line in numbers.items() if number < first_of_annex} == {
        n: str(n) for n in range(2, first_of_annex)
    }
    for line in numbers.values():
        assert line.middle == pytest.approx(WIDE / 2, abs=1)
        assert 13 <= line.size <= 14


def test_a_long_annex_counts_from_one_again() -> None:
    rows = results(usual(), SCHOOL)
    planned: dict[str, list[Any]] = {f"{n % 9 + 1}{letter}": [] for n in range(40) for letter in "BCDE"}
    report = school_report(head_of(SCHOOL), Period(), NOW, rows, planned)
    found = lines(school_pdf(report, Speaker("vi")))
    start = one(found, "Phụ lục I").page
    above = {line.page: line.text for line in found if line.text.isdecimal() and line.top > HIGH - 20 * MM}
    assert start not in above
    assert above[start + 1] == "2"


def test_number_date_and_signature_are_left_blank(page: list[Line]) -> None:
    assert one(page, "Số:").text == "Số: ........./BC-............"
    assert one(page, "Hoà Bình, ngày").text == "Hoà Bình, ngày ...... tháng ...... năm 20......"
    head = one(page, "HIỆU TRƯỞNG")
    below = [n for n in page if n.page == head.page and n.left > WIDE / 2 and n.bottom < head.bottom]
    assert below == []
    assert one(page, "Trên đây là báo cáo").text.endswith("./.")


def test_minutes_have_a_number_and_no_place_or_date_line() -> None:
    found = lines(minutes_pdf(taught(usual()).report(), ["A."], Speaker("vi")))
    texts = [line.text for line in found]
    assert "Số: ........./BB-............" in texts
    assert not any("tháng ......" in text for text in texts)
    starts = ("BIÊN BẢN", "Thời gian bắt đầu:", "Địa điểm:", "- Chủ trì:", "- Thư kí:", "- Lưu: VT, Hồ sơ.")
    assert [start for start in starts if not any(text.startswith(start) for text in texts)] == []
    secretary, chair = one(found, "THƯ KÍ"), one(found, "CHỦ TRÌ")
    assert secretary.right < WIDE / 2 < chair.middle


@pytest.mark.parametrize("rows", [*range(30, 80, 7), 43, 45, 46, 60, 81, 82, 99, 100, 150, 300, 1000])
def test_no_line_of_a_table_stands_alone_on_a_page(rows: int) -> None:
    table = formal_table(["A", "B"], [[n, f"Dòng {n}"] for n in range(rows)], [60, 200])
    paper = Paper(title="x", author="x", subject="x", language="vi-VN")
    found = lines(build_formal(paper, [table]))
    pages = max(line.page for line in found)
    for number in range(1, pages + 1):
        assert sum(line.page == number and line.text.startswith("Dòng") for line in found) >= 2
        assert any(line.page == number and line.text == "A" for line in found)

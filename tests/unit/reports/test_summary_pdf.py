"""The summary as a document: what can be read out of it, what it says of itself, and where its ink is."""

import json
import unicodedata
from io import BytesIO
from typing import Any

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTCurve, LTFigure
from pypdf import PdfReader

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.school import School
from lessonapp.domain.summary_values import SummaryReport
from lessonapp.i18n import Speaker
from lessonapp.reports.book import BOM
from lessonapp.reports.fonts import load_fonts, printable
from lessonapp.reports.layout import shortened
from lessonapp.reports.sheets import session_csv
from lessonapp.reports.summary import summary_pdf
from lessonapp.reports.summary_json import summary_dict
from tests.unit.reports.readers import READERS, words_of
from tests.unit.reports.sample import Telling, lesson, question, taught, usual

ENGLISH = Speaker("en")
MM = 72 / 25.4
LONG = (
    "Trường Phổ thông Dân tộc Nội trú Nguyễn Thị Minh Khai xã Phượng Nghĩa – Cơ sở Ẩn Ổn Ễ thứ hai mươi mốt"
)
LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


def read(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def empty() -> SummaryReport:
    told = Telling(usual(), 32)
    told.end()
    return told.report(School())


def crowded() -> SummaryReport:
    """Long names, decomposed letters, pictures in the text, prompts at the limit."""
    prompt = ("Ẩn Ổn Ễ " * 40)[:299]
    of = lesson(
        [question(f"q{n}", "exit", prompt, right=n) for n in range(4)],
        "adults",
        unicodedata.normalize("NFD", "Kho báu riêng của em 🎉 & <b> rất dài thật dài cho một tiêu đề"),
    )
    told = Telling(of, 12)
    for n in range(4):
        told.ask(f"q{n}", {seat: "abcd"[seat % 4] for seat in range(1, 13)})
    return told.report(School(name=unicodedata.normalize("NFD", LONG), teacher="Công Tằng Tôn Nữ " * 6))


CASES: dict[str, Any] = {
    "usual": lambda: taught(usual(), discuss="tap-1").report(),
    "older pupils": lambda: taught(usual(audience="grades-10-12"), 12).report(),
    "hands": lambda: taught(usual(), hands=True).report(),
    "nothing": empty,
    "one seat": lambda: taught(usual(), 1).report(),
    "sixty questions": lambda: taught(usual(20, 20)).report(),
    "hall": lambda: taught(usual(2, 1), 2000).report(),
    "crowded": crowded,
}


@pytest.fixture(params=CASES, scope="module")
def pdf(request: pytest.FixtureRequest) -> bytes:
    return summary_pdf(CASES[request.param](), ENGLISH)


def test_every_reader_gets_the_same_words(pdf: bytes) -> None:
    for copied in READERS.values():
        assert words_of(copied(pdf)) == words_of(read(pdf))


def test_every_page_has_its_number_and_the_promise(pdf: bytes) -> None:
    pages = PdfReader(BytesIO(pdf)).pages
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"Page {number}/{len(pages)}" in text
        assert "This report holds no pupil's name." in text


def test_nothing_is_outside_the_margins(pdf: bytes) -> None:
    for page in extract_pages(BytesIO(pdf)):
        ink = list(page)
        while ink:
            item = ink.pop()
            if isinstance(item, LTFigure):
                ink.extend(item)
            elif isinstance(item, LTChar | LTCurve):
                assert item.x0 > 16.5 * MM
                assert item.x1 < (210 - 16.5) * MM
                assert item.y0 > 11 * MM
                assert item.y1 < (297 - 16) * MM
            elif hasattr(item, "__iter__"):
                ink.extend(item)


def test_it_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(summary_pdf(CASES["usual"](), ENGLISH)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Results of “Kho báu riêng của em”, Class 4A, 23 November 2026"
    assert reader.metadata.author == "Trường Tiểu học Hoa Nắng"
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    names = [str(entry.title) for entry in _flat(reader.outline)]
    assert names[0] == "Results of “Kho báu riêng của em”"
    assert {"Each question", "Annex", "By number"} <= set(names)
    places = [reader.get_destination_page_number(entry) or 0 for entry in _flat(reader.outline)]
    assert places == sorted(places)
    assert places[-1] == len(reader.pages) - 1


def _flat(outline: Any) -> list[Any]:
    return [part for entry in outline for part in (_flat(entry) if isinstance(entry, list) else [entry])]


def test_same_bytes_for_the_same_input() -> None:
    assert summary_pdf(CASES["usual"](), ENGLISH) == summary_pdf(CASES["usual"](), ENGLISH)


def test_size_of_a_usual_session() -> None:
    assert len(summary_pdf(CASES["usual"](), ENGLISH)) < 120_000


def test_every_vietnamese_letter_comes_back_in_form_c() -> None:
    of = lesson([question("q1", "exit", unicodedata.normalize("NFD", LETTERS + LETTERS.upper()))])
    told = Telling(of, 5)
    told.ask("q1", {1: "a"})
    text = "".join(read(summary_pdf(told.report(), ENGLISH)).split())
    assert LETTERS in text
    assert LETTERS.upper() in text


def test_emphasis_and_pictures_are_left_out_and_the_rest_stays() -> None:
    text = read(summary_pdf(crowded(), ENGLISH))
    assert "Kho báu riêng của em & <b> rất dài" in " ".join(text.split())
    assert "🎉" not in text
    assert printable("**Hỏi** người lớn 🎉! → x\u200b\ud83d") == "Hỏi người lớn! – x"
    assert set(printable("ﬁ Ａ ① 🏫 ☎")) <= load_fonts()


def test_what_a_usual_page_says() -> None:
    text = " ".join(read(summary_pdf(CASES["usual"](), ENGLISH)).split())
    for sentence in (
        "54/118",
        "Up 29",  # from the 46% and 75% printed beside it
        "percentage points",
        "Compared over 32 pupils who answered 4 questions before and their twins after.",
        "Most chosen by mistake: Chỉ nói tên lớp (6)",
        "To talk about: “Tên lớp cũng giúp người khác tìm ra mình.",
        "After the discussion: 30/30 (100%).",
        "(signature and full name)",
    ):
        assert sentence in text


def test_percent_first_for_older_pupils_and_counts_only_for_a_few() -> None:
    older = read(summary_pdf(CASES["older pupils"](), ENGLISH))
    assert "% (" in older
    assert "Fewer than 30 answers: for reference only." in " ".join(older.split())
    alone = read(summary_pdf(CASES["one seat"](), ENGLISH))
    assert "%" not in alone.replace("85%", "").replace("70%", "")
    assert "Discrimination" not in alone


@pytest.mark.parametrize("last", ["sau-0", None])
def test_what_need_not_be_taught_again_is_claimed_only_of_the_questions_it_rests_on(last: str | None) -> None:
    """Of the questions after the lesson, where there are such: a hard one in its middle stays hard."""
    taught = Telling(usual(1, 2), 20)
    taught.ask("tap-0", dict.fromkeys(range(1, 21), "b"))
    taught.ask("tap-1", {seat: "b" if seat <= (8 if last else 16) else "a" for seat in range(1, 21)})
    if last:
        taught.ask(last, dict.fromkeys(range(1, 21), "a"))
    taught.end()
    text = " ".join(read(summary_pdf(taught.report(), ENGLISH)).split())
    assert f"each question {'after' if last else 'of'} the lesson was right for 70% or more" in text


def test_hands_say_that_seats_are_not_known() -> None:
    text = " ".join(read(summary_pdf(CASES["hands"](), ENGLISH)).split())
    assert "Compared by class means, as it is not known who gave which answer." in text
    assert "By number" not in text


def test_an_empty_report_says_so() -> None:
    text = read(summary_pdf(empty(), ENGLISH))
    assert "No answer was recorded" in text
    assert "Annex" not in text


def test_lesson_with_every_type_of_question() -> None:
    base = {"kind": "question", "minutes": 1, "notes": "x", "prompt": "Xếp"}
    items = [{"id": f"i{n}", "text": ("Điều thật dài " * 30)[:299], "bucket": "ab"[n % 2]} for n in range(12)]
    of = Lesson.model_validate(
        lesson(
            [
                {
                    **base,
                    "id": "s",
                    "type": "sort",
                    "items": items,
                    "buckets": [{"id": "a", "text": "Kể"}, {"id": "b", "text": "Hỏi"}],
                },
                {**base, "id": "o", "type": "order", "items": [{"id": k, "text": k} for k in "xyz"]},
                {
                    **base,
                    "id": "m",
                    "type": "match",
                    "pairs": [{"id": k, "left": f"L{k}", "right": f"R{k}"} for k in "pq"],
                },
            ]
        ).model_dump(by_alias=True)
    )
    told = Telling(of, 20)
    told.ask("s", {n: tuple(f"i{k}:a" for k in range(12)) for n in range(1, 21)})
    told.ask("o", {1: ("x", "y", "z"), 2: ("y", "x", "z")})
    told.ask("m", {1: ("p:q", "q:p")})
    report = told.report()
    assert [q.facility for q in report.questions] == [0, 0.5, 0]
    assert report.questions[1].options[2].count == 2
    assert report.questions[2].misconception is not None
    assert report.questions[2].misconception.text == "Lp → Rq"
    assert "Lp – Rq" in read(summary_pdf(report, ENGLISH))


def test_json() -> None:
    data = summary_dict(CASES["usual"]())
    assert json.loads(json.dumps(data)) == data
    assert (data["format"], data["about"]["class_label"], data["questions"][0]["number"]) == (1, "4A", 1)
    assert data["gain"]["points"] == pytest.approx(100 * (89 - 54) / 118)


def test_csv_opens_in_excel() -> None:
    told = Telling(lesson([question("q1", "exit", '=1+1, "a"'), question("q2", "pre", "B")]), 5)
    told.ask("q1", {1: "b", 2: "a"})
    text = session_csv(told.report(), ENGLISH)
    assert text.startswith(BOM)
    lines = text.removeprefix(BOM).split("\r\n")
    assert lines[0].startswith("No.,When,Question,Seats asked,Answers")
    assert lines[1].startswith("""1,after the lesson,"'=1+1, ""a\""",5,2,1,,,""")  # two answers have no share
    assert "B. Hỏi người lớn đã (right),1," in lines[1]


def test_long_feedback_is_cut_at_a_sentence() -> None:
    assert shortened("Một câu. " * 100).endswith("câu.")
    assert len(shortened("x" * 999)) <= 261


def test_the_note_under_the_questions_stays_with_the_last_of_them() -> None:
    for practice in range(4, 9):
        report = taught(usual(pairs=3, practice=practice)).report()
        pages = [page.extract_text() for page in PdfReader(BytesIO(summary_pdf(report, ENGLISH))).pages]
        [noted] = [page for page in pages if "* In percentage points." in page]
        assert "Change*" in noted, practice

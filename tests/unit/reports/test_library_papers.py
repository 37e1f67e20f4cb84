"""Papers of the bundled lessons: as many pages as promised, no line alone, no word broken."""

import re
from io import BytesIO

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextLine
from pypdf import PdfReader

from lessonapp.content.check import lesson_folders
from lessonapp.content.law import law_pack
from lessonapp.content.reader import load_lesson
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.step import SummaryStep, step_title
from lessonapp.domain.summary import head_of
from lessonapp.domain.term import Period, class_report, school_report
from lessonapp.domain.text import NBSP
from lessonapp.i18n import Speaker
from lessonapp.reports.broadcast import broadcast_pdf
from lessonapp.reports.handout import Letter, handout_pdf
from lessonapp.reports.law_card import law_card_pdf
from lessonapp.reports.layout import shortened
from lessonapp.reports.plan import plan_pdf
from lessonapp.reports.school import replay_line, school_pdf
from lessonapp.reports.term import class_pdf
from lessonapp.reports.words import Words
from lessonapp.reports.worksheet import worksheet_pdf
from lessonapp.settings import lessons_folder
from tests.unit.domain.test_term import result, weak
from tests.unit.reports.readers import by_pypdf
from tests.unit.reports.sample import NOW, SCHOOL, usual
from tests.unit.reports.test_papers import results, rollup_paper

CASES = [(folder, tongue) for folder, _files in lesson_folders(lessons_folder()) for tongue in LANGUAGES]
HEAD = head_of(SCHOOL)


@pytest.fixture(params=CASES, ids=[f"{folder.name}-{tongue}" for folder, tongue in CASES], scope="module")
def bundled(request: pytest.FixtureRequest) -> Lesson:
    folder, tongue = request.param
    return load_lesson(folder / f"lesson.{tongue}.yaml").lesson


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_a_plan_has_two_or_three_pages_and_no_names_of_steps_but_titles(bundled: Lesson) -> None:
    made = pages(plan_pdf(bundled, HEAD, Speaker(bundled.language)))
    assert 2 <= len(made) <= 3
    words = re.findall(r"[\w-]+", " ".join(made))
    for step in bundled.steps():
        if isinstance(step, SummaryStep):
            assert step_title(step) != step.id
            assert "-" not in step.id or step.id not in words


def test_a_letter_in_large_print_is_one_sheet(bundled: Lesson) -> None:
    letter = Letter(bundled, HEAD, SCHOOL.contacts, "4A", large=True)
    assert len(pages(handout_pdf(letter, Speaker(bundled.language)))) <= 2


def test_no_sheet_of_a_lesson_ends_with_a_few_lines_on_a_second_page(bundled: Lesson) -> None:
    made = pages(worksheet_pdf(bundled, HEAD, Speaker(bundled.language), "own"))
    assert len(made) == 1 or len(made[-1]) > 300


def test_a_script_does_not_end_with_its_time_alone(bundled: Lesson) -> None:
    last = pages(broadcast_pdf(bundled, HEAD, "Gọi 111.", Speaker(bundled.language)))[-1]
    assert len(last) > 150


def test_an_activitys_name_never_ends_a_page(bundled: Lesson) -> None:
    last = [page[-60:] for page in pages(plan_pdf(bundled, HEAD, Speaker(bundled.language)))]
    assert not [text for text in last if re.search(r"\(\d+ (phút|minutes?)\)$", text)]


def test_columns_of_the_law_card_do_not_touch(bundled: Lesson) -> None:
    pdf = law_card_pdf(bundled, HEAD, law_pack(), Speaker(bundled.language))
    lines = [line for page in extract_pages(BytesIO(pdf)) for box in page for line in _lines(box)]
    for one in lines:
        beside = [x for x in lines if abs(x.y0 - one.y0) < 3 and x.x0 > one.x0 + 1]
        assert all(other.x0 >= one.x1 + 3 for other in beside), one.get_text()


def _lines(item: object) -> list[LTTextLine]:
    if isinstance(item, LTTextLine):
        return [item]
    return [line for part in item for line in _lines(part)] if hasattr(item, "__iter__") else []


def test_what_is_cut_does_not_leave_a_quote_open() -> None:
    text = "Đọc chậm ba câu. Nói: “Đúng thì chọn chữ A. Chưa đúng thì chọn chữ B.” Đợi cả lớp."
    assert shortened(text, 50) == "Đọc chậm ba câu. Nói: “Đúng thì chọn chữ A. …”"
    assert shortened("Nói: “Mình cùng nhau đọc câu chuyện này”.", 25) == "Nói: “Mình cùng nhau đọc…”"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_tables_head_and_no_day_is_broken(language: str) -> None:
    speaker = Speaker(language)
    rows = results(usual(), SCHOOL)
    school = by_pypdf(school_pdf(school_report(HEAD, Period(), NOW, rows, {}), speaker))
    rollup = by_pypdf(rollup_paper(usual(), SCHOOL, speaker))
    t = speaker.t
    for text, heads in (
        (school, ("Change", "Sessions", "Classes")),
        (rollup, ("Change", "Classes", "Sessions")),
    ):
        for word in {word for head in heads for word in t(head).split()}:
            assert re.search(rf"^.*\b{word}\b", text, re.MULTILINE), word
    told = by_pypdf(class_pdf(class_report(HEAD, "4A", Period(), NOW, rows, []), speaker))
    days = [row.day for row in rows if row.class_label == "4A"]
    for day in days:
        shown = f"{day:%d/%m/%Y}" if language == "vi" else f"{day.day} {day:%b} {day.year}"
        assert shown in told


def test_results_of_a_few_pupils_do_not_leave_the_school() -> None:
    few = result(1, class_label="1B", lesson="t01-a1", title="Nhỏ", seats_ever=3, respondents=3,
                 before_right=2, before_answered=9, after_right=7, after_answered=9)  # fmt: skip
    many = [result(n, class_label=f"4{letter}") for n, letter in enumerate("ABC", start=2)]
    report = school_report(HEAD, Period(), NOW, [few, *many], {})
    text = " ".join(by_pypdf(school_pdf(report, Speaker("vi"))).split())
    assert "7/9" not in text
    assert "2/9" not in text
    assert "… là số không nêu" in text
    assert "189/279" not in text.replace("(", " ").split("Tất cả")[0]
    firm = school_report(HEAD, Period(), NOW, many, {})
    assert "là số không nêu" not in by_pypdf(school_pdf(firm, Speaker("vi")))


def test_a_question_that_few_answered_is_named_without_its_counts() -> None:
    words = Words(Speaker("vi"), "grades-10-12")
    assert replay_line(weak(right=1, answered=3), words) == "Hỏi?"
    assert replay_line(weak(), words) == f"Hỏi? – 33%{NBSP}(10/30)"


def test_what_needs_a_replay_stands_below_the_trend() -> None:
    rows = [result(n, again=(weak(),)) for n in range(4)]
    made = pages(class_pdf(class_report(HEAD, "4A", Period(), NOW, rows, []), Speaker("vi")))
    assert "Nội dung cần nhắc lại" in made[0]

"""Every paper: the same words in each program that reads it, ink inside the page, one page where promised."""

import re
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any, Literal

import pytest
from pypdf import PdfReader

from lessonapp.content.law import law_pack
from lessonapp.domain.competences import competence_name
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.rollup import SchoolCounts, roll_up
from lessonapp.domain.school import Contact, School
from lessonapp.domain.summary import head_of
from lessonapp.domain.term import Period, PlannedLesson, class_report, school_report, session_result
from lessonapp.i18n import Speaker
from lessonapp.reports.broadcast import broadcast_pdf, clock, script
from lessonapp.reports.disclosure import disclosure_pdf
from lessonapp.reports.fonts import FORMAL, REGULAR, load_formal_fonts, printable
from lessonapp.reports.handout import Letter, handout_pdf
from lessonapp.reports.law_card import law_card_pdf
from lessonapp.reports.minutes import minutes_pdf
from lessonapp.reports.people import contact_line
from lessonapp.reports.plan import plan_pdf
from lessonapp.reports.poster import Award, certificate_pdf, poster_pdf
from lessonapp.reports.quiz import quiz
from lessonapp.reports.rollup import rollup_pdf
from lessonapp.reports.school import school_pdf
from lessonapp.reports.summary import summary_pdf
from lessonapp.reports.term import class_pdf
from lessonapp.reports.words import Words
from lessonapp.reports.worksheet import key_pdf, worksheet_pdf
from tests.unit.reports.extremes import BARE_SCHOOL, CROWDED_SCHOOL, bare, crowded
from tests.unit.reports.readers import READERS, by_pypdf, ink, words_of
from tests.unit.reports.sample import NOW, SCHOOL, Telling, taught, usual

MM = 72 / 25.4
Maker = Callable[[Lesson, School, Speaker], bytes]


def results(lesson: Lesson, school: School, count: int = 12) -> Any:
    told = taught(usual())
    base = session_result(told.report(school), told.lesson)
    return [
        base.model_copy(
            update={
                "session": f"s{n}",
                "title": lesson.title,
                "class_label": f"{4 + n % 3}A",
                "opened": base.opened + timedelta(days=7 * n),
                "day": base.day + timedelta(days=7 * n),
                "exit_right": base.exit_right - n,
                "whole": n != 3,
            }
        )
        for n in range(count)
    ]


def class_paper(lesson: Lesson, school: School, speaker: Speaker) -> bytes:
    planned = [PlannedLesson(lesson=f"t{n:02}-a2", title=lesson.title) for n in range(1, 12)]
    report = class_report(head_of(school), "4A", Period(), NOW, results(lesson, school, 40), planned)
    return class_pdf(report, speaker)


def school_paper(lesson: Lesson, school: School, speaker: Speaker) -> bytes:
    rows = results(lesson, school)
    planned = {r.class_label: [PlannedLesson(lesson="t01-a1", title=lesson.title)] for r in rows}
    planned |= {f"{n % 9 + 1}{letter}": [] for n in range(30) for letter in "BCDE"}
    return school_pdf(school_report(head_of(school), Period(), NOW, rows, planned), speaker)


def rollup_paper(_lesson: Lesson, school: School, speaker: Speaker) -> bytes:
    schools = [
        SchoolCounts(
            school=f"{printable(school.name) or 'Trường'} {n}",
            classes=3, pupils=3 if n == 1 else 90 + n, sessions=5, planned=12, planned_taught=5,
            before_right=100, before_answered=250, after_right=200, after_answered=250,
        )
        for n in range(40)
    ]  # fmt: skip
    return rollup_pdf(roll_up(schools), head_of(school), speaker)


def minutes_paper(lesson: Lesson, school: School, speaker: Speaker) -> bytes:
    return minutes_pdf(taught(usual()).report(school), [lesson.title, f"**{lesson.title}**: A; B."], speaker)


MAKERS: dict[str, Maker] = {
    "plan": lambda lesson, school, speaker: plan_pdf(lesson, head_of(school), speaker, "4A"),
    "handout": lambda lesson, school, speaker: handout_pdf(
        Letter(lesson, head_of(school), school.contacts, "4A"), speaker
    ),
    "large": lambda lesson, school, speaker: handout_pdf(
        Letter(lesson, head_of(school), school.contacts, "4A", large=True), speaker
    ),
    "worksheet": lambda lesson, school, speaker: worksheet_pdf(lesson, head_of(school), speaker),
    "key": lambda lesson, school, speaker: key_pdf(lesson, head_of(school), speaker),
    "poster": lambda lesson, school, speaker: poster_pdf(lesson, head_of(school), school.contacts, speaker),
    "certificate": lambda lesson, school, speaker: certificate_pdf(
        lesson, head_of(school), Award("4A", (1, 60), ("Công Tằng Tôn Nữ " * 9,)), speaker
    ),
    "broadcast": lambda lesson, school, speaker: broadcast_pdf(lesson, head_of(school), "Gọi 111.", speaker),
    "disclosure": lambda _lesson, school, speaker: disclosure_pdf(head_of(school), school.contacts, speaker),
    "law": lambda lesson, school, speaker: law_card_pdf(lesson, head_of(school), law_pack(), speaker),
    "class": class_paper,
    "school": school_paper,
    "rollup": rollup_paper,
    "minutes": minutes_paper,
}
CASES = {"crowded": (crowded(), CROWDED_SCHOOL), "bare": (bare(), BARE_SCHOOL), "usual": (usual(), SCHOOL)}
LANDSCAPE = {"certificate"}
EDGE = {"poster": 7, "certificate": 8, "handout": 0, "large": 0}
"""Millimetres that are kept free around a paper where not 14: frames stand further out than text."""


@pytest.fixture(params=[(kind, case) for kind in MAKERS for case in CASES], ids="-".join, scope="module")
def made(request: pytest.FixtureRequest) -> tuple[str, str, bytes]:
    kind, case = request.param
    return kind, case, MAKERS[kind](*CASES[case], Speaker("vi"))


def test_every_reader_gets_the_same_words(made: tuple[str, str, bytes]) -> None:
    kind, _case, pdf = made
    expected = words_of(by_pypdf(pdf))
    assert sum(expected.values()) > 10
    for name, read in READERS.items():
        found = words_of(read(pdf))
        assert found == expected, (kind, name, (found - expected), (expected - found))


def test_all_text_is_in_form_c_and_can_be_drawn(made: tuple[str, str, bytes]) -> None:
    text = by_pypdf(made[2])
    assert text == unicodedata.normalize("NFC", text)
    assert "\ufffd" not in text
    assert "🎉" not in text


def test_nothing_leaves_the_page(made: tuple[str, str, bytes]) -> None:
    kind, _case, pdf = made
    edge = EDGE.get(kind, 11) * MM - 0.6
    for left, bottom, right, top, wide, high in ink(pdf):
        assert left >= edge
        assert bottom >= edge
        assert right <= wide - edge
        assert top <= high - edge + (2 * MM if kind not in EDGE else 0.7)


def test_it_says_what_it_is(made: tuple[str, str, bytes]) -> None:
    kind, _case, pdf = made
    reader = PdfReader(BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "vi-VN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.metadata.author
    assert reader.metadata.subject
    assert len(reader.outline) > 0
    wide, high = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (wide > high) == (kind in LANDSCAPE)


def test_only_embedded_fonts_are_used(made: tuple[str, str, bytes]) -> None:
    for page in PdfReader(BytesIO(made[2])).pages:
        fonts: Any = page["/Resources"].get_object()["/Font"].get_object()  # type: ignore[index]
        used = [fonts[name].get_object() for name in fonts]
        assert all("+" in font["/BaseFont"] or "/FontFile2" in str(font) for font in used), used


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_bytes_again_and_in_both_languages(kind: str) -> None:
    lesson, school = CASES["usual"]
    once = {tongue: MAKERS[kind](lesson, school, Speaker(tongue)) for tongue in ("vi", "en")}
    assert MAKERS[kind](lesson, school, Speaker("vi")) == once["vi"]
    assert once["vi"] != once["en"]
    assert len(once["vi"]) < 140_000


@pytest.mark.parametrize("kind", ["handout", "poster", "disclosure", "law", "minutes"])
def test_usually_one_page(kind: str) -> None:
    pdf = MAKERS[kind](*CASES["usual"], Speaker("vi"))
    assert len(PdfReader(BytesIO(pdf)).pages) == 1


def test_the_formal_font_is_a_times_where_there_is_one_and_ours_where_not() -> None:
    assert load_formal_fonts(()).issuperset("ẨẶỆỘỠỰỸẩặệộỡựỹ")
    load_formal_fonts.cache_clear()
    load_formal_fonts()
    assert FORMAL != REGULAR


def test_a_poster_of_twice_the_size() -> None:
    lesson, school = CASES["usual"]
    large = PdfReader(BytesIO(poster_pdf(lesson, head_of(school), (), Speaker("vi"), "a3")))
    assert [round(float(side) / MM) for side in large.pages[0].mediabox[2:]] == [297, 420]


def test_certificates_hold_a_page_each_and_no_name_is_kept_in_their_value() -> None:
    lesson, school = CASES["usual"]
    award = Award("4A", (3, 12), ("Na",))
    assert "Na" not in repr(award)
    pages = PdfReader(BytesIO(certificate_pdf(lesson, head_of(school), award, Speaker("en")))).pages
    texts = [page.extract_text() for page in pages]
    assert ["Na" in texts[0], "Number 3 · Panda" in texts[1], "Number 12 · Horse" in texts[2]] == [True] * 3
    alone = by_pypdf(certificate_pdf(lesson, head_of(school), Award(), Speaker("en")))
    assert "Class ............" in alone


def test_two_versions_ask_the_same_in_another_order() -> None:
    for lesson in (crowded(), usual()):
        first, second = quiz(lesson, "A"), quiz(lesson, "B")
        assert [q.prompt for q in first] == [q.prompt for q in second]
        for one, other in zip(first, second, strict=True):
            assert sorted(e.text for e in one.entries) == sorted(e.text for e in other.entries)
            if one.kind == "one" and len(one.entries) > 2:
                assert [e.key for e in one.entries] != [e.key for e in other.entries]


def test_the_key_holds_the_right_letters_of_both() -> None:
    lesson = usual()
    for version in ("A", "B"):
        for question in quiz(lesson, version):
            right = [e.text for e in question.entries if e.key]
            letters = [e.label for e in question.entries if e.key]
            assert question.key == ", ".join(letters)
            step = next(s for s in lesson.steps() if getattr(s, "prompt", "") == question.prompt)
            assert right == [o.text for o in step.options if o.correct]  # type: ignore[union-attr]
    text = by_pypdf(key_pdf(lesson, head_of(SCHOOL), Speaker("en")))
    assert "Version A" in text
    assert "Version B" in text


def test_a_worksheet_asks_for_a_number_never_for_a_name() -> None:
    text = by_pypdf(worksheet_pdf(usual(), head_of(SCHOOL), Speaker("en")))
    assert "My number:" in text
    assert "name" not in text.lower().replace("no names", "")


def test_parts_of_the_worksheet() -> None:
    head = head_of(SCHOOL)
    own = crowded()
    assert "version A" not in by_pypdf(worksheet_pdf(own, head, Speaker("en"), "own"))
    assert "version B" in by_pypdf(worksheet_pdf(usual(), head, Speaker("en"), "b"))
    assert "version A" in by_pypdf(
        worksheet_pdf(usual(), head, Speaker("en"), "own")
    )  # it has no sheet of its own


def test_the_clock_of_a_broadcast() -> None:
    # 13 words at 130 a minute are 6 s, and a breath of 1 s; a pause of five seconds counts as such
    words = "một hai ba bốn năm sáu bảy tám chín mười mười một hai"
    assert clock([words, "(Nghỉ năm giây.)", "(Nghỉ.)"], "vi") == pytest.approx([0, 7, 13, 16])
    assert clock(["(Pause, 8 seconds.)"], "en") == pytest.approx([0, 9])


def test_a_script_is_made_where_a_lesson_has_none() -> None:
    said = script(usual(), "Call 111.", Words(Speaker("en"), "grades-4-5"))
    text = " ".join(said)
    for part in (
        "Kho báu riêng của em",
        "Here is a question.",
        "The answer:",
        "Call 111.",
        "Let us remember:",
    ):
        assert part in text
    assert script(crowded(), "x", Words(Speaker("en"), "grades-4-5"))[0].startswith("Ẩn Ổn Ễ")


def test_the_summary_tells_how_far_it_can_be_trusted() -> None:
    text = " ".join(by_pypdf(summary_pdf(taught(usual()).report(), Speaker("en"))).split())
    assert "Reliability (KR-20)" in text
    assert "of 8 questions" in text
    small = by_pypdf(summary_pdf(taught(usual(), 9).report(), Speaker("en")))
    assert "KR-20" not in small


def test_a_class_of_hands_says_so() -> None:
    told = taught(usual(), hands=True)
    rows = [session_result(told.report(), told.lesson)]
    report = class_report(head_of(SCHOOL), "4A", Period(), NOW, rows, [])
    text = " ".join(by_pypdf(class_pdf(report, Speaker("en"))).split())
    assert "In 1 session hands were counted" in text
    assert "By class means." in text


def test_reports_over_nothing_say_so() -> None:
    nothing = "No lesson was recorded in this time, so there is nothing to count."
    empty = class_report(head_of(BARE_SCHOOL), "4A", Period(), NOW, [], [])
    assert nothing in " ".join(by_pypdf(class_pdf(empty, Speaker("en"))).split())
    school = school_report(head_of(BARE_SCHOOL), Period(), NOW, [], {})
    assert nothing in " ".join(by_pypdf(school_pdf(school, Speaker("en"))).split())
    assert "No school's counts were given" in by_pypdf(
        rollup_pdf(roll_up([]), head_of(BARE_SCHOOL), Speaker("en"))
    )
    told = Telling(usual(), 3)
    assert "No answer was recorded" in by_pypdf(minutes_pdf(told.report(BARE_SCHOOL), [], Speaker("en")))


def test_what_could_not_be_counted_is_said() -> None:
    report = class_report(head_of(SCHOOL), "4A", Period(), NOW, results(usual(), SCHOOL), [])
    text = by_pypdf(class_pdf(report.model_copy(update={"left_out": 2}), Speaker("en")))
    assert "2 sessions are not counted" in " ".join(text.split())


def test_small_cells_of_a_rollup_are_not_printed() -> None:
    text = " ".join(by_pypdf(rollup_paper(usual(), SCHOOL, Speaker("en"))).split())
    assert "… is not shown: under 5 pupils or answers" in text


def test_the_plan_of_each_level_has_the_form_of_its_letter() -> None:
    primary = by_pypdf(plan_pdf(usual(), head_of(SCHOOL), Speaker("en")))
    for part in ("1. Outcomes", "2. Materials", "3. Main activities", "4. Changes after the lesson"):
        assert part in primary
    secondary = by_pypdf(plan_pdf(usual(audience="grades-6-9"), head_of(SCHOOL), Speaker("en")))
    for part in (
        "I. GOALS",
        "1. Knowledge",
        "3. Qualities",
        "III. COURSE OF THE LESSON",
        "d) How it is done:",
    ):
        assert part in secondary


def test_competences_are_named_in_the_circulars_words() -> None:
    text = " ".join(by_pypdf(plan_pdf(crowded(), head_of(SCHOOL), Speaker("vi"))).split())
    assert competence_name("4.2", "vi") in text


def test_an_old_law_card_says_so() -> None:
    speaker = Speaker("en")
    fresh, old = (
        " ".join(by_pypdf(law_card_pdf(usual(), head_of(SCHOOL), law_pack(), speaker, stale=stale)).split())
        for stale in (False, True)
    )
    assert "over a year ago. Make sure it still holds" in old
    assert "over a year ago" not in fresh


def test_the_family_letter_says_whom_to_call() -> None:
    text = " ".join(by_pypdf(MAKERS["handout"](*CASES["usual"], Speaker("en"))).split())
    for part in (
        "111",
        "Call 113 (police)",
        "keep the device and messages as they are; call 111.",
        "Our family agrees:",
    ):
        assert part in text
    assert "screenshot" not in text


def test_minutes_count_the_questions_that_were_answered() -> None:
    report = taught(usual()).report()
    first = report.questions[0].model_copy(update={"answered": 0, "right": 0, "unmarked": 0})
    skipped = report.model_copy(update={"questions": (first, *report.questions[1:])})
    count = len(report.questions) - 1
    text = " ".join(by_pypdf(minutes_pdf(skipped, [], Speaker("en"))).split())
    assert f"The class answered {count} questions." in text


def test_a_phone_stands_in_the_middle_of_a_line() -> None:
    contact = Contact(role="Cô Hoà, y tế trường", phone="0236 3812 345")
    line = contact_line(contact, Words(Speaker("vi"), "adults"))
    assert plain_spaces(line) == "Cô Hoà, y tế trường, điện thoại 0236 3812 345"


def plain_spaces(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_class_without_a_name_leaves_no_gap() -> None:
    report = taught(usual()).report()
    nameless = report.model_copy(update={"about": report.about.model_copy(update={"class_label": ""})})
    text = " ".join(by_pypdf(minutes_pdf(nameless, [], Speaker("vi"))).split())
    assert re.search(r"- Lớp \.{5,}, có mặt", text)
    rows = [row.model_copy(update={"class_label": ""}) for row in results(usual(), SCHOOL)]
    school = by_pypdf(school_pdf(school_report(head_of(SCHOOL), Period(), NOW, rows, {}), Speaker("en")))
    assert "Class without a name" in " ".join(school.split())


@pytest.mark.parametrize(("language", "first"), [("vi", "Gửi gia đình"), ("en", "To the families")])
def test_a_letter_without_a_school_begins_with_a_capital(language: Literal["vi", "en"], first: str) -> None:
    letter = Letter(usual(), head_of(School()), ())
    assert first in by_pypdf(handout_pdf(letter, Speaker(language)))

"""Filters, figures, questions, topics and the plan: what they show, and what can be done from them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from lessonapp.domain.text import NBSP, fold
from lessonapp.ui.results.filters import Chosen, compared, month_span, search_words, spans, total
from lessonapp.ui.results.page import ResultsPage
from lessonapp.ui.results.plan_model import ClassPlan, DueItem, PlanItem
from lessonapp.ui.results.question_rows import AFTER, BEFORE, CHOICES, GAIN, question_rows
from lessonapp.ui.results.rows import SessionRow
from tests.unit.reports.sample import taught, usual

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)


def row(key: str, label: str, days: int, first: int, last: int, **more: object) -> SessionRow:
    opened = NOW - timedelta(days=days)
    made = SessionRow(
        key,
        f"Bài {key}",
        label,
        opened,
        35,
        34,
        "hands",
        open=False,
        lesson=f"t0{key}-a2",
        audience="grades-4-5",
        topic="privacy",
        competences=("4.2.CB2", "2.6.CB2"),
        pre=(first, 100),
        exit=(last, 100),
        search=fold(f"Bài số {key} Lớp {label} Mật khẩu"),
        day=opened.date(),
    )
    return replace(made, **more)  # type: ignore[arg-type]


ROWS = (
    row("1", "4A", 1, 40, 80),
    row("2", "4A", 40, 50, 65, topic="scams"),
    row("3", "10B", 2, 60, 90, audience="grades-10-12", competences=("6.1.NC1",)),
    row("4", "4B", 3, 40, 60, open=True),
)
PLAN = ClassPlan(
    "4A",
    items=(
        PlanItem(
            "t09-a2", "Dừng – Kể", None, "taught", again=False, taught_on=date(2026, 9, 9), after=(91, 100)
        ),
        PlanItem("t01-a2", "Chia sẻ?", None, "next", again=False),
        PlanItem("t04-a2", "Bạn quen", None, "coming", again=False, adults_first=True),
    ),
    due=(DueItem("t09-a2-replay-week", "Dừng – Kể", 9),),
)


@pytest.fixture
def page(qtbot: QtBot, themed: QApplication) -> ResultsPage:
    made = ResultsPage()
    qtbot.addWidget(made)
    made.set_plans((PLAN, ClassPlan("Nhóm xanh", known=False)))
    made.set_rows(ROWS)
    made.resize(1158, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(page: ResultsPage) -> set[str]:
    return {r.id for r in page.overview.sessions.rows}


def texts(page: ResultsPage) -> str:
    return " | ".join(x.text() for x in page.findChildren(QLabel) if x.isVisible())


def test_words_are_found_without_diacritics_and_case() -> None:
    assert [r.id for r in ROWS if Chosen(words=search_words("MAT khau 4a")).takes(r)] == ["1", "2"]


def test_times_to_choose_are_the_year_its_terms_and_the_months_taught() -> None:
    keys = [span.key for span in spans(ROWS, date(2026, 11, 25))]
    assert keys == ["all", "year", "term-1", "term-2", "2026-11", "2026-10"]
    december = month_span(2026, 12)
    assert (december.period.first, december.period.last) == (date(2026, 12, 1), date(2026, 12, 31))
    term_1, term_2 = spans(ROWS, date(2026, 11, 25))[2:4]
    assert (term_1.period.last, term_2.period.first) == (date(2027, 1, 17), date(2027, 1, 18))


def test_sums_are_of_counts_and_a_gain_only_of_what_was_asked_twice() -> None:
    half = row("5", "4A", 1, 0, 100, pre=(0, 0))
    assert total([ROWS[0], half]).after == pytest.approx(90)
    assert compared([ROWS[0], half]).after == pytest.approx(80)


def test_each_filter_narrows_and_clearing_brings_all_back(page: ResultsPage) -> None:
    page.times.choose("2026-10")
    assert shown(page) == {"2"}
    page.classes.choose("10B")
    assert page.nothing.isVisible()
    page.nothing.action.click()
    assert shown(page) == {"1", "2", "3", "4"}
    page.audience.setCurrentIndex(page.audience.findData("grades-10-12"))
    assert shown(page) == {"3"}
    page.audience.setCurrentIndex(0)
    page.topic.setCurrentIndex(page.topic.findData("scams"))
    assert shown(page) == {"2"}


def test_figures_follow_the_filter(page: ResultsPage) -> None:
    page.classes.choose("4A")
    kpis = page.overview.kpis
    assert (kpis.before.value.text(), kpis.after.value.text(), kpis.gain.value.text()) == (
        "45%",
        "73%",
        "up 28",
    ), "72.5 is rounded as on paper"
    page.search.setText("so 2")
    assert kpis.after.value.text() == "65%"


def test_the_gain_is_what_lies_between_the_figures_beside_it(page: ResultsPage) -> None:
    begun = row("5", "4A", 0, 90, 0, exit=(0, 0), open=True)
    page.set_rows((ROWS[0], begun))
    kpis = page.overview.kpis
    said = (kpis.before.value.text(), kpis.after.value.text(), kpis.gain.value.text())
    assert said == ("40%", "80%", "up 40"), "as on paper: of what was asked before and after"
    page.set_rows((begun,))
    assert kpis.before.value.text() == "90%", "alone it is told as it is"


def test_few_answers_are_counts_and_no_gain(page: ResultsPage) -> None:
    page.set_rows((row("1", "4A", 1, 1, 3, pre=(1, 3), exit=(3, 4), seats=4),))
    kpis = page.overview.kpis
    assert (kpis.before.value.text(), kpis.after.value.text(), kpis.gain.value.text()) == ("1/3", "3/4", "–")


def test_the_chart_has_a_table_and_both_are_copied(page: ResultsPage, qtbot: QtBot) -> None:
    chart = page.overview.chart
    chart.as_table.click()
    assert chart.table.isVisible()
    cells = [chart.figures.index(2, c).data().replace(NBSP, " ") for c in range(6)]
    assert cells == ["Class 10B", "1 session", "60/100", "60%", "90/100", "90%"]
    with qtbot.waitSignal(page.said):
        chart.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.text().splitlines()[3].split("\t")[:2] == ["Class 10B", "1 session"]


def test_ctrl_c_copies_the_session_and_the_button_every_one(page: ResultsPage) -> None:
    page.overview.table.setFocus()
    page.overview.table.selectRow(0)
    QTest.keyClick(page.overview.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    page.overview.copy.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + len(ROWS)


def test_what_is_copied_is_no_formula(page: ResultsPage) -> None:
    page.set_rows((row("1", "4A", 1, 40, 80, title="=HYPERLINK(1)"),))
    page.overview.copy.click()
    assert "\t'=HYPERLINK(1)\t" in QGuiApplication.clipboard().text()


def test_questions_are_paired_with_their_twins_and_show_the_misconception(
    page: ResultsPage, qtbot: QtBot
) -> None:
    report = taught(usual()).report()
    with qtbot.waitSignal(page.session_chosen) as asked:
        page.overview.questions.click()
    assert asked.args == [page.questions.picker.currentData()]
    page.set_report(report)
    rows = question_rows(report)
    assert len(rows) == 8, "four with a twin, four practised"
    model = page.questions.model
    last = len(rows) - 1
    exit_question = report.questions[-1]
    twin = report.question(exit_question.twin or 0)
    assert exit_question.facility is not None
    assert twin.facility is not None
    assert model.index(last, BEFORE).data() == f"{100 * twin.facility:.0f}%"
    assert model.index(last, AFTER).data() == f"{100 * exit_question.facility:.0f}%"
    gain = round(100 * exit_question.facility) - round(100 * twin.facility)
    assert model.index(last, GAIN).data() == f"{gain:+d}"
    assert model.index(last, CHOICES).data().count(":") == 4
    page.questions.table.selectRow(last)
    wrong = exit_question.misconception
    assert wrong is not None
    assert wrong.text in page.questions.panel.mistake.text()
    assert wrong.shows is not None
    assert wrong.shows in page.questions.panel.shows.text()


def test_a_weak_question_is_taught_again_with_its_class(page: ResultsPage, qtbot: QtBot) -> None:
    page.views.button("questions").click()
    report = taught(usual(pairs=0)).report()
    weak = next(place for place, r in enumerate(question_rows(report)) if r.weak)
    page.set_report(report)
    page.questions.table.selectRow(weak)
    with qtbot.waitSignal(page.teach_requested) as asked:
        page.questions.panel.again.click()
    assert asked.args == [report.about.lesson, report.about.class_label]


def test_the_window_says_teach_again_of_the_questions_of_which_the_paper_says_it() -> None:
    firm, practised = taught(usual()).report(), taught(usual(pairs=0)).report()
    for report in (firm, practised):
        assert tuple(r.question.number for r in question_rows(report) if r.weak) == report.teach_again
    assert practised.teach_again
    assert firm.teach_again == (), "after the lesson all is well: what was practised needs no second lesson"
    assert any(q.purpose == "practice" and q.facility and q.facility < 0.7 for q in firm.questions)


def test_a_session_without_questions_says_so(page: ResultsPage) -> None:
    page.views.button("questions").click()
    page.set_report(None)
    assert "No question was asked in this session" in texts(page)


def test_the_weakest_topic_comes_first_and_starts_its_lesson(page: ResultsPage, qtbot: QtBot) -> None:
    page.views.button("topics").click()
    assert page.topics.topics.index(0, 0).data() == "Scams"
    with qtbot.waitSignal(page.teach_requested) as asked:
        page.topics.again.click()
    assert asked.args == ["t02-a2", "4A"]
    page.topics.table.selectRow(1)
    assert not page.topics.again.isEnabled(), "an open session is not weak yet"
    codes = [page.topics.competences.index(r, 0).data() for r in range(page.topics.competences.rowCount())]
    assert codes == ["2.6", "4.2", "6.1"]


def test_the_plan_of_a_class_starts_what_is_next_and_what_is_due(page: ResultsPage, qtbot: QtBot) -> None:
    page.views.button("plan").click()
    assert "1 of 3 lessons taught" in texts(page)
    page.classes.choose("4A")
    said = texts(page)
    assert "Coming" in said
    assert "Teachers first: T09 for adults" in said
    press = {made.text(): made for made in page.plan.findChildren(QPushButton) if made.isVisible()}
    with qtbot.waitSignal(page.teach_requested) as asked:
        press["Teach this lesson"].click()
    assert asked.args == ["t01-a2", "4A"]
    with qtbot.waitSignal(page.replay_requested) as asked:
        press["Ask again"].click()
    assert asked.args == ["t09-a2-replay-week", "", "4A"]
    with qtbot.waitSignal(page.replay_requested) as asked:
        press["Ask again, then the next lesson"].click()
    assert asked.args == ["t09-a2-replay-week", "t01-a2", "4A"]


def test_a_class_whose_grade_is_not_known_says_what_to_do(page: ResultsPage, qtbot: QtBot) -> None:
    page.views.button("plan").click()
    page.classes.choose("Nhóm xanh")
    change = next(b for b in page.plan.findChildren(QPushButton) if b.text().startswith("Change"))
    with qtbot.waitSignal(page.class_edit_requested) as asked:
        change.click()
    assert asked.args == ["Nhóm xanh"]


def test_report_and_spreadsheet_are_of_the_class_and_time_chosen(page: ResultsPage, qtbot: QtBot) -> None:
    page.classes.choose("4A")
    page.times.choose("2026-11")
    for made, signal in ((page.report, page.report_requested), (page.sheet, page.sheet_requested)):
        with qtbot.waitSignal(signal) as asked:
            made.click()
        label, span = asked.args
        assert (label, span.period.first, span.period.last) == ("4A", date(2026, 11, 1), date(2026, 11, 30))


def test_keys_find_and_print(page: ResultsPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is page.search
    page.search.insert("zebra")
    assert page.nothing.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.overview.isVisible()
    page.overview.table.selectRow(0)
    with qtbot.waitSignal(page.print_requested):
        QTest.keyClick(page.overview.table, Qt.Key.Key_Return)


@pytest.mark.parametrize("size", [(816, 640), (1158, 768), (1712, 1080)])
@pytest.mark.parametrize("view", ["sessions", "questions", "topics", "plan"])
def test_no_table_needs_a_scroll_bar_from_side_to_side(
    page: ResultsPage, qtbot: QtBot, size: tuple[int, int], view: str
) -> None:
    page.resize(*size)
    page.views.button(view).click()
    page.set_report(taught(usual()).report())
    for table in (page.overview.table, page.questions.table, page.topics.table, page.topics.covered):
        if table.isVisible():
            qtbot.waitUntil(lambda table=table: table.horizontalScrollBar().maximum() == 0)  # type: ignore[misc]


@pytest.mark.parametrize("width", [816, 1158, 1712])
def test_the_plan_fits_its_width_and_every_head_its_column(
    page: ResultsPage, qtbot: QtBot, width: int
) -> None:
    page.resize(width, 640)
    page.views.button("plan").click()
    page.classes.choose("4A")
    qtbot.waitUntil(lambda: page.plan.horizontalScrollBar().maximum() == 0)
    for view, table in (
        ("sessions", page.overview.table),
        ("topics", page.topics.table),
        ("topics", page.topics.covered),
    ):
        page.views.button(view).click()
        head = table.horizontalHeader()
        for column in (c for c in range(head.count()) if not table.isColumnHidden(c)):
            name = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")
            assert table.columnWidth(column) >= head.fontMetrics().horizontalAdvance(name) + 20


def test_the_papers_of_a_session_have_their_button_in_a_small_window(page: ResultsPage) -> None:
    page.resize(816, 640)
    page.overview.set_papers(QMenu(page))
    page.overview.choose("1")
    assert page.overview.papers.isVisible()
    assert page.overview.questions.isVisible()
    page.overview.choose("4")
    assert page.overview.resume.isVisible()
    assert page.overview.papers.isVisible()
    print_ = page.overview.print
    assert print_.mapTo(page, print_.rect().bottomRight()).x() < page.width()


def test_work_is_shown_while_figures_are_made(page: ResultsPage) -> None:
    page.set_progress(20, 90)
    assert page.working.isVisible()
    assert page.working.accessibleName() == "Working out the figures of 90 sessions"
    page.set_progress(90, 90)
    assert not page.working.isVisible()

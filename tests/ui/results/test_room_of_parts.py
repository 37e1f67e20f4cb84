"""What the parts of the results page have room for: shapes, bars' names, lists, the plan."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.ui.results.page import ResultsPage
from lessonapp.ui.results.plan_model import ClassPlan
from lessonapp.ui.results.preview import PdfPreview
from lessonapp.ui.results.question_rows import RIGHT, SHAPE_STEP
from lessonapp.ui.results.questions import figures_text
from lessonapp.ui.results.rows import TITLE, share_text
from lessonapp.ui.widgets.combo import Combo
from tests.ui.cut import cut
from tests.ui.results.test_preview import pdf
from tests.ui.results.test_views import PLAN, ROWS
from tests.unit.reports.sample import taught, usual


@pytest.fixture
def page(qtbot: QtBot, themed: QApplication) -> ResultsPage:
    made = ResultsPage()
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.set_plans((PLAN, ClassPlan("4B", known=False)))
    made.set_rows(ROWS)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_shape_of_a_right_answer_stands_in_its_column(page: ResultsPage) -> None:
    page.views.button("questions").click()
    report = taught(usual()).report()
    practised = next(q for q in report.questions if q.purpose == "practice")
    all_right = tuple(option.model_copy(update={"correct": True}) for option in practised.options)
    many = practised.model_copy(update={"options": all_right})
    questions = tuple(many if q is practised else q for q in report.questions)
    page.set_report(report.model_copy(update={"questions": questions}))
    assert page.questions.table.columnWidth(RIGHT) >= 10 + len(all_right) * SHAPE_STEP
    page.set_report(report)
    assert page.questions.table.columnWidth(RIGHT) < 10 + len(all_right) * SHAPE_STEP, (
        "and no more than needed"
    )


def test_a_short_list_leaves_its_room_to_the_long_one(page: ResultsPage, qtbot: QtBot) -> None:
    classes = (f"{grade}{letter}" for grade in range(1, 5) for letter in "AB")
    page.set_rows(tuple(replace(ROWS[0], id=label, class_label=label) for label in classes))
    assert page.classes.count() > page.times.count()
    for picks in (page.times, page.classes):
        qtbot.waitUntil(lambda picks=picks: picks.height() == picks.whole_height())  # type: ignore[misc]


def test_classes_stand_in_the_order_of_the_school_taught_or_not(page: ResultsPage) -> None:
    page.set_plans((ClassPlan("11A1", known=True), ClassPlan("2C", known=True), ClassPlan("10B", known=True)))
    labels = ("Câu lạc bộ", "4A", "10B")
    page.set_rows(tuple(replace(ROWS[0], id=label, class_label=label) for label in labels))
    assert page.classes.keys() == [None, "2C", "4A", "10B", "11A1", "Câu lạc bộ"]


def test_a_gain_over_several_classes_says_so(page: ResultsPage) -> None:
    assert page.overview.kpis.gain.title.text() == "The classes gained"
    page.classes.choose("4A")
    assert page.overview.kpis.gain.title.text() == "The class gained"


def test_a_long_title_has_two_lines_in_its_row(page: ResultsPage, qtbot: QtBot) -> None:
    long = "Quan hệ lành mạnh trên mạng, Nguyễn Ẩn và Ổ khoá của Phượng ở Hoa Nắng"
    page.set_rows((replace(ROWS[0], title=long),))
    table, font = page.overview.table, page.overview.table.font()
    font.setWeight(QFont.Weight.DemiBold)
    row = table.verticalHeader().defaultSectionSize()
    room = QRect(0, 0, table.columnWidth(TITLE) - 26, row)
    wrapped = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, long)
    assert QFontMetrics(font).horizontalAdvance(long) > room.width(), "one line would be cut"
    assert table.wordWrap()
    assert wrapped.height() < row, "two lines of it fit"


@pytest.mark.parametrize(("width", "below"), [(816, True), (1158, False)])
def test_what_is_due_again_leaves_its_words_their_room(
    page: ResultsPage, qtbot: QtBot, width: int, below: bool
) -> None:
    page.resize(width, 768)
    page.views.button("plan").click()
    page.classes.choose("4A")

    def under() -> bool:
        [ask] = [b for b in page.plan.findChildren(QPushButton) if b.text() == "Ask again"]
        [words] = [x for x in page.plan.findChildren(QLabel) if x.text().startswith("Taught 9 days ago")]
        low = words.mapTo(page, words.rect().bottomLeft()).y()
        return ask.mapTo(page, QPoint()).y() >= low

    qtbot.waitUntil(lambda: under() is below)


def test_a_long_name_of_a_class_leaves_its_plan_its_width(page: ResultsPage, qtbot: QtBot) -> None:
    club = "Câu lạc bộ Kĩ năng số liên trường của cụm trường Hoa Nắng"
    page.set_plans((replace(PLAN, label=club),))
    page.set_rows(ROWS)
    page.resize(816, 768)
    page.views.button("plan").click()
    page.classes.choose(club)
    qtbot.waitUntil(lambda: page.plan.horizontalScrollBar().maximum() == 0)
    qtbot.waitUntil(lambda: not cut(page))


def test_figures_that_are_made_anew_are_told_in_words(page: ResultsPage) -> None:
    page.set_progress(3, 40)
    said = [x.text() for x in page.findChildren(QLabel) if x.isVisible()]
    assert "Working out the figures of 40 sessions" in said
    page.set_progress(40, 40)
    said = [x.text() for x in page.findChildren(QLabel) if x.isVisible()]
    assert "Working out the figures of 40 sessions" not in said


def test_without_a_class_the_plan_offers_to_create_one(page: ResultsPage, qtbot: QtBot) -> None:
    page.set_plans(())
    page.set_rows(())
    page.views.button("plan").click()
    [create] = [b for b in page.plan.findChildren(QPushButton) if b.isVisible() and b.text()]
    with qtbot.waitSignal(page.class_add_requested):
        create.click()


@pytest.mark.parametrize("height", [640, 1400])
def test_the_plan_ends_where_the_page_ends_and_clear_of_the_scroll_bar(
    page: ResultsPage, qtbot: QtBot, height: int
) -> None:
    page.resize(1158, height)
    page.set_plans((replace(PLAN, items=PLAN.items * 4),))
    page.set_rows(ROWS)
    page.views.button("plan").click()
    page.classes.choose("4A")

    def right_edge() -> int:
        inside = page.plan.widget()
        assert inside is not None
        card: QWidget | None = inside.findChildren(QPushButton)[0]
        while card is not None and card.parentWidget() is not inside:
            card = card.parentWidget()
        assert card is not None
        return page.plan.viewport().width() - card.geometry().right() - 1

    bar = page.plan.verticalScrollBar()
    qtbot.waitUntil(lambda: (bar.maximum() > 0) is (height < 800))
    qtbot.waitUntil(lambda: right_edge() == (6 if height < 800 else 0))


def test_a_choice_that_finds_no_room_ends_in_dots_and_is_told_whole(
    qtbot: QtBot, themed: QApplication
) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.addItem("Harmful content and misinformation")
    for width, whole in ((150, False), (400, True)):
        combo.setFixedWidth(width)
        with qtbot.waitExposed(combo):
            combo.show()
        combo.repaint()
        assert combo.toolTip() == ("" if whole else combo.currentText())
        assert combo.currentText() == "Harmful content and misinformation"


def test_a_choice_that_has_room_is_read_whole(qtbot: QtBot, themed: QApplication) -> None:
    """Up to the arrow: its room was taken twice."""
    combo = Combo()
    qtbot.addWidget(combo)
    combo.addItem("Mọi chủ đề")
    combo.setFixedWidth(140)
    with qtbot.waitExposed(combo):
        combo.show()
    combo.repaint()
    assert combo.toolTip() == ""
    assert combo.view().sizeHintForRow(0) >= 36, "as large to click as a menu"


def test_in_a_small_window_the_question_has_the_room_of_the_right_letters(page: ResultsPage) -> None:
    page.views.button("questions").click()
    page.set_report(taught(usual()).report())
    assert not page.questions.table.isColumnHidden(RIGHT)
    page.resize(816, 768)
    assert page.questions.table.isColumnHidden(RIGHT)


def test_the_figures_of_a_session_are_those_its_paper_compares(themed: QApplication) -> None:
    report = taught(usual()).report()
    gain, pre = report.gain, report.pre
    assert gain is not None
    assert pre is not None
    more = report.model_copy(update={"pre": pre.model_copy(update={"answered": 2 * pre.answered})})
    before = share_text(gain.before_right, gain.before_answered)
    after = share_text(gain.after_right, gain.after_answered)
    assert f"before: {before} · after: {after} · up" in figures_text(more)
    alone = more.model_copy(update={"gain": None})
    assert f"before: {share_text(pre.right, 2 * pre.answered)}" in figures_text(alone)


def test_a_preview_is_no_larger_than_the_screen(qtbot: QtBot, themed: QApplication) -> None:
    dialog = PdfPreview(pdf(1), "x.pdf", "")
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width() - 16
    assert dialog.height() <= room.height() - 48


def test_a_long_path_keeps_its_file_name_in_sight(qtbot: QtBot, themed: QApplication) -> None:
    dialog = PdfPreview(pdf(1), "x.pdf", "")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.set_saved("/home/giao-vien/" + "Tài liệu dài/" * 20 + "ket-qua-4a.pdf")
    qtbot.waitUntil(lambda: dialog.saved.text().endswith("ket-qua-4a.pdf") and "…" in dialog.saved.text())

"""The class dialog and the start dialog: what goes in comes out, and Enter is enough."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.domain.events import Channel
from lessonapp.domain.school import SchoolClass
from lessonapp.ui.home.class_dialog import ClassDialog
from lessonapp.ui.home.start_dialog import BlockOffer, StartChoice, StartDialog, StartOffer
from lessonapp.ui.widgets.card import Notice
from lessonapp.ui.widgets.confirm import ConfirmDialog
from lessonapp.ui.widgets.words import channel_needs

Key = Qt.Key
BLOCKS = (BlockOffer("warm-up", "Khởi động", 12), BlockOffer("practice", "Thực hành", 15))


def offer(**changes: object) -> StartOffer:
    values: dict[str, object] = {
        "lesson_id": "t09-a1",
        "title": "Em biết gọi giúp đỡ",
        "minutes": 35,
        "class_label": "3A",
        "seats": 34,
        "blocks": BLOCKS,
        "languages": ("vi", "en"),
    }
    return StartOffer(**(values | changes))  # type: ignore[arg-type]  # a test's shorthand


@pytest.fixture
def class_dialog(qtbot: QtBot, themed: QApplication) -> ClassDialog:
    dialog = ClassDialog(None, taken=frozenset({"3A"}))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_a_label_and_a_number_make_a_class(class_dialog: ClassDialog) -> None:
    assert not class_dialog.save.isEnabled()
    QTest.keyClicks(class_dialog.label_edit, " 4B ")
    class_dialog.seats.box.selectAll()
    QTest.keyClicks(class_dialog.seats.box, "41")
    QTest.keyClick(class_dialog.label_edit, Key.Key_Return)
    assert class_dialog.result() == QDialog.DialogCode.Accepted
    assert class_dialog.value() == SchoolClass(label="4B", seats=41)


@pytest.mark.parametrize("typed", ["3A", "3a", " 3a "])
def test_a_label_that_is_taken_is_refused(class_dialog: ClassDialog, typed: str) -> None:
    QTest.keyClicks(class_dialog.label_edit, typed)
    assert "already" in class_dialog.label_field.message()
    QTest.keyClick(class_dialog.label_edit, Key.Key_Return)
    assert class_dialog.isVisible()


def test_a_class_comes_back_as_it_went_in(qtbot: QtBot, themed: QApplication) -> None:
    before = SchoolClass(
        label="5B",
        seats=2000,
        audience="grades-4-5",
        timers=False,
        large_text=True,
        read_first=True,
        channel="web",
    )
    dialog = ClassDialog(before, taken=frozenset({"5B", "3A"}))
    qtbot.addWidget(dialog)
    assert dialog.value() == before
    assert dialog.save.isEnabled()


def test_a_line_that_came_and_went_leaves_no_hole(class_dialog: ClassDialog, qtbot: QtBot) -> None:
    before = class_dialog.height()
    QTest.keyClicks(class_dialog.label_edit, "3A")
    qtbot.waitUntil(lambda: class_dialog.height() > before)
    QTest.keyClicks(class_dialog.label_edit, "x")
    qtbot.waitUntil(lambda: class_dialog.height() == before)


def test_a_long_name_of_a_class_is_seen_while_it_is_typed(class_dialog: ClassDialog) -> None:
    QTest.keyClicks(class_dialog.label_edit, "CLB Ki nang so 4A")
    words = class_dialog.label_edit.fontMetrics().horizontalAdvance("CLB Ki nang so 4A")
    assert class_dialog.label_edit.width() > words + 24


def test_seats_step_by_button(class_dialog: ClassDialog) -> None:
    first = class_dialog.seats.value()
    class_dialog.seats.more.click()
    class_dialog.seats.more.click()
    class_dialog.seats.less.click()
    assert class_dialog.seats.value() == first + 1


def test_enter_starts_the_whole_lesson(qtbot: QtBot, themed: QApplication) -> None:
    dialog = StartDialog(offer())
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    QTest.keyClick(dialog, Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.value() == StartChoice("t09-a1", None, "hands", "vi", rehearse=False)


def test_one_part_on_the_shared_screen_in_english(qtbot: QtBot, themed: QApplication) -> None:
    dialog = StartDialog(offer())
    qtbot.addWidget(dialog)
    dialog.part_button("practice").click()
    dialog.channel.button("screen").click()
    dialog.language.button("en").click()
    dialog.rehearse.click()
    assert dialog.start.text() == "Rehearse"
    assert dialog.value() == StartChoice("t09-a1", "practice", "screen", "en", rehearse=True)


def test_each_way_to_answer_says_what_it_needs(qtbot: QtBot, themed: QApplication) -> None:
    dialog = StartDialog(offer())
    qtbot.addWidget(dialog)
    said = []
    ways: tuple[Channel, ...] = ("hands", "screen", "cards", "web")
    for way in ways:
        dialog.channel.button(way).click()
        said += [text for text in words_of(dialog) if text == channel_needs(way)]
    assert len(set(said)) == 4
    assert "webcam" in said[2]


@pytest.mark.parametrize("ended", [True, False])
def test_a_bulletin_says_for_which_days_it_is_before_it_starts(
    qtbot: QtBot, themed: QApplication, ended: bool
) -> None:
    alert = "This alert ended on 28 Feb 2027. Read it through."
    dialog = StartDialog(offer(alert=alert, ended=ended, blocks=BLOCKS[:1]))
    qtbot.addWidget(dialog)
    [notice] = dialog.findChildren(Notice)
    assert alert in words_of(notice)
    assert notice.property("tone") == ("warn" if ended else "info")


def words_of(widget: QWidget) -> list[str]:
    return [found.text() for found in widget.findChildren(QLabel)]


def test_one_language_is_no_question(qtbot: QtBot, themed: QApplication) -> None:
    dialog = StartDialog(offer(languages=("vi",), blocks=BLOCKS[:1]))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert not dialog.language.isVisible()
    assert dialog.value().language == "vi"


def test_the_safe_answer_is_the_default(qtbot: QtBot, themed: QApplication) -> None:
    dialog = ConfirmDialog(None, "Delete class 3A?", "34 seats in 5 lessons are lost.", "Delete", "Keep")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.safe.x() < dialog.danger.x()
    QTest.keyClick(dialog, Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected

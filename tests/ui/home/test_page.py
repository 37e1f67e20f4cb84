"""Home: what a teacher types and clicks becomes a request; nothing else happens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.domain.school import SchoolClass
from lessonapp.domain.text import NBSP
from lessonapp.ui.home.model import Bulletin, HomeModel, LessonDetails
from lessonapp.ui.home.page import SIDE_WIDTH, HomePage
from lessonapp.ui.results.plan_model import ClassPlan, DueItem, PlanItem
from tests.ui.cut import cut
from tests.ui.home.samples import CARDS, CLASS, home, session

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, themed: QApplication) -> HomePage:
    made = HomePage()
    qtbot.addWidget(made)
    made.resize(1158, 768)
    show(qtbot, made, home())
    return made


def show(qtbot: QtBot, page: HomePage, model: HomeModel) -> None:
    page.set_model(model)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()


def listed(page: HomePage) -> list[str]:
    lessons = page.grid.filter
    return [lessons.index(row, 0).data() for row in range(lessons.rowCount())]


def chip(page: HomePage, start: str) -> QPushButton:
    return next(
        b for b in page.findChildren(QPushButton) if b.property("role") == "chip" and start in b.text()
    )


@pytest.mark.parametrize("typed", ["bi mat", "Bí mật", "BÍ MẬT", "mat bi"])
def test_search_needs_no_diacritics_and_enter_starts(page: HomePage, qtbot: QtBot, typed: str) -> None:
    page.search.clear()
    page.search.insert(typed)  # QTest types ASCII only
    assert listed(page) == ["Bí mật của em"]
    with qtbot.waitSignal(page.start_requested) as asked:
        QTest.keyClick(page.search, Key.Key_Return)
    assert asked.args == ["secret"]


@pytest.mark.parametrize(
    "keys",
    [(Key.Key_F, Qt.KeyboardModifier.ControlModifier), (Key.Key_Slash, Qt.KeyboardModifier.NoModifier)],
)
def test_a_key_leads_to_the_search(
    page: HomePage, qtbot: QtBot, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    page.grid.setFocus()
    qtbot.waitUntil(page.grid.hasFocus)
    QTest.keyClick(page.grid, keys[0], keys[1])
    qtbot.waitUntil(page.search.hasFocus)


def test_a_slash_in_the_search_is_only_a_slash(page: HomePage, qtbot: QtBot) -> None:
    page.search.setFocus()
    qtbot.waitUntil(page.search.hasFocus)
    QTest.keyClicks(page.search, "3/2")
    assert page.search.text() == "3/2"


def test_arrows_move_and_enter_starts(page: HomePage, qtbot: QtBot) -> None:
    QTest.keyClick(page.search, Key.Key_Down)
    qtbot.waitUntil(page.grid.hasFocus)
    QTest.keyClick(page.grid, Key.Key_Right)
    with qtbot.waitSignal(page.start_requested) as asked:
        QTest.keyClick(page.grid, Key.Key_Return)
    assert asked.args == ["secret"]


def test_the_bar_below_acts_on_the_card_in_the_frame(page: HomePage, qtbot: QtBot) -> None:
    page.grid.choose("trap")
    for made, signal in (
        (page.actions_bar.start, page.start_requested),
        (page.actions_bar.rehearse, page.rehearse_requested),
        (page.actions_bar.details, page.open_details_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            QTest.mouseClick(made, Qt.MouseButton.LeftButton)
        assert asked.args == ["trap"]


def test_a_double_click_starts(page: HomePage, qtbot: QtBot) -> None:
    place = page.grid.visualRect(page.grid.filter.index(2, 0)).center()
    with qtbot.waitSignal(page.start_requested) as asked:
        QTest.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)  # else it stays down
    assert asked.args == ["trap"]


def test_a_faulty_lesson_never_starts_but_says_why(page: HomePage, qtbot: QtBot) -> None:
    page.grid.choose("broken")
    assert page.actions_bar.start.isHidden()
    with qtbot.assertNotEmitted(page.start_requested), qtbot.waitSignal(page.faults_requested) as asked:
        QTest.keyClick(page.grid, Key.Key_Return)
    assert asked.args == ["lessons/broken"], "its id may be that of another lesson"
    page.show_faults("lessons/broken")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert any("must not be empty" in text for text in texts(dialog))
    dialog.close()


def texts(widget: object) -> list[str]:
    assert isinstance(widget, QWidget)
    return [found.text() for found in widget.findChildren(QLabel)]


def test_chips_count_and_filter(page: HomePage) -> None:
    assert chip(page, "All").text().endswith("4")
    assert chip(page, "6–9").text().endswith("1")
    chip(page, "6–9").click()
    assert listed(page) == ["Bẫy trên mạng"]
    assert not chip(page, "Adults").isEnabled()


def test_nothing_found_offers_to_clear(page: HomePage) -> None:
    page.search.setText("zebra")
    assert page.nothing.isVisible()
    assert "zebra" in page.nothing.title.text()
    assert page.actions_bar.isHidden()
    page.nothing.action.click()
    assert len(listed(page)) == len(CARDS)
    assert page.grid.isVisible()
    assert page.actions_bar.isVisible()


def test_esc_takes_the_search_back(page: HomePage, qtbot: QtBot) -> None:
    page.search.setFocus()
    qtbot.waitUntil(page.search.hasFocus)
    page.search.insert("zebra")
    assert page.nothing.isVisible()
    qtbot.waitUntil(lambda: page._keys_added)
    QTest.keyClick(page.search, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listed(page)) == len(CARDS))


def test_an_open_session_is_offered_first(page: HomePage, qtbot: QtBot) -> None:
    show(qtbot, page, home(sessions=(session("new"), session("left", is_open=True))))
    assert page.resume.isVisible()
    with qtbot.waitSignal(page.resume_requested) as asked:
        page.resume.resume.click()
    assert asked.args == ["left"]
    with qtbot.waitSignal(page.finish_requested) as asked:
        page.resume.finish.click()
    assert asked.args == ["left"]
    assert any("step 4/9, yesterday" in text.replace("\u00a0", " ") for text in texts(page.resume))
    show(qtbot, page, home())
    assert page.resume.isHidden()


def test_recent_sessions_print_and_delete_from_their_menu(page: HomePage, qtbot: QtBot) -> None:
    show(qtbot, page, home(sessions=(session("old"),)))
    menus = [b.menu() for b in page.side.findChildren(QPushButton) if b.menu() is not None]
    entries = {action.text(): action for action in menus[0].actions()}
    assert len(menus) == 1
    assert "Resume" not in entries
    with qtbot.waitSignal(page.print_requested) as asked:
        entries["Print the summary…"].trigger()
    assert asked.args == ["old"]
    with qtbot.waitSignal(page.delete_requested) as asked:
        entries["Delete this session…"].trigger()
    assert asked.args == ["old"]


def test_no_class_yet_offers_to_create_one(page: HomePage, qtbot: QtBot) -> None:
    show(qtbot, page, home(classes=()))
    assert page.first_class.isVisible()
    with qtbot.waitSignal(page.class_add_requested):
        page.first_class.add.click()


def test_the_class_is_chosen_changed_and_added_from_one_menu(page: HomePage, qtbot: QtBot) -> None:
    other = SchoolClass(label="5B & 5C", seats=38)
    show(qtbot, page, home(classes=(CLASS, other)))
    entries = page.chooser.menu().actions()
    assert entries[0].isChecked()
    with qtbot.waitSignal(page.class_chosen) as asked:
        entries[1].trigger()
    assert asked.args == ["5B & 5C"]
    with qtbot.waitSignal(page.class_edit_requested) as asked:
        entries[-2].trigger()
    assert asked.args == ["3A"]
    with qtbot.waitSignal(page.class_add_requested):
        entries[-1].trigger()


def test_classes_and_deeds_of_the_menu_begin_on_one_line(page: HomePage, qtbot: QtBot) -> None:
    """A tick and a picture take the same room before the words."""
    menu = page.chooser.menu()
    menu.popup(page.mapToGlobal(page.rect().topLeft()))
    qtbot.waitUntil(menu.isVisible)
    picture = menu.grab().toImage()
    menu.close()
    chosen, edit = menu.actions()[0], menu.actions()[-2]  # "Class 3A", "Change Class 3A…"
    begins = []
    for row in (menu.actionGeometry(chosen), menu.actionGeometry(edit)):
        paper = picture.pixel(34, row.top() + 4)
        columns = range(34, picture.width() - 8)
        inked = (
            x for x in columns if any(picture.pixel(x, y) != paper for y in range(row.top(), row.bottom()))
        )
        begins.append(next(inked))
    assert abs(begins[0] - begins[1]) <= 1


def test_the_frame_stays_on_its_lesson(page: HomePage) -> None:
    page.grid.choose("trap")
    page.set_model(home(tuple(reversed(CARDS))))
    current = page.grid.current()
    assert current is not None
    assert current.id == "trap"


ALERT = Bulletin("bt-1", "Lì xì trong trò chơi?", "grades-4-5", "until 28 Feb", runs=True)


def test_alerts_stand_beside_the_lessons_and_tell_more(page: HomePage, qtbot: QtBot) -> None:
    show(qtbot, page, home()._replace(bulletins=(ALERT, ALERT._replace(id="bt-2", runs=False))))
    qtbot.waitUntil(lambda: "Alerts" in shown_texts(page))
    assert "Grades 4–5 · until 28 Feb" in shown_texts(page)
    more = [b for b in page.side.findChildren(QPushButton) if b.accessibleName().startswith("About “Lì xì")]
    with qtbot.waitSignal(page.open_details_requested) as asked:
        more[0].click()
    assert asked.args == ["bt-1"]
    signs = {x.accessibleName() for x in page.side.findChildren(QLabel) if x.property("role") == "tile"}
    assert signs == {"In these days", "Soon"}, "what runs and what will is told without colours too"


def test_alerts_leave_their_room_where_it_is_small_or_there_is_none(page: HomePage, qtbot: QtBot) -> None:
    show(qtbot, page, home()._replace(bulletins=(ALERT,)))
    qtbot.waitUntil(lambda: "Alerts" in shown_texts(page))
    page.resize(816, 768)
    qtbot.waitUntil(lambda: "Alerts" not in shown_texts(page))
    page.resize(1158, 768)
    qtbot.waitUntil(lambda: "Alerts" in shown_texts(page))
    page.set_model(home())
    qtbot.waitUntil(lambda: "Alerts" not in shown_texts(page))


def shown_texts(page: HomePage) -> list[str]:
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def test_a_session_left_open_is_marked_in_the_list(page: HomePage, qtbot: QtBot) -> None:
    show(qtbot, page, home(sessions=(session("old"), session("left", is_open=True))))
    lines = [text for text in texts(page.side) if "yesterday" in text]
    assert [text.startswith("Not finished") for text in lines] == [False, True]


def test_beside_the_lessons_a_session_is_read_whole(page: HomePage, qtbot: QtBot) -> None:
    long = session("left", is_open=True)._replace(title="Chia sẻ, hỏi đã, hay giữ kín cùng các bạn?")
    show(qtbot, page, home(sessions=(long,)))
    qtbot.waitUntil(lambda: not any("…" in text for text in texts(page.side)))
    qtbot.waitUntil(lambda: not cut(page.side))


@pytest.mark.parametrize(("width", "pictured"), [(816, False), (1158, True)])
def test_the_offer_to_resume_shows_the_lesson_where_there_is_room(
    page: HomePage, qtbot: QtBot, width: int, pictured: bool
) -> None:
    page.resize(width, 768)
    show(qtbot, page, home(sessions=(session("left", is_open=True),)))
    qtbot.waitUntil(lambda: page.resume._picture.isVisible() is pictured)


def test_tab_goes_where_the_eye_goes(page: HomePage, qtbot: QtBot) -> None:
    model = home(sessions=(session("left", is_open=True),), stale=1)._replace(bulletins=(ALERT,))
    show(qtbot, page, model)
    last = [b for b in page.side.findChildren(QPushButton) if b.accessibleName().startswith("What to do")]
    qtbot.waitUntil(lambda: all(made.isVisible() for made in last))
    page.chooser.setFocus()
    seen: list[str] = []
    while not seen or page.focusWidget() is not page.chooser:
        focus = page.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName() or getattr(focus, "text", str)())
        QTest.keyClick(focus, Key.Key_Tab)
    order = ["Close and report", "Resume", "Lessons", "About this lesson", "Rehearse", "Start"]
    order += ["About “Lì xì trong trò chơi?”", "Check contacts", "What to do with “Bí mật của em”"]
    assert [name for name in seen if name in order] == order


def test_the_first_lesson_keeps_the_frame_when_the_order_changes(page: HomePage, qtbot: QtBot) -> None:
    """As when the class becomes known: its lessons come first and have to be seen."""
    turned = tuple(reversed(CARDS[:3]))
    show(qtbot, page, home(turned))
    assert page.grid.currentIndex().row() == 0
    page.grid.choose("help")
    show(qtbot, page, home(CARDS)._replace(chosen_class="5B"))
    assert page.grid.currentIndex().row() == 0


def test_stale_contacts_lead_to_settings(page: HomePage, qtbot: QtBot) -> None:
    show(qtbot, page, home(stale=2))
    check = next(b for b in page.side.findChildren(QPushButton) if b.accessibleName() == "Check contacts")
    with qtbot.waitSignal(page.settings_requested):
        check.click()


@pytest.mark.parametrize(("width", "below"), [(816, True), (1071, True), (1072, False), (1712, False)])
def test_the_panels_stand_where_there_is_room(page: HomePage, qtbot: QtBot, width: int, below: bool) -> None:
    page.resize(width, 768)
    qtbot.waitUntil(lambda: (page.side.y() > page.grid.mapTo(page, page.grid.rect().center()).y()) is below)


def test_the_panels_made_before_the_page_has_its_size_stand_beside_the_lessons(
    qtbot: QtBot, themed: QApplication
) -> None:
    """As when the language is changed: the new page is filled before it is seen."""
    page = HomePage()
    qtbot.addWidget(page)
    page.set_model(home(sessions=(session(),)))
    assert page.side.isHidden() is False
    page.resize(1158, 768)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.side.width() == SIDE_WIDTH)
    assert page.side.horizontalScrollBar().maximum() == 0
    assert page.side.height() > page.grid.height() / 2


@pytest.mark.parametrize(("width", "room"), [(1000, 0), (1158, 276)])
def test_the_panels_find_their_room_kept(qtbot: QtBot, themed: QApplication, width: int, room: int) -> None:
    """They come after the first picture, and the lessons beside them stay where they are."""
    page = HomePage()
    qtbot.addWidget(page)
    page.resize(width, 768)
    show(qtbot, page, home()._replace(loading=True))
    assert "side" not in vars(page)
    before = page.grid.width()
    page.set_model(home())
    qtbot.waitUntil(lambda: page.side.isVisible() and page.side.height() > 0)
    assert page.grid.width() == before
    assert page.width() - before >= room


def test_paragraphs_of_the_details_stand_by_themselves(page: HomePage) -> None:
    details = LessonDetails("trap", "Bẫy", "grades-6-9", 45, "Nghĩ", (), before="Vẽ diều.\nCắt giấy.\n")
    page.show_details(details)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert {"Vẽ diều.", "Cắt giấy."} <= set(texts(dialog))
    dialog.close()


def test_what_is_told_beside_the_lessons_breaks_where_it_is_spoken(page: HomePage, qtbot: QtBot) -> None:
    due = DueItem("t09-a2-replay-week", "Dừng – Để nguyên – Kể", 9)
    plan = ClassPlan("3A", items=(PlanItem("t01-a1", "Kho báu", None, "next", again=False),), due=(due,))
    show(qtbot, page, home(sessions=(session(),))._replace(plan=plan))
    said = texts(page.side)
    assert any(f"Dừng{NBSP}– Để nguyên{NBSP}– Kể" in text for text in said), "no line begins with a dash"
    assert any(f"{NBSP}· yesterday{NBSP}" in text for text in said)


def test_details_start_the_lesson(page: HomePage, qtbot: QtBot) -> None:
    page.show_details(LessonDetails("trap", "Bẫy", "grades-6-9", 45, "Nghĩ ba lần", ("**Kể** được",)))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "Kể được" in texts(dialog)
    with qtbot.waitSignal(page.start_requested) as asked:
        QTest.keyClick(dialog, Key.Key_Return)
    assert asked.args == ["trap"]

"""The console on small and large screens, in both languages: nothing is cut, nothing leaves its column."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.domain.events import Channel
from lessonapp.i18n import _, language, set_language
from lessonapp.session.lesson_session import LessonSession
from lessonapp.ui.console.steps import StepList
from lessonapp.ui.console.words import reveal_words
from lessonapp.ui.stage.model import Join
from lessonapp.ui.theme import apply_theme, font, wrapped
from lessonapp.ui.widgets.labels import Elided
from tests.builders import TickingClock, lesson_data, session
from tests.ui.stage.specimen import specimen

SIZES = [(1000, 660), (1024, 768), (1280, 720), (1366, 690), (1366, 768), (1920, 1080)]
SEATS = 38


@pytest.fixture(params=["vi", "en"])
def taught(request: pytest.FixtureRequest) -> Iterator[LessonSession]:
    before = language()
    set_language(request.param)
    yield session(taught=specimen("grades-4-5", request.param), clock=TickingClock(), seats=SEATS)
    set_language(before)


def cut(console: QWidget) -> list[str]:
    """Words that do not fit their place, and what lies outside the part it belongs to."""
    found = []
    parts: list[QLabel | QPushButton] = [*console.findChildren(QLabel), *console.findChildren(QPushButton)]
    for part in parts:
        text = part.text()
        if not part.isVisible() or not text:
            continue
        if _too_small(part):
            found.append(f"cut: {text}")
        area = _area(part)
        if area is not None and not _inside(part, area):
            found.append(f"outside: {text}")
    return found


def _too_small(part: QWidget) -> bool:
    if isinstance(part, QAbstractButton):
        return part.width() < min(part.minimumSizeHint().width(), part.maximumWidth())
    assert isinstance(part, QLabel)
    if isinstance(part, Elided):
        return False  # ends in "…", the whole is its tooltip
    if part.wordWrap():
        return part.heightForWidth(part.width()) > part.height() + 1
    return part.width() < part.sizeHint().width()


def _area(part: QWidget) -> QWidget | None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above.viewport() if isinstance(above, QScrollArea) else None


def _inside(part: QWidget, area: QWidget) -> bool:
    """From left to right; what lies below is reached by scrolling."""
    box = QRect(part.mapTo(area, QPoint(0, 0)), part.size())
    return box.left() >= 0 and box.right() <= area.width()


def resized(teaching: Teaching, size: tuple[int, int]) -> None:
    teaching.console.resize(*size)
    for _round in range(3):  # what one layout changes another one sees
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def at_every_size(teaching: Teaching, what: str) -> None:
    for size in SIZES:
        resized(teaching, size)
        assert cut(teaching.console) == [], (what, size)


def test_every_kind_of_step_in_every_state(teaching: Teaching, taught: LessonSession) -> None:
    for step_id in ("title", "video", "chat", "discussion", "pledge", "help"):
        taught.goto(step_id)
        at_every_size(teaching, step_id)
    for step_id in ("single", "order", "feelings", "branch"):
        taught.goto(step_id)
        for phase in ("waiting", "open", "closed", "revealed"):
            assert taught.state.phase == phase
            at_every_size(teaching, f"{step_id} {phase}")
            teaching.do("next")


def test_more_hands_than_pupils_and_seats_that_are_missing(teaching: Teaching, taught: LessonSession) -> None:
    taught.goto("single")
    teaching.do("next")
    teaching.controller.count_hands("single", {"a": 99, "b": 99, "c": 99, "d": 99})
    for seat in range(20, 30):
        taught.room.seat_left(seat)
    at_every_size(teaching, "hands")


@pytest.mark.parametrize("channel", ["screen", "cards", "web"])
def test_every_way_to_answer(teaching: Teaching, taught: LessonSession, channel: Channel) -> None:
    teaching.controller.change_channel(channel)
    taught.goto("single")
    teaching.do("next")
    at_every_size(teaching, channel)
    if channel == "screen":
        teaching.console.answers.board.teams_requested.emit(8)
        at_every_size(teaching, "teams")
    if channel == "web":
        phones = teaching.console.answers.phones
        phones.set_networks([("192.168.100.10", "Wi-Fi (Truong Tieu hoc Hoa Nang) · 192.168.100.10")])
        phones.set_join(Join("192.168.100.10:8765", "4729", "http://192.168.100.10:8765"), "38 máy")
        teaching.console.bar.code.show()
        at_every_size(teaching, "phones")


STATES: dict[str, Callable[[Teaching], object]] = {
    "covered": lambda t: t.do("black"),
    "help card": lambda t: t.do("help"),
    "disk full": lambda t: t.placing.tell_saving(saving=False),
    "projector gone": lambda t: t.placing.lose(),
    "a fault": lambda t: t.tell("x" * 60),
    "timer": lambda t: t.do("timer"),
    "pen": lambda t: t.do("pen"),
    "frozen": lambda t: t.do("freeze"),
    "paused": lambda t: t.controller.session.pause(),
}


@pytest.mark.parametrize("state", STATES)
def test_every_other_state(teaching: Teaching, taught: LessonSession, state: str) -> None:
    taught.goto("single")
    STATES[state](teaching)
    at_every_size(teaching, state)


def test_tools_have_words_where_all_of_them_fit(teaching: Teaching) -> None:
    row = teaching.console.tools
    shown = {}
    for size in SIZES:
        resized(teaching, size)
        tools = (row.pen, row.spotlight, row.freeze, row.timer, row.lot, row.hands_up, row.read, row.sound)
        shown[size] = {tool._worded for tool in tools}
        assert shown[size] == {all(tool.fits(tool.width()) for tool in tools)}, size
    assert (shown[1000, 660], shown[1366, 690]) == ({False}, {True})


def test_the_other_button_never_says_what_continue_says(teaching: Teaching, taught: LessonSession) -> None:
    bar = teaching.console.bar
    for step_id in ("single", "feelings"):
        taught.goto(step_id)
        said = []
        for _phase in range(4):
            words = reveal_words(taught)
            assert bar.reveal.isVisible() == bool(words)
            assert words != bar.go.accessibleName()
            said.append(words)
            teaching.do("next")
        assert said[0] == said[2] == ""
        assert said[1] != said[3]
    assert reveal_words(taught) != _("Show the answer"), "a feeling has no right answer"
    taught.goto("title")
    assert not bar.reveal.isVisible()


def test_a_step_takes_two_lines_where_it_needs_them_and_is_whole_in_its_tooltip(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp)
    data = lesson_data()
    steps = data["blocks"][0]["steps"]
    steps[2]["prompt"] = (
        "Mây nên làm gì khi có người chưa biết rõ nhắn tin hỏi địa chỉ nhà, tên trường và số điện thoại?"
    )
    taught = session(taught=specimen(), clock=TickingClock())
    made = StepList(type(taught.lesson).model_validate(data))
    qtbot.addWidget(made)
    made.resize(236, 600)
    made.show()
    QApplication.processEvents()
    tall = [made.sizeHintForRow(row) for row in range(made.count())]
    assert len({height for height in tall if height}) > 1
    item = next(made.item(row) for row in range(made.count()) if "địa chỉ nhà" in made.item(row).text())
    assert item.toolTip() == item.text()
    assert made.sizeHintForRow(made.row(item)) == max(tall)


def test_lines_break_between_words_and_the_last_ends_in_dots(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetrics

    apply_theme(qapp)
    metrics = QFontMetrics(font(14))
    text = "Tí không thích. Tí làm gì bây giờ nhỉ?"
    whole = metrics.horizontalAdvance(text)
    assert wrapped(text, metrics, whole, 2) == [text]
    two = wrapped(text, metrics, whole * 2 // 3, 2)
    assert " ".join(two) == text
    assert len(two) == 2
    short = wrapped(text, metrics, whole // 4, 2)
    assert len(short) == 2
    assert short[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= whole // 4 for line in short)
    assert wrapped("Bếp\u00a0lửa", metrics, metrics.horizontalAdvance("Bếp") + 2, 2) == ["Bếp", "lửa"]

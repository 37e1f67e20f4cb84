"""Every text of the pages has its room: in both languages, on small and large screens, full and empty."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lessonapp.domain.school import Contact, School, SchoolClass
from lessonapp.settings import Settings
from lessonapp.ui.home.model import Bulletin, HomeModel, LessonCard, ReadyLine, RecentSession
from lessonapp.ui.home.page import HomePage
from lessonapp.ui.main_window import NAV_WIDTH
from lessonapp.ui.results.page import ResultsPage
from lessonapp.ui.results.plan_model import ClassPlan, DueItem, PlanItem
from lessonapp.ui.settings.page import SettingsPage
from tests.ui.cut import whole
from tests.ui.results.test_views import ROWS

SIZES = [(1024, 768), (1366, 700), (1600, 1200), (1920, 1080)]
CLUB = "Câu lạc bộ Kĩ năng số liên trường"
CLASSES = (SchoolClass(label=CLUB, seats=60), SchoolClass(label="4A", seats=32, channel="web"))
TITLE = "Quan hệ lành mạnh trên mạng, Nguyễn Ẩn và Ổ khoá của Phượng"
PLAN = ClassPlan(
    CLUB,
    items=(
        PlanItem("t09-a2", TITLE, 1, "taught", again=True, after=(29, 32)),
        PlanItem("t01-a2", TITLE, 2, "next", again=False, adults_first=True),
        PlanItem("t15-a4", TITLE, 2, "ask", again=True, adults_first=True),
    ),
    due=(DueItem("t09-a2-replay-week", TITLE, 9), DueItem("t01-a2-replay-month", TITLE, 40)),
)


def sessions() -> tuple[RecentSession, ...]:
    then = datetime.now(UTC) - timedelta(days=3)
    return tuple(
        RecentSession(f"s{n}", TITLE, CLUB, then, then, n == 0, 4, 26, 30, lesson="t09-a2") for n in range(6)
    )


def full() -> HomeModel:
    card = LessonCard("t", TITLE, "harmful-content", "grades-10-12", 45, 26, 3, "t", Path("t"))
    return HomeModel(
        teacher="cô Nguyễn Thị Phượng Ẩn",
        classes=CLASSES,
        chosen_class=CLUB,
        lessons=tuple(card._replace(id=f"t{n}") for n in range(9)),
        sessions=sessions(),
        ready=(
            ReadyLine(ok=False, text="Một màn hình: cắm máy chiếu, hoặc dạy ngay trên màn hình này"),
            ReadyLine(ok=True, text="Đã có lớp"),
        ),
        stale_contacts=2,
        plan=PLAN,
        bulletins=(
            Bulletin("b1", TITLE, "grades-4-5", "đến 28/02", runs=True),
            Bulletin("b2", "Lì xì trong trò chơi?", None, "từ 11/01", runs=False),
        ),
    )


EMPTY = HomeModel(
    teacher="",
    classes=(),
    chosen_class="",
    lessons=full().lessons,
    sessions=(),
    ready=(ReadyLine(ok=False, text="Chưa có lớp: chỉ cần tên lớp và sĩ số"),),
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["full", "empty"])
def test_home_cuts_no_text(qtbot: QtBot, tongue: str, size: tuple[int, int], state: str) -> None:
    page = HomePage()
    qtbot.addWidget(page)
    page.resize(size[0] - NAV_WIDTH, size[1])
    with qtbot.waitExposed(page):
        page.show()
    page.set_model(full() if state == "full" else EMPTY)
    qtbot.waitUntil(lambda: page.side.isVisible() and page.side.height() > 0)
    whole(qtbot, page)
    grid = page.grid
    assert grid.viewport().height() >= grid.visualRect(grid.filter.index(0, 0)).height() * 0.9, (
        "the panels leave the lessons their room"
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["sessions", "questions", "topics", "plan"])
def test_results_cut_no_text(qtbot: QtBot, tongue: str, size: tuple[int, int], view: str) -> None:
    page = ResultsPage()
    qtbot.addWidget(page)
    page.resize(size[0] - NAV_WIDTH, size[1])
    page.set_plans((PLAN, ClassPlan("4A", known=False)))
    page.set_rows(ROWS)
    with qtbot.waitExposed(page):
        page.show()
    page.views.button(view).click()
    page.set_progress(3, 40)
    whole(qtbot, page)
    page.classes.choose(CLUB if view == "plan" else "4A")
    whole(qtbot, page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("known", [True, False])
def test_settings_cut_no_text(qtbot: QtBot, tongue: str, size: tuple[int, int], known: bool) -> None:
    contact = Contact(role="Giáo viên tư vấn học đường", place="Phòng Tư vấn, tầng 1")
    school = School(name="Trường Hoa Nắng", contacts=(contact,)) if known else School()
    page = SettingsPage()
    qtbot.addWidget(page)
    page.set_value(school, CLASSES if known else (), Settings(notes_size=22))
    page.resize(size[0] - NAV_WIDTH, size[1])
    with qtbot.waitExposed(page):
        page.show()
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        whole(qtbot, page)

"""Windows' models as tests need them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.school import SchoolClass
from lessonapp.domain.text import fold
from lessonapp.ui.home.model import HomeModel, LessonCard, ReadyLine, RecentSession

CLASS = SchoolClass(label="3A", seats=34, audience="grades-1-3")


def card(
    lesson: str, title: str, audience: Audience | None = "grades-1-3", *faults: str, taught: int = 0
) -> LessonCard:
    return LessonCard(
        lesson, title, "privacy", audience, 35, 9, taught, fold(title), Path("lessons", lesson), faults
    )


CARDS = (
    card("help", "Em biết gọi giúp đỡ", taught=2),
    card("secret", "Bí mật của em", "grades-4-5"),
    card("trap", "Bẫy trên mạng", "grades-6-9"),
    card("broken", "Bài hỏng", None, "lesson.vi.yaml:3: title: must not be empty"),
)


def many(count: int) -> tuple[LessonCard, ...]:
    return tuple(card(f"l-{n}", f"Bài số {n}", AUDIENCES[n % 5]) for n in range(count))


def session(key: str = "s1", *, is_open: bool = False, days: int = 1) -> RecentSession:
    then = datetime.now(UTC) - timedelta(days=days)
    return RecentSession(key, "Bí mật của em", "3A", then, then, is_open, 4, 9, 11, lesson="secret")


def home(
    cards: tuple[LessonCard, ...] = CARDS,
    *,
    classes: tuple[SchoolClass, ...] = (CLASS,),
    sessions: tuple[RecentSession, ...] = (),
    stale: int = 0,
) -> HomeModel:
    ready = (ReadyLine(ok=True, text="Projector 1920 × 1080"),)
    return HomeModel("cô Hạnh", classes, classes[0].label if classes else "", cards, sessions, ready, stale)

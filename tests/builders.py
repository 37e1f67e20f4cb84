"""Lessons and sessions made in a few lines, for tests."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from lessonapp.domain.lesson import Lesson
from lessonapp.session.ids import uuid7
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.log import Opening, SessionLog
from lessonapp.session.memory import MemoryJournal
from lessonapp.session.ports import Journal

START = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


class TickingClock:
    """A clock that goes on by itself a little at every look, and further when told."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=10)
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


def option(id_: str, text: str = "", *, correct: bool = False, **more: Any) -> dict[str, Any]:
    """One option of a question."""
    return {
        "id": id_,
        "text": text or f"Cách {id_}",
        "correct": correct,
        "feedback": f"Mình cùng nghĩ về cách {id_} nhé.",
        **more,
    }


def question(id_: str, right: str = "b", purpose: str = "practice", **more: Any) -> dict[str, Any]:
    """A single question with three options."""
    return {
        "id": id_,
        "kind": "question",
        "type": "single",
        "purpose": purpose,
        "minutes": 2,
        "prompt": f"Mây nên làm gì ở câu {id_}?",
        "notes": "Đọc câu hỏi, đợi các em nghĩ.",
        "options": [option(x, correct=x == right) for x in "abc"],
        **more,
    }


def step(id_: str, kind: str = "slide", **more: Any) -> dict[str, Any]:
    """A step of another kind; a slide where nothing else is said."""
    kinds: dict[str, dict[str, Any]] = {
        "slide": {"heading": f"Trang {id_}", "body": "Một dòng.\nHai dòng."},
        "title": {},
        "help": {"opening": "Em luôn có người giúp."},
        "story": {"panels": [{"setting": "classroom"}, {"setting": "bedroom"}]},
        "poll": {"prompt": "Em thấy thế nào?", "options": [choice("vui"), choice("lo")]},
        "summary": {"remember": ["Một", "Hai", "Ba"]},
    }
    return {"id": id_, "kind": kind, "minutes": 1, "notes": "Nói chậm.", **kinds.get(kind, {}), **more}


def choice(id_: str, **more: Any) -> dict[str, Any]:
    """An option without right or wrong."""
    return {"id": id_, "text": f"Điều {id_}", **more}


def lesson_data(**more: Any) -> dict[str, Any]:
    """A small lesson of two blocks: help, story, pre and exit questions, a branch, a poll."""
    blocks: list[dict[str, Any]] = [
        {
            "id": "mot",
            "title": "Mở đầu",
            "steps": [
                step("mo", "title"),
                step("giup", "help"),
                question("q1", purpose="pre", twin="q2"),
                step("truyen", "story"),
                question("q3", right="a", seconds=30),
                {
                    "id": "re",
                    "kind": "branch",
                    "minutes": 1,
                    "notes": "Cả lớp chọn.",
                    "prompt": "Đi lối nào?",
                    "options": [choice("x", goto="re-x"), choice("y", goto="re-y")],
                },
                step("re-x", next="gap"),
                step("re-y", minutes=0),
                step("gap"),
            ],
        },
        {
            "id": "hai",
            "title": "Kết",
            "steps": [
                {
                    **{key: value for key, value in question("xep").items() if key != "options"},
                    "type": "order",
                    "items": [choice("m"), choice("n"), choice("p")],
                },
                step("vui", "poll"),
                question("q2", purpose="exit", twin="q1"),
                step("tom", "summary"),
                step("cuoi", "help"),
            ],
        },
    ]
    return {
        "format": 1,
        "id": "t99-a2",
        "language": "vi",
        "version": 1,
        "title": "Bài thử",
        "audience": "grades-4-5",
        "topic": "help",
        "minutes": 35,
        "key_message": "Hỏi người lớn trước.",
        "teacher": {"before": "Xem trước.", "caution": "Không hỏi chuyện riêng."},
        "blocks": blocks,
        **more,
    }


def lesson(**more: Any) -> Lesson:
    """The small lesson as a value."""
    return Lesson.model_validate(lesson_data(**more))


def session(
    taught: Lesson | None = None,
    journal: Journal | None = None,
    clock: Callable[[], datetime] | None = None,
    **opening: Any,
) -> LessonSession:
    """A session of a lesson for class 4A with 10 seats."""
    the_lesson = taught or lesson()
    how = Opening(**{"class_label": "4A", "seats": 10, **opening})
    log = SessionLog.begin(
        the_lesson, "hash", how, journal or MemoryJournal(), clock or TickingClock(), uuid7
    )
    return LessonSession(the_lesson, log)

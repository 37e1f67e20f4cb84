"""A real lesson taught to a whole class in an instant."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

from bench.library import bundled
from lessonapp.app.demo_class import answers_of, whole_answer
from lessonapp.content.reader import LoadedLesson, load_lesson
from lessonapp.domain.answer import Answer, takes_hands
from lessonapp.domain.step import Step, is_round_step
from lessonapp.session.ids import uuid7
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.log import Opening, SessionLog
from lessonapp.session.memory import MemoryJournal
from lessonapp.session.ports import Journal

LESSON = "chia-se-hoi-da-hay-giu-kin"
BEGAN = datetime(2026, 11, 23, 7, 30, tzinfo=timezone(timedelta(hours=7)))


def real_lesson(language: str = "vi") -> LoadedLesson:
    """The lesson that the bench teaches."""
    folder = next(folder for folder in bundled() if folder.name == LESSON)
    return load_lesson(folder / f"lesson.{language}.yaml")


def begin(loaded: LoadedLesson, seats: int, journal: Journal, clock: Callable[[], datetime]) -> LessonSession:
    """A session of a class, answering seat by seat."""
    opening = Opening(class_label="4A", seats=seats, channel="web")
    log = SessionLog.begin(loaded.lesson, loaded.content_hash, opening, journal, clock, uuid7)
    return LessonSession(loaded.lesson, log)


def whole_lesson(loaded: LoadedLesson, seats: int, journal: Journal | None = None) -> LessonSession:
    """Every step shown, every question answered by every seat, as the demo's class answers."""
    ticks = _ticks()
    session = begin(loaded, seats, journal or MemoryJournal(), lambda: next(ticks))
    while session.action.kind not in ("end", "none"):
        step = session.step
        if step is not None and session.state.phase == "open" and is_round_step(step):
            for seat, choice in choices(step, seats).items():
                session.answers.post(Answer(step=step.id, seat=seat, choice=choice, channel="web"))
        session.advance()
    session.end()
    return session


def choices(step: Step, seats: int) -> dict[int, tuple[str, ...]]:
    """What each seat answers: an option, or the whole of a puzzle."""
    everyone = range(1, seats + 1)
    return answers_of(step, everyone) if takes_hands(step) else dict.fromkeys(everyone, whole_answer(step))


def _ticks() -> Iterator[datetime]:
    at = BEGAN
    while True:
        at += timedelta(milliseconds=200)
        yield at

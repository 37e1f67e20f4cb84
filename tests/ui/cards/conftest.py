"""A lesson taught with cards, read from files: no test needs a camera."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import Settings
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session

SETTING = StageSetting(help_line="Kể với người lớn em tin, hoặc gọi 111.")
SEATS = 12


@pytest.fixture
def taught() -> LessonSession:
    return session(clock=TickingClock(), channel="cards", seats=SEATS)


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    """The windows of the lesson, cards read by a thread that is ready."""
    apply_theme(qapp)
    made = Teaching(taught, SETTING, Settings(reduce_motion=True), windowed=True)
    made.start()
    qtbot.waitUntil(lambda: made.cards.eye.state not in ("off", "starting"), timeout=20_000)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def ask(teaching: Teaching) -> Callable[[str], None]:
    """Show a question and open its round."""

    def open_question(step: str) -> None:
        teaching.controller.goto(step)
        teaching.controller.session.open_round()

    return open_question

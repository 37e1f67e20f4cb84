"""A lesson that is taught, as most tests of the console need it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import Settings
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    """Stage and console of the module's own session."""
    apply_theme(qapp)
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True), windowed=True)
    made.start()
    yield made
    made.close()
    made.deleteLater()

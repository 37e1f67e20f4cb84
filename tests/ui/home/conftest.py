"""Fixtures of the teacher windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lessonapp.app.program import Program
from lessonapp.app.workspace import Workspace
from lessonapp.i18n import language, set_language
from lessonapp.ui.theme import apply_theme
from tests.ui.home.fixtures import english, themed

__all__ = ["english", "themed"]


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    before = language()
    set_language("en")
    apply_theme(qapp)
    made = Program(qapp, Workspace(tmp_path / "home"))
    yield made
    made.window.hide()
    made.window.deleteLater()
    made.close()
    set_language(before)

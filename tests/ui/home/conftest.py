"""Fixtures of the teacher windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lessonapp.app.program import Program
from lessonapp.app.workspace import Workspace
from lessonapp.i18n import set_language
from tests.programs import running
from tests.ui.home.fixtures import english, themed

__all__ = ["english", "themed"]


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    set_language("en")
    with running(qapp, Workspace(tmp_path / "home")) as made:
        yield made

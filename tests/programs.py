"""The whole program for a test, and its end."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from lessonapp.app.program import Program
from lessonapp.app.workspace import Workspace
from lessonapp.ui.theme import apply_theme


@contextmanager
def running(app: QApplication, workspace: Workspace) -> Iterator[Program]:
    """The program over a workspace; a lesson that is still taught when it ends is broken off."""
    apply_theme(app)
    made = Program(app, workspace)
    yield made
    made.window.hide()
    made.window.deleteLater()
    made.close()

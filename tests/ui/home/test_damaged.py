"""Home over a file of results that cannot be used: the lessons are there, and one line says what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.program import Program
from lessonapp.app.workspace import Workspace
from lessonapp.domain.errors import MachineError
from lessonapp.i18n import language, set_language
from lessonapp.ui.theme import apply_theme


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    before = language()
    set_language("en")
    apply_theme(qapp)
    home = tmp_path / "home"
    home.mkdir()
    (home / "lessonapp.sqlite").write_bytes(b"a letter, not a database " * 200)
    made = Program(qapp, Workspace(home))
    yield made
    made.window.hide()
    made.window.deleteLater()
    made.close()
    set_language(before)


def banner(program: Program) -> str:
    return program.window._banner.accessibleName() if program.window._banner.isVisible() else ""


def test_the_lessons_are_there_and_the_remedy_is_said(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    with qtbot.waitSignal(program.home_painted, timeout=20_000):
        program.open_home()
    assert program.home.grid.filter.rowCount() > 20
    said = banner(program)
    assert str(tmp_path / "home" / "lessonapp.sqlite") in said
    assert "give that file another name" in said


def test_what_nobody_caught_says_its_remedy_where_it_has_one(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.home_painted, timeout=20_000):
        program.open_home()
    with pytest.raises(MachineError) as refused:
        program.lessons.start("t09-a1")
    program.on_bug(MachineError, refused.value, None)
    assert "is damaged" in banner(program)
    program.on_bug(ZeroDivisionError, ZeroDivisionError(), None)
    assert "Something went wrong inside the program" in banner(program)

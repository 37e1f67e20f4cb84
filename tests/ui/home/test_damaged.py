"""Home over a file of results that cannot be used: the lessons are there, and one line says what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lessonapp.app.program import Program
from lessonapp.app.workspace import Workspace
from lessonapp.domain.errors import MachineError
from lessonapp.domain.school import SchoolClass
from lessonapp.i18n import language, set_language
from lessonapp.ui.widgets.confirm import ConfirmDialog
from tests.programs import running


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    before = language()
    set_language("en")
    home = tmp_path / "home"
    home.mkdir()
    (home / "lessonapp.sqlite").write_bytes(b"a letter, not a database " * 200)
    with running(qapp, Workspace(home)) as made:
        yield made
    set_language(before)


def banner(program: Program) -> str:
    return program.window._banner.accessibleName() if program.window._banner.isVisible() else ""


def test_the_lessons_are_there_and_the_remedy_is_said(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    with qtbot.waitSignal(program.home_painted, timeout=20_000):
        program.open_home()
    assert program.home.grid.filter.rowCount() > 20
    said = banner(program)
    assert str(tmp_path / "home" / "lessonapp.sqlite") in said
    assert "offers to set it aside" in said


def test_what_nobody_caught_says_its_remedy_where_it_has_one(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.home_painted, timeout=20_000):
        program.open_home()
    with pytest.raises(MachineError) as refused:
        program.lessons.start("t09-a1")
    program.on_bug(MachineError, refused.value, None)
    assert "is damaged" in banner(program)
    program.on_bug(ZeroDivisionError, ZeroDivisionError(), None)
    assert "Something went wrong inside the program" in banner(program)


def way_out(program: Program) -> QPushButton:
    (found,) = program.window._banner.findChildren(QPushButton)
    return found


def answered(button: str) -> None:
    """Press a button of the question that comes up next."""

    def press() -> None:
        (dialog,) = (
            w for w in QApplication.topLevelWidgets() if isinstance(w, ConfirmDialog) and w.isVisible()
        )
        getattr(dialog, button).click()

    QTimer.singleShot(0, press)


def test_the_damaged_file_is_set_aside_and_a_new_one_begun(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.home_painted, timeout=20_000):
        program.open_home()
    file = program.workspace.folder / "lessonapp.sqlite"
    damaged = file.read_bytes()
    answered("safe")
    way_out(program).click()
    assert file.read_bytes() == damaged, "nothing happens unasked"
    answered("danger")
    way_out(program).click()
    (kept,) = program.workspace.folder.glob("lessonapp-damaged-*.sqlite")
    assert kept.read_bytes() == damaged
    assert banner(program) == ""
    program.workspace.store.save_class(SchoolClass(label="4A", seats=30))
    program.choose_class("4A")
    assert program.school_class() == SchoolClass(label="4A", seats=30)
    assert banner(program) == ""


def test_another_fault_has_no_such_button(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.home_painted, timeout=20_000):
        program.open_home()
    assert way_out(program).isVisible()
    program.tell(MachineError("the disk is full"))
    assert not way_out(program).isVisible()

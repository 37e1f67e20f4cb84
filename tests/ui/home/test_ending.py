"""The program ended from outside, and faults that nobody caught."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.program import Presenting, Program
from lessonapp.app.workspace import Workspace
from lessonapp.i18n import set_language
from lessonapp.storage.database import DatabaseError
from lessonapp.ui.theme import apply_theme


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    set_language("en")
    apply_theme(qapp)
    made = Program(qapp, Workspace(tmp_path / "home"))
    yield made
    made.window.hide()
    made.window.deleteLater()


def test_a_program_ended_in_mid_lesson_leaves_no_thread_and_keeps_what_was_counted(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.lessons.present(Presenting("t01-a2", "4A", "cards", 10, None, windowed=True))
    teaching = program.lessons.teaching
    assert teaching is not None
    qtbot.waitUntil(lambda: teaching.cards.eye.state not in ("off", "starting"), timeout=20_000)
    assert any(thread.name == "cards-reader" for thread in threading.enumerate())
    session = teaching.controller.session
    step = next(s for s in session.lesson.steps() if getattr(s, "type", "") == "single")
    session.goto(step.id)
    session.open_round()
    options = [option.id for option in getattr(step, "options", ())]
    teaching.console.answers.hands.counts_changed.emit(step.id, {options[0]: 7})
    program.close()
    names = {thread.name for thread in threading.enumerate()}
    assert not names & {"cards-reader", "cards-start", "journal-writer"}
    workspace = Workspace(tmp_path / "home")
    taken_up, _loaded = workspace.take_up(session.state.id)
    workspace.close()
    assert taken_up.state.round is not None
    assert taken_up.state.round.hands[options[0]] == 7


def test_what_can_be_mended_is_told_in_its_own_words(program: Program) -> None:
    for error, words in (
        (DatabaseError("the database is locked"), "the database is locked"),
        (ZeroDivisionError("division"), "Something went wrong inside the program"),
    ):
        program.on_bug(type(error), error, None)
        assert words in program.window._banner.accessibleName()
    program.close()

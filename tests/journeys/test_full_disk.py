"""The disk is full in the middle of a lesson: the teacher ends it, sees every answer, and loses none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from lessonapp.app.documents import session_report
from lessonapp.app.program import Program
from lessonapp.app.teaching import Teaching
from lessonapp.app.workspace import Workspace
from lessonapp.domain.answer import Answer
from lessonapp.domain.state import replay
from lessonapp.i18n import set_language
from lessonapp.session.log import Opening
from lessonapp.ui.console.dialogs import EndDialog
from lessonapp.ui.results.preview import PdfPreview
from lessonapp.ui.widgets.confirm import ConfirmDialog
from tests.disks import limit_pages
from tests.programs import running


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    set_language("en")
    workspace = Workspace(tmp_path / "home")
    workspace.change_settings(replace(workspace.settings, reduce_motion=True))
    with running(qapp, workspace) as made:
        made.open_home()
        yield made


@pytest.fixture
def teaching(qtbot: QtBot, program: Program) -> Teaching:
    """A lesson whose first question is open, five answers on the disk; then the disk is full."""
    workspace = program.workspace
    loaded = workspace.lesson("t06-a3", "en")
    opening = Opening(class_label="7B", seats=30, channel="screen")
    program.lessons.teach(workspace.begin(loaded, opening), loaded, windowed=True)
    made = program.lessons.teaching
    assert made is not None
    while made.controller.session.state.phase != "open":
        made.do("next")
    for seat in range(1, 6):
        assert give(qtbot, made, seat) == "saved"
    limit_pages(workspace.engine, full=True)
    seat = 5
    with qtbot.waitSignal(made.controller.saving_changed):
        while give(qtbot, made, seat + 1) == "saved":
            seat += 1
    return made


def give(qtbot: QtBot, teaching: Teaching, seat: int) -> str:
    step = teaching.controller.session.step
    assert step is not None
    choice = (step.options[0].id,)  # type: ignore[union-attr]  # the first question of this lesson has some
    receipt = teaching.controller.post(Answer(step=step.id, seat=seat, choice=choice, channel="screen"))
    qtbot.waitUntil(receipt.done)
    return receipt.result().status


def shown(kind: type[QDialog]) -> QDialog | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)


def test_the_results_have_what_waits_in_memory_and_it_is_saved_once_there_is_room(
    qtbot: QtBot, program: Program, teaching: Teaching
) -> None:
    session, workspace = teaching.controller.session, program.workspace
    current = session.state.round
    assert current is not None
    kept = len(current.answers)
    assert kept > 5, "what was under way when the disk was full is not on it"
    assert give(qtbot, teaching, 29) == "not-saving"

    asked: list[str] = []

    def end() -> None:
        dialog = shown(EndDialog)
        assert isinstance(dialog, EndDialog)
        asked.append(dialog.words.text())
        dialog.end.click()

    QTimer.singleShot(0, end)
    teaching.ask_to_end()
    assert "keep the program open" in asked[0]
    preview = shown(PdfPreview)
    assert preview is not None, "the results are shown"
    preview.close()

    report = session_report(workspace, session.state.id)
    question = next(q for q in report.questions if q.step == current.step)
    assert sum(option.count for option in question.options) == kept
    assert [info.closed is not None for info in workspace.journal.sessions()] == [True]
    assert not program.window._banner.isHidden(), "Home says what waits"
    assert program.home.isVisible()

    limit_pages(workspace.engine, full=False)
    qtbot.waitUntil(program.window._banner.isHidden, timeout=10_000)
    assert workspace.unsaved is None
    workspace.close()
    after = Workspace(workspace.folder)
    assert replay(after.events(session.state.id)) == session.state
    after.close()


def test_closing_the_window_asks_while_answers_wait_for_the_disk(
    qtbot: QtBot, program: Program, teaching: Teaching
) -> None:
    with qtbot.waitSignal(teaching.finished):
        teaching.finish("pause")
    asked: list[str] = []

    def answer(which: str) -> None:
        dialog = shown(ConfirmDialog)
        assert isinstance(dialog, ConfirmDialog)
        asked.append(dialog.windowTitle())
        getattr(dialog, which).click()

    QTimer.singleShot(0, lambda: answer("safe"))
    assert not program.window.close()
    assert program.window.isVisible()
    QTimer.singleShot(0, lambda: answer("danger"))
    assert program.window.close()
    assert len(asked) == 2


def test_the_question_at_the_end_follows_the_disk(qtbot: QtBot, teaching: Teaching, program: Program) -> None:
    said: list[str] = []

    def look() -> None:
        dialog = shown(EndDialog)
        assert isinstance(dialog, EndDialog)
        said.append(dialog.words.text())
        teaching.controller.saving_changed.connect(lambda _none: follow(dialog))
        limit_pages(program.workspace.engine, full=False)

    def follow(dialog: EndDialog) -> None:
        said.append(dialog.words.text())
        dialog.stay.click()

    QTimer.singleShot(0, look)
    teaching.ask_to_end()
    assert "not on the disk" in said[0]
    assert "Everything is saved" in said[1]
    with qtbot.waitSignal(teaching.finished):
        teaching.finish("pause")


def test_hands_typed_while_nothing_can_be_saved_are_counted_afterwards(
    qtbot: QtBot, teaching: Teaching, program: Program
) -> None:
    session = teaching.controller.session
    teaching.controller.change_channel("hands")
    step = session.state.step
    assert step is not None
    boxes = list(teaching.console.answers.hands._boxes.values())
    boxes[0].setValue(12)
    boxes[1].setValue(9)
    teaching.do("next")
    current = session.state.round
    assert current is not None
    assert (current.phase, dict(current.hands)) == ("closed", {})
    assert teaching.console.toast.isVisible(), "the teacher hears why the numbers are not there"
    limit_pages(program.workspace.engine, full=False)
    qtbot.waitUntil(lambda: bool(session.state.rounds[step][0].hands), timeout=10_000)
    assert list(session.state.rounds[step][0].hands.values())[:2] == [12, 9]
    assert [box.value() for box in boxes][:2] == [12, 9]
    with qtbot.waitSignal(teaching.finished):
        teaching.finish("pause")


def test_hands_of_an_earlier_round_do_not_count_in_a_later_one(
    qtbot: QtBot, teaching: Teaching, program: Program
) -> None:
    session = teaching.controller.session
    teaching.controller.change_channel("hands")
    step = session.state.step
    assert step is not None
    next(iter(teaching.console.answers.hands._boxes.values())).setValue(12)
    teaching.do("next")
    teaching.controller.ask_again()
    limit_pages(program.workspace.engine, full=False)
    with qtbot.waitSignal(teaching.controller.saving_changed, timeout=10_000):
        pass
    assert [dict(known.hands) for known in session.state.rounds[step]] == [{}, {}]
    with qtbot.waitSignal(teaching.finished):
        teaching.finish("pause")

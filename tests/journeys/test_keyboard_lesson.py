"""A teacher with a keyboard only: from launch to the PDF, and a lesson taken up again after a power cut."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.program import Program
from lessonapp.app.workspace import Workspace
from lessonapp.cli import run
from lessonapp.i18n import set_language
from lessonapp.ui.console.dialogs import EndDialog
from lessonapp.ui.home.class_dialog import ClassDialog
from lessonapp.ui.home.start_dialog import StartDialog
from lessonapp.ui.results.preview import PdfPreview
from lessonapp.ui.theme import apply_theme
from tests.programs import running

Action = tuple[Callable[[], bool], Callable[[], object]]


class Typist(QObject):
    """Does one action after another, each as soon as what it waits for is there; modal dialogs included."""

    def __init__(self, actions: list[Action]) -> None:
        super().__init__()
        self.left = list(actions)
        self._timer = QTimer(self, interval=15)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    def _next(self) -> None:
        if not self.left:
            self._timer.stop()
            return
        ready, act = self.left[0]
        if ready():
            self.left.pop(0)
            # Outside this slot: a timer does not fire again while its own slot runs.
            QTimer.singleShot(0, act)

    @property
    def done(self) -> bool:
        return not self.left


def dialog(kind: type[QDialog]) -> QDialog | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)


def key(window: Callable[[], QWidget | None], pressed: Qt.Key) -> Callable[[], object]:
    def press() -> None:
        shown = window()
        assert shown is not None
        focus: QWidget | None = shown.focusWidget()
        QTest.keyClick(focus or shown, pressed)

    return press


def type_into(window: Callable[[], QWidget | None], text: str) -> Callable[[], object]:
    def typed() -> None:
        shown = window()
        assert shown is not None
        focus = shown.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    return typed


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    set_language("vi")
    workspace = Workspace(tmp_path / "home")
    workspace.change_settings(replace(workspace.settings, reduce_motion=True))
    with running(qapp, workspace) as made:
        made.open_home()
        yield made


def test_t09_from_launch_to_pdf_with_the_keyboard_only(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    lessons = program.lessons
    console = lambda: lessons.teaching.console if lessons.teaching is not None else None  # noqa: E731
    window = lambda: program.window  # noqa: E731
    moves: list[str] = []

    def taught_to_the_end() -> bool:
        teaching = lessons.teaching
        if teaching is None:
            return False
        if teaching.controller.session.action.kind == "end":
            return True
        step = teaching.controller.session.state.step
        moves.append(step or "")
        key(console, Qt.Key.Key_PageDown)()
        return False

    typist = Typist(
        [
            (lambda: bool(program.home.grid.lessons.cards), type_into(window, "goi giup do")),
            (lambda: True, key(window, Qt.Key.Key_Return)),
            (lambda: dialog(ClassDialog) is not None, type_into(lambda: dialog(ClassDialog), "1A")),
            (lambda: True, key(lambda: dialog(ClassDialog), Qt.Key.Key_Return)),
            (lambda: dialog(StartDialog) is not None, key(lambda: dialog(StartDialog), Qt.Key.Key_Return)),
            (taught_to_the_end, key(console, Qt.Key.Key_Escape)),
            (lambda: dialog(EndDialog) is not None, key(lambda: dialog(EndDialog), Qt.Key.Key_Return)),
            (lambda: dialog(PdfPreview) is not None, lambda: None),
        ]
    )
    qtbot.waitUntil(lambda: typist.done, timeout=90_000)
    preview = dialog(PdfPreview)
    assert isinstance(preview, PdfPreview)
    assert preview.page_count() >= 1
    saved = tmp_path / "ket-qua.pdf"
    preview.save_requested.emit(str(saved))
    assert saved.read_bytes().startswith(b"%PDF-")
    preview.close()
    assert lessons.teaching is None
    [info] = program.workspace.journal.sessions()
    assert (info.lesson, info.class_label, info.closed is not None) == ("t09-a1", "1A", True)
    assert len(dict.fromkeys(moves)) > 20, "every step was shown"


CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from lessonapp.app.program import Presenting, Program
from lessonapp.app.qt import application
from lessonapp.app.workspace import Workspace
from lessonapp.domain.answer import Answer
from lessonapp.i18n import set_language
from lessonapp.ui.theme import apply_theme
app = application()
set_language("vi")
apply_theme(app)
program = Program(app, Workspace(Path(sys.argv[1])))
program.lessons.present(Presenting("t06-a3", "7B", "screen", 30, None, True))
teaching = program.lessons.teaching
session = teaching.controller.session
while session.state.phase != "open":
    teaching.do("next")
step = session.step
answers = [
    Answer(step=step.id, seat=seat, choice=(step.options[seat % 2].id,), channel="screen")
    for seat in range(1, 21)
]
receipts = [teaching.controller.post(answer) for answer in answers]
def told():
    if all(receipt.done() for receipt in receipts):
        saved = sum(receipt.result().status == "saved" for receipt in receipts)
        print(session.state.id, session.state.step, saved, flush=True)
timer = QTimer(interval=5)
timer.timeout.connect(told)
timer.start()
app.exec()
"""


def test_kill_9_in_a_lesson_then_home_offers_the_same_step_with_every_acknowledged_answer(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(home)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    session_id, step, saved = child.stdout.readline().split()
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert int(saved) == 20

    set_language("vi")
    apply_theme(qapp)
    program = Program(qapp, Workspace(home))
    program.open_home()
    qtbot.waitUntil(program.home.resume.isVisible, timeout=20_000)
    program.home.resume_requested.emit(session_id)
    teaching = program.lessons.teaching
    assert teaching is not None
    session = teaching.controller.session
    assert (session.state.step, session.state.status) == (step, "running")
    current = session.state.round
    assert current is not None
    assert len(current.answers) == 20
    assert program.lessons.teaching is not None
    with qtbot.waitSignal(teaching.finished):
        teaching.finish("pause")
    program.window.hide()
    program.window.deleteLater()
    program.close()


def test_stop_at_the_bell_and_go_on_next_week_is_one_result(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = program.workspace
    from lessonapp.session.log import Opening

    loaded = workspace.lesson("t01-a2", "vi")
    session = workspace.begin(loaded, Opening(class_label="4A", seats=30))
    for _ in range(8):
        session.advance()
    session.pause(until_another_day=True)
    program.refresh()
    assert not program.home.resume.isHidden()
    again, _loaded = workspace.take_up(session.state.id)
    again.resume()
    while again.action.kind != "end":
        again.advance()
    again.end()
    workspace.close()
    assert run(["results", "list", "--json", "--home", str(workspace.folder)]) == 0
    assert len(json.loads(capsys.readouterr().out)["sessions"]) == 1
    assert run(["report", "session", session.state.id, "--json", "--home", str(workspace.folder)]) == 0
    assert json.loads(capsys.readouterr().out)["about"]["sittings"] == 2


def test_a_rehearsal_keeps_nothing(program: Program) -> None:
    workspace = program.workspace
    from lessonapp.session.log import Opening

    loaded = workspace.lesson("t09-a1", "vi")
    session = workspace.begin(loaded, Opening(class_label="x", seats=30), rehearsal=True)
    while session.action.kind != "end":
        session.advance()
    session.end()
    assert workspace.journal.sessions() == []

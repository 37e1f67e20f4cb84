"""The program opened twice: a lesson that one window teaches is left alone by the other."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from lessonapp.app.program import Program

TEACHING = """
import sys
from pathlib import Path
from lessonapp.app.workspace import Workspace
from lessonapp.session.log import Opening
workspace = Workspace(Path(sys.argv[1]))
session = workspace.begin(workspace.lesson("t01-a2", "vi"), Opening(class_label="4A", seats=20))
session.goto("hoi-truoc-1")
workspace.journal.sessions()
print(session.state.id, flush=True)
sys.stdin.read()
"""


def test_a_lesson_taught_in_another_window_is_taken_up_only_after_it(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    with qtbot.waitSignal(program.home_painted, timeout=20_000):
        program.open_home()
    command = [sys.executable, "-c", TEACHING, str(tmp_path / "home")]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None
        session = other.stdout.readline().strip()
        for ask in (program.lessons.resume, program.lessons.finish, program.lessons.delete):
            ask(session)
            assert program.lessons.teaching is None
            assert "is being taught in another window" in program.window._banner.accessibleName()
    finally:
        other.kill()
        other.communicate()
    program.lessons.resume(session)
    assert program.lessons.teaching is not None
    assert program.lessons.teaching.controller.session.state.step == "hoi-truoc-1"
    program.lessons.teaching.finish("pause")

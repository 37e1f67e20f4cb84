"""The program is whole without camera, media library or picture library; none is loaded early."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import PROGRAM_FOLDER, Settings
from lessonapp.ui.theme import apply_theme
from tests.ui.cards.conftest import SETTING
from tests.ui.cards.scene import save

WAIT = 20_000
HEAVY = ("numpy", "cv2", "PySide6.QtMultimedia")


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make a library one that is not installed."""

    def forget(library: str) -> None:
        for name in list(sys.modules):
            if name.startswith("lessonapp.channels.cards.") and not name.endswith(
                ("marker", "readings", "view")
            ):
                monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, library, None)

    return forget


@pytest.fixture
def teach(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Callable[[], Teaching]]:
    made: list[Teaching] = []

    def begin() -> Teaching:
        apply_theme(qapp)
        made.append(Teaching(taught, SETTING, Settings(reduce_motion=True), windowed=True))
        made[0].start()
        qtbot.waitUntil(lambda: made[0].cards.eye.state not in ("off", "starting"), timeout=WAIT)
        return made[0]

    yield begin
    for teaching in made:
        teaching.close()
        teaching.deleteLater()


def test_no_camera_is_a_calm_state(teach: Callable[[], Teaching], taught: LessonSession) -> None:
    teaching = teach()
    assert teaching.cards.eye.state in ("none", "running")
    assert teaching.console.answers.cards.view.accessibleDescription()
    teaching.do("next")
    assert taught.state.step == "mo"


def test_without_the_media_library_a_photo_is_still_read(
    qtbot: QtBot,
    without: Callable[[str], None],
    teach: Callable[[], Teaching],
    taught: LessonSession,
    tmp_path: Path,
) -> None:
    without("PySide6.QtMultimedia")
    teaching = teach()
    assert teaching.cards.eye.state == "no-cameras"
    teaching.controller.goto("q3")
    taught.open_round()
    teaching.cards.read_file(save([(1, "A"), (2, "B")], tmp_path / "1.png"))
    qtbot.waitUntil(lambda: len(taught.state.rounds["q3"][0].answers) == 2, timeout=WAIT)


@pytest.mark.parametrize("library", ["cv2", "numpy"])
def test_without_the_picture_library_hands_are_counted(
    library: str,
    without: Callable[[str], None],
    teach: Callable[[], Teaching],
    taught: LessonSession,
    tmp_path: Path,
) -> None:
    without(library)
    teaching = teach()
    assert teaching.cards.eye.state == "no-library"
    teaching.cards.read_file(save([(1, "A")], tmp_path / "1.png"))
    assert teaching.console.toast.accessibleName()
    assert teaching.cards.eye.state == "no-library"
    teaching.controller.change_channel("hands")
    teaching.controller.goto("q3")
    taught.open_round()
    teaching.controller.count_hands("q3", {"a": 5, "b": 7})
    assert dict(taught.state.rounds["q3"][0].hands) == {"a": 5, "b": 7, "c": 0}


def test_home_and_a_lesson_with_hands_load_none_of_it(tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from lessonapp.app.program import Presenting, Program
from lessonapp.app.qt import application
from lessonapp.app.workspace import Workspace
app = application()
program = Program(app, Workspace(Path({str(tmp_path / "home")!r})))
loop = QEventLoop()
program.home_painted.connect(loop.quit)
program.open_home()
loop.exec()
program.lessons.present(Presenting("t01-a2", "", "hands", 20, None, True))
program.lessons.teaching.do("next")
print([name for name in {HEAVY!r} if name in sys.modules])
program.lessons.teaching.close()
program.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=PROGRAM_FOLDER,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"

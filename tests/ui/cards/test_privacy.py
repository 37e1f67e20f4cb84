"""Pictures of a class live in memory only, and none of them ever comes near the stage."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.session.lesson_session import LessonSession
from lessonapp.ui.cards.preview import CameraView
from tests.ui.cards.scene import film, save

ROOT = Path(__file__).parents[3]
HELD = [(seat, "AB"[seat % 2]) for seat in range(1, 13)]
WRITERS = {
    "imwrite",
    "imwritemulti",
    "VideoWriter",
    "tofile",
    "save",
    "savez",
    "savetxt",
    "imencode",
    "QMediaRecorder",
}
WRITERS |= {"QImageWriter", "QImageCapture", "write_bytes", "write_text", "memmap", "dump"}


def test_a_whole_lesson_with_cards_writes_nothing(tmp_path: Path) -> None:
    given, watched = tmp_path / "given", tmp_path / "watched"
    given.mkdir()
    watched.mkdir()
    picture, video = save(HELD, given / "1.png"), film([HELD], given / "2.avi", pictures=20)
    folders = {name: str(watched) for name in ("HOME", "TMPDIR", "LESSONAPP_HOME", "XDG_RUNTIME_DIR")}
    folders |= {f"XDG_{name}_HOME": str(watched) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.ui.cards.whole_lesson", str(picture), str(video)],
        cwd=watched,
        env={**os.environ, **folders, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["answers"] == 12
    assert said["opened"] == []
    assert said["on stage"] == 0
    assert list(watched.rglob("*")) == []
    assert sorted(path.name for path in given.iterdir()) == ["1.png", "2.avi"]


def writers(source: str) -> set[str]:
    """Calls in the source that could write a file; a painter's `save()` and a camera's `open` write none."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in WRITERS and (name != "save" or node.args):
                found.add(name)
            if isinstance(called, ast.Name) and name == "open":
                found.add(name)
    return found


def test_nothing_that_could_write_a_picture_is_called_where_pictures_are() -> None:
    assert writers("open(path)\ncv2.imwrite(a, b)\nimage.save(path)\npainter.save()") == {
        "open",
        "imwrite",
        "save",
    }
    files = [*(ROOT / "lessonapp/channels/cards").glob("*.py"), *(ROOT / "lessonapp/ui/cards").glob("*.py")]
    files += [
        ROOT / f"lessonapp/app/{name}.py" for name in ("cards", "cards_eye", "cards_view", "cards_answers")
    ]
    assert {path.name: found for path in files if (found := writers(path.read_text("utf-8")))} == {}


def test_the_stage_is_the_same_whatever_the_camera_sees(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    def stage() -> QImage:
        return teaching.stage.grab().toImage()

    teaching.controller.goto("q3")
    before = stage()
    teaching.cards.read_file(save(HELD, tmp_path / "1.png"))
    panel = teaching.console.answers.cards
    qtbot.waitUntil(lambda: len(panel.view.texts()) == 12, timeout=20_000)
    assert stage() == before
    assert teaching.stage.findChildren(CameraView) == []
    assert teaching.console.findChildren(CameraView) == [panel.view]


def test_the_stages_modules_know_no_camera() -> None:
    for path in (ROOT / "lessonapp/ui/stage").rglob("*.py"):
        text = path.read_text("utf-8")
        assert "ui.cards" not in text
        assert "CameraPicture" not in text

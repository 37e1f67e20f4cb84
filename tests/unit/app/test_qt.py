"""Whether there is a display, and what becomes of a window that nobody sees."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lessonapp.app.qt import has_display
from lessonapp.settings import PROGRAM_FOLDER


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return monkeypatch


@pytest.mark.parametrize(
    ("display", "seen"),
    [("", False), (":7631", False), ("unix:7631.0", False), ("school-server:10.0", True)],
)
def test_a_display_that_is_not_there_is_none(bare: pytest.MonkeyPatch, display: str, seen: bool) -> None:
    bare.setenv("DISPLAY", display)
    assert has_display() is seen


def test_a_display_with_its_door_is_one(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bare.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not has_display()
    (tmp_path / "wayland-0").touch()
    assert has_display()
    bare.delenv("WAYLAND_DISPLAY")
    real = Path.exists
    bare.setattr(Path, "exists", lambda path: str(path) == "/tmp/.X11-unix/X7631" or real(path))
    bare.setenv("DISPLAY", ":7631.0")
    assert has_display()


@pytest.mark.skipif(os.name == "nt", reason="there is always a display, and Ctrl+C is no signal")
def test_a_window_that_nobody_sees_says_so_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    process = subprocess.Popen(
        [sys.executable, "main.py", "--lang", "en", "--home", str(tmp_path)],
        cwd=PROGRAM_FOLDER,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stderr is not None
        assert "There is no display here" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == -signal.SIGINT
    finally:
        process.kill()
        process.communicate()

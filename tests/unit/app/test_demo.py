"""The demo where there is no display."""

import os
import subprocess
import sys
from pathlib import Path

from lessonapp.settings import PROGRAM_FOLDER

ASK = """
from lessonapp.app.demo import demo_application
print([(screen.name(), screen.size().width()) for screen in demo_application().screens()])
"""


def test_two_screens_are_made_up_and_nothing_is_left_of_them(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    env.pop("WAYLAND_DISPLAY", None)
    env |= {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=PROGRAM_FOLDER, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[('laptop', 1366), ('projector', 1920)]"
    assert list(tmp_path.iterdir()) == []

"""The demo, on a machine with no display: taught, killed, resumed, reported; quicker than for who watches."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lessonapp.app.workspace import Workspace

ROOT = Path(__file__).parents[2]
QUICK = """
import sys
from pathlib import Path
from lessonapp.app.demo import run_demo
print(*run_demo(Path(sys.argv[1]), Path(sys.argv[2]), pace_ms=1), sep="\\n")
"""


def play(*command: str) -> subprocess.CompletedProcess[str]:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in displays}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


@pytest.mark.slow
def test_the_demo_shows_what_it_promises(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    done = play("-c", QUICK, str(home), str(out))
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads((out / "demo.json").read_text("utf-8"))
    assert told["channels"] == ["hands", "screen"], "both ways to answer, whichever half used them"
    assert len(told["asked_again"]) == 1, "one question changed after a discussion"
    assert told["killed_at"] == told["resumed_at"]
    assert told["kept"] >= told["acknowledged_before_kill"] > 0
    assert len(told["documents"]) == 2
    for name in (*told["pictures"], *told["documents"]):
        assert (out / name).stat().st_size > 0
        assert name in told["pictures"] or name in done.stdout, "what was written is said"
    workspace = Workspace(home)
    [info] = workspace.journal.sessions()
    workspace.close()
    assert (info.class_label, info.seats, info.closed is not None) == ("Demo", 32, True)


@pytest.mark.parametrize("damage", ["letter", "table"])
def test_a_demo_whose_answers_cannot_be_kept_says_so_in_one_sentence(tmp_path: Path, damage: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    file = home / "lessonapp.sqlite"
    if damage == "letter":
        file.write_bytes(b"a letter" * 1000)
    else:  # the journal works, the classes do not: the writer's thread runs already
        workspace = Workspace(home)
        workspace.journal.sessions()
        workspace.close()
        connection = sqlite3.connect(file)
        connection.execute("DROP TABLE classes")
        connection.close()
    done = play("main.py", "--lang", "en", "--home", str(home), "demo", "--out", str(tmp_path / "out"))
    assert done.returncode == 3
    assert "is damaged" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1

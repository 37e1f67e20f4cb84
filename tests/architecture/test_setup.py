"""What sets the program up on Linux, where its parts can be tried without fetching anything."""

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETUP = (ROOT / "tools" / "setup.sh").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has run.bat, which puts nothing there")
def test_in_a_folder_with_diacritics_the_program_starts_in_every_locale(tmp_path: Path) -> None:
    folder = tmp_path / "Bài học của cô Lan" / "lớp số"
    (folder / "lessonapp").mkdir(parents=True)
    (folder / "lessonapp" / "__init__.py").touch()
    venv.create(folder / ".venv", with_pip=False, symlinks=True)
    (packages,) = (folder / ".venv" / "lib").glob("python3.*/site-packages")
    (packages / "__editable__.lessonapp-0.1.0.pth").write_text(f"{folder}\n", "utf-8")
    step = re.search(r"^find_from_there\(\) \{.*?^\}", SETUP, flags=re.MULTILINE | re.DOTALL)
    assert step is not None
    subprocess.run(["bash", "-c", f"{step[0]}\nfind_from_there"], cwd=folder, check=True)
    for locale in ("C", "C.UTF-8"):
        said = subprocess.run(
            [folder / ".venv" / "bin" / "python", "-c", "import lessonapp; print(lessonapp.__file__)"],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "LC_ALL": locale, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (said.returncode, said.stdout.strip()) == (0, str(folder / "lessonapp" / "__init__.py")), said


def test_the_step_comes_right_after_the_install() -> None:
    lines = [line.strip() for line in SETUP.splitlines()]
    (place,) = [number for number, line in enumerate(lines) if line.endswith("--editable .")]
    assert lines[place].startswith("LC_ALL=C.UTF-8 ")
    assert lines[place + 1] == "find_from_there"

"""What the first picture of Home waits for: not for libraries that it shows nothing of."""

import json
import subprocess
import sys

from lessonapp.settings import PROGRAM_FOLDER

HEAVY = (
    *("aiohttp", "cv2", "numpy", "openpyxl", "pydantic", "reportlab", "rich", "sqlalchemy", "yaml"),
    *("logging.handlers", "pickle", "socket"),
)
ASK = f"""
import json, sys
import lessonapp.cli, lessonapp.app.program
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""


def test_the_window_is_imported_without_heavy_libraries() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", ASK], cwd=PROGRAM_FOLDER, capture_output=True, text=True, check=True
    )
    assert json.loads(answer.stdout) == []


def test_nothing_is_collected_while_the_program_is_imported() -> None:
    """Home waits for every import; a command does what Python does by itself."""
    ask = """
import gc, sys
from lessonapp import __main__, cli
cli.open_window = lambda: print("window", gc.isenabled()) or 0
sys.argv = ["lessonapp", *sys.argv[1:]]
try:
    __main__.main()
finally:
    print("end", gc.isenabled())
"""
    for arguments, said in ((), ["window False", "end False"]), (("schema",), ["end True"]):
        answer = subprocess.run(
            [sys.executable, "-c", ask, *arguments],
            cwd=PROGRAM_FOLDER,
            capture_output=True,
            text=True,
            check=True,
        )
        assert answer.stdout.splitlines()[-len(said) :] == said

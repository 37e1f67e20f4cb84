"""Processes of their own for what must begin at nothing, and the answers they print."""

import json
import os
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LIMIT_SECONDS = 1200


class ChildError(Exception):
    """A measuring process that did not come to its end."""


def run_child(
    module: str, arguments: Sequence[str], folder: Path, platform: str = "offscreen"
) -> dict[str, Any]:
    """Start `python -m MODULE TIME ARGUMENT...` and return the JSON of its last line.

    TIME is the monotonic clock just before the process was asked for: it is one clock for all processes.
    Compiled modules are kept, as on a teacher's machine, but in `folder`, so that the tree stays as it is.
    """
    foreign = ("LESSONAPP_", "QT_", "LC_", "LANG", "PYTHON")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    clean |= {"QT_QPA_PLATFORM": platform, "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    clean["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    command = [sys.executable, "-m", module, repr(time.monotonic()), *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=clean, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False
    )
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        raise ChildError(f"{module} {' '.join(arguments)}:\n{done.stderr[-4000:]}")
    result: dict[str, Any] = json.loads(lines[-1])
    return result


def leave(result: dict[str, Any]) -> None:
    """Print a child's result and end at once: what shutting down costs is not measured."""
    try:
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()
    finally:  # also when nobody listens any more
        os._exit(0)


def fail(fault: threading.ExceptHookArgs) -> None:
    """Print what went wrong in a thread, and end: windows would stay open for ever, and nobody would know."""
    traceback.print_exception(fault.exc_type, fault.exc_value, fault.exc_traceback)
    os._exit(1)

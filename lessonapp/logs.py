"""The program's log: one file in the data folder, nothing about pupils in it."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LIMIT = 500_000  # bytes


def start_log(folder: Path, *, debug: bool = False) -> None:
    """Log to `lessonapp.log`; on a disk that refuses, to standard error only."""
    level = logging.DEBUG if debug else logging.INFO
    root = logging.getLogger("lessonapp")
    root.setLevel(level)
    if root.handlers:
        return
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "lessonapp.log"
        handler = RotatingFileHandler(file, maxBytes=LIMIT, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.propagate = False

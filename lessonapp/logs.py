"""The program's log: one file in the data folder, nothing about pupils in it."""

import contextlib
import logging
from pathlib import Path

LIMIT = 500_000  # bytes


class _TwoFiles(logging.FileHandler):
    """Begins a new file where one is full, and keeps the one before.

    The library's own rotating handler imports sockets and pickles: Home would wait for them at every start.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        line = len(self.format(record).encode()) + 2
        if self.stream is not None and self.stream.tell() + line > LIMIT:
            self.stream.close()
            full = Path(self.baseFilename)
            # Windows refuses while another program has it open: then this file goes on until the next line.
            with contextlib.suppress(PermissionError):
                full.replace(f"{full}.1")
            self.stream = self._open()
        super().emit(record)


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
        handler = _TwoFiles(folder / "lessonapp.log", encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.propagate = False

"""The program's log: one file in the data folder, nothing about pupils in it."""

import contextlib
import logging
import threading
from pathlib import Path

LIMIT = 500_000  # bytes

log = logging.getLogger(__name__)


class _TwoFiles(logging.FileHandler):
    """Begins a new file where one is full, and keeps the one before.

    The library's own rotating handler imports sockets and pickles: Home would wait for them at every start.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; where that cannot be, it goes to standard error, and nobody who logs is stopped."""
        try:
            line = self.format(record) + self.terminator
            # Windows ends a line with two bytes.
            self._write(line, len(line.encode(errors="backslashreplace")) + 1)
        except OSError:
            _to_stderr(record, self.formatter)
        except Exception:  # noqa: BLE001 - as in the library: whoever logs goes on, the fault is shown
            self.handleError(record)

    def _write(self, line: str, size: int) -> None:
        self.stream = self.stream or self._open()
        if self.stream.tell() + size > LIMIT:
            self.stream.close()
            full = Path(self.baseFilename)
            # Windows refuses while another program has it open: then this file goes on until the next line.
            with contextlib.suppress(PermissionError):
                full.replace(f"{full}.1")
            self.stream = self._open()
        self.stream.write(line)
        self.flush()


def _to_stderr(record: logging.LogRecord, formatter: logging.Formatter | None) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    handler.emit(record)


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
        handler = _TwoFiles(folder / "lessonapp.log", encoding="utf-8", errors="backslashreplace", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.propagate = False
    _log_threads()


def _log_threads() -> None:
    """A fault that ends a thread is in the log too; whoever listened before still hears of it."""
    before = threading.excepthook

    def told(fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None and fault.exc_type is not SystemExit:
            name = fault.thread.name if fault.thread is not None else "?"
            trace = (fault.exc_type, fault.exc_value, fault.exc_traceback)
            log.critical("a bug ended the thread %s", name, exc_info=trace)
        before(fault)

    threading.excepthook = told

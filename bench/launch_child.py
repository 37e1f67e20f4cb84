"""A program from its first moment to its first whole picture: the bare one, or Home."""

import contextlib
import gc
import sys
import time
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any

SETTLE_MS = 3000
SIZE = (1366, 768)


def main() -> None:
    """START bare|home settle|paint [HOME]: print how long it took, or the memory once nothing moves."""
    started, kind, until, *more = sys.argv[1:]
    look_on = partial(_watch, float(started), settle=until == "settle")
    if kind == "bare":
        _bare(look_on)
    else:
        _home(more[0], look_on)


def _bare(look_on: Callable[[], None]) -> None:
    """A window with the same fonts and one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    from lessonapp.ui.theme_fonts import load_fonts

    app = QApplication(sys.argv[:1])
    family = load_fonts()
    window = QMainWindow()
    window.resize(*SIZE)
    label = QLabel("Chào cô giáo")
    label.setStyleSheet(f"font: 16px '{family}'")
    window.setCentralWidget(label)
    window.show()
    look_on()
    app.exec()


def _home(folder: str, look_on: Callable[[], None]) -> None:
    """The program as `lessonapp` starts it; nothing is imported earlier than it would be."""
    gc.disable()  # as `lessonapp.__main__` does first of all
    from lessonapp import cli

    opens = cli.open_window

    @wraps(opens)
    def window() -> int:
        import lessonapp.app.program  # noqa: F401 - as the command itself does first

        look_on()
        return opens()

    cli.open_window = window
    cli.run(["--home", folder, "--lang", "vi"])


def _watch(started: float, *, settle: bool) -> None:
    """From where the program hands over to Qt, see when its window has been painted."""
    from PySide6.QtWidgets import QApplication

    real: Callable[[], int] = QApplication.exec

    def watched_exec(*_app: Any) -> int:
        from PySide6.QtCore import QTimer

        from bench.children import leave
        from bench.painted import Painted

        window = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow())
        page = getattr(window, "_pages", {}).get("home") or window.centralWidget()  # type: ignore[attr-defined]
        settled = QTimer(interval=SETTLE_MS, singleShot=True)

        def painted() -> None:
            first = time.monotonic() - started
            if not settle:
                leave({"first": first})
            if not settled.isActive():
                settled.timeout.connect(lambda: leave({"first": first, **memory()}))
                settled.start()

        Painted(window, page, painted)
        return real()

    QApplication.exec = watched_exec  # type: ignore[method-assign]


def memory() -> dict[str, float]:
    """MiB of this process: its proportional share, and what is its own alone; empty where not known."""
    found: dict[str, float] = {}
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
            name, _colon, value = line.partition(":")
            if name in ("Pss", "Rss", "Private_Clean", "Private_Dirty"):
                found[name.lower()] = int(value.split()[0]) / 1024
    return found


if __name__ == "__main__":
    main()

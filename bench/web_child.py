"""The real app with stage and console open, a crowd of phones in its lesson; prints what happened."""

import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path

import psutil
from PySide6.QtCore import Qt, QTimer

from bench.children import fail, leave
from bench.web import LESSON, Crowd, Run, memory, play, processor
from lessonapp.app.program import Program
from lessonapp.app.qt import application
from lessonapp.app.workspace import Workspace
from lessonapp.domain.step import is_round_step
from lessonapp.i18n import set_language
from lessonapp.session.log import Opening
from lessonapp.ui.theme import apply_theme

BEAT_MS = 10
REST_MS = 1200
"""The teacher reads the question; then Continue opens it."""
STAGE = (1920, 1080)
CONSOLE = (1366, 768)


class Beat:
    """Says how late the GUI thread is: it should come every ten milliseconds."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self.counting = False
        self._last = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        if self.counting:
            self.late.append(max((now - self._last) * 1000 - BEAT_MS, 0.0))
        self._last = now


def main(home: Path, players: int, questions: int) -> None:
    """Open everything, let the crowd in from a thread that only waits, and leave."""
    app = application()
    workspace = Workspace(home)
    set_language("vi")
    apply_theme(app)
    program = Program(app, workspace)
    loaded = workspace.lesson(LESSON, "vi")
    session = workspace.begin(loaded, Opening(class_label="4A", seats=players, channel="web"))
    program.lessons.teach(session, loaded, windowed=True)
    teaching = program.lessons.teaching
    assert teaching is not None
    assert teaching.phones is not None
    teaching.stage.resize(*STAGE)
    teaching.console.resize(*CONSOLE)
    teaching.phones.start("127.0.0.1", (0,))
    server = teaching.phones.server
    assert server is not None
    steps = iter([s.id for s in loaded.lesson.steps() if is_round_step(s) and hasattr(s, "options")])
    beat, run, own = Beat(), Run(), psutil.Process()
    crossing = teaching.controller.crossing

    def show() -> None:
        teaching.do("next")
        QTimer.singleShot(200, lambda: setattr(beat, "counting", True))

    def prepare() -> None:
        ready = threading.Event()
        beat.counting = False
        step = next(steps)
        crossing.ask(lambda: teaching.controller.goto(step))
        crossing.ask(lambda: QTimer.singleShot(REST_MS, ready.set))
        ready.wait()

    def drive() -> None:
        port = int(server.url.rpartition(":")[2])
        with Crowd("127.0.0.1", port, server.keys.code, players) as crowd:
            play(run, crowd, lambda: crossing.ask(show), lambda: processor(own), questions, prepare)
            run.memory = memory(own)
        run.late = beat.late
        leave(asdict(run))

    driver = threading.Thread(target=drive, name="driver", daemon=True)
    QTimer.singleShot(1500, driver.start)
    app.exec()


if __name__ == "__main__":
    threading.excepthook = fail
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

"""A lesson with cards in a process of its own that notes every file it opens for writing.

python -m tests.ui.cards.whole_lesson PICTURE VIDEO: prints what was opened, as JSON.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
opened: list[str] = []


def note(event: str, arguments: tuple[Any, ...]) -> None:
    """Every way in which Python opens a file for writing."""
    if event == "open":
        path, mode, flags = arguments
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (
            isinstance(flags, int) and flags & WRITING
        ):
            opened.append(str(path))
    elif event in ("os.mkdir", "os.rename", "os.link", "os.symlink", "sqlite3.connect", "socket.connect"):
        opened.append(f"{event} {arguments}")


def begin() -> Any:
    """The windows of a lesson with cards, ready to read."""
    from lessonapp.app.qt import application
    from lessonapp.app.teaching import Teaching
    from lessonapp.settings import Settings
    from lessonapp.ui.stage_models import StageSetting
    from lessonapp.ui.theme import apply_theme
    from tests.builders import TickingClock, session

    apply_theme(application())
    taught = session(clock=TickingClock(), channel="cards", seats=12)
    teaching = Teaching(taught, StageSetting(), Settings(reduce_motion=True), windowed=True)
    teaching.start()
    wait(lambda: teaching.cards.eye.state not in ("off", "starting"))
    return teaching


def wait(done: Callable[[], bool]) -> None:
    """Let the windows live until it is so."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    check = QTimer(interval=20)
    check.timeout.connect(lambda: loop.quit() if done() else None)
    check.start()
    loop.exec()


def main(picture: str, video: str) -> None:
    """Teach one question from a picture and one from a video, with the large window and practice open."""
    from lessonapp.ui.cards.preview import CameraView

    teaching = begin()
    taught = teaching.controller.session
    sys.addaudithook(note)
    teaching.cards.open_window()
    for step, file in (("q3", picture), ("re", video)):
        teaching.controller.goto(step)
        taught.open_round()
        teaching.cards.read_file(Path(file))
        wait(lambda: len(taught.state.round.answers) == 12)
    teaching.cards.start_practice()
    practice = teaching.cards.practice
    teaching.cards.read_file(Path(picture))
    wait(lambda: bool(practice.game.up))
    on_stage = len(teaching.stage.findChildren(CameraView))
    teaching.close()
    said = {"opened": opened, "answers": len(taught.state.round.answers), "on stage": on_stage}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])

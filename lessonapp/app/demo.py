"""The demo: a lesson that teaches itself through the real windows, session, journal and reports."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from lessonapp.app.demo_class import SEATS, answers_of, hands_of, whole_answer
from lessonapp.app.documents import session_pdf, summary_name
from lessonapp.app.files import write_file
from lessonapp.app.help_lines import help_line
from lessonapp.app.progress import progress_bar
from lessonapp.app.qt import application, is_unseen
from lessonapp.app.rendering import png_bytes
from lessonapp.app.teaching import Teaching
from lessonapp.app.workspace import Workspace
from lessonapp.domain.answer import Answer, Receipt, takes_hands
from lessonapp.domain.errors import LessonAppError, MachineError
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.progress import Progress
from lessonapp.domain.state import Round
from lessonapp.domain.step import is_round_step
from lessonapp.i18n import _, language, reason, set_language
from lessonapp.session.log import Opening
from lessonapp.settings import PROGRAM_FOLDER
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme

LESSON = "t01-a2"
CLASS = "Demo"
KILL_AFTER = 0.45  # of the steps
PACE_MS = 260
RECEIPTS_WITHIN = 60.0  # seconds, on the slowest disk
TAUGHT, READY, REFUSED = "taught ", "ready-to-be-killed ", "refused "
CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[5])
from lessonapp.app.demo import first_half
first_half(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
"""


Rounds = Mapping[str, Sequence[Round]]
"""The rounds of each step, as a session's state has them."""


class DemoError(LessonAppError):
    """The demo did not show what it is there to show."""


def run_demo(home: Path, out: Path, *, debug: bool = False, pace_ms: int = PACE_MS) -> Iterator[str]:
    """Teach, be killed in the middle, resume, report; yields what to print as it happens.

    `debug` shows the traceback of what goes wrong in the half that is killed.
    """
    started = time.monotonic()
    write_file(out / "demo.json", b"{}")  # where nothing can be written, it says so before it teaches
    yield _("The first half is taught, until the power fails …")
    with progress_bar() as progress:
        half = _killed_half(home, out, pace_ms, progress, debug=debug)
    yield _("… and the program was killed at step “{step}”. Now it resumes.").format(step=half["step"])
    with progress_bar() as progress:
        record = _second_half(_player(home, out, pace_ms, len(half["pictures"])), out, half, progress)
    record["seconds"] = round(time.monotonic() - started, 1)
    write_file(out / "demo.json", json.dumps(record, ensure_ascii=False, indent=2).encode())
    pictures = len(record["pictures"])
    yield _("{n} answers were acknowledged before the kill, {kept} of them are there.").format(
        n=half["acknowledged"], kept=record["kept"]
    )
    yield _("{n} pictures of stage and console in {out}").format(n=pictures, out=out)
    for file in (*record["documents"], str(out / "demo.json")):
        yield _("written: {file}").format(file=file)


def first_half(home: Path, out: Path, pace_ms: int, interface: str) -> None:
    """In a process of its own: teach, say that it may be killed, and wait for that."""
    set_language(interface)
    try:
        report = _taught_to_the_worst_moment(_player(home, out, pace_ms))
    except Exception as error:  # threads of ours would keep the process, and whoever waits for it, alive
        why = str(error) if isinstance(error, LessonAppError) else ""
        _tell(REFUSED + json.dumps(reason(error) if isinstance(error, OSError) else why))
        raise
    _tell(READY + json.dumps(report))
    sys.stdin.read()  # until it is killed


def _taught_to_the_worst_moment(player: "Player") -> dict[str, Any]:
    workspace = player.workspace
    loaded = workspace.lesson(LESSON, "vi")
    opening = Opening(class_label=CLASS, seats=SEATS, channel="screen")
    player.teach(workspace.begin(loaded, opening), loaded)
    session = player.session
    session.room.seat_left(7)
    steps = list(session.lesson.steps())
    kill_at = int(len(steps) * KILL_AFTER)
    while not (session.step is not None and steps.index(session.step) >= kill_at and _half_answered(player)):
        player.one_move()
        _tell(f"{TAUGHT}{len(session.state.trail)} {len(steps)}")
    report = {"session": session.state.id, "step": session.state.step, "acknowledged": player.acknowledged}
    return {**report, "pictures": player.pictures}


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _half_answered(player: Any) -> bool:
    """At an open question, half of the class has answered: the worst moment for the power to fail."""
    step = player.session.step
    if step is None or not is_round_step(step) or not takes_hands(step):
        return False
    if player.session.state.phase != "open" or player.session.state.round is None:
        return False
    player.half_answer()
    return True


def _killed_half(
    home: Path, out: Path, pace_ms: int, progress: Progress | None, *, debug: bool
) -> dict[str, Any]:
    """What the child said before it was killed."""
    told = [str(home), str(out), str(pace_ms), language(), str(PROGRAM_FOLDER)]
    command = [sys.executable, "-c", CHILD, *told]
    child = subprocess.Popen(  # noqa: S603 - this very program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if debug else subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert child.stdout is not None  # it was asked for
    try:
        for line in child.stdout:
            if line.startswith(TAUGHT) and progress is not None:
                done, whole = line.removeprefix(TAUGHT).split()
                progress(int(done), int(whole))
            if line.startswith(REFUSED):
                if why := json.loads(line.removeprefix(REFUSED)):
                    raise MachineError(why)
                break
            if line.startswith(READY):
                said: dict[str, Any] = json.loads(line.removeprefix(READY))
                return said
    finally:
        child.kill()
        child.communicate()
    raise DemoError(_("The first half of the demo did not come to its end; `--debug` shows why."))


def _second_half(
    player: "Player", out: Path, half: dict[str, Any], progress: Progress | None
) -> dict[str, Any]:
    try:
        return _taught_to_the_end(player, out, half, progress)
    finally:
        player.workspace.close()  # its writer would keep a failed demo from ending


def _taught_to_the_end(
    player: "Player", out: Path, half: dict[str, Any], progress: Progress | None
) -> dict[str, Any]:
    workspace = player.workspace
    session, loaded = workspace.take_up(half["session"])
    current = session.state.round
    kept = _answers(session.state.rounds)
    if session.state.step != half["step"] or kept < half["acknowledged"] or current is None:
        raise DemoError(
            _("After the kill the session is not where it was: {state}").format(state=session.state.step)
        )
    session.resume()
    player.teach(session, loaded)
    resumed_at = session.state.step
    session.room.seat_joined(7)
    while session.action.kind not in ("end", "none"):
        player.one_move()
        if progress is not None:
            progress(len(session.state.trail), len(list(session.lesson.steps())))
    player.picture("end")
    player.finish()
    documents = []
    day = session.state.opened.at.astimezone().date().isoformat()
    for tongue in LANGUAGES:
        file = out / summary_name(day, CLASS, LESSON, tongue)
        write_file(file, session_pdf(workspace, session.state.id, tongue))
        documents.append(str(file))
    return {
        "session": session.state.id,
        "lesson": LESSON,
        "class": CLASS,
        "seats": SEATS,
        "channels": channels_of(session.state.rounds),
        "asked_again": asked_again(session.state.rounds),
        "killed_at": half["step"],
        "resumed_at": resumed_at,
        "acknowledged_before_kill": half["acknowledged"],
        "kept": kept,
        "steps": list(session.state.trail),
        "answers": _answers(session.state.rounds),
        "pictures": [*half["pictures"], *player.pictures],
        "documents": documents,
    }


def _answers(rounds: Rounds) -> int:
    return sum(len(r.answers) for of_step in rounds.values() for r in of_step)


def channels_of(rounds: Rounds) -> list[str]:
    """The ways in which answers came, as the journal has them."""
    all_rounds = [current for of_step in rounds.values() for current in of_step]
    found = {answer.channel for current in all_rounds for answer in current.answers.values()}
    return sorted(found | {"hands" for current in all_rounds if current.hands})


def asked_again(rounds: Rounds) -> list[str]:
    """The questions that were asked a second time after a talk."""
    return [step for step, of_step in rounds.items() if len(of_step) > 1]


def _player(home: Path, out: Path, pace_ms: int, number: int = 0) -> "Player":
    app = demo_application()
    app.setQuitOnLastWindowClosed(False)
    apply_theme(app)
    return Player(Workspace(home), out, number, pace_ms)


def demo_application() -> QApplication:
    """The application; where there is no display, with a teacher's laptop and a projector of another size."""
    if not is_unseen():
        return application()
    with tempfile.TemporaryDirectory(prefix="lessonapp-screens-") as folder:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_two_screens(Path(folder))}"
        try:
            return application()  # Qt reads the file here and never again
        finally:
            del os.environ["QT_QPA_PLATFORM"]


def _two_screens(folder: Path) -> Path:
    """What tells Qt of the two screens."""
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
    more = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": [{**screen, **more} for screen in screens]}), "utf-8")
    return file


class Player:
    """Presses the console's keys and gives the class's answers, at a pace that can be watched."""

    def __init__(self, workspace: Workspace, out: Path, number: int, pace_ms: int) -> None:
        self.workspace = workspace
        self.acknowledged = 0
        self.pictures: list[str] = []
        self._out = out
        self._pace_ms = pace_ms
        self._number = number

    def teach(self, session: Any, loaded: Any) -> None:
        """Open the windows of a session."""
        self.session = session
        line = help_line(loaded.lesson.audience, loaded.lesson.language)
        setting = StageSetting(loaded.folder, self.workspace.contacts(loaded), line)
        self.teaching = Teaching(session, setting, self.workspace.settings)
        self.teaching.start()
        self._wait()

    def one_move(self) -> None:
        """Answer what is open, ask again where the class was torn, else press Continue."""
        step, phase = self.session.step, self.session.state.phase
        if step is not None and is_round_step(step):
            current = self.session.state.round
            if phase == "open" and current is not None and not self._all_answered():
                self._answer(step)
                self.picture(f"answered-{current.number}")
            elif phase == "closed" and current is not None and self._torn(step, current.number):
                self.teaching.controller.ask_again()
                self._wait()
                return
        self.teaching.do("next")
        self._wait()
        self.picture(self.session.state.phase if self.session.step is not None else "start")

    def half_answer(self) -> None:
        """Half of the class answers, and every receipt has come back."""
        step = self.session.step
        seats = sorted(self.session.state.present)
        self._seats(step, dict(list(answers_of(step, seats).items())[: len(seats) // 2]))

    def picture(self, state: str) -> None:
        """Stage and console as they are now."""
        self._number += 1
        name = f"{self._number:03d}-{self.session.state.step or 'lobby'}-{state}"
        stage, console = f"{name}-stage.png", f"{name}-console.png"
        write_file(self._out / stage, png_bytes(render_png(self.teaching.scene, 1920, 1080)))
        write_file(self._out / console, png_bytes(self.teaching.console.grab().toImage()))
        self.pictures += [stage, console]

    def finish(self) -> None:
        """End the lesson and close its windows."""
        self.teaching.finish("end")
        self.teaching.close()
        self._wait()

    def _answer(self, step: Any) -> None:
        """Before and after the lesson seat by seat, the rest by hands; puzzles together at the screen."""
        controller, state = self.teaching.controller, self.session.state
        again = state.round is not None and state.round.number > 1
        if not takes_hands(step):
            self._seats(step, {0: whole_answer(step)})
        elif getattr(step, "purpose", "") in ("pre", "exit") or (state.round and state.round.answers):
            controller.change_channel("screen")
            self._seats(step, answers_of(step, sorted(state.present), after_talk=again))
        else:
            controller.change_channel("hands")
            controller.count_hands(step.id, hands_of(step, len(state.present), after_talk=again))
            self._wait()

    def _seats(self, step: Any, answers: dict[int, tuple[str, ...]]) -> None:
        given = [
            Answer(step=step.id, seat=seat, choice=choice, channel="screen")
            for seat, choice in answers.items()
        ]
        receipts = [self.teaching.controller.post(answer) for answer in given]
        patience = time.monotonic() + RECEIPTS_WITHIN
        self._wait()
        while not all(receipt.done() for receipt in receipts) and time.monotonic() < patience:
            self._wait()  # the window's thread has to take each answer in: it must not stand still
        said: list[Receipt] = [receipt.result(timeout=0) for receipt in receipts]
        self.acknowledged += sum(receipt.status in ("saved", "changed") for receipt in said)

    def _all_answered(self) -> bool:
        current = self.session.state.round
        return current is not None and (
            bool(current.hands)
            or len(current.answers) >= len(self.session.state.present) - 1
            or (0, 0) in current.answers
        )

    def _torn(self, step: Any, number: int) -> bool:
        """The first practice question that can be counted by hands is asked again after a talk."""
        return (
            number == 1
            and not asked_again(self.session.state.rounds)
            and getattr(step, "purpose", "") == "practice"
            and takes_hands(step)
        )

    def _wait(self) -> None:
        """Let the windows live for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(self._pace_ms, loop.quit)
        loop.exec()

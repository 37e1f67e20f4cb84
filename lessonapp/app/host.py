"""A session and its web channel with no window: the main thread owns the session."""

from __future__ import annotations

import logging
import queue
import signal
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, TypeVar

from lessonapp.app.before import still_to_ask
from lessonapp.app.memory import settle_memory
from lessonapp.app.networks import networks
from lessonapp.app.web_facts import web_facts
from lessonapp.app.workspace import Workspace
from lessonapp.channels.web.server import Place, WebServer
from lessonapp.domain.errors import MachineError, TeacherError
from lessonapp.domain.look import USUAL_SEATS
from lessonapp.i18n import _
from lessonapp.session.log import Opening
from lessonapp.session.steering import Command, Outcome, steer
from lessonapp.settings import resources_folder

if TYPE_CHECKING:
    from lessonapp.content.reader import LoadedLesson
    from lessonapp.domain.answer import Answer, Receipt
    from lessonapp.domain.state import SessionState
    from lessonapp.session.lesson_session import LessonSession

T = TypeVar("T")
TICK_SECONDS = 0.1

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hosting:
    """What the command line asks for."""

    lesson: str
    bind: str = "127.0.0.1"
    port: int = 0
    seats: int = USUAL_SEATS
    class_label: str = ""
    confirmed: bool = False


class Owner:
    """Owns a session: whatever any thread asks of it is done in the thread that runs `run`, in turn."""

    def __init__(self, session: LessonSession) -> None:
        self._session = session
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._black = False
        self._over = False
        self.on_change: Callable[[], None] = lambda: None
        session.log.subscribe(lambda _state: self.on_change())

    def state(self) -> SessionState:
        """The newest state, frozen."""
        return self._session.state

    def now(self) -> datetime:
        """The session's clock."""
        return self._session.log.now()

    def black(self) -> bool:
        """Whether the stage is covered; there is none, but the remote's button keeps its place."""
        return self._black

    def post(self, answer: Answer) -> Future[Receipt]:
        """Give an answer; the receipt is filled once it is on disk."""
        given: Future[Receipt] = Future()

        def take() -> None:
            self._session.answers.post(answer).add_done_callback(lambda done: given.set_result(done.result()))

        self._put(take, given)
        return given

    def join(self, seat: int) -> Future[bool]:
        """Somebody sits down at a seat that was empty."""
        return self._ask(lambda: self._session.room.take_seat(seat))

    def command(self, command: Command) -> Future[Outcome]:
        """The teacher steers."""
        return self._ask(lambda: self._do(command))

    def stop(self) -> None:
        """End `run`; also from a signal's handler."""
        self._over = True
        self._work.put(None)

    def run(self) -> None:
        """Do what is asked until `stop`; a clock that has run out closes its round."""
        while not self._over:
            try:
                work = self._work.get(timeout=TICK_SECONDS if self._has_clock() else 0.5)
            except queue.Empty:
                work = None
            if work is not None:
                work()
            self._close_when_due()

    def _ask(self, what: Callable[[], T]) -> Future[T]:
        asked: Future[T] = Future()
        self._put(lambda: asked.set_result(what()), asked)
        return asked

    def _put(self, work: Callable[[], None], asked: Future[Any]) -> None:
        """Have it done in its turn; a fault of ours is logged and told to whoever asked: teaching goes on."""

        def safely() -> None:
            try:
                work()
            except Exception as error:
                log.exception("work for another thread failed")
                asked.set_exception(error)

        self._work.put(safely)

    def _do(self, command: Command) -> Outcome:
        if command.name == "black":
            self._black = command.on
            self.on_change()
            return "done"
        return steer(self._session, command)

    def _has_clock(self) -> bool:
        current = self._session.state.round
        return current is not None and current.phase == "open" and current.deadline is not None

    def _close_when_due(self) -> None:
        current = self._session.state.round
        if current is None or current.phase != "open" or current.deadline is None:
            return
        if self._session.log.now() >= current.deadline:
            self._session.close_round()


class NotListeningError(MachineError):
    """No phone can come: the port is taken, or the address is not this machine's."""


def run_host(
    home: Path,
    lang: str | None,
    hosting: Hosting,
    ready: Callable[[dict[str, str]], None],
    note: Callable[[str], None],
) -> int:
    """Teach whoever joins, until SIGINT or SIGTERM; `ready` gets address and keys, `note` a line to read."""
    workspace = Workspace(home)
    try:
        loaded = workspace.lesson(hosting.lesson, lang)
        _warn(workspace, loaded, note, confirmed=hosting.confirmed)
        label = hosting.class_label or _("Lab")
        opening = Opening(class_label=label, seats=hosting.seats, channel="web")
        session = workspace.begin(loaded, opening)
        try:
            _serve(workspace, loaded, session, hosting, ready)
        except NotListeningError:
            workspace.journal.delete(session.state.id)  # nobody could come: nothing was taught
            raise
    finally:
        workspace.close()
    return 0


def _serve(
    workspace: Workspace,
    loaded: LoadedLesson,
    session: LessonSession,
    hosting: Hosting,
    ready: Callable[[dict[str, str]], None],
) -> None:
    owner = Owner(session)
    facts = web_facts(workspace, loaded, session.state.opened.class_label)
    server = WebServer(facts, owner, resources_folder() / "pages")
    owner.on_change = server.poke
    before = {number: signal.signal(number, _stopping(owner)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        everywhere = hosting.bind == "0.0.0.0"  # noqa: S104 - a comparison
        try:
            server.start(Place(hosting.bind, (hosting.port,), networks()[0].address if everywhere else ""))
        except MachineError as error:
            raise NotListeningError(str(error)) from error
        settle_memory()
        ready(
            {
                "url": server.url,
                "code": server.keys.code,
                "teacher_token": server.keys.teacher_token,
                "session": session.state.id,
            }
        )
        owner.run()
    finally:
        try:
            session.end()
        finally:
            server.stop()
            for number, handler in before.items():  # last: a second Ctrl+C does not cut the closing short
                signal.signal(number, handler)


def _stopping(owner: Owner) -> Callable[[int, FrameType | None], None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        owner.stop()

    return stop


def _warn(
    workspace: Workspace, loaded: LoadedLesson, note: Callable[[str], None], *, confirmed: bool
) -> None:
    """What the window would ask before the lesson: a line, or for one topic a condition."""
    asked = still_to_ask(workspace, loaded)
    if asked == "school" and not confirmed:
        text = _(
            "This lesson is taught only where the school has a briefed teacher and a person pupils can turn "
            "to. If that is so, add --confirmed."
        )
        raise TeacherError(text)
    if asked == "listening":
        note(
            _(
                "Before this lesson: take “When a child tells” (T09.AD) yourself, or print the card with "
                "`lessonapp print disclosure-card`; tell the class that anyone may step out."
            )
        )

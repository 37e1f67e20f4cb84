"""Phones in a lesson with windows: the web channel on and off, connected with console and stage."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lessonapp.app.memory import settle_memory, unsettle_memory
from lessonapp.app.networks import Kind, networks
from lessonapp.channels.web.ports import Facts, Room
from lessonapp.channels.web.server import USUAL_PORTS, Place, WebServer
from lessonapp.domain.errors import LessonAppError
from lessonapp.domain.step import is_round_step
from lessonapp.i18n import _, n_
from lessonapp.session.steering import Command, Outcome
from lessonapp.settings import resources_folder
from lessonapp.ui.console.phones import RemoteDialog
from lessonapp.ui.stage.model import Join
from lessonapp.ui.widgets.confirm import confirm
from lessonapp.ui.widgets.dialog import accepted

if TYPE_CHECKING:
    from lessonapp.app.teaching import Teaching
    from lessonapp.domain.answer import Answer, Receipt
    from lessonapp.domain.state import SessionState
    from lessonapp.ui.session_controller import SessionController

NEWEST = 24
PHONES_FIRST_SECONDS = 0.05
"""The stage is never further behind than this."""
GOODBYE_MS = 300
"""So long the phones have to hear that the lesson is over, before their server stops."""


class WindowSession:
    """The windows' session as the web channel sees it; what changes it is done in the GUI thread."""

    def __init__(self, controller: SessionController, end: Callable[[], None]) -> None:
        self._controller = controller
        self._end = end

    def state(self) -> SessionState:
        """The newest state, frozen."""
        return self._controller.session.state

    def now(self) -> datetime:
        """The session's clock."""
        return self._controller.session.log.now()

    def black(self) -> bool:
        """Whether the stage is covered."""
        return self._controller.view.black

    def post(self, answer: Answer) -> Future[Receipt]:
        """Give an answer; the receipt is filled once it is on disk."""
        return self._controller.post(answer)

    def join(self, seat: int) -> Future[bool]:
        """Somebody sits down at a seat that was empty."""
        return self._controller.crossing.ask(lambda: self._controller.session.room.take_seat(seat))

    def command(self, command: Command) -> Future[Outcome]:
        """The teacher steers."""
        return self._controller.crossing.ask(lambda: self._do(command))

    def _do(self, command: Command) -> Outcome:
        if command.name == "black":
            if command.on != self._controller.view.black:
                self._controller.toggle_black()
            return "done"
        outcome = self._controller.steer(command)
        if command.name == "end" and outcome == "done":
            self._end()
        return outcome


class Phones(QObject):
    """One lesson's web channel; off until the teacher turns it on."""

    _room_told = Signal(object)

    def __init__(self, teaching: Teaching, facts: Callable[[], Facts]) -> None:
        super().__init__(teaching)
        self._teaching, self._facts = teaching, facts
        self._controller = teaching.controller
        self._panel = teaching.console.answers.phones
        self._session = WindowSession(self._controller, self._on_ended_elsewhere)
        self.server: WebServer | None = None
        self._join: Join | None = None
        self._room = Room()
        self._order: tuple[int, ...] = ()
        self._listening = False
        self._told: object = None
        self._panel.start_requested.connect(self.start)
        self._panel.stop_requested.connect(self._on_stop)
        self._panel.networks_requested.connect(self.look_around)
        self._panel.remote_requested.connect(self._on_remote)
        teaching.console.bar.code_requested.connect(self._on_code)
        teaching.console.answers.seats.free_requested.connect(self.free)
        self._room_told.connect(self._on_room)
        self._controller.changing.connect(self._on_changing)
        self.look_around()

    def look_around(self) -> None:
        """List the networks that this machine is in."""
        found = [(n.address, network_words(n.kind, n.name, n.address)) for n in networks()]
        self._panel.set_networks(found)

    def start(self, address: str, ports: tuple[int, ...] = USUAL_PORTS) -> None:
        """Let phones in at an address; what is in the way is said in the panel."""
        if self.server is not None:
            return
        server = WebServer(self._facts(), self._session, resources_folder() / "pages", self._room_told.emit)
        try:
            server.start(Place(address or "127.0.0.1", ports))
        except LessonAppError as error:
            self._panel.show_trouble(str(error))
            return
        self.server = server
        settle_memory()
        if not self._listening:
            self._controller.session.log.subscribe(lambda _state: self._poke())
            self._listening = True
        self._room, self._order = Room(), ()
        self._join = Join(server.url.removeprefix("http://"), server.keys.code, server.join_url)
        self._controller.change_channel("web")
        self._show()
        if self._controller.session.step is None:
            self._controller.show_join(self._join, lobby=True, card=True)

    def stop(self) -> None:
        """Let no more in; seats and answers stay as they are."""
        server, self.server = self.server, None
        if server is not None:
            server.stop()
            unsettle_memory()

    def free(self, seat: int) -> None:
        """Another device may take the seat."""
        if self.server is not None:
            self.server.free(seat)

    def _on_stop(self) -> None:
        if confirm(
            self._panel.window(),
            _("Disconnect the phones?"),
            _("What they have answered stays. To come back they join again, with a new code."),
            _("Disconnect phones"),
            _("Keep them in"),
        ):
            self.stop()
            self._join = None
            self._room, self._order = Room(), ()
            self._show()

    def _on_remote(self) -> None:
        if self.server is None:
            return
        console = self._teaching.console
        if self._teaching.screens.placement.mirrored and not confirm(
            console,
            _("Can the class see this screen?"),
            _(
                "There is one screen only. If it is projected, cover the projector first: "
                "whoever scans the code can steer."
            ),
            _("Nobody sees it, show the code"),
            _("Not now"),
        ):
            return
        accepted(RemoteDialog(self.server.remote_url, console))

    def _on_code(self) -> None:
        view, session = self._controller.view, self._controller.session
        asked = session.step is not None and is_round_step(session.step)
        if asked and not view.lobby and session.state.phase in ("waiting", "open"):
            self._controller.show_join(self._join, lobby=False, card=not view.card)
        else:
            self._controller.show_join(self._join, lobby=not view.lobby, card=view.card)

    def _on_room(self, room: Room) -> None:
        came = tuple(sorted(room.joined - self._room.joined))
        self._order = (*(seat for seat in self._order if seat in room.joined), *came)[-NEWEST:]
        self._room = room
        if self.server is not None:
            self._show()

    def _show(self) -> None:
        if self._join is not None:
            self._join = replace(self._join, joined=self._room.joined, newest=self._order)
        here, joined = len(self._room.connected), len(self._room.joined)
        words = n_("{n} phone connected", "{n} phones connected", here).format(n=here)
        if joined > here:
            gone = joined - here
            words += " · " + n_("{n} lost the connection", "{n} lost the connection", gone).format(n=gone)
        self._panel.set_join(self._join, words)
        self._teaching.console.bar.code.setVisible(self._join is not None)
        self._teaching.console.answers.seats.set_connected(
            self._room.connected if self._join is not None else None
        )
        view = self._controller.view
        self._controller.show_join(self._join, lobby=view.lobby, card=view.card)

    def _poke(self) -> None:
        if self.server is not None:
            self.server.poke()

    def _on_changing(self) -> None:
        """Phones are told before the stage is drawn: telling is short, drawing is not."""
        state = self._controller.session.state
        here = (state.status, state.step, state.phase, state.round.number if state.round else 0)
        if self.server is None:
            return
        if here != self._told:
            self._told = here
            self.server.tell(PHONES_FIRST_SECONDS)
        else:
            self.server.poke()

    def _on_ended_elsewhere(self) -> None:
        QTimer.singleShot(GOODBYE_MS, self, lambda: self._teaching.finished.emit("end"))


def network_words(kind: Kind, name: str, address: str) -> str:
    """A connection as the teacher knows it."""
    kinds: dict[Kind, str] = {
        "hotspot": _("This laptop’s hotspot"),
        "wifi": _("Wi-Fi"),
        "cable": _("Network cable"),
        "other": _("Other connection"),
        "self": _("Only this computer, to try it out"),
    }
    known = f"{kinds[kind]} ({name})" if name and kind in ("wifi", "cable", "other") else kinds[kind]
    return f"{known} · {address}"

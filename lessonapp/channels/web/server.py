"""The web channel's thread: an event loop of its own, a listening socket, and a hub."""

import asyncio
import contextlib
import errno
import ipaddress
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from lessonapp.channels.web import gate
from lessonapp.channels.web.connections import IDLE_SECONDS, Doorkeeper, Server, room_for_sockets
from lessonapp.channels.web.doors import Doors
from lessonapp.channels.web.http import Hosts
from lessonapp.channels.web.hub import Hub
from lessonapp.channels.web.pages import load_pages
from lessonapp.channels.web.ports import GOING, Facts, Keys, Room, WebSession
from lessonapp.domain.errors import MachineError
from lessonapp.i18n import _, reason

log = logging.getLogger(__name__)

USUAL_PORTS = (80, 8080, 8000, 8888, 0)
"""Tried in turn: the shorter the address, the fewer slips in typing it."""
TAKEN = (errno.EADDRINUSE, errno.EACCES, errno.EPERM, 10013, 10048)
"""What a system says of a port that another program has; the last two are Windows'."""
START_SECONDS = 15.0
GOODBYE_SECONDS = 0.6
"""So long a phone may take to answer a good-bye; one that sleeps holds nobody up."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen."""

    address: str = "127.0.0.1"
    ports: Sequence[int] = USUAL_PORTS
    shown: str = ""
    """What pupils type, where that is another address than the one to listen at."""


class WebServer:
    """`start` and `stop` frame the thread; `poke` says that the session changed. Any thread may call."""

    def __init__(
        self,
        facts: Facts,
        session: WebSession,
        pages: Path,
        on_room: Callable[[Room], None] = lambda _room: None,
    ) -> None:
        self.keys: Keys = gate.new_keys()
        self.url = ""
        self._facts, self._session, self._pages = facts, session, pages
        self._on_room = on_room
        self._place = Place()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._hub: Hub | None = None
        self._end: asyncio.Event | None = None
        self._started = threading.Event()
        self._failed: OSError | None = None
        self._given_up = False
        self._mail: deque[Callable[[], None]] = deque()
        self._mailed = self._poked = False
        self._thread = threading.Thread(target=self._run, name="web-server", daemon=False)

    @property
    def running(self) -> bool:
        """Whether pupils can come in."""
        return self._thread.is_alive() and self._failed is None

    @property
    def join_url(self) -> str:
        """The address with the code behind it, for the QR; the code is in no request."""
        return f"{self.url}/#{self.keys.code}"

    @property
    def remote_url(self) -> str:
        """The teacher's address, for the QR on the console."""
        return f"{self.url}/teacher#token={self.keys.teacher_token}"

    def start(self, place: Place) -> None:
        """Listen; MachineError where that cannot be, with what to do."""
        self._place = place
        self._thread.start()
        if not self._started.wait(START_SECONDS):
            self._end_soon()
            raise MachineError(_("The phones’ server did not start. Please try again."))
        if self._failed is not None:
            self._thread.join()
            raise MachineError(_port_words(self._failed, place))
        if self._loop is None:  # a fault of ours, which is in the log
            self._thread.join()
            raise MachineError(_("The phones’ server did not start. Please try again."))

    def stop(self) -> None:
        """Say good-bye to every phone, and end the thread."""
        if self._thread.is_alive():
            self._end_soon()
            self._thread.join()

    def _end_soon(self) -> None:
        """Have the thread end; where it is still starting, as soon as it has."""
        self._given_up = True
        loop, end = self._loop, self._end
        if loop is not None and end is not None:
            with contextlib.suppress(RuntimeError):  # it ended by itself meanwhile
                loop.call_soon_threadsafe(end.set)

    def poke(self) -> None:
        """The session changed, or the stage was covered."""
        if not self._poked:
            self._poked = True
            self.cross(self._refresh)

    def tell(self, seconds: float) -> None:
        """As `poke`, and wait until every phone was written to, or so long."""
        told = threading.Event()

        def tell() -> None:
            self._refresh()
            told.set()

        if self.running and self.cross(tell):
            told.wait(seconds)

    def free(self, seat: int) -> None:
        """The teacher frees a seat."""
        self.cross(lambda: self._hub.free(seat) if self._hub is not None else None)

    def cross(self, callback: Callable[[], None]) -> bool:
        """Run a callback in the channel's thread, many at once in one go; False where it does not run."""
        loop = self._loop
        if loop is None:
            return False
        self._mail.append(callback)
        if not self._mailed:
            self._mailed = True
            try:
                loop.call_soon_threadsafe(self._open_mail)
            except RuntimeError:  # the loop is closed: nobody is there to be told
                return False
        return True

    def _open_mail(self) -> None:
        self._mailed = False
        for _turn in range(len(self._mail)):
            try:
                self._mail.popleft()()
            except Exception:
                log.exception("a message to the web channel failed")

    def _refresh(self) -> None:
        self._poked = False
        if self._hub is not None:
            self._hub.refresh()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except OSError as error:
            self._failed = error
        finally:
            self._loop = None
            self._started.set()

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        hub = Hub(self._facts, self._session, loop, self.cross, self._on_room)
        seats = self._session.state().opened.seats
        most = room_for_sockets(seats)
        doors: Doors | None = None

        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            assert doors is not None  # nobody is answered before the address is known
            keeper.heard(request.protocol)
            return await doors.open(request)

        quiet = logging.getLogger(f"{__name__}.requests")
        quiet.disabled = True  # the library's own lines name addresses
        server = Server(
            answer,
            access_log=None,
            logger=quiet,
            keepalive_timeout=IDLE_SECONDS,
            max_line_size=4096,
            max_headers=64,
            max_field_size=4096,
        )
        keeper = Doorkeeper(server, most, loop)
        pages = load_pages(self._pages, self._facts)
        listening = await self._listen(loop, keeper)
        bound, port = listening.sockets[0].getsockname()[:2]
        shown = self._place.shown or self._place.address
        hosts = _hosts((shown, self._place.address, bound), bound, port)
        self.url = f"http://{_bracketed(shown)}" + ("" if port == 80 else f":{port}")
        doors = Doors(hub, self._session, self.keys, pages, hosts, self.url, keeper.stays)
        self._hub, self._loop = hub, loop
        if self._given_up:
            self._end.set()
        pinging = asyncio.create_task(_ping(hub))
        self._started.set()
        self.cross(hub.refresh)
        try:
            await self._end.wait()
        finally:
            pinging.cancel()
            listening.close()
            hub.close_all(GOING, "the lesson’s server stops")
            await asyncio.sleep(0.05)  # the good-byes are written
            await server.shutdown(GOODBYE_SECONDS)
            self._hub = None

    async def _listen(self, loop: asyncio.AbstractEventLoop, keeper: Doorkeeper) -> asyncio.Server:
        for port in self._place.ports:
            try:
                return await loop.create_server(keeper, self._place.address, port, backlog=2048)
            except OSError as error:
                if error.errno not in TAKEN or port == self._place.ports[-1]:
                    raise
        raise OSError(errno.EADDRINUSE, "no port")


async def _ping(hub: Hub) -> None:
    turn = 0
    while True:
        await asyncio.sleep(1)
        turn += 1
        hub.ping(turn)


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _hosts(names: Iterable[str], bound: str, port: int) -> Hosts:
    """The names by which a browser may call us; others are tricks with the name service."""
    known = {_bracketed(name) for name in names if name}
    every = ipaddress.ip_address(bound).is_unspecified
    if every or ipaddress.ip_address(bound).is_loopback:
        known |= {"localhost", "127.0.0.1"}
    bare = known if port == 80 else set()
    return Hosts(frozenset(f"{name}:{port}" for name in known) | bare, port if every else 0)


def _port_words(error: OSError, place: Place) -> str:
    if error.errno in TAKEN:
        text = _("Port {port} is taken by another program. Close that program, or choose another port.")
        return text.format(port=place.ports[-1])
    text = _("The address {address} cannot be used on this machine. Choose another connection. ({reason})")
    return text.format(address=place.address, reason=reason(error))

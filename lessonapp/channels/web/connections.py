"""The door to the street: how many may stand in it, and for how long without a word."""

import asyncio
import sys
from collections.abc import Callable

from aiohttp import web

SILENT_SECONDS = 15.0
IDLE_SECONDS = 75.0
"""Between two requests over one connection."""
SPARE = 100
EACH_SEAT = 6
"""A browser opens up to six connections for a page."""
FILES_KEPT = 128


class _Refusing(asyncio.Protocol):
    """Hangs up."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


class Server(web.Server):
    """The library's server; says when a connection stands, and when it is gone."""

    on_made: Callable[[web.RequestHandler, asyncio.Transport], None]
    on_gone: Callable[[web.RequestHandler], None]

    def connection_made(self, handler: web.RequestHandler, transport: asyncio.Transport) -> None:
        """A connection stands."""
        super().connection_made(handler, transport)
        self.on_made(handler, transport)

    def connection_lost(self, handler: web.RequestHandler, exc: BaseException | None = None) -> None:
        """A connection is gone."""
        super().connection_lost(handler, exc)
        self.on_gone(handler)


class Doorkeeper:
    """Makes the protocol of each new connection.

    Where there are too many, the one that has been idle for longest makes room: whoever opens hundreds only
    pushes out its own. The sockets of seats and of the teacher are never pushed out.
    """

    def __init__(self, server: Server, most: int, loop: asyncio.AbstractEventLoop) -> None:
        self._server, self._most, self._loop = server, most, loop
        self._standing: set[web.RequestHandler] = set()
        self._silent: set[web.RequestHandler] = set()
        self._passing: dict[web.RequestHandler, None] = {}
        """Those that may be pushed out, the longest idle first."""
        server.on_made, server.on_gone = self._came, self._forget

    def __call__(self) -> asyncio.BaseProtocol:
        if len(self._standing) >= self._most and not self._make_room():
            return _Refusing()
        made = self._server()
        self._standing.add(made)
        self._silent.add(made)
        self._passing[made] = None
        self._loop.call_later(SILENT_SECONDS, self._hang_up, made)
        return made

    def heard(self, protocol: web.RequestHandler) -> None:
        """A whole request came over this connection."""
        self._silent.discard(protocol)
        if self._passing.pop(protocol, False) is None:
            self._passing[protocol] = None

    def stays(self, protocol: web.RequestHandler) -> None:
        """This connection is the socket of a seat, or of the teacher."""
        self._passing.pop(protocol, None)

    def _make_room(self) -> bool:
        longest_idle = next(iter(self._passing), None)
        if longest_idle is None:
            return False
        self._forget(longest_idle)
        if longest_idle.transport is not None:
            longest_idle.transport.abort()
        return True

    def _came(self, protocol: web.RequestHandler, transport: asyncio.Transport) -> None:
        if protocol not in self._standing:  # pushed out in the moment in which it came
            transport.abort()

    def _forget(self, protocol: web.RequestHandler) -> None:
        self._standing.discard(protocol)
        self._silent.discard(protocol)
        self._passing.pop(protocol, None)

    def _hang_up(self, protocol: web.RequestHandler) -> None:
        """Whoever came in and asks for nothing keeps a place from others."""
        if protocol in self._silent:
            self._silent.discard(protocol)
            if protocol.transport is not None:
                protocol.transport.close()


def room_for_sockets(seats: int) -> int:
    """How many connections there may be; raises the machine's own limit where it is too low."""
    wanted = seats * EACH_SEAT + SPARE
    if sys.platform == "win32":
        return wanted
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + FILES_KEPT
    if soft != resource.RLIM_INFINITY and soft < needed:
        soft = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return wanted if soft == resource.RLIM_INFINITY else min(wanted, max(soft - FILES_KEPT, FILES_KEPT))

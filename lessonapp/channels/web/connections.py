"""The door to the street: how many may stand in it, and for how long without a word."""

import asyncio
import sys

from aiohttp import web

SILENT_SECONDS = 15.0
SPARE = 100
EACH_SEAT = 6
"""A browser opens up to six connections for a page."""
FILES_KEPT = 128


class _Refusing(asyncio.Protocol):
    """Hangs up."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


class Doorkeeper:
    """Makes the protocol of each new connection; where there are too many, one that hangs up."""

    def __init__(self, server: web.Server, most: int, loop: asyncio.AbstractEventLoop) -> None:
        self._server, self._most, self._loop = server, most, loop
        self._silent: set[web.RequestHandler] = set()

    def __call__(self) -> asyncio.BaseProtocol:
        # Who has just come is not among the connections yet, only among the silent.
        if max(len(self._server.connections), len(self._silent)) >= self._most:
            return _Refusing()
        made = self._server()
        self._silent.add(made)
        self._loop.call_later(SILENT_SECONDS, self._hang_up, made)
        return made

    def heard(self, protocol: web.RequestHandler) -> None:
        """A whole request came over this connection."""
        self._silent.discard(protocol)

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

"""One WebSocket, written to without a task for each: a class of a thousand is told in one go."""

import asyncio
import struct
from functools import lru_cache

from aiohttp import web

from lessonapp.channels.web.ports import TRY_AGAIN

UNREAD_LIMIT = 64 * 1024
"""Whoever has so many bytes unread is let go: the next state would only wait behind them."""
CLOSE_SECONDS = 2.0


@lru_cache(maxsize=8)
def text_frame(text: str) -> bytes:
    """A text message as the one frame that is sent (RFC 6455, section 5.2); made once for a whole class."""
    body = text.encode()
    if len(body) < 126:
        return bytes((0x81, len(body))) + body
    if len(body) < 1 << 16:
        return struct.pack("!BBH", 0x81, 126, len(body)) + body
    return struct.pack("!BBQ", 0x81, 127, len(body)) + body


class SocketOutlet:
    """Writes into the connection's own buffer; slow readers are let go when it is full."""

    def __init__(
        self, socket: web.WebSocketResponse, transport: asyncio.Transport | None, language: str = ""
    ) -> None:
        self.language = language
        self._socket = socket
        self._transport = transport
        self._closing: asyncio.Task[object] | None = None

    @property
    def closing(self) -> bool:
        """Whether a good-bye is on its way."""
        return self._closing is not None

    def send(self, text: str) -> None:
        """Send a message; to whoever is gone or leaving, nothing."""
        transport = self._transport
        if self._closing is not None or transport is None or transport.is_closing():
            return
        if transport.get_write_buffer_size() > UNREAD_LIMIT:
            self.close(TRY_AGAIN, "too slow")
        else:
            transport.write(text_frame(text))

    def close(self, code: int, reason: str) -> None:
        """Send what waits, then close."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._close(code, reason))

    async def finish(self) -> None:
        """The connection is over: no task stays behind."""
        if self._closing is not None:
            await asyncio.wait([self._closing], timeout=CLOSE_SECONDS * 2)

    async def _close(self, code: int, reason: str) -> None:
        """A good-bye, and a hard end where it is not even read."""
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._socket.close(code=code, message=reason.encode())
        except (TimeoutError, ConnectionError, RuntimeError):
            if self._transport is not None:
                self._transport.abort()

"""One WebSocket, written to without a task for each: a class of a thousand is told in one go."""

import asyncio
import struct
from functools import lru_cache

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


def close_frame(code: int, reason: str) -> bytes:
    """A good-bye as one frame."""
    body = struct.pack("!H", code) + reason.encode()
    return bytes((0x88, len(body))) + body


class SocketOutlet:
    """Writes into the connection's own buffer; slow readers are let go when it is full."""

    def __init__(self, transport: asyncio.Transport | None, language: str = "") -> None:
        self.language = language
        self._transport = transport
        self._end: asyncio.TimerHandle | None = None

    @property
    def closing(self) -> bool:
        """Whether a good-bye was said."""
        return self._end is not None

    def send(self, text: str) -> None:
        """Send a message; to whoever is gone or leaving, nothing."""
        transport = self._transport
        if self.closing or transport is None or transport.is_closing():
            return
        if transport.get_write_buffer_size() > UNREAD_LIMIT:
            self.close(TRY_AGAIN, "too slow")
        else:
            transport.write(text_frame(text))

    def close(self, code: int, reason: str) -> None:
        """Say good-bye; the other side hangs up, or is cut off where it does not even read."""
        if self.closing:
            return
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(close_frame(code, reason))
        self._end = asyncio.get_running_loop().call_later(CLOSE_SECONDS, self.cut)

    def finish(self) -> None:
        """The other side hung up: no alarm stays behind, and no second good-bye is sent."""
        if self._end is not None:
            self._end.cancel()
            if self._transport is not None:
                self._transport.close()

    def cut(self) -> None:
        """Hang up without waiting for the other side."""
        if self._transport is not None:
            self._transport.abort()

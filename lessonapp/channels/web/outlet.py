"""One WebSocket: messages queue for it, so that no slow reader holds up a class."""

import asyncio
from collections import deque

from aiohttp import web

from lessonapp.channels.web.ports import TRY_AGAIN

QUEUE_LIMIT = 64
SEND_SECONDS = 15.0
CLOSE_SECONDS = 2.0


class SocketOutlet:
    """Sends in a task of its own; whoever does not read is let go."""

    def __init__(
        self, socket: web.WebSocketResponse, transport: asyncio.Transport | None, language: str = ""
    ) -> None:
        self.language = language
        self._socket = socket
        self._transport = transport
        self._queue: deque[tuple[str, bool]] = deque()
        self._closing: tuple[int, str] | None = None
        self._wake = asyncio.Event()
        self._task = asyncio.create_task(self._run())

    def send(self, text: str, *, replaces: bool = False) -> None:
        """Queue a message; with `replaces` in place of the last one of that kind, if it still waits."""
        if self._closing is not None:
            return
        if replaces and self._queue and self._queue[-1][1]:
            self._queue.pop()
        self._queue.append((text, replaces))
        if len(self._queue) > QUEUE_LIMIT:
            self._queue.clear()
            self.close(TRY_AGAIN, "too slow")
        self._wake.set()

    def close(self, code: int, reason: str) -> None:
        """Send what waits, then close."""
        if self._closing is None:
            self._closing = (code, reason)
            self._wake.set()

    @property
    def closing(self) -> bool:
        """Whether a good-bye is on its way."""
        return self._closing is not None

    async def closed(self) -> None:
        """Wait until the good-bye is said."""
        await asyncio.wait([self._task], timeout=CLOSE_SECONDS * 2)

    async def finish(self) -> None:
        """The connection is over: no task stays behind."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                await self._send_all()
                if self._closing is not None:
                    code, reason = self._closing
                    await self._socket.close(code=code, message=reason.encode())
                    return
        except TimeoutError:
            self._cut()
        except (ConnectionError, RuntimeError):  # gone meanwhile; its reader notices too
            self._cut()

    async def _send_all(self) -> None:
        if not self._queue:
            return
        async with asyncio.timeout(SEND_SECONDS):
            while self._queue:
                await self._socket.send_str(self._queue.popleft()[0])

    def _cut(self) -> None:
        """Without a good-bye: the other side would not read it."""
        if self._transport is not None:
            self._transport.abort()

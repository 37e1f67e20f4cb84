"""A process of players: they join, wait for questions, and answer within two seconds; all over loopback.

Run as `python -m bench.web_players ADDRESS PORT CODE PLAYERS`. Prints a JSON line when all have joined, when
a question has reached all, and when all answers are acknowledged. The clients are as light as they can be, so
that what is measured is the server.
"""

import asyncio
import json
import random
import struct
import sys
import time
from collections import Counter
from typing import Any

SPREAD_SECONDS = 2.0
ONE_BY_ONE = 64
"""Joins under way at once: a class does not reach the server as one packet."""


class Player(asyncio.Protocol):
    """One phone: a request to join, then a WebSocket, on one connection."""

    def __init__(self, room: "Players", number: int) -> None:
        self._room, self._number = room, number
        self._buffer = b""
        self._socket = False
        self._sent = 0.0
        self._transport: asyncio.Transport | None = None
        self.step = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        body = json.dumps({"code": self._room.code, "seat": None}).encode()
        head = f"POST /api/join HTTP/1.1\r\nHost: {self._room.host}\r\nContent-Length: {len(body)}\r\n\r\n"
        transport.write(head.encode() + body)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._socket:
            self._read_answer()
        while self._socket and (frame := self._take_frame()) is not None:
            self._room.told(self, json.loads(frame))

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self._room.left()

    def answer(self, choice: list[str]) -> None:
        """Send an answer, as a masked frame whose mask is zero."""
        assert self._transport is not None
        body = json.dumps({"type": "answer", "step": self.step, "choice": choice}).encode()
        length = bytes([0x80 | len(body)]) if len(body) < 126 else struct.pack("!BH", 0xFE, len(body))
        self._sent = time.monotonic()
        self._transport.write(b"\x81" + length + bytes(4) + body)

    def waited(self) -> float:
        """Milliseconds since the answer was sent."""
        return (time.monotonic() - self._sent) * 1000

    def _read_answer(self) -> None:
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        if head.startswith(b"HTTP/1.1 101"):
            self._buffer, self._socket = rest, True
            return
        length = int(
            next(
                line.split(b":")[1]
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            )
        )
        if len(rest) < length:
            return
        token = json.loads(rest[:length])["token"]
        self._buffer = rest[length:]
        assert self._transport is not None
        self._transport.write(
            f"GET /api/ws?token={token} HTTP/1.1\r\nHost: {self._room.host}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )

    def _take_frame(self) -> bytes | None:
        data = self._buffer
        if len(data) < 2:
            return None
        length, start = data[1] & 0x7F, 2
        if length == 126:
            if len(data) < 4:
                return None
            length, start = struct.unpack("!H", data[2:4])[0], 4
        if len(data) < start + length:
            return None
        kind, body = data[0] & 0x0F, data[start : start + length]
        self._buffer = data[start + length :]
        return body if kind == 1 else b'{"type": "other"}'


class Players:
    """All of them, and what they were told when."""

    def __init__(self, address: str, port: int, code: str, count: int) -> None:
        self.host, self.code, self.count = f"{address}:{port}", code, count
        self._address, self._port = address, port
        self._lost = 0
        self._there: set[Player] = set()
        self._shown: dict[str, list[float]] = {}
        self._saved: list[float] = []
        self._said: Counter[str] = Counter()
        self._arrived, self._over = asyncio.Event(), asyncio.Event()

    async def play(self) -> None:
        """Join, then play until the connections are closed."""
        loop = asyncio.get_running_loop()
        began = time.monotonic()
        gate = asyncio.Semaphore(ONE_BY_ONE)

        async def come(number: int) -> None:
            async with gate:
                await loop.create_connection(lambda: Player(self, number), self._address, self._port)

        await asyncio.gather(*(come(number) for number in range(self.count)))
        await self._arrived.wait()
        _print({"joined": time.monotonic() - began})
        await self._over.wait()

    def left(self) -> None:
        """A connection is closed."""
        self._lost += 1
        if self._lost == self.count:
            self._over.set()

    def told(self, player: Player, message: dict[str, Any]) -> None:
        """A message has come."""
        if message["type"] == "receipt":
            self._saved.append(player.waited())
            self._said[message["status"]] += 1
            if len(self._saved) == self.count:
                _print({"saved": self._saved, "said": dict(self._said)})
        elif message["type"] == "state":
            if len(self._there) < self.count:
                self._there.add(player)
                if len(self._there) == self.count:
                    self._arrived.set()
            if message["phase"] == "open" and message["mine"] is None:
                self._opened(player, message["step"])

    def _opened(self, player: Player, step: dict[str, Any]) -> None:
        now = time.monotonic()
        player.step = step["id"]
        times = self._shown.setdefault(f"{step['id']}/{step.get('round')}", [])
        if not times:
            self._saved, self._said = [], Counter()
        times.append(now)
        options = [option["id"] for option in step["options"]]
        wait = random.random() * SPREAD_SECONDS
        asyncio.get_running_loop().call_later(0.2 + wait, lambda: player.answer([random.choice(options)]))
        if len(times) == self.count:
            _print({"shown": times})


def _print(told: dict[str, Any]) -> None:
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    asyncio.run(Players(sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])).play())

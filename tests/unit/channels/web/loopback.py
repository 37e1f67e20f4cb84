"""A real server on this machine, and what a test says to it."""

import asyncio
import socket as sockets
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp

from lessonapp.channels.web.ports import Facts, Room
from lessonapp.channels.web.server import Place, WebServer
from lessonapp.domain.lesson import Lesson
from tests.builders import lesson, session
from tests.unit.channels.web.fakes import FakeWebSession, SlowJournal

PAGES = Path(__file__).parents[4] / "resources" / "pages"


class Loopback:
    """One server; every coroutine of a test gets a client."""

    def __init__(self, taught: Lesson | None = None, **opening: Any) -> None:
        the_lesson = taught or lesson()
        self.session = FakeWebSession(session(the_lesson, SlowJournal(), channel="web", **opening))
        self.taught = self.session.taught
        self.rooms: list[Room] = []
        facts = Facts(
            lessons={the_lesson.language: the_lesson}, language=the_lesson.language, class_label="4A"
        )
        self.server = WebServer(facts, self.session, PAGES, self.rooms.append)
        self.taught.log.subscribe(lambda _state: self.server.poke())

    @property
    def url(self) -> str:
        return self.server.url

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def teacher(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.server.keys.teacher_token}"}

    def run(self, talk: Callable[[aiohttp.ClientSession], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
                await asyncio.wait_for(talk(client), 60)

        asyncio.run(whole())

    async def join(
        self, client: aiohttp.ClientSession, seat: int | None = None, **more: Any
    ) -> dict[str, Any]:
        body = {"code": self.server.keys.code, "seat": seat, **more}
        async with client.post(f"{self.url}/api/join", json=body) as answer:
            told: dict[str, Any] = await answer.json()
            return {**told, "status": answer.status}

    async def enter(self, client: aiohttp.ClientSession, token: str) -> aiohttp.ClientWebSocketResponse:
        return await client.ws_connect(f"{self.url}/api/ws?token={token}")

    async def steer(self, client: aiohttp.ClientSession, name: str, **body: Any) -> int:
        address = f"{self.url}/api/teacher/{name}"
        async with client.post(address, headers=self.teacher, json=body or None) as answer:
            await answer.read()
            return answer.status


@contextmanager
def loopback(taught: Lesson | None = None, **opening: Any) -> Iterator[Loopback]:
    """A server that runs for one test."""
    made = Loopback(taught, **opening)
    made.server.start(Place("127.0.0.1", (0,)))
    try:
        yield made
    finally:
        made.server.stop()


async def until(socket: aiohttp.ClientWebSocketResponse, kind: str, **wanted: Any) -> dict[str, Any]:
    """The next message of a kind with these values."""
    while True:
        message = await socket.receive(timeout=20)
        assert message.type is aiohttp.WSMsgType.TEXT, message
        told: dict[str, Any] = message.json()
        if told["type"] == kind and all(told[key] == value for key, value in wanted.items()):
            return told


async def close_code(socket: aiohttp.ClientWebSocketResponse) -> int | None:
    """With which code the other side closes."""
    while (await socket.receive(timeout=20)).type is aiohttp.WSMsgType.TEXT:
        pass
    return socket.close_code


def hung_up(one: sockets.socket) -> bool:
    """Whether the other side hangs up, whatever it said before."""
    one.settimeout(20)
    try:
        while one.recv(1000):
            pass
    except ConnectionResetError:
        pass
    return True

"""The barest server that keeps the promise: aiohttp and SQLite, committed before it is acknowledged."""

import asyncio
import json
import sqlite3
import sys
import uuid
from pathlib import Path

from aiohttp import web

OPTIONS = [{"id": key, "text": "Một câu trả lời"} for key in "abcd"]
STEP = {"id": "q1", "options": OPTIONS, "prompt": "Câu hỏi?" * 6}


class Bare:
    """Everything there is of it."""

    def __init__(self, folder: Path) -> None:
        self._round = 0
        self._sockets: set[web.WebSocketResponse] = set()
        self._pending: list[tuple[web.WebSocketResponse, str]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._database = sqlite3.connect(folder / "reference.sqlite", isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute("CREATE TABLE answers (id TEXT PRIMARY KEY, body TEXT)")

    async def serve(self) -> None:
        """Listen until killed; a line on standard input opens a question."""
        app = web.Application()
        app.add_routes([web.post("/api/join", self._join), web.get("/api/ws", self._play)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, backlog=2048).start()
        print(json.dumps({"port": runner.addresses[0][1]}), flush=True)
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while await reader.readline():
            self._round += 1
            for socket in self._sockets:
                await socket.send_str(self._state())

    def _state(self) -> str:
        step = {**STEP, "round": self._round} if self._round else None
        return json.dumps(
            {"type": "state", "phase": "open" if step else "waiting", "step": step, "mine": None}
        )

    async def _join(self, request: web.Request) -> web.Response:
        await request.json()
        return web.json_response({"token": uuid.uuid4().hex})

    async def _play(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        self._sockets.add(socket)
        await socket.send_str(self._state())
        async for message in socket:
            self._pending.append((socket, message.data))
            if len(self._pending) == 1:
                task = asyncio.create_task(self._commit())
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        return socket

    async def _commit(self) -> None:
        taken, self._pending = self._pending, []
        self._database.execute("BEGIN")
        rows = [(uuid.uuid4().hex, body) for _, body in taken]
        self._database.executemany("INSERT INTO answers VALUES (?, ?)", rows)
        self._database.execute("COMMIT")
        for socket, _body in taken:
            await socket.send_str('{"type": "receipt", "step": "q1", "status": "saved"}')


if __name__ == "__main__":
    asyncio.run(Bare(Path(sys.argv[1])).serve())

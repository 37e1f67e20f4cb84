"""A bundled lesson in the real program with phones, and the program closed in mid-lesson."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.program import Program
from lessonapp.app.teaching import Teaching
from lessonapp.app.workspace import Workspace
from lessonapp.session.log import Opening
from lessonapp.ui.theme import apply_theme

STEP = "hoi-truoc-1"


@pytest.fixture
def teaching(qapp: QApplication, tmp_path: Path) -> Iterator[Teaching]:
    apply_theme(qapp)
    workspace = Workspace(tmp_path)
    program = Program(qapp, workspace)
    loaded = workspace.lesson("t01-a2", "vi")
    session = workspace.begin(loaded, Opening(class_label="4A", seats=30, channel="web"))
    program.lessons.teach(session, loaded, windowed=True)
    made = program.lessons.teaching
    assert made is not None
    yield made
    program.close()
    made.close()
    made.deleteLater()
    program.window.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def test_two_phones_two_languages_one_lesson(qtbot: QtBot, teaching: Teaching) -> None:
    phones = teaching.phones
    assert phones is not None
    phones.start("127.0.0.1", (0,))
    server = phones.server
    assert server is not None
    teaching.controller.goto(STEP)
    teaching.do("next")

    async def talk() -> tuple[list[dict[str, Any]], int]:
        async with aiohttp.ClientSession(server.url) as client:
            states = []
            for tongue in ("vi", "en"):
                body = {"code": server.keys.code, "seat": None, "language": tongue}
                async with client.post("/api/join", json=body) as answer:
                    joined = await answer.json()
                socket = await client.ws_connect(f"/api/ws?token={joined['token']}&lang={tongue}")
                states.append(await socket.receive_json())
                await socket.close()
            async with client.get(states[0]["step"]["picture"]["url"]) as picture:
                return states, picture.status

    # The sockets are the web server's own affair: the windows need not turn while these two join.
    (vi, en), picture = asyncio.run(asyncio.wait_for(talk(), 20))
    assert picture == 200
    assert vi["step"]["prompt"] != en["step"]["prompt"]
    assert [o["id"] for o in vi["step"]["options"]] == [o["id"] for o in en["step"]["options"]]
    assert vi["step"]["seconds_left"] <= 40
    assert "correct" not in json.dumps((vi, en))

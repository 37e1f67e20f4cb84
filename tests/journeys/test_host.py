"""`lessonapp host`: a lab full of pupils, signals, a taken port, and a power cut while they answer."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from lessonapp.app.host import Hosting, run_host
from lessonapp.app.workspace import Workspace
from lessonapp.cli import run
from lessonapp.domain.errors import TeacherError
from lessonapp.session.lesson_session import LessonSession
from tests.builders import lesson_data

ROOT = Path(__file__).parents[2]
LESSON, STEP = "t01-a2", "hoi-truoc-1"
PUPILS = 30


@contextmanager
def host(home: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    command = [sys.executable, "main.py", "--home", str(home), "host", LESSON, "--json", *more]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process, json.loads(process.stdout.readline())
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


async def steer(client: aiohttp.ClientSession, told: dict[str, str], name: str, **body: str) -> None:
    headers = {"Authorization": f"Bearer {told['teacher_token']}"}
    async with client.post(f"{told['url']}/api/teacher/{name}", headers=headers, json=body) as answer:
        assert answer.status == 200, await answer.text()


async def enter(
    client: aiohttp.ClientSession, told: dict[str, str]
) -> tuple[int, aiohttp.ClientWebSocketResponse]:
    async with client.post(f"{told['url']}/api/join", json={"code": told["code"], "seat": None}) as answer:
        joined = await answer.json()
    return joined["seat"], await client.ws_connect(f"{told['url']}/api/ws?token={joined['token']}")


def shown(capsys: pytest.CaptureFixture[str], home: Path, session: str) -> dict[str, Any]:
    assert run(["--home", str(home), "results", "show", session, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_session_and_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: signal.Signals
) -> None:
    async def talk(told: dict[str, str], process: subprocess.Popen[str]) -> int | None:
        async with aiohttp.ClientSession() as client:
            _seat, phone = await enter(client, told)
            await steer(client, told, "goto", step=STEP)
            await steer(client, told, "open")
            process.send_signal(number)
            phases = [message.json().get("phase") async for message in phone]
            assert phases[-1] == "ended"
            return phone.close_code

    with host(tmp_path, "--seats", "5") as (process, told):
        assert set(told) == {"url", "code", "teacher_token", "session"}
        assert asyncio.run(talk(told, process)) in (4410, 1001)
        assert process.wait(10) == 0
    assert run(["--home", str(tmp_path), "results", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["sessions"]
    assert [(s["id"], s["seats"], s["channel"]) for s in listed] == [(told["session"], 5, "web")]
    assert listed[0]["closed"] is not None


def test_a_port_that_is_taken_is_the_machines_fault(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [
            sys.executable,
            "main.py",
            "--home",
            str(tmp_path),
            "--lang",
            "en",
            "host",
            LESSON,
            "--port",
            port,
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert port in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    workspace = Workspace(tmp_path)
    assert workspace.journal.sessions() == [], "nobody was taught"
    workspace.close()


def test_kill_9_while_a_class_answers_loses_nothing_that_was_acknowledged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved: dict[int, str] = {}

    async def play(seat: int, phone: aiohttp.ClientWebSocketResponse, enough: asyncio.Event) -> None:
        sent = ""
        async for message in phone:
            told = message.json()
            if told["type"] == "receipt":
                assert told["status"] in ("saved", "changed")
                saved[seat] = sent
                if len(saved) == PUPILS:
                    enough.set()
            if told["type"] == "receipt" or (told.get("phase") == "open" and told["mine"] is None):
                sent = "abc"[("abc".index(sent) + 1) % 3 if sent else seat % 3]
                await phone.send_json({"type": "answer", "step": STEP, "choice": [sent]})

    async def talk(told: dict[str, str], process: subprocess.Popen[str]) -> None:
        async with aiohttp.ClientSession() as client:
            phones = [await enter(client, told) for _ in range(PUPILS)]
            enough = asyncio.Event()
            playing = [asyncio.create_task(play(seat, phone, enough)) for seat, phone in phones]
            await steer(client, told, "goto", step=STEP)
            await steer(client, told, "open")
            await asyncio.wait_for(enough.wait(), 60)
            os.kill(process.pid, signal.SIGKILL)
            await asyncio.gather(*playing, return_exceptions=True)

    with host(tmp_path, "--seats", str(PUPILS)) as (process, told):
        asyncio.run(talk(told, process))
        process.wait(10)
    data = shown(capsys, tmp_path, told["session"])
    kept = {a["seat"]: a["choice"][0] for a in data["answers"] if a["step"] == STEP}
    assert set(kept) == set(saved) == set(range(1, PUPILS + 1))
    # An answer whose receipt was still on its way may be there already: one choice further, never one behind.
    further = {choice: "abc"[("abc".index(choice) + 1) % 3] for choice in "abc"}
    assert all(kept[seat] in (choice, further[choice]) for seat, choice in saved.items())
    workspace = Workspace(tmp_path)
    taken_up, _loaded = workspace.take_up(told["session"])
    assert taken_up.resume()
    assert (taken_up.state.step, taken_up.state.phase) == (STEP, "open")
    assert taken_up.state.round is not None
    assert len(taken_up.state.round.answers) == PUPILS
    workspace.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_does_not_cut_the_closing_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    end = LessonSession.end

    def impatient(session: LessonSession) -> bool:
        signal.raise_signal(number)
        return end(session)

    monkeypatch.setattr(LessonSession, "end", impatient)
    before = signal.getsignal(number)
    assert run_host(tmp_path, "vi", Hosting(LESSON), lambda _told: signal.raise_signal(number), print) == 0
    assert signal.getsignal(number) is before
    workspace = Workspace(tmp_path)
    (known,) = workspace.journal.sessions()
    assert known.closed is not None
    workspace.close()


def test_what_the_window_would_ask_first_is_one_line_and_never_a_stop(tmp_path: Path) -> None:
    data = lesson_data(id="t04-a2", topic="strangers")
    data["teacher"]["sensitive"] = True
    folder = tmp_path / "lessons" / "grades-4-5" / "bai"
    folder.mkdir(parents=True)
    (folder / "lesson.vi.yaml").write_text(json.dumps(data), "utf-8")
    lines: list[str] = []
    told: list[dict[str, str]] = []

    def ready(keys: dict[str, str]) -> None:
        told.append(keys)
        signal.raise_signal(signal.SIGTERM)

    assert run_host(tmp_path, "vi", Hosting("t04-a2"), ready, lines.append) == 0
    assert len(told) == len(lines) == 1
    assert "T09" in lines[0]


def test_a_lesson_on_sextortion_is_taught_only_when_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = lesson_data(id="t15-a4", audience="grades-10-12", topic="sextortion", language="vi")
    data["teacher"]["sensitive"] = True
    folder = tmp_path / "lessons" / "grades-10-12" / "bai"
    folder.mkdir(parents=True)
    (folder / "lesson.vi.yaml").write_text(json.dumps(data), "utf-8")
    with pytest.raises(TeacherError, match="--confirmed"):
        run_host(tmp_path, "vi", Hosting("t15-a4"), lambda _told: None, lambda _line: None)
    assert run(["--home", str(tmp_path), "host", "t15-a4"]) == 1

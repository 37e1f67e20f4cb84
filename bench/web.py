"""Phones over loopback: joined, shown, saved; the hosted server, the real windows, and a bare server."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import aiohttp
import psutil

from bench.children import ROOT, ChildError
from bench.figures import Row, median, percentile

SIZES = (40, 200, 1000, 2000)
LESSON = "t01-a2"
QUESTIONS = 3
LIMITS = {"joined": 2000.0, "shown": 120.0, "saved": 60.0, "late": 50.0, "memory": 220.0}
BOUNDED = 1000
AND_SQLITE = "bare aiohttp and sqlite3"


@dataclass
class Run:
    """What one server did with one crowd."""

    joined: float = 0.0
    shown: list[float] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    memory: float | None = None


def measure(folder: Path, sizes: tuple[int, ...] = SIZES, questions: int = QUESTIONS) -> list[Row]:
    """Rows for each size and server."""
    rows: list[Row] = []
    for players in sizes:
        bare = _reference(folder, players, questions)
        rows += _rows("hosted, no window", players, _host(folder, players, questions), bare)
        rows += _rows("real app, stage and console open", players, _app(folder, players, questions), bare)
    return rows


def _rows(who: str, players: int, run: Run, bare: Run) -> list[Row]:
    bounds = LIMITS if players == BOUNDED else {}
    name = f"{players} phones, {who}"
    how = f"{len(run.processor)} questions; players in a second process, answers spread over 2 s"
    rows = [
        Row(f"{name}: all joined", "ms", run.joined, "a POST and a WebSocket each, 64 at once",
            bound=bounds.get("joined"), compared=bare.joined, against="bare aiohttp"),
        Row(f"{name}: question shown to all, p99", "ms", percentile(run.shown, 99),
            f"{how}; p50 {percentile(run.shown, 50):.1f}, max {max(run.shown):.1f} ms",
            bound=bounds.get("shown"), compared=percentile(bare.shown, 99), against="bare aiohttp"),
        Row(f"{name}: answer to saved receipt, p99", "ms", percentile(run.saved, 99),
            f"p50 {percentile(run.saved, 50):.1f}, max {max(run.saved):.1f} ms; committed with full fsync",
            bound=bounds.get("saved"), compared=percentile(bare.saved, 99), against=AND_SQLITE),
        Row(f"{name}: processor a question, median", "ms", median(run.processor), "the server's process",
            compared=median(bare.processor), against=AND_SQLITE),
    ]  # fmt: skip
    if run.memory is not None:
        rows.append(
            Row(f"{name}: memory", "MiB", run.memory, "PSS at the end",
                bound=bounds.get("memory"), compared=bare.memory, against="bare aiohttp")
        )  # fmt: skip
    if run.late:
        frames = sum(1 for late in run.late if late > 1000 / 30)
        rows.append(
            Row(f"{name}: stage behind while answers come, max", "ms", max(run.late),
                f"a beat of 10 ms in the GUI thread; {frames} of {len(run.late)} beats late by over 1/30 s",
                bound=bounds.get("late"))
        )  # fmt: skip
    return rows


class Crowd:
    """The players' process, and its answers line by line."""

    def __init__(self, address: str, port: int, code: str, players: int) -> None:
        command = [sys.executable, "-m", "bench.web_players", address, str(port), code, str(players)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def next(self, key: str) -> Any:
        """Wait for the line that tells this."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told = json.loads(line)
            if key in told:
                return told
        raise RuntimeError(f"the players ended before they told: {key}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        """They leave, whatever came of it."""
        self._process.kill()
        self._process.communicate()


def play(
    run: Run,
    crowd: Crowd,
    open_: Callable[[], object],
    used: Callable[[], float],
    questions: int,
    prepare: Callable[[], object] = lambda: None,
) -> None:
    """Questions, one after another, until each is answered by all."""
    run.joined = crowd.next("joined")["joined"] * 1000
    for _question in range(questions):
        prepare()
        before, began = used(), time.monotonic()
        open_()
        run.shown += [(at - began) * 1000 for at in crowd.next("shown")["shown"]]
        told = crowd.next("saved")
        if set(told["said"]) != {"saved"}:
            raise RuntimeError(f"answers were not taken: {told['said']}")
        run.saved += told["saved"]
        run.processor.append((used() - before) * 1000)


def processor(process: psutil.Process) -> float:
    """Seconds of processor used so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


def memory(process: psutil.Process) -> float | None:
    """MiB of its own and its share of what it shares; None where the system does not tell."""
    share = getattr(process.memory_full_info(), "pss", None)
    return None if share is None else float(share) / 2**20


@contextmanager
def _server(command: list[str], **more: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    environment = {**os.environ, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen", **more}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise ChildError(f"{' '.join(command)} ended before it told anything")
        yield process, json.loads(line)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=20)
        process.kill()


def _reference(folder: Path, players: int, questions: int) -> Run:
    home = folder / f"reference-{players}"
    home.mkdir()
    run = Run()
    with _server([sys.executable, "-m", "bench.web_reference", str(home)]) as (process, told):
        seen = psutil.Process(process.pid)

        def open_() -> None:
            assert process.stdin is not None
            process.stdin.write("open\n")
            process.stdin.flush()

        with Crowd("127.0.0.1", told["port"], "0", players) as crowd:
            play(run, crowd, open_, lambda: processor(seen), questions)
            run.memory = memory(seen)
    return run


def _host(folder: Path, players: int, questions: int) -> Run:
    run = Run()
    home = folder / f"host-{players}"
    command = [sys.executable, "main.py", "--home", str(home), "host", LESSON, "--seats", str(players)]
    with _server(command) as (process, told):
        seen = psutil.Process(process.pid)
        port = int(told["url"].rpartition(":")[2])
        loop = asyncio.new_event_loop()
        teacher = _Teacher(told)
        steps = iter(_choice_steps())
        with Crowd("127.0.0.1", port, told["code"], players) as crowd:
            play(
                run,
                crowd,
                lambda: loop.run_until_complete(teacher.post("open", {})),
                lambda: processor(seen),
                questions,
                lambda: loop.run_until_complete(teacher.post("goto", {"step": next(steps)})),
            )
            loop.run_until_complete(teacher.close())
            loop.close()
            run.memory = memory(seen)
    return run


class _Teacher:
    """The teacher's phone."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._told = told
        self._session: aiohttp.ClientSession | None = None

    async def post(self, name: str, body: dict[str, str]) -> None:
        """Steer."""
        if self._session is None:
            headers = {"Authorization": f"Bearer {self._told['teacher_token']}"}
            self._session = aiohttp.ClientSession(self._told["url"], headers=headers)
        async with self._session.post(f"/api/teacher/{name}", json=body) as answer:
            answer.raise_for_status()

    async def close(self) -> None:
        """Put the phone away."""
        if self._session is not None:
            await self._session.close()


def _app(folder: Path, players: int, questions: int) -> Run:
    home = folder / f"app-{players}"
    command = [sys.executable, "-m", "bench.web_child", str(home), str(players), str(questions)]
    with _server(command) as (_process, told):
        return Run(**told)


def _choice_steps() -> list[str]:
    """Questions of the lesson with options."""
    from bench.taught import real_lesson

    return [
        step.id
        for step in real_lesson().lesson.steps()
        if step.kind == "question" and hasattr(step, "options")
    ]

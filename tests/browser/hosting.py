"""`lessonapp host` as a lab server runs it: a process of its own, steered over its own protocol."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import APIRequestContext, Page, Playwright, expect

ROOT = Path(__file__).parents[2]


@dataclass
class Host:
    """A running session."""

    url: str
    code: str
    token: str
    steering: APIRequestContext

    @property
    def link(self) -> str:
        """What the QR on the stage holds."""
        return f"{self.url}/#{self.code}"

    @property
    def remote(self) -> str:
        """What the QR on the console holds."""
        return f"{self.url}/teacher#token={self.token}"

    def steer(self, command: str, **body: Any) -> None:
        """Do what the teacher's phone does."""
        answer = self.steering.post(f"/api/teacher/{command}", data=body)
        assert answer.ok, answer.text()

    def ask(self, step: str) -> None:
        """Show a question and open it."""
        self.steer("goto", step=step)
        self.steer("open")


@contextmanager
def hosting(playwright: Playwright, home: Path, lesson: str = "t09-a1", *more: str) -> Iterator[Host]:
    """A session for a class of 34, closed properly afterwards."""
    command = [sys.executable, str(ROOT / "main.py"), "--home", str(home), "--lang", "vi", "host", lesson]
    command += ["--seats", "34", "--json", *more]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            told = json.loads(process.stdout.readline())
            steering = playwright.request.new_context(
                base_url=told["url"], extra_http_headers={"Authorization": f"Bearer {told['teacher_token']}"}
            )
            yield Host(told["url"], told["code"], told["teacher_token"], steering)
            steering.dispose()
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=20) == 0


def sit(page: Page, host: Host, seat: int) -> None:
    """Join by the link, take a seat, and be in the waiting room."""
    page.goto(host.link)
    page.get_by_role("button", name=f"Số {seat}", exact=True).click()
    page.get_by_role("button", name="Vào lớp").click()
    expect(page.get_by_role("heading", name="Em vào lớp rồi!")).to_be_visible()

"""A session is taught in one place at a time, and a program that died holds nothing."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lessonapp.storage.holding import Holding

SESSION = "01a215ad-6361-7e7c-a8ed-d76efa90d9a6"
OTHER = """
import sys
from pathlib import Path
from lessonapp.storage.holding import Holding
held = Holding(Path(sys.argv[1]))
print(held.hold(sys.argv[2]), flush=True)
sys.stdin.read()
"""


@contextmanager
def other_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", OTHER, str(folder), SESSION]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "True"
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Holding]:
    made = Holding(tmp_path)
    yield made
    made.close()


def test_what_another_program_teaches_is_not_taken_up(here: Holding, tmp_path: Path) -> None:
    with other_program(tmp_path) as process:
        assert not here.hold(SESSION)
        assert here.hold("another-session"), "only that one session"
        process.kill()
        process.wait()
        assert here.hold(SESSION), "killed, it holds nothing any more"


def test_what_is_let_go_others_may_have(here: Holding, tmp_path: Path) -> None:
    assert here.hold(SESSION)
    assert here.hold(SESSION), "whoever has it has it"
    here.let_go(SESSION)
    with other_program(tmp_path):
        assert not here.hold(SESSION)


def test_where_nothing_can_be_written_nobody_is_kept_out(tmp_path: Path) -> None:
    held = Holding(tmp_path / "gone")
    assert held.hold(SESSION)
    held.let_go(SESSION)
    held.close()

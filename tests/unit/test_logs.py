"""The program's log."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from lessonapp.logs import LIMIT, start_log


@pytest.fixture
def bare_log() -> Iterator[logging.Logger]:
    """The program's logger without the handlers of other tests."""
    root = logging.getLogger("lessonapp")
    before, level, passes = root.handlers[:], root.level, root.propagate
    root.handlers.clear()
    root.propagate = True  # as at first; where it is off, pytest adds a handler of its own before the test
    yield root
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = before
    root.setLevel(level)
    root.propagate = passes


def test_the_log_does_not_grow_without_end_while_the_program_runs(
    tmp_path: Path, bare_log: logging.Logger
) -> None:
    start_log(tmp_path)
    for _ in range(3 * LIMIT // 1000):
        bare_log.info("%s", "x" * 1000)
    kept = sorted(file.name for file in tmp_path.iterdir())
    assert kept == ["lessonapp.log", "lessonapp.log.1"]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 2 * LIMIT

"""The program's log."""

import logging
import threading
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


def test_a_line_is_made_once(tmp_path: Path, bare_log: logging.Logger) -> None:
    start_log(tmp_path)
    made: list[str] = []

    class Seen:
        def __str__(self) -> str:
            made.append("once")
            return "seen"

    bare_log.info("%s", Seen())
    assert made == ["once"]
    assert (tmp_path / "lessonapp.log").read_text("utf-8").endswith("lessonapp: seen\n")


def test_where_the_file_cannot_be_opened_the_line_goes_to_standard_error(
    tmp_path: Path, bare_log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lessonapp.log").mkdir()
    start_log(tmp_path)
    bare_log.error("the disk refuses")
    assert "the disk refuses" in capsys.readouterr().err


def test_a_line_that_cannot_be_made_stops_nobody(
    tmp_path: Path, bare_log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    start_log(tmp_path)
    bare_log.info("%d", "no number")
    bare_log.info("and on")
    assert "no number" in capsys.readouterr().err
    assert "and on" in (tmp_path / "lessonapp.log").read_text("utf-8")


def test_half_a_character_from_elsewhere_is_written_as_its_number(
    tmp_path: Path, bare_log: logging.Logger
) -> None:
    start_log(tmp_path)
    bare_log.info("a name: %s", "\udcff")
    assert "a name: \\udcff" in (tmp_path / "lessonapp.log").read_text("utf-8")


def test_a_fault_that_ends_a_thread_is_in_the_log(
    tmp_path: Path, bare_log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda fault: heard.append(fault.exc_type.__name__))
    start_log(tmp_path)

    def fails() -> None:
        raise ZeroDivisionError

    thread = threading.Thread(target=fails, name="some-thread")
    thread.start()
    thread.join()
    written = (tmp_path / "lessonapp.log").read_text("utf-8")
    assert "a bug ended the thread some-thread" in written
    assert "ZeroDivisionError" in written
    assert heard == ["ZeroDivisionError"]

"""How far a command is."""

import io
import sys

import pytest

from lessonapp.app.progress import progress_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_goes_with_the_work_however_that_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal)

    def broken_off() -> None:
        with progress_bar("Sessions") as progress:
            assert progress is not None
            progress(1, 3)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    hidden, shown = terminal.getvalue().rfind("\x1b[?25l"), terminal.getvalue().rfind("\x1b[?25h")
    assert 0 <= hidden < shown, "the cursor is there again"
    assert "Sessions" in terminal.getvalue()


def test_without_a_terminal_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    with progress_bar() as progress:
        assert progress is None
    assert written.getvalue() == ""

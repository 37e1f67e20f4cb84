"""Where the program begins: Ctrl+C ends it at any moment as a shell expects, and nobody sees a traceback."""

import pytest

from lessonapp import __main__, cli


def test_ctrl_c_before_a_command_listens_for_it_ends_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", interrupted)
    with pytest.raises(SystemExit) as left:
        __main__.main()
    assert left.value.code == 130
    assert capsys.readouterr() == ("", "")

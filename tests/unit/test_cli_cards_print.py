"""`lessonapp cards print`: the contract of the command line."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from lessonapp.cli import AT_FAULT, DONE, WRONG_USAGE, run
from lessonapp.settings import PROGRAM_FOLDER


def test_it_writes_the_cards_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pdf = tmp_path / "thẻ" / "thẻ.pdf"
    assert (
        run(["cards", "print", "--seats", "1-3,40", "--size", "a4", "--pdf", str(pdf), "--lang", "en"])
        == DONE
    )
    assert f"4 cards written: {pdf}" in capsys.readouterr().out
    pages = PdfReader(pdf).pages
    assert [page.extract_text().split()[0] for page in pages[:4]] == ["1", "2", "3", "40"]
    assert len(pages) == 5


def test_the_same_cards_are_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    written = []
    for name in ("one.pdf", "two.pdf"):
        command = [sys.executable, str(PROGRAM_FOLDER / "main.py"), "cards", "print", "--seats", "1-3"]
        subprocess.run([*command, "--pdf", str(tmp_path / name)], check=True, capture_output=True)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--seats", "1-64", "--pdf", "x.pdf"], WRONG_USAGE),
        (["--seats", "all", "--pdf", "x.pdf"], WRONG_USAGE),
        (["--seats", "1-3", "--size", "a3", "--pdf", "x.pdf"], WRONG_USAGE),
        (["--seats", "1-3"], WRONG_USAGE),
        (["--seats", "1-3", "--pdf", "/dev/null/x.pdf"], AT_FAULT),
    ],
)
def test_what_is_wrong_has_its_exit_code(
    arguments: list[str],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["cards", "print", *arguments]) == code
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert list(tmp_path.glob("*.pdf")) == []

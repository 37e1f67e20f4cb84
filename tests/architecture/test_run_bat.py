"""What Windows opens, read: its parts agree with each other and with the rest of the project."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
RAW = (ROOT / "run.bat").read_bytes()
TEXT = RAW.decode("utf-8")


def test_its_lines_end_as_the_command_line_of_windows_needs_it() -> None:
    assert not RAW.startswith(b"\xef\xbb\xbf"), "a mark at the beginning would be read as a command"
    assert RAW.count(b"\n") == RAW.count(b"\r\n")
    assert TEXT.endswith("\r\n")


def test_letters_with_marks_come_only_after_the_code_page_for_them() -> None:
    assert TEXT.partition("chcp 65001")[0].isascii()


def test_every_place_it_goes_to_is_there_once() -> None:
    wanted = set(re.findall(r"goto (\w+)", TEXT))
    there = re.findall(r"^:(\w+)\r$", TEXT, flags=re.MULTILINE)
    assert sorted(there) == sorted(wanted)


def test_it_looks_for_every_python_that_the_program_takes_and_for_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    low, high = re.findall(r"3\.(\d+)", project["requires-python"])
    takes = {f"3.{minor}" for minor in range(int(low), int(high))}
    looked_for = re.search(r"for %%V in \(([\d. ]+)\)", TEXT)
    assert looked_for is not None
    assert set(looked_for[1].split()) == takes
    first, last = re.findall(r"\(3, (\d+)\)", TEXT)
    assert (first, last) == (low, str(int(high) - 1))


def test_the_files_it_names_are_there() -> None:
    assert (ROOT / "resources/translations/vi/LC_MESSAGES/lessonapp.po").is_file()
    for name in ("requirements.lock", "main.py"):
        assert name in TEXT
        assert (ROOT / name).is_file()


def test_nothing_it_installs_names_the_folder() -> None:
    """Where the code page has no letter of its path, Python could not read or even write it down."""
    assert "editable" not in TEXT
    assert TEXT.count(" main.py") == 3  # looked for, opened, run with words

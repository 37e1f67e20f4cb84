"""Files written whole or not at all; every refusal says what to do, and what was there before stays."""

import errno
import ntpath
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonapp.app.files import save_name, start_folder, windows_name, write_file
from lessonapp.domain.errors import LessonAppError, MachineError, TeacherError
from lessonapp.i18n import set_language
from lessonapp.settings import Settings


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


def mounted(folder: Path, options: str) -> bool:
    """A small disk at a folder; False where this machine lets nobody mount one."""
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None:
        return False
    command = [mount, "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def small_disk(tmp_path: Path, options: str) -> Iterator[Path]:
    folder = tmp_path / "usb"
    if not mounted(folder, options):
        pytest.skip("this machine lets nobody mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    yield from small_disk(tmp_path, "size=32k")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    yield from small_disk(tmp_path, "ro,size=32k")


def refusal(path: Path, content: bytes = b"new") -> str:
    with pytest.raises(LessonAppError) as refused:
        write_file(path, content)
    return str(refused.value)


def test_a_file_is_written_and_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.xlsx"
    write_file(path, b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path], "nothing else is left"


def test_a_full_disk_says_so_and_keeps_what_was_there(full: Path) -> None:
    path = full / "ket-qua.xlsx"
    write_file(path, b"old")
    assert "the disk is full" in refusal(path, os.urandom(100_000))
    assert path.read_bytes() == b"old"
    assert list(full.iterdir()) == [path]


def test_a_disk_that_can_only_be_read_says_so(read_only: Path) -> None:
    assert "can only be read" in refusal(read_only / "ket-qua.xlsx")


def test_a_folder_that_is_no_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "usb").write_text("a file where the stick was", "utf-8")
    assert "is a file, not a folder" in refusal(tmp_path / "usb" / "lop" / "ket-qua.xlsx")


def test_a_folder_that_cannot_be_there_says_so() -> None:
    assert "the folder is not there" in refusal(Path("/proc/usb/lop/ket-qua.xlsx"))


def test_a_device_is_written_into_and_stays_a_device() -> None:
    assert "the disk is full" in refusal(Path("/dev/full"))
    assert Path("/dev/full").is_char_device()


def test_a_name_that_is_a_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "ket-qua.xlsx").mkdir()
    assert "is a folder" in refusal(tmp_path / "ket-qua.xlsx")


def test_a_name_that_is_too_long_says_so(tmp_path: Path) -> None:
    assert "too long" in refusal(tmp_path / "a" / ("b" * 300) / "c.xlsx")


CHILD = """
import os, sys, tempfile, random
from pathlib import Path
from lessonapp.app.files import write_file
from lessonapp.domain.errors import MachineError
from lessonapp.i18n import set_language
set_language("en")
os.setgid(65534)
os.setuid(65534)
try:
    write_file(Path(sys.argv[1]), b"new")
except MachineError as error:
    print(error)
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody without rights"
)
def test_a_folder_without_rights_says_so() -> None:
    folder = Path("/usr")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder / "ket-qua.xlsx")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert "nothing may be written in this folder" in done.stdout, done.stderr


def test_a_file_open_in_excel_says_so_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ket-qua.xlsx"
    path.write_bytes(b"open in Excel")

    def as_windows_does(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", as_windows_does)
    assert "perhaps Excel" in refusal(path)
    monkeypatch.undo()
    assert path.read_bytes() == b"open in Excel"
    assert list(tmp_path.iterdir()) == [path]


def test_another_fault_names_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.ELOOP, "Too many levels")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MachineError, match="links lead in a circle"):
        write_file(tmp_path / "a.pdf", b"x")


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("ket-qua.pdf", "ket-qua.pdf"),
        ("Kết quả lớp 4A.pdf", "Kết quả lớp 4A.pdf"),
        ("CON.pdf", "CON-.pdf"),
        ("com1.xlsx", "com1-.xlsx"),
        ("nul", "nul-"),
        ("a:b?.pdf", "a-b-.pdf"),
        ("cuoi.", "cuoi"),
        ("cuoi .pdf", "cuoi.pdf"),
        ("x" * 300 + ".pdf", "x" * 237 + ".pdf"),
    ],
)
def test_names_that_windows_takes(typed: str, better: str) -> None:
    assert windows_name(typed) == better


def is_reserved(name: str) -> bool:
    """What Python itself knows of names that Windows keeps."""
    if sys.version_info >= (3, 13):
        return ntpath.isreserved(name)
    return PureWindowsPath(name).is_reserved()


@given(st.text(max_size=80))
def test_a_better_name_is_taken_as_it_is(typed: str) -> None:
    name = windows_name(typed)
    assert windows_name(name) == name
    assert name
    assert not is_reserved(name)
    assert not set(name) & set('<>:"/\\|?*')
    assert name[-1] not in ". "


def test_a_name_windows_refuses_is_told_with_a_better_one(tmp_path: Path) -> None:
    with pytest.raises(TeacherError, match=r"CON-\.pdf"):
        write_file(tmp_path / "CON.pdf", b"x")
    assert list(tmp_path.iterdir()) == []


def test_offered_names_sort_and_are_plain() -> None:
    assert save_name("2026-11-23", "Lớp 4A", "t01-a2", "vi") == "2026-11-23_lop-4a_t01-a2_vi"
    assert save_name("", "…") == "file"
    assert len(save_name("a" * 500)) <= 100


def test_a_stick_that_was_pulled_out_is_not_offered(tmp_path: Path) -> None:
    assert start_folder(Settings(save_folder=str(tmp_path))) == str(tmp_path)
    assert start_folder(Settings(save_folder=str(tmp_path / "gone"))) == str(Path.home())
    assert start_folder(Settings()) == str(Path.home())

"""What a database that refuses tells the teacher: whose fault it is, which file, and what to do."""

import sqlite3
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from lessonapp.domain.school import School, SchoolClass
from lessonapp.i18n import set_language
from lessonapp.storage.database import DatabaseError, open_database
from lessonapp.storage.journal import StoredJournal
from lessonapp.storage.refusals import refusal
from lessonapp.storage.school import SchoolStore

TEACHER = "Trần Thị Hạnh"


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "lessonapp.sqlite"
    open_database(f"sqlite:///{made}").dispose()
    return made


def execute(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def overwrite(file: Path) -> None:
    file.write_bytes(b"a letter, not a database " * 200)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])


def newer(file: Path) -> None:
    execute(file, "UPDATE schema_version SET version = 99")


def lettered(file: Path) -> None:
    execute(file, "UPDATE schema_version SET version = 'abc'")


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            overwrite,
            "is damaged. The lessons are not. The program’s window offers to set it aside: the file is kept",
        ),
        (cut, "is damaged."),
        (newer, "comes from a newer version of this program. Install that version"),
        (lettered, "is damaged."),
        (folder, "cannot be opened or written. Make sure that its disk is there"),
    ],
)
def test_a_database_that_cannot_be_used_names_its_file_and_the_remedy(
    file: Path, damage: Callable[[Path], None], said: str
) -> None:
    damage(file)
    with pytest.raises(DatabaseError) as refused:
        open_database(f"sqlite:///{file}")
    assert f"“{file}”" in str(refused.value)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_table_that_is_gone_is_damage(file: Path) -> None:
    execute(file, "DROP TABLE events")
    engine = open_database(f"sqlite:///{file}")
    with pytest.raises(DatabaseError, match=r"“lessonapp\.sqlite” is damaged"):
        StoredJournal(engine).sessions()
    engine.dispose()


def test_what_was_to_be_written_is_in_no_error(file: Path) -> None:
    """An error that nobody caught comes into the log with all that led to it."""
    engine = open_database(f"sqlite:///{file}")
    execute(file, "CREATE TRIGGER never BEFORE INSERT ON settings BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(DatabaseError) as refused:
        SchoolStore(engine).save_school(School(teacher=TEACHER))
    told = "".join(traceback.format_exception(refused.value))
    assert "INSERT INTO settings" in told
    assert TEACHER not in told
    engine.dispose()


def test_a_database_that_another_program_keeps_is_busy(file: Path) -> None:
    engine = open_database(f"sqlite:///{file}")
    with engine.connect() as connection:
        connection.execute(text("PRAGMA busy_timeout=1"))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseError, match="Another program keeps the file"):
        SchoolStore(engine).save_school(School(name="Trường Tiểu học Bản Mới"))
    other.close()
    engine.dispose()


@pytest.mark.parametrize("name", ["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"])  # written to; opened
def test_a_full_disk_is_said(name: str) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname = name
    assert "the disk is full. Free some space." in refusal(error)


def test_a_damaged_class_leaves_the_others(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    engine = open_database(f"sqlite:///{file}")
    store = SchoolStore(engine)
    for label in ("4A", "4B"):
        store.save_class(SchoolClass(label=label, seats=30))
    store.save_school(School(name="Trường"))
    execute(file, "UPDATE classes SET body = '{' WHERE label = '4A'", "UPDATE settings SET body = '{}}'")
    assert [known.label for known in store.classes()] == ["4B"]
    assert store.school() == School()
    assert "could not be read" in caplog.text
    engine.dispose()

"""A damaged file of results set aside: kept whole, a new one in its place, and never a sound one."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from lessonapp.domain.school import SchoolClass
from lessonapp.i18n import set_language
from lessonapp.storage.damage import look_for_damage, set_aside
from lessonapp.storage.database import DamagedDatabaseError, DatabaseError, open_database
from lessonapp.storage.school import SchoolStore

TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "lessonapp.sqlite"
    engine = open_database(f"sqlite:///{made}")
    SchoolStore(engine).save_class(SchoolClass(label="4A", seats=30))
    engine.dispose()
    return made


def damage(file: Path) -> bytes:
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    return file.read_bytes()


def test_a_sound_file_is_left_alone(file: Path) -> None:
    """As where two windows offer it, and one was quicker."""
    assert set_aside(f"sqlite:///{file}", TODAY) is None
    assert [path.name for path in file.parent.glob("*.sqlite")] == [file.name]


def test_a_damaged_file_is_kept_whole_and_a_new_one_begun(file: Path) -> None:
    content = damage(file)
    kept = set_aside(f"sqlite:///{file}", TODAY)
    assert kept == file.with_name("lessonapp-damaged-2026-11-26.sqlite")
    assert kept.read_bytes() == content
    engine = open_database(f"sqlite:///{file}")
    assert SchoolStore(engine).classes() == ()
    engine.dispose()


def test_nothing_of_the_old_file_is_left_for_the_new_one_to_read(file: Path) -> None:
    file.write_bytes(b"a letter, not a database " * 200)
    for tail in ("-wal", "-shm"):
        file.with_name(file.name + tail).write_bytes(b"of the old one")
    kept = set_aside(f"sqlite:///{file}", TODAY)
    assert kept is not None
    assert [path for path in file.parent.iterdir() if path.name.startswith(file.name)] == []


def test_the_second_of_a_day_takes_no_place_of_the_first(file: Path) -> None:
    damage(file)
    first = set_aside(f"sqlite:///{file}", TODAY)
    file.write_bytes(b"a letter, not a database " * 200)
    second = set_aside(f"sqlite:///{file}", TODAY)
    assert first is not None
    assert second is not None
    assert second.name == "lessonapp-damaged-2026-11-26-2.sqlite"
    assert first.exists()


def test_a_page_that_only_the_whole_shows_is_damage(file: Path) -> None:
    connection = sqlite3.connect(file)
    many = "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)"
    connection.execute(f"CREATE TABLE more AS {many} SELECT i, hex(randomblob(20)) FROM n")
    connection.commit()
    connection.close()
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xff" * 4096
    file.write_bytes(content)
    open_database(f"sqlite:///{file}").dispose()  # it opens all the same
    with pytest.raises(DamagedDatabaseError):
        look_for_damage(f"sqlite:///{file}")


def test_what_a_newer_program_wrote_is_not_damage(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("UPDATE schema_version SET version = 99")
    connection.commit()
    connection.close()
    with pytest.raises(DatabaseError, match="newer version"):
        set_aside(f"sqlite:///{file}", TODAY)
    assert file.exists()

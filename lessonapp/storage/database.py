"""Opening the database: SQLite in the data folder, or a server that many machines share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from lessonapp.domain.errors import DamagedError, MachineError
from lessonapp.storage.migrations import TooNewError, migrate
from lessonapp.storage.refusals import is_damage, newer, refusal

__all__ = ["DamagedDatabaseError", "DatabaseError", "Engine", "machine_errors", "open_database"]


class DatabaseError(MachineError):
    """The database cannot be opened, read or written."""


class DamagedDatabaseError(DatabaseError, DamagedError):
    """The file of the database is damaged."""


def _refused(error: Exception, file: str = "") -> DatabaseError:
    kind = DamagedDatabaseError if is_damage(error, file) else DatabaseError
    return kind(refusal(error, file))


@contextmanager
def machine_errors() -> Iterator[None]:
    """Turn the library's errors into the one that says whose fault it is."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _refused(error) from error


@contextmanager
def _opening(file: str = "") -> Iterator[None]:
    """What opening meets besides: no folder, no driver, damage; `file` is the database's, where known."""
    try:
        yield
    except TooNewError as error:
        raise DatabaseError(newer(file)) from error
    except (SQLAlchemyError, OSError, ImportError, ValueError) as error:
        raise _refused(error, file) from error


def open_database(url: str) -> Engine:
    """The engine, its tables in their newest form. DatabaseError when it cannot be had."""
    with _opening():
        parsed = make_url(url)
    sqlite = parsed.get_backend_name() == "sqlite"
    file = parsed.database or "" if sqlite else ""
    with _opening(file):
        if file:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        # What goes wrong may come into the log: what pupils answered and who teaches does not.
        engine = create_engine(parsed, hide_parameters=True)
    if sqlite:
        event.listen(engine, "connect", _sqlite_settings)
    try:
        with _opening(file), engine.begin() as connection:
            migrate(connection)
    except BaseException:
        engine.dispose()  # its connections would stay open
        raise
    return engine


def _sqlite_settings(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # FULL: an answer that was acknowledged is on the disk even when the power goes the next moment.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.close()

"""Opening the database: SQLite in the data folder, or a server that many machines share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from lessonapp.domain.errors import MachineError
from lessonapp.storage.migrations import TooNewError, migrate
from lessonapp.storage.refusals import newer, refusal

__all__ = ["DatabaseError", "Engine", "machine_errors", "open_database"]


class DatabaseError(MachineError):
    """The database cannot be opened, read or written."""


@contextmanager
def machine_errors() -> Iterator[None]:
    """Turn the library's errors into the one that says whose fault it is."""
    try:
        yield
    except SQLAlchemyError as error:
        raise DatabaseError(refusal(error)) from error


def open_database(url: str) -> Engine:
    """The engine, its tables in their newest form. DatabaseError when it cannot be had."""
    file = ""
    try:
        parsed = make_url(url)
        file = parsed.database or "" if parsed.get_backend_name() == "sqlite" else ""
        if file:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
    except (SQLAlchemyError, OSError, ImportError, ValueError) as error:
        raise DatabaseError(refusal(error, file)) from error
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _sqlite_settings)
    try:
        with engine.begin() as connection:
            migrate(connection)
    except TooNewError as error:
        engine.dispose()  # its connections would stay open
        raise DatabaseError(newer(file)) from error
    except (SQLAlchemyError, OSError, ValueError) as error:
        engine.dispose()
        raise DatabaseError(refusal(error, file)) from error
    return engine


def _sqlite_settings(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # FULL: an answer that was acknowledged is on the disk even when the power goes the next moment.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.close()

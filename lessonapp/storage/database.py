"""Opening the database: SQLite in the data folder, or a server that many machines share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from lessonapp.domain.errors import MachineError
from lessonapp.storage.migrations import migrate

__all__ = ["DatabaseError", "Engine", "cause", "machine_errors", "open_database"]


class DatabaseError(MachineError):
    """The database cannot be opened, read or written."""


def cause(error: Exception) -> str:
    """What the database itself said, without the library's words around it."""
    return str(getattr(error, "orig", None) or error)


@contextmanager
def machine_errors() -> Iterator[None]:
    """Turn the library's errors into the one that says whose fault it is."""
    try:
        yield
    except SQLAlchemyError as error:
        raise DatabaseError(cause(error)) from error


def open_database(url: str) -> Engine:
    """The engine, its tables in their newest form. DatabaseError when it cannot be had."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise DatabaseError(cause(error)) from error
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _sqlite_settings)
    try:
        with machine_errors(), engine.begin() as connection:
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

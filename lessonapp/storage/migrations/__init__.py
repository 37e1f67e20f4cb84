"""Steps from one form of the database to the next; each is run once, in order."""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, text

from lessonapp.storage.tables import METADATA


def _first(connection: Connection) -> None:
    METADATA.create_all(connection)


STEPS: tuple[Callable[[Connection], None], ...] = (_first,)


def migrate(connection: Connection) -> None:
    """Bring the database to the newest form."""
    if not inspect(connection).has_table("schema_version"):
        connection.execute(text("CREATE TABLE schema_version (version INTEGER NOT NULL)"))
        connection.execute(text("INSERT INTO schema_version VALUES (0)"))
    done = int(connection.execute(text("SELECT version FROM schema_version")).scalar_one())
    for number, step in enumerate(STEPS[done:], start=done + 1):
        step(connection)
        connection.execute(text("UPDATE schema_version SET version = :n"), {"n": number})

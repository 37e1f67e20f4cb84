"""Steps from one form of the database to the next; each is run once, in order."""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, text

from lessonapp.storage.tables import DIGESTS, EVENTS, METADATA


def _first(connection: Connection) -> None:
    METADATA.create_all(connection)


def _digests(connection: Connection) -> None:
    """Figures beside the journal, and an index that finds a session's newest event of a kind."""
    DIGESTS.create(connection, checkfirst=True)
    connection.execute(text("DROP INDEX IF EXISTS events_by_type"))
    next(index for index in EVENTS.indexes if index.name == "events_by_kind").create(
        connection, checkfirst=True
    )


STEPS: tuple[Callable[[Connection], None], ...] = (_first, _digests)


class TooNewError(Exception):
    """A newer program has changed the database into a form that this one does not know."""


def migrate(connection: Connection) -> None:
    """Bring the database to the newest form; TooNewError where it is newer still."""
    if not inspect(connection).has_table("schema_version"):
        connection.execute(text("CREATE TABLE schema_version (version INTEGER NOT NULL)"))
        connection.execute(text("INSERT INTO schema_version VALUES (0)"))
    done = int(connection.execute(text("SELECT version FROM schema_version")).scalar_one())
    if done > len(STEPS):
        raise TooNewError
    for number, step in enumerate(STEPS[done:], start=done + 1):
        step(connection)
        connection.execute(text("UPDATE schema_version SET version = :n"), {"n": number})

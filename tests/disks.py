"""A disk that is full, and one that was freed again."""

from typing import Any

from sqlalchemy import Engine, event


def limit_pages(engine: Engine, *, full: bool) -> None:
    """From the next statement on the database may grow no more, or may again."""
    pages = "1" if full else "1000000"

    def set_limit(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(engine, "checkout", set_limit)

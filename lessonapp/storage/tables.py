"""The tables: events of sessions, classes, and one row for the school."""

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

EVENTS = Table(
    "events",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("session", String(36), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("type", String(40), nullable=False),
    Column("at", String(40), nullable=False),
    Column("body", Text, nullable=False),
    Index("events_by_session", "session", "seq"),
    Index("events_by_type", "type", "session"),
)

DELETED = Table(
    "deleted_sessions",
    METADATA,
    Column("session", String(36), primary_key=True),
    Column("at", String(40), nullable=False),
)

CLASSES = Table(
    "classes",
    METADATA,
    Column("label", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

VALUES = Table(
    "settings",
    METADATA,
    Column("key", String(40), primary_key=True),
    Column("body", Text, nullable=False),
)

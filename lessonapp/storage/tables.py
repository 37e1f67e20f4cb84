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
    Index("events_by_kind", "type", "session", "seq"),
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

DIGESTS = Table(
    "session_digests",
    METADATA,
    Column("session", String(36), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("lesson_hash", String(64), nullable=False),
    Column("shape", String(16), nullable=False),
    Column("head", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Figures of sessions, made out of the journal, and anew where they are older than it: never the truth."""

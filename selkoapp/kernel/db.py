"""The database: one engine, one Session a request, ids that sort by time.

SQLite runs with WAL, synchronous=FULL (a commit survives a power cut), foreign keys on and a five-second wait.
Every transaction that may write starts with BEGIN IMMEDIATE: with deferred ones 749 of 800 racing writes failed.
"""

import sqlite3
import warnings
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import uuid6
from flask import Flask, current_app, g, has_request_context
from sqlalchemy import DateTime, Engine, MetaData, TypeDecorator, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column

try:
    from pysqlite3 import dbapi2 as sqlite
except ImportError:  # no wheel for this system: the standard library's, with a warning below
    sqlite = sqlite3

SAFE_SQLITE = (3, 51, 3)  # older ones can damage a database when the write-ahead log is reset
LOCK_WAIT = 5000  # milliseconds
READS = "selko_reads"

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> UUID:
    """A UUIDv7: later ids are greater, so ids are also the order of things."""
    return UUID(int=uuid6.uuid7().int)


PrimaryId = Annotated[UUID, mapped_column(primary_key=True, default=new_id)]


class UtcTime(TypeDecorator):
    """A moment: aware in Python, UTC in the database. A naive one is refused with ValueError."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be stored.")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Every table of the app. Relationships point down the floors only."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UtcTime}


def make_engine(url: str, counted: bool = False) -> Engine:
    """An engine for this address with the settings above. Warns when SQLite is older than the safe version.

    `counted` counts each request's queries, for tests.
    """
    engine = _sqlite_engine(url) if url.startswith("sqlite") else create_engine(url, pool_pre_ping=True)
    if counted:
        event.listen(engine, "before_cursor_execute", _count_query)
    return engine


def _sqlite_engine(url: str) -> Engine:
    if sqlite.sqlite_version_info < SAFE_SQLITE:
        warnings.warn(f"SQLite {sqlite.sqlite_version} has the WAL-reset bug; install pysqlite3.", stacklevel=2)
    engine = create_engine(url, module=sqlite, connect_args={"timeout": LOCK_WAIT / 1000})
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


def _count_query(_connection, _cursor, statement: str, *_about) -> None:
    if has_request_context() and not statement.startswith("BEGIN"):  # that one asks for nothing
        g.queries = g.get("queries", 0) + 1


def _settle(connection, _record) -> None:
    connection.isolation_level = None  # the begin event below speaks, not the driver
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={LOCK_WAIT}", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection) -> None:
    reads = connection.get_execution_options().get(READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def reading(engine: Engine) -> Engine:
    """The same engine for transactions that only read: they wait for nobody."""
    return engine.execution_options(**{READS: True})


def db() -> Session:
    """The Session of this request: made when first asked for, closed after the answer.

    A GET reads; everything else may write.
    """
    if "db" not in g:
        engine = current_app.extensions["engine"]
        g.db = Session(reading(engine) if g.get("reads", False) else engine, expire_on_commit=False)
    return g.db


def own_transaction() -> Session:
    """A short transaction beside the request's, for the few writes that a GET may cause. Use with `.begin()`."""
    return Session(current_app.extensions["engine"])


def close(_error=None) -> None:
    """Give the request's connection back; what was not committed is undone."""
    session = g.pop("db", None)
    if session is not None:
        session.close()


def register(app: Flask) -> None:
    """Close the request's Session after each answer."""
    app.teardown_appcontext(close)

"""The database: engine and sessions. SQLite writes ahead, checks foreign keys, and takes its write lock at
once.

One session writes at a time, on PostgreSQL too: whoever looks and then writes (takes an attempt, counts who is
left, adds to the counts in a meeting) can rely on what it saw. On SQLite such a session begins with BEGIN
IMMEDIATE, on PostgreSQL with a lock of ours, across all machines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, func, select
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

PATIENCE = 5000
"""Milliseconds that a SQLite connection waits for another's write."""
WRITING = 7_302_114
"""PostgreSQL's advisory lock of the one who writes: any number, always the same."""
_LOCK = (
    "SELECT set_config('lock_timeout', '30s', true),"
    " set_config('idle_in_transaction_session_timeout', '60s', true),"  # a machine that is gone holds no lock
    f" pg_advisory_xact_lock({WRITING})"
)


class Database:
    """One database, and the two kinds of session on it."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self.read = sessionmaker(self.engine, expire_on_commit=False)
        self.write = sessionmaker(self.engine.execution_options(immediate=True), expire_on_commit=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back if something fails."""
        with self.write() as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading only."""
        with self.read() as session:
            yield session

    @contextmanager
    def alone(self, name: str) -> Iterator[bool]:
        """Whether nobody else does what is called so, on any machine. On SQLite there is one machine, and one
        worker on it."""
        if self.engine.dialect.name != "postgresql":
            yield True
            return
        key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            alone = bool(connection.scalar(select(func.pg_try_advisory_lock(key))))
            try:
                yield alone
            finally:
                if alone:
                    _let_go(connection, key)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _let_go(connection: Connection, key: int) -> None:
    with suppress(OperationalError):  # the connection broke: the lock went with it
        connection.scalar(select(func.pg_advisory_unlock(key)))


def make_engine(url: str) -> Engine:
    """The engine for an address such as `sqlite:///file` or `postgresql+psycopg://user@host/name`."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        engine = create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        event.listen(engine, "begin", _wait)
        return engine
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={PATIENCE}"):
        connection.execute(f"PRAGMA {pragma}")


def _wait(connection: Connection) -> None:
    if connection.get_execution_options().get("immediate"):
        connection.exec_driver_sql(_LOCK)


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

"""Databases that are filled once and copied for each test: files of SQLite, or, if MATURITY_TEST_POSTGRES has the
address of an empty database on a PostgreSQL server, databases beside that one. A copy takes a moment; making the
tables again takes long."""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

POSTGRES = os.environ.get("MATURITY_TEST_POSTGRES", "")
Template = bytes | str
"""What is copied: the bytes of a file, or the name of a database on the server."""
_FILE = "maturity.sqlite"
_numbers = itertools.count(1)
_there: set[str] = set()


def make(folder: Path, fill: Callable[[str], None], start: Template | None = None) -> Template:
    """A template: a copy of `start` (an empty database if not given), which `fill` fills through its address."""
    address = put(folder, start)
    fill(address)
    if POSTGRES:
        return str(make_url(address).database)
    with closing(sqlite3.connect(folder / _FILE)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (folder / _FILE).read_bytes()


def put(folder: Path, template: Template | None = None) -> str:
    """Copy a template into a folder, or to the server; the address of the copy."""
    if POSTGRES:
        assert not isinstance(template, bytes)
        return copy(template)
    if template is not None:
        assert isinstance(template, bytes)
        (folder / _FILE).write_bytes(template)
    return f"sqlite:///{folder / _FILE}"


def copy(template: str | None = None) -> str:
    """Copy a database on the server (the empty one if none is named); the address of the copy."""
    given = make_url(POSTGRES)
    name = f"{given.database}_{os.getpid()}_{next(_numbers)}"
    _run("CREATE DATABASE {} TEMPLATE {}", name, template or str(given.database))
    _there.add(name)
    return given.set(database=name).render_as_string(hide_password=False)


def everything(address: str) -> bytes:
    """All that a database holds, as it lies there."""
    if not POSTGRES:
        path = str(make_url(address).database)
        return b"".join(Path(name).read_bytes() for name in (path, f"{path}-wal"))
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    with psycopg.connect(address) as connection:
        names = [sql.Identifier(name) for (name,) in connection.execute(tables)]
        return b"".join(_rows(connection, name) for name in names)


def _rows(connection: psycopg.Connection, name: sql.Identifier) -> bytes:
    with connection.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(name)) as rows:
        return b"".join(bytes(part) for part in rows)


def drop(address: str) -> None:
    """Take away what `put` put there."""
    name = make_url(address).database
    if name in _there:
        _there.discard(name)
        _run("DROP DATABASE {} WITH (FORCE)", name)


def drop_all() -> None:
    """Take away what is left on the server, the templates too."""
    while _there:
        _run("DROP DATABASE {} WITH (FORCE)", _there.pop())
    if POSTGRES:
        _server().close()


def _run(command: str, *names: str) -> None:
    _server().execute(sql.SQL(command).format(*map(sql.Identifier, names)))


@cache
def _server() -> psycopg.Connection:
    """A connection to the server, but not to the database that is copied: that one must have none."""
    beside = make_url(POSTGRES).set(drivername="postgresql", database="postgres")
    return psycopg.connect(beside.render_as_string(hide_password=False), autocommit=True)

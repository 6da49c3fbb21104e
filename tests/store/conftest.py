"""A database for each test: SQLite in a file, and PostgreSQL too if MATURITY_TEST_POSTGRES names one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from maturity.store import migrate, users, workspaces
from maturity.store.database import Database
from maturity.store.tables import User, Workspace

POSTGRES = os.environ.get("MATURITY_TEST_POSTGRES")
SECRET = "a secret of the tests"


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRES else [])])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without tables."""
    sqlite = request.param == "sqlite"
    found = Database(f"sqlite:///{tmp_path}/test.sqlite" if sqlite else str(POSTGRES))
    if not sqlite:
        with found.engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    yield found
    found.close()


@pytest.fixture
def database(empty: Database, newest: bytes) -> Database:
    """A database in its newest form."""
    if empty.engine.dialect.name == "sqlite":
        Path(str(empty.engine.url.database)).write_bytes(newest)
    else:
        migrate.upgrade(empty)
    return empty


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session that writes; nothing of it is kept."""
    with database.write() as found:
        yield found


@pytest.fixture
def owner(session: Session) -> User:
    """Somebody with an account."""
    return users.create(session, "owner@example.org", None)


@pytest.fixture
def workspace(session: Session, owner: User) -> Workspace:
    """A workspace with one owner."""
    return workspaces.create(session, owner, "Exempelköping")

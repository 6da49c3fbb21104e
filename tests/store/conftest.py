"""A database for each test, and somebody with an account and a workspace in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy.orm import Session
from tests.databases import Template

from maturity.store import users, workspaces
from maturity.store.database import Database
from maturity.store.tables import User, Workspace

SECRET = "a secret of the tests"


@pytest.fixture
def empty(put_database: Callable[..., str]) -> Iterator[Database]:
    """A database without tables."""
    found = Database(put_database())
    yield found
    found.close()


@pytest.fixture
def database(put_database: Callable[..., str], newest: Template) -> Iterator[Database]:
    """A database in its newest form."""
    found = Database(put_database(newest))
    yield found
    found.close()


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

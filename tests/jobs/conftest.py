"""A database in its newest form, and settings for a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from tests.databases import Template

from maturity.settings import Settings
from maturity.store.database import Database


@pytest.fixture
def settings(tmp_path: Path, put_database: Callable[..., str], newest: Template) -> Settings:
    put_database(newest)
    return Settings(instance=tmp_path)


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    found = Database(settings.database)
    yield found
    found.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.read() as found:
        yield found

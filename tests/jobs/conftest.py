"""A database in its newest form, and settings for a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from maturity.settings import Settings
from maturity.store.database import Database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(instance=tmp_path)


@pytest.fixture
def database(settings: Settings, newest: bytes) -> Iterator[Database]:
    (settings.instance / "maturity.sqlite").write_bytes(newest)
    found = Database(settings.database)
    yield found
    found.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.read() as found:
        yield found

"""What holds for every test: its days are the municipality's, and it does not count rubbish all the time."""

from __future__ import annotations

import gc
import os
import time

import pytest

from maturity.store import migrate
from maturity.store.database import Database

os.environ["TZ"] = "Europe/Stockholm"  # as the settings say: "today" is the same day in a test and on a page
time.tzset()
gc.set_threshold(100_000, 50, 100)  # a worker keeps every questionnaire: looking through them takes long


@pytest.fixture(scope="session")
def newest(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A SQLite database in its newest form, as a file: to copy it is quicker than to migrate again."""
    path = tmp_path_factory.mktemp("newest") / "newest.sqlite"
    store = Database(f"sqlite:///{path}")
    migrate.upgrade(store)
    with store.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return path.read_bytes()

"""What holds for every test: its days are the municipality's, and it does not count rubbish all the time."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from tests import databases

from maturity.store import migrate
from maturity.store.database import Database

os.environ["TZ"] = "Europe/Stockholm"  # as the settings say: "today" is the same day in a test and on a page
time.tzset()
gc.set_threshold(100_000, 50, 100)  # a worker keeps every questionnaire: looking through them takes long

# The same examples each time, and none is too slow: what fails here fails for everybody. To look further:
# pytest --hypothesis-profile=default
hypothesis.settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session")
def newest(tmp_path_factory: pytest.TempPathFactory) -> databases.Template:
    """A database in its newest form, with the questionnaires that come with the program and nothing else: to copy
    it is quicker than to migrate again, and to check them again."""

    def fill(address: str) -> None:
        store = Database(address)
        migrate.make_ready(store)
        store.close()

    return databases.make(tmp_path_factory.mktemp("newest"), fill)


@pytest.fixture
def put_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., str]]:
    """Gives the test a copy of a database (an empty one if none is named), where settings with its folder as the
    instance find it; its address."""
    made = []

    def put(template: databases.Template | None = None) -> str:
        made.append(databases.put(tmp_path, template))
        if databases.POSTGRES:
            monkeypatch.setenv("MATURITY_DATABASE_URL", made[-1])
        return made[-1]

    yield put
    for address in made:
        databases.drop(address)


def pytest_sessionfinish() -> None:
    """Leave nothing on a server."""
    databases.drop_all()

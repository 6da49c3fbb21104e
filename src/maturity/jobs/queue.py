"""The queue: SQLite in a file of its own, or PostgreSQL, so that any machine can do what another ordered. JSON,
never pickle."""

from __future__ import annotations

import json
from typing import Any

import psycopg
from huey import SqliteHuey
from huey.api import Huey
from huey.registry import Message
from huey.serializer import Serializer
from huey.storage import PostgresStorage

from maturity.settings import Settings
from maturity.store.database import WRITING

NAME = "maturity"
TASK = "run"


class JsonSerializer(Serializer):  # type: ignore[misc]
    """Messages as JSON: whoever can write to the queue can name a job, and run nothing else."""

    def _serialize(self, data: Any) -> bytes:
        return json.dumps(data).encode("utf-8")

    def _deserialize(self, data: bytes) -> Any:
        found = json.loads(data)
        return Message(*found) if isinstance(found, list) else found


class _Postgres(PostgresStorage):  # type: ignore[misc]
    """The queue in a database that several processes begin to use at once, and that may be started again."""

    def initialize_schema(self) -> None:
        """Make the tables. PostgreSQL refuses the second who makes the same one meanwhile: that one waits."""
        self.ddl: list[str] = [f"SELECT pg_advisory_xact_lock({WRITING})", *self.ddl]
        super().initialize_schema()

    def enqueue(self, data: bytes, priority: int | None = None) -> None:
        """Put a message in. The connection may have ended since it was last used: then another is made. What
        stands there twice is done once."""
        try:
            super().enqueue(data, priority)
        except psycopg.OperationalError:
            super().enqueue(data, priority)


def make_queue(settings: Settings) -> Huey:
    """The queue that the settings ask for. Its one task takes the name of a job (see `worker.prepare`)."""
    common = {"results": False, "serializer": JsonSerializer()}
    if settings.jobs:
        return Huey(NAME, storage_class=_Postgres, dsn=settings.jobs, **common)
    path = settings.instance / "jobs.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    return SqliteHuey(NAME, filename=str(path), **common)

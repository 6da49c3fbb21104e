"""Bringing a database to the newest form of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from maturity.store import questionnaires
from maturity.store.database import WRITING, Database
from maturity.store.tables import Base

FOLDER = Path(__file__).parent / "migrations"


def make_ready(database: Database) -> None:
    """What a server needs before its first page: the newest tables, and the questionnaires that come with it."""
    upgrade(database)
    with database.writing() as session:
        questionnaires.ensure_bundled(session)


def upgrade(database: Database, to: str = "head") -> None:
    """Create or change the tables. Does nothing if they are in the newest form. One process at a time does it;
    on PostgreSQL the others wait for as long as it takes."""
    with _changing(database) as connection:
        command.upgrade(_config(connection), to)


def downgrade(database: Database, to: str) -> None:
    """Go back to an earlier form of the tables ("base": none)."""
    with _changing(database) as connection:
        command.downgrade(_config(connection), to)


@contextmanager
def _changing(database: Database) -> Iterator[Connection]:
    """A transaction that may change tables, while nobody else writes.

    SQLite changes a table by making it anew: with foreign keys on, taking the old one away would delete every
    row that points to it. They can only be turned off outside a transaction.
    """
    if database.engine.dialect.name == "postgresql":
        with database.engine.begin() as connection:
            connection.execute(select(func.pg_advisory_xact_lock(WRITING)))
            yield connection
        return
    with database.engine.execution_options(immediate=True).connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def is_current(database: Database) -> bool:
    """Whether the tables are in the newest form."""
    with database.engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found == ScriptDirectory(str(FOLDER)).get_current_head()


def differences(database: Database) -> list[object]:
    """What the database has otherwise than the tables in the code; nothing if all migrations are written."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))


def write_migration(database: Database, message: str) -> None:
    """Write the migration that brings this (newest) database to the tables in the code, numbered in turn."""
    with database.engine.begin() as connection:
        config = _config(connection)
        head = ScriptDirectory.from_config(config).get_current_head() or "0"
        command.revision(config, message, autogenerate=True, rev_id=f"{int(head) + 1:04}")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config

"""Migrations make the tables that the code has, there and back."""

from __future__ import annotations

from sqlalchemy import inspect, text

from maturity.store import migrate


def test_the_migrations_make_exactly_the_tables_of_the_code(empty):
    migrate.upgrade(empty)
    assert migrate.differences(empty) == []
    assert migrate.is_current(empty)


def test_migrating_twice_changes_nothing(database):
    migrate.upgrade(database)
    assert migrate.is_current(database)


def test_migrations_can_be_taken_back(database):
    migrate.downgrade(database, "base")
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}
    assert not migrate.is_current(database)


EARLIER = (
    "INSERT INTO organisation (id, name, created_at) VALUES ('o', 'Exempelköping', '2026-01-01 00:00:00')",
    "INSERT INTO questionnaire_version (id, questionnaire, version, files, fingerprint, content, state, "
    "created_at) VALUES ('q', 'x', '1.0.0', '{}', 'f', 'c', 'published', '2026-01-01 00:00:00')",
    "INSERT INTO assessment (id, organisation_id, questionnaire_version_id, label, languages, targets, threshold, "
    "distribution, state, welcome, created_at) VALUES "
    "('a', 'o', 'q', '', '[]', '{}', 5, 10, 'open', '{}', '2026-01-01 00:00:00')",
    "INSERT INTO respondent (id, assessment_id, key, role, language, started_at, revision) "
    "VALUES ('r', 'a', 'k', 'staff', 'sv', '2026-01-01 00:00:00', 1)",
    "INSERT INTO answer (respondent_id, item, state, value, saved_at, revision) "
    "VALUES ('r', 'one', 'value', '3', '2026-01-01 00:00:00', 1)",
    "INSERT INTO document (id, assessment_id, key, language, summary, created_at, size) "
    "VALUES ('d', 'a', 'k', 'sv', {true}, '2026-01-01 00:00:00', 0)",
)


def test_what_was_there_before_a_migration_is_there_after_it(empty):
    migrate.upgrade(empty, "0001")
    true = "1" if empty.engine.dialect.name == "sqlite" else "true"
    with empty.engine.begin() as connection:
        for statement in EARLIER:
            connection.execute(text(statement.replace("{true}", true)))
    migrate.upgrade(empty)
    with empty.engine.connect() as connection:
        counts = {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar()
            for name in ("organisation", "assessment", "respondent", "answer", "document")
        }
        assert set(counts.values()) == {1}, counts
        assert connection.execute(text("SELECT origin FROM assessment")).scalar() == "here"
        assert connection.execute(text("SELECT consent FROM organisation")).scalar() == "anonymous"
        assert connection.execute(text("SELECT part FROM document")).scalar() == "summary"

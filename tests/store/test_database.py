"""Sessions, and what SQLite and PostgreSQL are asked for."""

from __future__ import annotations

import datetime
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from maturity.store import users
from maturity.store.clock import now
from maturity.store.database import Database
from maturity.store.tables import Membership, User


def test_what_a_failing_session_did_is_rolled_back(database):
    def fail():
        with database.writing() as session:
            users.create(session, "a@example.org", None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.reading() as session:
        assert session.query(User).count() == 0


def test_a_row_cannot_name_one_that_is_not_there(session, workspace):
    session.add(Membership(workspace_id=workspace.id, user_id="nobody", role="owner"))
    with pytest.raises(IntegrityError):
        session.flush()


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(database):
    there = datetime.timezone(datetime.timedelta(hours=2))
    moment = datetime.datetime(2026, 3, 12, 14, 5, tzinfo=there)
    with database.writing() as session:
        users.create(session, "a@example.org", None).last_login_at = moment
    with database.reading() as session:
        found = session.query(User).one().last_login_at
    assert found == moment
    assert found.tzinfo == datetime.UTC


def test_sqlite_writes_ahead_and_checks_foreign_keys(database):
    if database.engine.name != "sqlite":
        pytest.skip("about SQLite")
    with database.reading() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA foreign_keys")) == 1


def test_two_writers_wait_for_each_other_and_lose_nothing(database):
    def add(number):
        for place in range(10):
            with database.writing() as session:
                known = session.query(User).count()
                users.create(session, f"{number}-{place}-{known}@example.org", None)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert session.query(User).count() == 40


def test_what_has_a_name_is_done_by_one_alone_on_all_machines(database):
    if database.engine.name != "postgresql":
        pytest.skip("about PostgreSQL")
    other = Database(database.engine.url.render_as_string(hide_password=False))
    with database.alone("one") as first, other.alone("one") as second, other.alone("two") as third:
        assert (first, second, third) == (True, False, True)
    with other.alone("one") as again:
        assert again
    other.close()


def test_whoever_held_a_name_and_is_gone_holds_it_no_more(database):
    if database.engine.name != "postgresql":
        pytest.skip("about PostgreSQL")
    end = text(
        "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database AS ours ON ours.oid = database"
        " WHERE locktype = 'advisory' AND granted AND ours.datname = current_database()"
    )
    with database.alone("one") as first:
        assert first
        with database.reading() as session:
            session.execute(end)
        with database.alone("one") as again:
            assert again


def test_a_writer_that_is_gone_keeps_nobody_waiting(database):
    if database.engine.name != "postgresql":
        pytest.skip("about PostgreSQL")
    with database.writing() as session:
        limits = (
            "SELECT current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout')"
        )
        assert session.execute(text(limits)).one() == ("30s", "1min")
    with database.reading() as session:
        assert session.scalar(text("SELECT current_setting('lock_timeout')")) == "0"


def test_now_is_in_utc():
    assert now().tzinfo == datetime.UTC

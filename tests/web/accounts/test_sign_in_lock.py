"""Checking a password is slow, and nobody else waits for it."""

from __future__ import annotations

import pytest
from flask_security import hash_password as real_hash
from sqlalchemy import func, select
from tests.web.conftest import PASSWORD

from maturity.store.database import WRITING
from maturity.store.tables import User


@pytest.fixture
def can_write(app):
    """Whether somebody else can write at this moment."""

    def asked() -> bool:
        with app.extensions["maturity-database"].engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                return bool(connection.scalar(select(func.pg_try_advisory_xact_lock(WRITING))))
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA busy_timeout=0")
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                connection.exec_driver_sql("ROLLBACK")
                return True
            except Exception:
                return False
            finally:
                connection.exec_driver_sql("PRAGMA busy_timeout=5000")

    return asked


def test_others_can_write_while_a_password_is_checked(browser, owner, can_write, monkeypatch):
    seen = []
    check = User.verify_and_update_password

    def watched(user, password):
        seen.append(can_write())
        return check(user, password)

    monkeypatch.setattr(User, "verify_and_update_password", watched)
    page = browser.send("/sign-in", {"email": owner.email, "password": PASSWORD})
    assert page.status_code == 302
    assert seen == [True]


def test_nor_do_they_wait_for_an_address_that_nobody_has(browser, can_write, monkeypatch):
    seen = []

    def watched(password):
        seen.append(can_write())
        return real_hash(password)

    monkeypatch.setattr("flask_security.forms.hash_password", watched)
    browser.send("/sign-in", {"email": "nobody@example.org", "password": PASSWORD})
    assert seen == [True]

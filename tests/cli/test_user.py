"""Accounts from the command line."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from click.testing import CliRunner

from maturity.cli import main
from maturity.settings import Settings
from maturity.store import users, workspaces
from maturity.store.database import Database
from maturity.web.app import create_app

PASSWORD = "correct horse battery staple"


@pytest.fixture
def create(tmp_path, monkeypatch):
    """Runs `maturity user create`, with the password on standard input."""
    monkeypatch.setenv("MATURITY_INSTANCE", str(tmp_path))

    def run(*args, password=PASSWORD):
        return CliRunner().invoke(main, ["user", "create", *args, "--password-stdin"], input=password + "\n")

    return run


def test_the_first_administrator_owns_a_workspace(create):
    done = create("anna@example.org", "--administrator", "--workspace", "Exempelköping", "--language", "sv")
    assert done.exit_code == 0, done.output
    store = Database(Settings().database)
    with store.reading() as session:
        user = users.find_by_email(session, "anna@example.org")
        assert user.has_role("administrator")
        assert user.password.startswith("$argon2")
        assert [m.workspace.name for m in workspaces.memberships_of(session, user)] == ["Exempelköping"]
    store.close()


def test_a_short_password_and_a_second_account_are_refused(create):
    assert "12 characters" in create("anna@example.org", password="short").stderr
    assert create("anna@example.org").exit_code == 0
    again = create("Anna@example.org")
    assert again.exit_code == 1
    assert "already" in again.stderr


@pytest.fixture
def anna(create):
    """Changes Anna's account, or looks at it: `with anna() as user`."""

    @contextmanager
    def opened():
        store = Database(Settings().database)
        with store.writing() as session:
            yield users.find_by_email(session, "anna@example.org")
        store.close()

    assert create("anna@example.org").exit_code == 0
    return opened


def test_who_lost_the_second_step_signs_in_with_the_password_alone(anna, run):
    with anna() as user:
        user.tf_primary_method, user.tf_totp_secret = "authenticator", "a secret"
        user.mf_recovery_codes = ["a code", "another"]
    assert asked_for_a_code()
    done = run("user", "forget-second-step", "Anna@Example.org")
    assert done.exit_code == 0, done.output
    assert done.stdout == "Anna@Example.org signs in with the password alone.\n"
    assert not asked_for_a_code()
    with anna() as user:
        assert (user.tf_primary_method, user.tf_totp_secret, user.mf_recovery_codes) == (None, None, [])


def asked_for_a_code() -> bool:
    """Whether Anna is asked for more than the password when she signs in."""
    app = create_app(Settings())
    app.config["WTF_CSRF_ENABLED"] = False
    answer = app.test_client().post("/sign-in", data={"email": "anna@example.org", "password": PASSWORD})
    app.extensions["maturity-database"].close()
    assert answer.status_code == 302
    return not answer.location.endswith("/workspaces")


def test_a_second_step_that_is_not_there_cannot_be_forgotten(anna, run):
    for email, told in (
        ("anna@example.org", "The second step of anna@example.org is not on\n"),
        ("nobody@example.org", "There is no account for nobody@example.org\n"),
    ):
        refused = run("user", "forget-second-step", email)
        assert refused.exit_code == 1
        assert refused.stderr == told
    with anna() as user:
        assert user.password


def test_wrong_settings_are_told_before_a_password_is_asked_for(create, monkeypatch):
    monkeypatch.setenv("MATURITY_TRIAL_DAYS", "0")
    refused = create("anna@example.org", password="short")
    assert refused.exit_code == 1
    assert refused.stderr == "MATURITY_TRIAL_DAYS: 0 must be at least 1\n"

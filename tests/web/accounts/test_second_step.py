"""A second step, recovery codes and passkeys."""

from __future__ import annotations

import re
import time

import pytest
from flask_security.totp import Totp

from maturity.store import users
from maturity.web.accounts import second_step
from maturity.web.sessions import db


@pytest.fixture
def code(app):
    """Makes the code that the app on a phone would show for a key."""

    def make(key: str) -> str:
        from passlib.totp import TOTP

        return TOTP(key=key.replace("-", "").replace(" ", "")).generate(time=time.time()).token

    assert Totp
    return make


def switch_on(client, code):
    page = client.send("/account/second-step", {"setup": "authenticator"})
    key = re.search(r"<code>([^<]+)</code>", page.text)[1]
    action = re.search(r'action="(/account/second-step/[^"]+)"', page.text)[1]
    client.send(action, {"code": code(key)})
    return key


def test_a_second_step_is_asked_for_once_it_is_on(app, owner, owner_browser, code):
    key = switch_on(owner_browser, code)
    assert "Switch it off" in owner_browser.get("/account/second-step").text
    client = app.test_client()
    halfway = client.sign_in(owner.email)
    assert "/sign-in/code" in halfway.location
    assert client.get("/workspaces").status_code == 302
    assert "not right" in client.send("/sign-in/code", {"code": "000000"}).text
    del key


def test_a_recovery_code_works_once(app, owner, owner_browser, code):
    switch_on(owner_browser, code)
    page = owner_browser.send("/account/recovery-codes", {"generate_new_codes": "yes"})
    first = re.search(r"<code>([^<]+)</code>", page.text)[1]
    client = app.test_client()
    client.sign_in(owner.email)
    assert client.send("/sign-in/recovery-code", {"code": first}).location.endswith("/workspaces")
    again = app.test_client()
    again.sign_in(owner.email)
    assert "was used already" in again.send("/sign-in/recovery-code", {"code": first}).text


def test_recovery_codes_are_not_readable_in_the_database(owner_browser, owner, session):
    page = owner_browser.send("/account/recovery-codes", {"generate_new_codes": "yes"})
    first = re.search(r"<code>([^<]+)</code>", page.text)[1]
    session.refresh(owner)
    assert len(owner.mf_recovery_codes) == 8
    assert first not in owner.mf_recovery_codes


def test_the_second_step_can_be_switched_off(app, owner, owner_browser, code):
    switch_on(owner_browser, code)
    owner_browser.send("/account/second-step", {"setup": "disable"})
    assert app.test_client().sign_in(owner.email).location.endswith("/workspaces")


def test_a_lost_second_step_is_taken_away_with_its_recovery_codes(app, owner, owner_browser, code, session):
    switch_on(owner_browser, code)
    owner_browser.send("/account/recovery-codes", {"generate_new_codes": "yes"})
    with app.app_context():
        lost = users.find_by_email(db, owner.email)
        assert second_step.is_on(lost)
        second_step.forget(lost)
        assert not second_step.is_on(lost)
        db.commit()
    assert app.test_client().sign_in(owner.email).location.endswith("/workspaces")
    session.refresh(owner)
    assert not owner.mf_recovery_codes


def test_the_pages_for_passkeys_are_there(owner_browser, browser):
    assert "Add a passkey" in owner_browser.get("/account/passkeys").text
    asked = owner_browser.send("/account/passkeys", {"name": "Phone", "usage": "first"})
    assert 'data-passkey="create"' in asked.text
    assert "Give the passkey a name" in owner_browser.send("/account/passkeys", {"usage": "first"}).text
    assert 'data-passkey="get"' in browser.send("/sign-in/passkey").text


def test_the_way_round_by_mail_is_closed(browser):
    assert browser.get("/sign-in/help").status_code == 404

"""Signing in through another provider: people are known by issuer and subject."""

from __future__ import annotations

import pytest
from flask import redirect
from sqlalchemy import select
from tests.web.conftest import PASSWORD

from maturity.settings import Settings
from maturity.store import users, workspaces
from maturity.store.tables import User

CLAIMS = {"iss": "https://idp.example", "sub": "12345", "name": "Ida IdP", "email": "owner@example.org"}


@pytest.fixture
def settings(settings):
    return Settings(**settings.model_dump() | {"oidc_issuer": "https://idp.example", "oidc_client_id": "us"})


@pytest.fixture(autouse=True)
def provider(app, monkeypatch):
    """A provider that lets everybody in as CLAIMS."""
    found = app.extensions["maturity-oidc"]
    monkeypatch.setattr(found, "authorize_redirect", lambda there: redirect("https://idp.example/authorize"))
    monkeypatch.setattr(found, "authorize_access_token", lambda: {"userinfo": CLAIMS})
    return found


def test_somebody_who_is_known_there_is_signed_in(browser, session, owner):
    users.add_identity(session, owner, CLAIMS["iss"], CLAIMS["sub"])
    session.commit()
    assert browser.get("/sign-in/oidc?next=/account").location.startswith("https://idp.example")
    assert browser.get("/sign-in/oidc/back").location == "/account"
    assert browser.get("/workspaces").status_code == 200


def test_the_same_address_there_opens_nobody_s_account(browser, owner):
    page = browser.get("/sign-in/oidc/back", follow_redirects=True)
    assert "Ask for an invitation" in page.text
    assert browser.get("/workspaces").status_code == 302


def test_a_person_connects_their_account_and_signs_in_there_from_then_on(app, owner_browser, owner, session):
    page = owner_browser.get("/sign-in/oidc/back", follow_redirects=True)
    assert "sign in there too" in page.text
    client = app.test_client()
    client.get("/sign-in/oidc/back")
    assert owner.email in client.get("/account").text


def test_an_identity_belongs_to_one_account_only(app, owner_browser, stranger_browser):
    owner_browser.get("/sign-in/oidc/back")
    page = stranger_browser.get("/sign-in/oidc/back", follow_redirects=True)
    assert "another account" in page.text


def test_somebody_new_comes_in_by_invitation(browser, app, session, workspace, owner):
    secret = app.config["SECRET_KEY"]
    invitation, token = workspaces.invitation_to(workspace, "ida@example.org", "reader", owner, secret)
    workspaces.invite(session, invitation)
    session.commit()
    assert "/sign-in/oidc?join=" in browser.get(f"/join/{token}").text
    browser.get(f"/sign-in/oidc?join={token}")
    page = browser.get("/sign-in/oidc/back", follow_redirects=True)
    assert "Accept the invitation" in page.text
    session.commit()
    assert session.scalar(select(User).where(User.email == "ida@example.org")).password is None


def test_one_is_never_led_to_another_host(browser, session, owner):
    users.add_identity(session, owner, CLAIMS["iss"], CLAIMS["sub"])
    session.commit()
    browser.get("/sign-in/oidc?next=https://evil.example")
    assert browser.get("/sign-in/oidc/back").location == "/workspaces"


def test_the_password_still_works(browser, owner):
    assert browser.send("/sign-in", {"email": owner.email, "password": PASSWORD}).status_code == 302

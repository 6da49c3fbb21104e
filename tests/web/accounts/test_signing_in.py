"""Signing in and out, forgotten passwords, and what strangers can learn from it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy

import pytest
from tests.web.conftest import PASSWORD

from maturity.language import language
from maturity.store import users
from maturity.web.accounts import words

NEW = "another long and good password"


def test_signing_in_leads_to_where_one_wanted_to_go(app, owner, workspace):
    client = app.test_client()
    asked = client.get(f"/workspaces/{workspace.id}")
    assert asked.location.startswith("/sign-in?next=")
    page = client.send(asked.location, {"email": owner.email, "password": PASSWORD})
    assert page.location.endswith(f"/workspaces/{workspace.id}")


def test_signing_in_never_leads_to_another_host(app, owner):
    client = app.test_client()
    page = client.send("/sign-in?next=https://evil.example/", {"email": owner.email, "password": PASSWORD})
    assert "evil" not in (page.location or "")


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb"])
def test_a_wrong_password_and_an_unknown_address_look_the_same(browser, owner, language):
    browser.set_cookie("language", language)
    texts = []
    for email in (owner.email, "nobody@example.org"):
        page = browser.send("/sign-in", {"email": email, "password": "wrong password here"})
        texts.append(page.text.replace(email, "").replace(browser.token(), ""))
    first, second = (re.sub(r'value="[^"]*"', "", text) for text in texts)
    assert first == second
    assert "summary" in first


def test_a_person_signs_out(owner_browser):
    owner_browser.sign_out()
    assert owner_browser.get("/workspaces").status_code == 302


def test_attempts_for_one_account_are_limited(app, owner):
    client = app.test_client()
    for _ in range(10):
        assert client.send("/sign-in", {"email": owner.email, "password": "wrong"}).status_code == 200
    refused = client.send("/sign-in", {"email": owner.email, "password": PASSWORD})
    assert refused.status_code == 429
    assert "quarter of an hour" in refused.text


def test_a_form_without_its_token_keeps_what_was_typed_but_no_password(browser):
    headers = {"Sec-Fetch-Site": "same-origin"}
    page = browser.post(
        "/sign-in", data={"email": "a@example.org", "password": "secret words"}, headers=headers
    )
    assert page.status_code == 400
    assert "a@example.org" in page.text
    assert "secret words" not in page.text


def test_a_form_from_elsewhere_is_not_offered_again(browser):
    page = browser.post("/workspaces/new", data={"name": "Evil"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert page.status_code == 400
    assert "Evil" not in page.text


def test_a_forgotten_password_without_an_address_says_what_is_missing(browser):
    page = browser.send("/forgotten-password", {"email": " "})
    assert '<a href="#email">Write your e-mail address</a>' in page.text
    assert "is on its way" not in page.text


def test_a_forgotten_password_is_replaced_through_a_link(browser, owner, settings):
    page = browser.send("/forgotten-password", {"email": owner.email}, follow_redirects=True)
    assert "on its way" in page.text
    (mail,) = (settings.instance / "mail").glob("*.eml")
    link = re.search(r"http://[^/]+(/forgotten-password/\S+)", mail.read_text().replace("=\n", ""))[1]
    assert browser.get(link).status_code == 200
    wrong = browser.send(link, {"password": NEW, "password_confirm": "something else"})
    assert "The two passwords differ" in wrong.text
    browser.send(link, {"password": NEW, "password_confirm": NEW})
    assert browser.sign_in(owner.email, NEW).location.endswith("/workspaces")


def test_nobody_learns_whether_an_address_has_an_account(browser, owner, settings):
    page = browser.send("/forgotten-password", {"email": "nobody@example.org"}, follow_redirects=True)
    assert "on its way" in page.text
    assert not list((settings.instance / "mail").glob("*"))


def test_others_save_while_the_mail_for_a_forgotten_password_goes_out(browser, app, owner):
    class Slow:
        def send(self, message):
            with app.extensions["maturity-database"].writing() as session:
                users.create(session, message["To"].replace("@", "-again@"), None)

    app.extensions["maturity-mailer"] = Slow()
    assert "on its way" in browser.send("/forgotten-password", {"email": owner.email}).text
    with app.extensions["maturity-database"].reading() as session:
        assert users.find_by_email(session, "owner-again@example.org")


def test_a_reset_link_that_is_wrong_says_so(browser):
    page = browser.get("/forgotten-password/no-such-token", follow_redirects=True)
    assert "not valid" in page.text


@pytest.mark.parametrize("path", ["/account/password", "/sign-in", "/forgotten-password"])
def test_nothing_that_is_needed_is_called_a_choice(app, browser, owner_browser, path):
    page = (owner_browser if path.startswith("/account") else browser).get(path)
    assert page.status_code == 200
    assert "(if you like)" not in page.text


def test_changing_the_password_ends_other_sessions(app, owner_browser, owner, settings):
    other = app.test_client()
    other.sign_in(owner.email)
    form = {"password": PASSWORD, "new_password": NEW, "new_password_confirm": NEW}
    page = owner_browser.send("/account/password", form, follow_redirects=True)
    assert "Your password is changed" in page.text
    assert owner_browser.get("/workspaces").status_code == 200
    assert other.get("/workspaces").status_code == 302
    assert len(list((settings.instance / "mail").glob("*"))) == 1


def test_no_message_of_flask_security_that_people_can_meet_is_left_in_english(app):
    from flask_security.core import _default_messages

    unused = (
        "CONFIRM",
        "EMAIL_",
        "ALREADY_CONF",
        "INVALID_CONF",
        "IDENTITY_ALREADY",
        "US_",
        "USERNAME",
        "LOGIN_",
        "INVALID_LOGIN",
        "PASSWORDLESS",
        "PHONE",
        "CHANGE_EMAIL",
        "REFRESH_TOKEN",
        "GENERIC_US",
        "USE_CODE",
        "CODE_HAS",
        "FAILED_TO",
        "PASSWORD_BREACHED",
        "PASSWORD_TOO",
    )
    left = {name for name in _default_messages if not name.startswith(unused)} - set(words.MESSAGES)
    assert not left


def test_a_mail_is_in_the_person_s_own_language_whoever_asked(browser, make_user, settings):
    sven = make_user("sven@example.org", language="sv")
    browser.send("/forgotten-password", {"email": sven.email}, headers={"Accept-Language": "en"})
    (path,) = (settings.instance / "mail").glob("*.eml")
    found = message_from_bytes(path.read_bytes(), policy=policy.default)
    swedish = language("sv")
    assert found["Subject"] == swedish.say("Choose a new password")
    assert found.get_content().startswith(swedish.say("Hello,"))

"""A municipality decides about comparisons by its own link, and a member is never less cautious."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from maturity.store import organisations
from maturity.store.tables import AuditEntry
from maturity.web.languages import COOKIE


@pytest.fixture
def place(session, workspace):
    made = organisations.create(session, workspace.id, "Exempelköping", "SE", "9999", 48_200)
    made.language = "sv"
    session.commit()
    session.expire_all()
    return made


@pytest.fixture
def address(workspace, place):
    return f"/workspaces/{workspace.id}/municipalities/{place.id}/taking-part"


@pytest.fixture
def link(app, session, place):
    organisations.make_consent_link(session, place, app.config["SECRET_KEY"])
    session.commit()
    session.expire_all()
    return "/consent/" + organisations.consent_token(place, app.config["SECRET_KEY"])


def entries(session):
    session.commit()
    session.expire_all()
    return [entry for entry in session.scalars(select(AuditEntry)) if entry.verb.startswith("consent")]


def test_a_member_makes_the_link_and_anyone_opens_it(owner_browser, browser, address, session):
    assert "/consent/" not in owner_browser.get(address).text
    assert owner_browser.send(f"{address}/link").status_code == 303
    link = re.search(r"http://[^/]+(/consent/\w{22})<", owner_browser.get(address).text)[1]
    page = browser.get(link)
    assert page.status_code == 200
    assert '<html lang="sv">' in page.text
    assert [entry.verb for entry in entries(session)] == ["consent-link-made"]


def test_the_municipality_decides_and_it_is_written_down(
    browser, owner_browser, link, session, place, workspace
):
    browser.set_cookie(COOKIE, "en")
    assert "Nobody has decided yet" in browser.get(link).text
    assert browser.send(link, {"consent": "not-included"}).status_code == 303
    session.commit()
    session.expire_all()
    assert (place.consent, place.consent_by, place.consent_own) == ("not-included", "itself", "not-included")
    assert "Decided by Exempelköping itself" in browser.get(link).text
    (entry,) = entries(session)
    assert (entry.verb, entry.user_id, entry.detail["by"]) == ("consent-changed", None, "itself")
    log = owner_browser.get(f"/workspaces/{workspace.id}/log").text
    assert "decided how Exempelköping takes part in comparisons: not included" in log
    assert "account is closed" not in log
    browser.send(link, {"consent": "named"})
    session.commit()
    session.expire_all()
    assert place.consent == "named"


def test_looking_changes_nothing(browser, link, session, place):
    for _ in range(2):
        browser.get(link + "?consent=named")
    session.commit()
    session.expire_all()
    assert (place.consent, place.consent_by) == ("anonymous", None)
    assert entries(session) == []


def test_deciding_the_same_again_is_not_written_twice(browser, link, session):
    for _ in range(3):
        browser.send(link, {"consent": "anonymous"})
    assert len(entries(session)) == 1


@pytest.mark.parametrize("given", [{}, {"consent": "everything"}, {"consent": ""}])
def test_what_is_no_choice_is_refused(browser, link, session, place, given):
    given = {"consent": None, **given}
    answer = browser.send(link, {name: value for name, value in given.items() if value is not None})
    assert answer.status_code == 422
    session.commit()
    session.expire_all()
    assert place.consent_by is None


def test_a_decision_needs_the_token_of_the_form(browser, link, session, place):
    assert browser.post(link, data={"consent": "named"}).status_code == 400
    session.commit()
    session.expire_all()
    assert place.consent == "anonymous"


def test_a_member_may_only_be_more_cautious_than_the_municipality(
    owner_browser, browser, address, link, session, place
):
    assert owner_browser.send(address, {"consent": "named"}).status_code == 303
    browser.send(link, {"consent": "anonymous"})
    page = owner_browser.get(address).text
    assert "has decided itself: Anonymous" in page
    assert re.search(r'<input[^>]*disabled[^>]*value="named"', page)
    answer = owner_browser.send(address, {"consent": "named"})
    assert answer.status_code == 422
    assert "You can be more cautious than that, and not less" in answer.text
    session.commit()
    session.expire_all()
    assert place.consent == "anonymous"
    assert owner_browser.send(address, {"consent": "not-included"}).status_code == 303
    assert [(entry.detail["consent"], entry.detail["by"]) for entry in entries(session)] == [
        ("named", "member"),
        ("anonymous", "itself"),
        ("not-included", "member"),
    ]


def test_another_link_closes_the_one_before(owner_browser, browser, address, link):
    assert browser.get(link).status_code == 200
    owner_browser.send(f"{address}/link")
    assert browser.get(link).status_code == 404
    assert browser.send(link, {"consent": "named"}).status_code == 404


def test_the_link_is_mailed_in_the_municipality_s_language(owner_browser, address, link, app, session):
    assert owner_browser.send(f"{address}/mail", {"email": "kommun@example.org"}).status_code == 303
    folder = app.extensions["maturity-mailer"].folder
    (mail,) = [path.read_text("utf-8") for path in folder.iterdir()]
    assert link.rsplit("/", 1)[1] in mail.replace("=\n", "")
    assert entries(session)[-1].verb == "consent-link-sent"
    answer = owner_browser.send(f"{address}/mail", {"email": "nobody"})
    assert answer.status_code == 422
    assert 'value="nobody"' in answer.text


def test_without_a_link_nothing_is_mailed(owner_browser, address, app):
    assert owner_browser.send(f"{address}/mail", {"email": "kommun@example.org"}).status_code == 303
    folder = app.extensions["maturity-mailer"].folder
    assert not folder.exists() or not list(folder.iterdir())


def test_links_that_were_never_made_are_not_found_and_cannot_be_guessed_at_will(app, browser):
    assert browser.get("/consent/" + "a" * 22).status_code == 404
    assert browser.get("/consent/short").status_code == 404
    most = app.extensions["maturity-settings"].token_misses
    found = {browser.get("/consent/" + "b" * 22).status_code for _ in range(most)}
    assert found == {404, 429}


def test_deciding_has_a_limit(browser, link):
    found = [browser.send(link, {"consent": "named"}).status_code for _ in range(32)]
    assert found[:30] == [303] * 30
    assert found[-1] == 429


def test_a_link_says_nothing_of_other_municipalities(browser, link, session, workspace):
    organisations.create(session, workspace.id, "Grannköping")
    session.commit()
    session.expire_all()
    assert "Grannköping" not in browser.get(link).text

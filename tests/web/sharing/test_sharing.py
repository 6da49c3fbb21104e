"""Links to a report: made, opened by anyone, ended, taken back."""

from __future__ import annotations

import datetime
import re

import pytest
from sqlalchemy import select

from maturity.jobs.kinds import report_pdf
from maturity.store import shares
from maturity.store.tables import AuditEntry, Share
from maturity.web.languages import COOKIE

TODAY = datetime.datetime.now(datetime.UTC).date()


@pytest.fixture
def filled(make_filled):
    return make_filled()


@pytest.fixture
def address(workspace, filled):
    return f"/workspaces/{workspace.id}/rounds/{filled.id}/shares"


@pytest.fixture
def make_share(app, session, filled):
    def make(days=10, language="sv", assessment=filled):
        ends = TODAY + datetime.timedelta(days=days)
        found = shares.make(session, assessment, app.config["SECRET_KEY"], language, ends)
        session.commit()
        return found, "/shared/" + shares.token_of(found, app.config["SECRET_KEY"])

    return make


def form(**facts):
    return {"label": "the council", "language": "sv", "ends_on": str(TODAY + datetime.timedelta(20)), **facts}


def test_a_link_is_made_shown_and_opened_by_anyone(owner_browser, browser, address, session):
    assert "Nobody outside the workspace" in owner_browser.get(address).get_data(as_text=True)
    assert owner_browser.send(address, form()).status_code == 303
    page = owner_browser.get(address).get_data(as_text=True)
    link = re.search(r"http://[^/]+(/shared/\w{22})<", page)[1]
    assert "the council" in page
    shown = browser.get(link).get_data(as_text=True)
    assert '<html lang="sv">' in shown
    assert 'id="profile"' in shown
    assert "the council" not in shown
    assert link.rsplit("/", 1)[1] not in session.scalars(select(Share)).one().key
    assert "share-created" in [entry.verb for entry in session.scalars(select(AuditEntry))]


@pytest.mark.parametrize(
    ("days", "told"),
    [(-1, "This day has passed"), (400, "A link works for a year at most"), (None, "Choose the last day")],
)
def test_a_link_ends_on_a_day_that_can_be(owner_browser, address, session, days, told):
    ends = "" if days is None else str(TODAY + datetime.timedelta(days))
    answer = owner_browser.send(address, form(ends_on=ends))
    assert answer.status_code == 422
    assert told in answer.get_data(as_text=True)
    assert session.scalars(select(Share)).all() == []


def test_a_link_that_has_ended_opens_nothing(browser, owner_browser, make_share, address):
    share, link = make_share(days=-2)
    for path in ("", "/file.json", "/pdf/x", "/pdf/x/file"):
        assert browser.get(link + path).status_code == 404
    page = owner_browser.get(address).get_data(as_text=True)
    assert "ended on" in page
    assert link not in page
    assert share.id in page


def test_a_link_that_was_taken_back_opens_nothing(browser, owner_browser, make_share, address):
    share, link = make_share()
    assert browser.get(link).status_code == 200
    assert owner_browser.send(f"{address}/{share.id}/revoke").status_code == 303
    assert browser.get(link).status_code == 404
    assert share.id not in owner_browser.get(address).get_data(as_text=True)


def test_a_link_opens_the_files_too(browser, make_share, monkeypatch, app):
    app.extensions["maturity-queue"].immediate = True
    monkeypatch.setattr(report_pdf, "lay_out", lambda html: b"%PDF-1.7 made")
    _, link = make_share()
    assert browser.get(link + "/file.xlsx").status_code == 200
    made = browser.send(link + "/pdf").headers["Location"]
    assert made.startswith(link)
    assert (
        "PDF:en är klar" in browser.get(made).get_data(as_text=True) or browser.get(made).status_code == 200
    )
    assert browser.get(made + "/file").data == b"%PDF-1.7 made"


def test_the_reader_can_choose_another_language(browser, make_share):
    _, link = make_share(language="da")
    assert '<html lang="da">' in browser.get(link).get_data(as_text=True)
    browser.get(link + "?lang=nb")
    assert browser.get_cookie(COOKIE).value == "nb"
    assert '<html lang="nb">' in browser.get(link).get_data(as_text=True)


def test_a_link_to_a_round_that_people_answer_shows_no_number(
    browser, owner_browser, make_filled, make_share
):
    filled = make_filled(state="open")
    _, link = make_share(assessment=filled, language="en")
    page = browser.get(link).get_data(as_text=True)
    assert "The report comes when answering has closed" in page
    assert browser.get(link + "/file.json").status_code == 302


def test_links_that_were_never_made_are_not_found_and_cannot_be_guessed_at_will(app, browser):
    assert browser.get("/shared/" + "a" * 22).status_code == 404
    assert browser.get("/shared/short").status_code == 404
    most = app.extensions["maturity-settings"].token_misses
    found = {browser.get("/shared/" + "b" * 22).status_code for _ in range(most)}
    assert found == {404, 429}


def test_only_facilitators_share(member_browser, stranger_browser, address, make_share):
    share, _ = make_share()
    reader = member_browser("reader")
    assert reader.get(address).status_code == 403
    assert reader.send(address, form()).status_code == 403
    assert reader.send(f"{address}/{share.id}/revoke").status_code == 403
    assert stranger_browser.get(address).status_code == 404
    assert stranger_browser.send(f"{address}/{share.id}/revoke").status_code == 404
    assert member_browser("facilitator").get(address).status_code == 200


def test_a_link_of_another_round_is_not_taken_back_here(owner_browser, make_filled, make_share, workspace):
    share, link = make_share()
    other = make_filled(label="Another")
    path = f"/workspaces/{workspace.id}/rounds/{other.id}/shares/{share.id}/revoke"
    assert owner_browser.send(path).status_code == 404
    assert owner_browser.get(link).status_code == 200

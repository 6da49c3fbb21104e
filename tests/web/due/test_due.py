"""The page of what is due, and the switch for mails about it."""

from __future__ import annotations

import datetime
import re

import pytest
from flask import url_for
from tests.web.meeting.conftest import make_round

from maturity.jobs.kinds import remind
from maturity.store import actions, workspaces
from maturity.store.due import due_in
from maturity.store.tables import Target
from maturity.web.languages import today

__all__ = ["make_round"]


@pytest.fixture
def where(workspace):
    return f"/workspaces/{workspace.id}/due"


@pytest.fixture
def day(app):
    """A day so many days from today."""
    with app.test_request_context():
        now = today()
    return lambda days: now + datetime.timedelta(days=days)


@pytest.fixture
def full(session, make_round, day):
    """One of each kind; the action is late."""
    closed = make_round("closed", label="Spring 2024", again_on=day(20))
    make_round("open", label="Spring 2026", closes_on=day(2))
    actions.add(session, closed, "Meet <monthly>", owner="Head of development", due=day(-3))
    place, asked = closed.organisation_id, "innovation-capacity"
    dimension = "political-ownership"
    session.add(Target(organisation_id=place, questionnaire=asked, dimension=dimension, score=3, by=day(30)))
    session.commit()
    return closed


def test_an_empty_page_says_what_comes_here(owner_browser, where):
    assert "Nothing is due." in owner_browser.get(where).text


def test_every_kind_leads_to_where_it_is_seen_to(owner_browser, where, full):
    page = owner_browser.get(where).text
    assert "1 thing is past its day. 3 things are near." in page
    for told in (
        "A new round after Spring 2024",
        "Spring 2026",
        "Meet &lt;monthly&gt;",
        "Political ownership",
    ):
        assert told in page
    rows = page.partition('class="rows"')[2].partition("<h2>Reminders")[0]
    found = re.findall(r'<h3><a href="([^"]+)"', rows)
    assert len(found) == 4
    assert {owner_browser.get(one).status_code for one in found} == {200}


def test_a_reader_reads_it_and_is_offered_nothing_else(member_browser, where, full):
    reader = member_browser("reader")
    page = reader.get(where).text
    assert "Meet &lt;monthly&gt;" in page
    assert "Reminders by mail" not in page
    found = re.findall(r'<h3><a href="([^"]+)"', page)
    assert {reader.get(one).status_code for one in found} == {200}
    assert reader.send(f"{where}/mails", {"reminded": "y"}).status_code == 403


def test_mails_are_turned_off_and_on_for_oneself_only(owner_browser, session, workspace, owner, where):
    assert "checked" in owner_browser.get(where).text
    for given, wanted in (({}, False), ({"reminded": "y"}, True)):
        assert owner_browser.send(f"{where}/mails", given).status_code == 303
        session.rollback()
        assert workspaces.membership(session, workspace.id, owner.id).reminded is wanted


def test_the_overview_says_how_much_is_due(owner_browser, workspace, full):
    page = owner_browser.get(f"/workspaces/{workspace.id}").text
    assert re.search(r'What is due</a> <span class="tag warm">4<', page)


def test_the_mail_leads_to_this_page(app, workspace, where):
    with app.test_request_context():
        assert url_for("due.index", workspace_id=workspace.id) == remind.PAGE.format(id=workspace.id) == where


def test_another_workspace_finds_nothing(stranger_browser, where):
    assert stranger_browser.get(where).status_code == 404
    assert stranger_browser.send(f"{where}/mails").status_code == 404


@pytest.mark.parametrize("tag", ["en", "sv", "da", "nb"])
def test_the_page_is_there_in_every_language(owner_browser, where, full, tag):
    assert owner_browser.get(where, headers={"Accept-Language": tag}).status_code == 200


@pytest.fixture
def many(session, make_round, day):
    """A closed round with more actions than stand on one page; the first is late, the others are near."""
    closed = make_round("closed")
    for number in range(1, 61):
        actions.add(session, closed, f"Action {number:02}", due=day(-1 if number == 1 else 1))
    session.commit()


def test_much_that_is_due_stands_on_several_pages(owner_browser, where, many):
    pages = [owner_browser.get(f"{where}?page={number}").text for number in (1, 2)]
    told = [re.findall(r"Action \d\d", page) for page in pages]
    assert [len(found) for found in told] == [50, 10]
    assert sorted(told[0] + told[1]) == [f"Action {number:02}" for number in range(1, 61)]
    for page in pages:
        assert "1 thing is past its day. 59 things are near." in page
    assert ["Past its day</h2>" in page for page in pages] == [True, False]
    assert f'href="{where}?page=2">Next page' in pages[0]
    assert f'href="{where}?page=1">Previous page' in pages[1]


def test_the_mail_and_the_overview_tell_all_that_is_due(owner_browser, session, workspace, many, day):
    assert re.search(
        r'What is due</a> <span class="tag warm">60<', owner_browser.get(f"/workspaces/{workspace.id}").text
    )
    assert len(due_in(session, workspace.id, day(0), "en")) == 60

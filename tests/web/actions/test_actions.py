"""From recommendations to actions."""

from __future__ import annotations

import datetime
import re

import pytest
from tests.web.meeting.conftest import make_round, meeting, path

from maturity.language import language
from maturity.report.taken import taken_on
from maturity.store import actions

__all__ = ["make_round", "meeting", "path"]
FACTS = {
    "title": "Meet <monthly>",
    "owner": "Head of development",
    "due": "2020-03-01",
    "status": "started",
    "note": "=1+1",
}


@pytest.fixture
def add(owner_browser, path):
    def added(**facts):
        assert owner_browser.send(f"{path}/actions/new", FACTS | facts).status_code == 303

    return added


@pytest.fixture
def only(session, meeting):
    def found():
        session.rollback()
        (action,) = actions.of_assessment(session, meeting)
        return action

    return found


def test_an_empty_list_says_what_to_do(owner_browser, path):
    page = owner_browser.get(f"{path}/actions").text
    assert "Nothing is decided yet" in page
    assert "What is advised" in page


def test_what_has_no_owner_or_no_date_is_counted(owner_browser, path, add):
    add()
    assert "no owner or no date" not in owner_browser.get(f"{path}/actions").text
    add(owner="")
    add(due="", status="dropped")
    assert "1 has no owner or no date yet." in owner_browser.get(f"{path}/actions").text


def test_what_was_dropped_was_decided_too_as_the_next_report_says(owner_browser, path, add):
    add(title="Given up", status="dropped")
    assert "1 action is decided." in owner_browser.get(f"{path}/actions").text


def test_a_recommendation_becomes_an_action(owner_browser, path, only):
    page = owner_browser.get(f"{path}/actions").text
    first = re.search(r'href="([^"]+\?from=([a-z0-9-]+))"', page)
    form = owner_browser.get(first.group(1)).text
    title = re.search(r'name="title"[^>]*value="([^"]+)"', form).group(1)
    owner_browser.send(
        first.group(1), {"title": title, "owner": "Executive team", "due": "2030-01-31", "status": "open"}
    )
    action = only()
    assert (action.recommendation, action.owner, action.due) == (
        first.group(2),
        "Executive team",
        datetime.date(2030, 1, 31),
    )
    page = owner_browser.get(f"{path}/actions").text
    assert f"from={first.group(2)}" not in page
    assert "31 January 2030" in page
    assert "Overdue" not in page


def test_an_own_action_that_is_late_is_marked(owner_browser, path, add):
    add()
    page = owner_browser.get(f"{path}/actions").text
    assert "Meet &lt;monthly&gt;" in page
    assert "Overdue" in page
    assert "1 is overdue" in page


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_done_or_dropped_is_not_late(owner_browser, path, add, status):
    add(status=status)
    assert "Overdue" not in owner_browser.get(f"{path}/actions").text


def test_an_action_is_changed(owner_browser, path, add, only):
    add()
    where = f"{path}/actions/{only().id}"
    assert "Meet &lt;monthly&gt;" in owner_browser.get(where).text
    owner_browser.send(where, FACTS | {"title": "Meet weekly", "due": "", "status": "done"})
    action = only()
    assert (action.title, action.due, action.status) == ("Meet weekly", None, "done")


@pytest.mark.parametrize(
    "wrong",
    [{"title": " "}, {"title": "x" * 301}, {"due": "tomorrow"}, {"status": "late"}, {"owner": "x" * 301}],
)
def test_what_does_not_fit_is_told_and_kept(owner_browser, path, session, meeting, wrong):
    answer = owner_browser.send(f"{path}/actions/new", FACTS | wrong)
    assert answer.status_code == 422
    assert "Something needs to be put right" in answer.text
    assert "=1+1" in answer.text
    assert actions.of_assessment(session, meeting) == []


def test_an_action_is_deleted_once_that_is_confirmed(owner_browser, path, add, only, session, meeting):
    add()
    where = f"{path}/actions/{only().id}/delete"
    assert "Delete the action?" in owner_browser.get(where).text
    owner_browser.send(where)
    session.rollback()
    assert actions.of_assessment(session, meeting) == []


def test_nothing_is_advised_while_people_answer(owner_browser, make_round):
    found = make_round("open")
    where = f"/workspaces/{found.workspace_id}/rounds/{found.id}/actions"
    assert "What is advised" not in owner_browser.get(where).text
    assert owner_browser.get(f"{where}/new?from=anything").status_code == 200


def test_a_reader_reads_and_does_not_change(member_browser, path, add, only):
    add()
    reader = member_browser("reader")
    page = reader.get(f"{path}/actions").text
    assert "Meet &lt;monthly&gt;" in page
    assert "Add an action" not in page
    assert reader.send(f"{path}/actions/new", FACTS).status_code == 403
    assert reader.send(f"{path}/actions/{only().id}/delete").status_code == 403


def test_another_round_s_action_is_not_found(owner_browser, make_round, add, only):
    add()
    other = make_round()
    where = f"/workspaces/{other.workspace_id}/rounds/{other.id}/actions/{only().id}"
    assert owner_browser.get(where).status_code == 404
    assert owner_browser.send(f"{where}/delete").status_code == 404


def test_another_workspace_finds_nothing(stranger_browser, path):
    assert stranger_browser.get(f"{path}/actions").status_code == 404


@pytest.mark.parametrize("tag", ["en", "sv", "da", "nb"])
def test_every_page_is_there_in_every_language(owner_browser, path, add, only, tag):
    add()
    for page in ("", "/new", f"/{only().id}", f"/{only().id}/delete"):
        assert owner_browser.get(f"{path}/actions{page}", headers={"Accept-Language": tag}).status_code == 200


def test_the_report_gets_what_was_not_dropped(session, path, add, meeting):
    add()
    add(title="Given up", status="dropped")
    session.rollback()
    (taken,) = taken_on(session, meeting, language("en"), datetime.date.today())
    assert (taken.title, taken.owner, taken.status, taken.overdue) == (
        "Meet <monthly>",
        "Head of development",
        "Under way",
        True,
    )

"""A municipality is deleted by an owner who has written its name."""

from __future__ import annotations

import datetime

import pytest
from sqlalchemy import select

from maturity.store import assessments, marks, organisations, questionnaires, shares
from maturity.store.tables import AuditEntry, Organisation

SECRET = "a secret key that is only for tests, and long"
TODAY = datetime.date.today()


@pytest.fixture
def place(session, workspace):
    version = questionnaires.bundled(session, "innovation-capacity-short")
    made = organisations.create(session, workspace.id, "Uppby  kommun", "SE", "0381")
    for number in range(10):
        label = {"label": f"Round {number}", "state": "open" if number == 0 else "closed"}
        row = assessments.create(session, workspace.id, made, version, **label)
    shares.make(session, row, SECRET, "sv", TODAY + datetime.timedelta(days=1))
    marks.add(session, made, TODAY, "Election")
    session.commit()
    return made


@pytest.fixture
def address(workspace, place):
    return f"/workspaces/{workspace.id}/municipalities/{place.id}"


def is_there(session, place_id):
    session.commit()
    session.expire_all()
    return session.get(Organisation, place_id) is not None


def test_what_goes_and_what_stays_is_said(owner_browser, address):
    page = owner_browser.get(f"{address}/delete").text
    for words in (
        "10 rounds with their results",
        "and 2 more",
        "1 link to a report, which then opens nothing.",
        "1 event between rounds.",
        "People answer now in 1 of its rounds.",
        "Reports and files that were handed out",
        "at most 90 days",
    ):
        assert words in page
    assert "target" not in page


def test_it_goes_once_its_name_is_written(owner_browser, session, workspace, address, place):
    id_ = place.id
    answer = owner_browser.send(f"{address}/delete", {"name": " Uppby kommun "})
    assert answer.status_code == 303
    assert not is_there(session, id_)
    assert organisations.rounds(session, workspace.id) == {}
    entry = session.scalars(select(AuditEntry).where(AuditEntry.verb == "organisation-deleted")).one()
    assert (entry.subject_id, entry.detail) == (id_, {"name": "Uppby  kommun"})
    assert "deleted the municipality" in owner_browser.get(f"/workspaces/{workspace.id}/log").text


@pytest.mark.parametrize(
    ("name", "told"), [("", "Write the municipality"), ("Uppby", "not the municipality")]
)
def test_another_name_deletes_nothing(owner_browser, session, address, place, name, told):
    id_ = place.id
    answer = owner_browser.send(f"{address}/delete", {"name": name})
    assert answer.status_code == 422
    assert told in answer.text
    assert is_there(session, id_)


def test_one_that_is_here_twice_is_better_merged(owner_browser, session, workspace, address, place):
    double = organisations.create(session, workspace.id, "Uppby")
    session.commit()
    assert f"{address}/merge?other={double.id}" in owner_browser.get(f"{address}/delete").text


@pytest.mark.parametrize("role", ["facilitator", "reader"])
def test_only_owners_delete(member_browser, session, address, place, role):
    id_, browser = place.id, member_browser(role)
    assert browser.get(f"{address}/delete").status_code == 403
    assert browser.send(f"{address}/delete", {"name": "Uppby kommun"}).status_code == 403
    assert is_there(session, id_)
    if role == "facilitator":
        assert f"{address}/delete" not in browser.get(address).text

"""Who wants mails about what is due, and which have gone out."""

from __future__ import annotations

import datetime

import pytest

from maturity.store import organisations, reminders, users, workspaces
from maturity.store.due import Due
from maturity.store.tables import Membership

DAY = datetime.date(2026, 3, 12)


@pytest.fixture
def member(session, workspace, owner):
    return workspaces.membership(session, workspace.id, owner.id)


@pytest.fixture
def due(session, workspace):
    place = organisations.create(session, workspace.id, "Exempelköping")
    return Due("action", "an action", DAY, "Meet", place)


def test_what_is_claimed_is_not_told_again_until_that_is_taken_back(session, member, due):
    ids = reminders.claim(session, member, [due])
    assert reminders.unsent(session, member, [due]) == []
    reminders.take_back(session, ids)
    assert reminders.unsent(session, member, [due]) == [due]


def test_only_the_first_of_two_claims_holds(session, member, due):
    assert len(reminders.claim(session, member, [due])) == 1
    assert reminders.claim(session, member, [due]) == []
    assert reminders.unsent(session, member, [due]) == []


def test_who_cannot_do_anything_about_it_or_does_not_want_it_is_not_told(session, workspace, owner, member):
    for role in ("facilitator", "reader"):
        person = users.create(session, f"{role}@example.org", None)
        session.add(Membership(workspace_id=workspace.id, user_id=person.id, role=role))
    session.flush()
    assert len(reminders.people(session)) == 2
    reminders.switch(session, member, False)
    assert owner.id not in reminders.people(session)
    assert reminders.wanted_by(session, owner) == []

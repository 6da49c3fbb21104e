"""Who wants mails about what is due, and which have gone out."""

from __future__ import annotations

import datetime

import pytest
from sqlalchemy import select

from maturity.store import (
    actions,
    assessments,
    organisations,
    questionnaires,
    reminders,
    targets,
    users,
    workspaces,
)
from maturity.store.due import Due
from maturity.store.tables import Membership, Reminder

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


@pytest.fixture
def round_(session, workspace):
    questionnaires.ensure_bundled(session)
    place = organisations.create(session, workspace.id, "Exempelköping")
    version = questionnaires.bundled(session, "innovation-capacity-short")
    return assessments.create(session, workspace.id, place, version)


def test_what_was_told_of_an_action_goes_with_it(session, round_, member):
    place = round_.organisation
    first, second = (actions.add(session, round_, title, due=DAY) for title in ("Meet", "Write"))
    reminders.claim(
        session, member, [Due("action", one.id, DAY, one.title, place) for one in (first, second)]
    )
    gone, stays = first.id, second.id
    actions.delete(session, first)
    assert session.scalars(select(Reminder.subject_id)).all() == [stays]
    assert gone != stays


def test_what_was_told_of_a_round_its_actions_and_a_target_goes_with_them(session, round_, member):
    place, asked = round_.organisation, questionnaires.questionnaire_of(round_)
    action = actions.add(session, round_, "Meet", due=DAY)
    target = targets.put(session, place, asked, next(iter(asked.nodes)), 4.0, DAY)
    told = [("action", action.id), ("round", round_.id), ("target", target.id)]
    reminders.claim(session, member, [Due(kind, id_, DAY, "Told", place) for kind, id_ in told])
    targets.delete(session, target)
    assert len(session.scalars(select(Reminder.id)).all()) == 2
    assessments.delete(session, round_)
    assert not session.scalars(select(Reminder.id)).all()


def test_who_cannot_do_anything_about_it_or_does_not_want_it_is_not_told(session, workspace, owner, member):
    for role in ("facilitator", "reader"):
        person = users.create(session, f"{role}@example.org", None)
        session.add(Membership(workspace_id=workspace.id, user_id=person.id, role=role))
    session.flush()
    assert len(reminders.people(session)) == 2
    reminders.switch(session, member, False)
    assert owner.id not in reminders.people(session)
    assert reminders.wanted_by(session, owner) == []

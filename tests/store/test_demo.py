"""The example that `maturity serve --demo` shows: a municipality with its rounds, and a consultant with eleven."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import func, select

from maturity.report.benchmark.stored import bundle_of
from maturity.store import demo, demo_consultant, groups, organisations, questionnaires
from maturity.store.offers import offers_of
from maturity.store.tables import Action, Assessment, Respondent, Workspace


@pytest.fixture
def consultant(session):
    questionnaires.ensure_bundled(session)
    demo.fill(session, "hash", "a secret")
    return session.scalars(select(Workspace).where(Workspace.name == demo_consultant.NAME)).one()


def test_the_consultant_has_eleven_municipalities_in_three_countries(session, consultant):
    towns = organisations.of_workspace(session, consultant.id)
    assert Counter(town.country for town in towns) == {"SE": 5, "DK": 3, "NO": 3}
    assert {town.language for town in towns} == {"sv", "da", "nb"}
    assert {town.consent for town in towns} == {"named", "anonymous"}


def test_nobody_who_answered_is_kept(session, consultant):
    query = select(func.count()).select_from(Respondent).join(Assessment)
    assert session.scalar(query.where(Assessment.workspace_id == consultant.id)) == 0


def test_every_client_and_the_group_get_a_report_with_numbers(session, consultant):
    (group,) = groups.of_workspace(session, consultant.id)
    offers = offers_of(session, consultant, group)
    assert len(offers.clients) == 11
    assert {one.withheld for one in (offers.group, *offers.clients)} == {None}
    assert not offers.refused
    assert bundle_of(session, consultant, group, "nb", offers.clients[0].organisation).report.profile


def test_what_the_municipality_took_on_is_about_what_was_advised(session, consultant):
    assert consultant
    query = select(Action).where(Action.recommendation.is_not(None))
    taken = session.scalars(query).all()
    assert len(taken) == 3
    assert all(len(action.about) == 1 for action in taken)


def test_it_is_made_once(session, consultant):
    demo.fill(session, "another hash", "a secret")
    names = session.scalars(select(Workspace.name)).all()
    assert sorted(names) == sorted((demo.NAME, demo_consultant.NAME))

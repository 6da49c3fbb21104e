"""A municipality is deleted with what belongs to it, and with nothing else."""

from __future__ import annotations

import datetime

import pytest
from sqlalchemy import func, select
from tests.web.furnished import OURS, furnish

from maturity.store import organisations, questionnaires, removing
from maturity.store.merging.doing import referring
from maturity.store.tables import Action, Assessment, Organisation, Reminder
from maturity.store.tables.base import Base

TODAY = datetime.date.today()


@pytest.fixture
def place(session):
    """The municipality of a furnished workspace that everything hangs on."""
    questionnaires.ensure_bundled(session)
    home = furnish(session, "Ourtown", OURS, "hash")
    return session.get(Organisation, home.ids["organisation_id"])


def counts(session):
    session.flush()
    tables = Base.metadata.tables
    return {name: session.scalar(select(func.count()).select_from(tables[name])) for name in tables}


def test_what_goes_is_counted(session, place):
    told = removing.belongings_of(session, place, TODAY)
    every = counts(session)
    assert len(told.rounds) == organisations.rounds(session, place.workspace_id)[place.id]
    assert (told.people, told.open) == (every["respondent"], 1)
    assert (told.links, told.documents) == (every["share"], every["document"])
    assert (told.targets, told.marks, told.reports) == (1, 1, 2)
    assert told.actions == every["action"]
    assert told.decides


def test_ended_links_are_not_counted(session, place):
    late = TODAY + datetime.timedelta(days=1000)
    assert removing.belongings_of(session, place, late).links == 0


@pytest.mark.parametrize("column", list(referring()), ids=str)
def test_no_table_names_it_afterwards_and_others_keep_theirs(session, place, column):
    elsewhere = select(func.count()).select_from(column.table).where(column.is_distinct_from(place.id))
    mine = select(func.count()).select_from(column.table).where(column == place.id)
    before = session.scalar(elsewhere)
    assert session.scalar(mine)
    removing.delete_organisation(session, place)
    assert (session.scalar(mine), session.scalar(elsewhere)) == (0, before)


def test_the_group_s_reports_the_log_and_other_municipalities_stay(session, place):
    before = counts(session)
    removing.delete_organisation(session, place)
    after = counts(session)
    assert after["organisation"] == before["organisation"] - 1
    same = ("batch", "audit", "peer_group", "target_profile", "intake_file", "membership")
    assert [after[name] for name in same] == [before[name] for name in same]
    assert after["batch_report"] == before["batch_report"] - 2
    assert after["stored_result"] == before["stored_result"] - 1
    assert after["respondent"] == after["answer"] == after["share"] == after["document"] == 0


def test_notes_of_mails_about_it_go_too(session, place):
    round_ = session.scalars(select(Assessment).where(Assessment.organisation_id == place.id)).first()
    action = session.scalars(select(Action)).first()
    member = session.scalars(select(Base.metadata.tables["membership"].c.id)).first()
    for kind, subject in (("round", round_.id), ("action", action.id), ("target", "another's")):
        session.add(Reminder(membership_id=member, kind=kind, subject_id=subject, due=TODAY))
    session.flush()
    removing.delete_organisation(session, place)
    assert [row.subject_id for row in session.scalars(select(Reminder))] == ["another's"]

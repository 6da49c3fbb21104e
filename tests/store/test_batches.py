"""Reports to each and to all: ordered at once, each made once, and none lost when a worker is killed."""

from __future__ import annotations

import datetime

import pytest
from sqlalchemy import select

from maturity.problems import Problems
from maturity.store import batches, groups, jobs, organisations, profiles, retention, workspaces
from maturity.store.batches import Counts, Wanted
from maturity.store.clock import now
from maturity.store.tables import Batch, BatchReport


@pytest.fixture
def towns(session, workspace):
    facts = {"code": None, "population": None, "tags": [], "language": None}
    return [
        organisations.add(session, workspace.id, name, country=country, **facts)
        for name, country in (("Uppby", "SE"), ("Nedby", "DK"), ("Utby", "NO"), ("Inby", "FI"))
    ]


@pytest.fixture
def group(session, workspace):
    profile = profiles.add(session, workspace.id, "Good enough", "innovation-capacity", {"a": 3.0})
    return groups.add(
        session, workspace.id, "innovation-capacity", name="Coast", countries=["SE"], population_from=None,
        population_to=30_000, codes=[], tags=["coast"], threshold=5, profile=profile,
    )  # fmt: skip


@pytest.fixture
def batch(session, workspace, group, towns):
    wanted = [*(Wanted(town, "sv") for town in towns[:2]), Wanted(None, "en")]
    return batches.order(session, workspace, group, wanted)


def claimed(session, batch):
    while (found := batches.claim(session, batch.id)) is not None:
        yield found


def test_a_report_is_in_the_organisation_s_language_else_in_its_country_s(session, workspace, towns):
    workspace.language = "en"
    assert [batches.language_of(town, workspace) for town in towns] == ["sv", "da", "nb", "en"]
    towns[0].language = "da"
    assert batches.language_of(towns[0], workspace) == "da"


def test_the_group_s_report_comes_first_and_the_others_in_their_order(session, batch, towns):
    found = batches.reports_of(session, batch)
    assert [(one.place, one.organisation, one.language) for one in found] == [
        (0, None, "en"),
        (1, towns[0], "sv"),
        (2, towns[1], "sv"),
    ]
    assert batches.counts(session, [batch])[batch.id] == Counts(left=3, done=0, failed=0)


def test_nothing_and_unknown_languages_are_refused(session, workspace, group, towns):
    with pytest.raises(Problems, match="at least one report"):
        batches.order(session, workspace, group, [])
    with pytest.raises(Problems, match="no reports in the language"):
        batches.order(session, workspace, group, [Wanted(towns[0], "xx")])
    assert session.scalars(select(Batch)).all() == []


def test_the_group_stays_as_it_was_when_the_batch_was_ordered(session, batch, group):
    group.name, group.countries, group.profile.scores = "Else", ["DK"], {"a": 5.0}
    session.flush()
    was = batches.group_of(batch)
    assert (was.name, was.countries, was.tags, was.population_to) == ("Coast", ["SE"], ["coast"], 30_000)
    assert groups.target_of(was) == {"a": 3.0}
    assert groups.choice_of(was).countries == ("SE",)
    session.flush()
    assert len(groups.of_workspace(session, batch.workspace_id)) == 1, "the copy is not kept as a group"


def test_each_is_made_once_and_then_nothing_is_left(session, batch):
    made = []
    for report in claimed(session, batch):
        made.append(report.place)
        assert batches.fill(session, report.id, b"%PDF")
        assert not batches.fill(session, report.id, b"again")
    assert made == [0, 1, 2]
    assert {one.size for one in batches.reports_of(session, batch)} == {4}
    assert batches.finish(session, batch) == Counts(left=0, done=3, failed=0)
    assert batch.ended_at is not None


def test_what_a_killed_worker_had_in_its_hands_waits_again(session, batch):
    first, second = batches.claim(session, batch.id), batches.claim(session, batch.id)
    batches.fill(session, first.id, b"%PDF")
    batches.begin(session, batch, ["r1"])
    assert next(report.id for report in claimed(session, batch)) == second.id
    assert first.state == "done"


def test_what_is_compared_is_what_was_there_when_the_work_first_began(session, batch):
    assert batches.begin(session, batch, ["r1", "r2"]) == ("r1", "r2")
    assert batches.begin(session, batch, ["r1", "r2", "r3"]) == ("r1", "r2")


def test_one_that_fails_says_why_and_can_be_tried_again(session, batch):
    report = batches.claim(session, batch.id)
    batches.fail(session, report.id, "There is no result of {name}", {"name": "Uppby"})
    assert (report.state, report.error_values) == ("failed", {"name": "Uppby"})
    assert batches.counts(session, [batch])[batch.id] == Counts(left=2, done=0, failed=1)
    assert batches.try_again(session, batch) == 1
    assert (report.state, report.error) == ("waiting", None)
    assert batches.claim(session, batch.id).id == report.id


def test_a_report_that_was_deleted_is_not_kept(session, batch):
    id_ = batches.claim(session, batch.id).id
    batches.delete(session, batch)
    session.expire_all()
    assert not batches.fill(session, id_, b"%PDF")
    assert session.scalars(select(BatchReport)).all() == []


def test_it_runs_while_its_job_does(session, batch):
    assert not batches.is_running(batch)
    batch.job = jobs.add(session, batches.KIND, {"batch": batch.id}, batch.workspace_id)
    assert batches.is_running(batch)
    jobs.finish(session, batch.job, {})
    assert not batches.is_running(batch)


def test_it_is_found_through_its_own_workspace_only(session, batch, owner):
    other = workspaces.create(session, owner, "Other")
    report = batches.reports_of(session, batch)[0]
    assert batches.find(session, batch.workspace_id, batch.id) is batch
    assert batches.find(session, other.id, batch.id) is None
    assert batches.of_workspace(session, other.id) == []
    assert batches.report_of(session, batch, report.id) is report
    assert batches.report_of(session, Batch(id="other"), report.id) is None


def test_old_batches_go(session, batch):
    at = now() + datetime.timedelta(days=batches.KEPT_DAYS - 1)
    retention.keep_house(session, at, 0, 30)
    assert session.get(Batch, batch.id)
    retention.keep_house(session, at + datetime.timedelta(days=2), 0, 30)
    session.expire_all()
    assert session.get(Batch, batch.id) is None


def test_an_attempt_that_makes_headway_is_not_counted_against_a_job(session):
    job = jobs.add(session, "long", {})
    for step in range(1, 6):
        jobs.begin(session, job)
        jobs.advance(session, job, step, 10)
    assert job.attempts == 1
    jobs.begin(session, job)
    jobs.advance(session, job, 5, 10)
    assert job.attempts == 2, "it came no further than before"

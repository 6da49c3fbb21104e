"""A batch of reports: each made once, one that fails alone, and all from the same results."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select, update
from tests.jobs.towns import make_batch, make_workspace

from maturity.jobs import work as jobs_work
from maturity.jobs.kinds import benchmark_reports
from maturity.jobs.rendering import REFUSED
from maturity.jobs.work import do, kinds_by_name
from maturity.problems import Problem, Problems
from maturity.store import batches, jobs, organisations
from maturity.store.tables import Assessment, Batch, BatchReport, Job, Organisation, StoredResult

TOWNS = 8


@pytest.fixture
def batch(database):
    with database.writing() as session:
        found = make_batch(session, make_workspace(session, TOWNS))
        found.job = jobs.add(session, batches.KIND, {"batch": found.id}, found.workspace_id)
        return found


@pytest.fixture
def english(database, batch):
    """The same with every report in English."""
    with database.writing() as session:
        session.execute(update(BatchReport).values(language="en"))


@pytest.fixture
def printed(monkeypatch):
    """The pages that were laid out, instead of PDFs that take seconds."""
    pages = []
    lock = threading.Lock()

    def lay_out(html):
        with lock:
            pages.append(html)
        return b"%PDF " + html[:200].encode()

    monkeypatch.setattr(benchmark_reports, "lay_out", lay_out)
    return pages


@pytest.fixture
def meanwhile(database, batch, printed, monkeypatch):
    """`meanwhile(happens)`: reports are made one by one, and after the third `happens(session, town)` to the last
    municipality."""
    usual = benchmark_reports.lay_out

    def arrange(happens):
        def lay_out(html):
            if len(printed) == 3:
                with database.writing() as session:
                    (*_, town) = organisations.of_workspace(session, batch.workspace_id)
                    happens(session, town)
            return usual(html)

        monkeypatch.setattr(benchmark_reports, "RENDERERS", 1)
        monkeypatch.setattr(benchmark_reports, "lay_out", lay_out)

    return arrange


def rows(database, batch):
    with database.reading() as session:
        return batches.reports_of(session, session.get_one(Batch, batch.id))


def about(pages, name):
    """The pages whose title ends with a name."""
    return [page for page in pages if f"{name}</title>" in page]


def test_it_is_found_by_its_kind():
    assert kinds_by_name()[batches.KIND] is benchmark_reports


def test_each_gets_one_in_its_language_and_all_get_one(database, settings, batch, printed):
    do(database, settings, batch.job.id)
    made = rows(database, batch)
    assert [one.state for one in made] == ["done"] * (TOWNS + 1)
    assert len(printed) == TOWNS + 1
    for one in made[1:]:
        (page,) = about(printed, one.organisation.name)
        assert f'<html lang="{one.language}"' in page
    with database.reading() as session:
        job = session.get_one(Job, batch.job.id)
        assert (job.state, job.progress, job.total) == ("done", TOWNS + 1, TOWNS + 1)
        assert job.outcome == {"done": TOWNS + 1, "failed": 0}
        assert session.get_one(Batch, batch.id).ended_at is not None


def test_nothing_of_another_client_stands_in_a_client_s_report(database, settings, batch, printed):
    do(database, settings, batch.job.id)
    for one in rows(database, batch)[1:]:
        (page,) = about(printed, one.organisation.name)
        others = {f"Town {number:05}" for number in range(TOWNS)} - {one.organisation.name}
        assert not [name for name in others if name in page]


def test_one_that_fails_does_not_stop_the_others_and_can_be_tried_again(
    database, settings, batch, printed, monkeypatch
):
    usual = benchmark_reports.lay_out
    bad = "Town 00003"

    def lay_out(html):
        if about([html], bad):
            raise Problems([Problem(REFUSED)])
        return usual(html)

    monkeypatch.setattr(benchmark_reports, "lay_out", lay_out)
    do(database, settings, batch.job.id)
    failed = [one for one in rows(database, batch) if one.state != "done"]
    assert [(one.organisation.name, one.state, one.error) for one in failed] == [(bad, "failed", REFUSED)]

    monkeypatch.setattr(benchmark_reports, "lay_out", usual)
    made = len(printed)
    with database.writing() as session:
        again = session.get_one(Batch, batch.id)
        batches.try_again(session, again)
        again.job = jobs.add(session, batches.KIND, {"batch": batch.id}, batch.workspace_id)
    do(database, settings, again.job.id)
    assert {one.state for one in rows(database, batch)} == {"done"}
    assert len(printed) == made + 1, "only the one that had failed is made again"


def test_what_breaks_unexpectedly_is_told_kindly_and_stops_nothing(
    database, settings, batch, printed, monkeypatch, caplog
):
    usual = benchmark_reports.bundle_from

    def bundle_from(compared, asked, tag, client):
        if client is not None and client.name == "Town 00001":
            raise ZeroDivisionError
        return usual(compared, asked, tag, client)

    monkeypatch.setattr(benchmark_reports, "bundle_from", bundle_from)
    do(database, settings, batch.job.id)
    assert [one.error for one in rows(database, batch) if one.state == "failed"] == [jobs_work.FAILED]
    assert "ZeroDivisionError" in caplog.text


def test_who_withdraws_while_the_work_goes_on_is_left_out_of_what_is_made_from_then_on(
    database, settings, batch, english, printed, meanwhile
):
    meanwhile(lambda session, town: organisations.decide(session, town, "not-included", "itself"))
    do(database, settings, batch.job.id)
    made = rows(database, batch)
    assert [one.state for one in made] == ["done"] * TOWNS + ["failed"]
    assert "not included, by its own decision" in made[-1].error
    assert made[-1].error_values == {"name": "Town 00007"}
    assert ["7 other" in page for page in printed[1:]] == [True] * 3 + [False] * (TOWNS - 4)
    assert "6 other" in printed[-1]


def test_a_municipality_that_gets_another_code_while_the_work_goes_on_gets_its_report(
    database, settings, batch, english, printed, meanwhile
):
    def rename(_session, town):
        town.name, town.code = "Newtown", "X1"

    meanwhile(rename)
    do(database, settings, batch.job.id)
    assert [one.state for one in rows(database, batch)] == ["done"] * (TOWNS + 1)
    assert about(printed, "Newtown")


def test_a_batch_that_goes_on_compares_the_results_that_it_began_with(
    database, settings, batch, english, printed
):
    with database.writing() as session:
        begun = session.get_one(Batch, batch.id)
        rounds = select(Assessment.id).join(Organisation).order_by(Organisation.name).limit(TOWNS - 1)
        kept = session.scalars(select(StoredResult.id).where(StoredResult.assessment_id.in_(rounds)))
        batches.begin(session, begun, kept.all())
    do(database, settings, batch.job.id)
    made = rows(database, batch)
    assert made[-1].state == "failed"
    assert "no result of" in made[-1].error.lower()
    assert all("6 other" in page for page in printed[1:])


def test_a_batch_that_was_deleted_meanwhile_is_told(database, settings, batch, printed):
    with database.writing() as session:
        batches.delete(session, session.get_one(Batch, batch.id))
    do(database, settings, batch.job.id)
    with database.reading() as session:
        assert session.get_one(Job, batch.job.id).error == "The reports have been deleted"
    assert printed == []


def test_a_batch_that_is_deleted_while_it_is_made_ends_quietly(
    database, settings, batch, printed, monkeypatch
):
    usual = benchmark_reports.lay_out

    def lay_out(html):
        with database.writing() as session:
            found = session.get(Batch, batch.id)
            if found is not None:
                batches.delete(session, found)
        return usual(html)

    monkeypatch.setattr(benchmark_reports, "lay_out", lay_out)
    do(database, settings, batch.job.id)
    with database.reading() as session:
        assert session.get_one(Job, batch.job.id).state == "done"
        assert session.scalar(select(func.count()).select_from(BatchReport)) == 0

"""Making PDFs that were ordered."""

from __future__ import annotations

from maturity.jobs.kinds import report_pdf
from maturity.jobs.work import do, kinds_by_name
from maturity.store import documents, jobs
from maturity.store.tables import Job


def test_it_is_found_by_its_kind():
    assert kinds_by_name()[documents.KIND] is report_pdf


def test_a_report_that_was_deleted_meanwhile_is_told(database, settings):
    with database.writing() as session:
        id_ = jobs.add(session, documents.KIND, {"document": "gone"}).id
    do(database, settings, id_)
    with database.reading() as session:
        job = session.get_one(Job, id_)
        assert (job.state, job.error) == ("failed", "The report has been deleted")

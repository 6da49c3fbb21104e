"""PDFs that were ordered: found again, made again when that failed, and forgotten when there are many."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from maturity.store import assessments, documents, jobs, organisations, questionnaires
from maturity.store.tables import Document


@pytest.fixture
def make_assessment(session, workspace):
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, "innovation-capacity")
    place = organisations.create(session, workspace.id, "Exempelköping")
    return lambda: assessments.create(session, workspace.id, place, version)


@pytest.fixture
def assessment(make_assessment):
    return make_assessment()


def key(number):
    return f"{number:064x}"


def test_the_same_report_is_ordered_once(session, assessment):
    first = documents.order(session, assessment, key(1), "sv")
    assert documents.order(session, assessment, key(1), "sv") is first
    assert documents.order(session, assessment, key(2), "sv") is not first


def test_work_is_needed_until_someone_does_it_and_again_when_that_failed(session, assessment):
    document = documents.order(session, assessment, key(1), "sv", "summary")
    assert documents.needs_work(document)
    document.job = jobs.add(session, documents.KIND, {"document": document.id}, assessment.workspace_id)
    assert not documents.needs_work(document)
    jobs.fail(session, document.job, "It broke")
    assert documents.needs_work(document)
    documents.fill(session, document, key(1), b"%PDF")
    assert not documents.needs_work(document)
    assert documents.is_ready(document)


def test_a_pdf_is_kept_under_the_key_of_what_is_in_it(session, assessment):
    older = documents.order(session, assessment, key(2), "sv")
    ordered = documents.order(session, assessment, key(1), "sv")
    documents.fill(session, ordered, key(2), b"%PDF")
    found = session.scalars(select(Document)).all()
    assert [(one.id, one.key) for one in found] == [(ordered.id, key(2))]
    assert older.id != ordered.id


def test_only_the_newest_are_kept(session, assessment):
    for number in range(documents.KEPT + 3):
        documents.fill(session, documents.order(session, assessment, key(number), "sv"), key(number), b"%PDF")
    kept = {one.key for one in session.scalars(select(Document))}
    assert kept == {key(number) for number in range(3, documents.KEPT + 3)}


def test_it_is_found_through_its_own_assessment_only(session, assessment, make_assessment):
    document = documents.order(session, assessment, key(1), "sv")
    assert documents.get(session, assessment, document.id) is document
    assert documents.get(session, make_assessment(), document.id) is None


def test_it_goes_when_its_assessment_goes(session, assessment):
    documents.fill(session, documents.order(session, assessment, key(1), "sv"), key(1), b"%PDF")
    assessments.delete(session, assessment)
    assert session.scalars(select(Document)).all() == []

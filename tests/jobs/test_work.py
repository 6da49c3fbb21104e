"""A job is done once, and whatever goes wrong ends in its row."""

from __future__ import annotations

import datetime
import types

import pytest

from maturity.jobs import work, worker
from maturity.jobs.worker import prepare, resume
from maturity.problems import N_, Problem, Problems
from maturity.store import jobs
from maturity.store.database import Database
from maturity.store.tables import Job


@pytest.fixture
def kind(monkeypatch):
    """Makes `run` the only kind of job, called `test`."""

    def use(run):
        monkeypatch.setattr(work, "kinds_by_name", lambda: {"test": types.SimpleNamespace(run=run)})

    return use


@pytest.fixture
def job(session):
    made = jobs.add(session, "test", {"number": 3})
    session.commit()
    return made.id


def look(session, job_id):
    session.rollback()
    session.expire_all()
    return session.get(Job, job_id)


def test_a_job_is_done_and_its_progress_seen(database, settings, session, job, kind):
    def run(given):
        given.advance(1, 2)
        assert look(session, job).progress == 1
        return {"number": given.payload["number"] + 1}

    kind(run)
    session.rollback()
    work.do(database, settings, job)
    done = look(session, job)
    assert (done.state, done.outcome, done.attempts) == ("done", {"number": 4}, 1)


def test_a_finished_job_is_not_done_again(database, settings, session, job, kind):
    calls = []
    kind(lambda given: calls.append(given.job) or {})
    work.do(database, settings, job)
    work.do(database, settings, job)
    assert calls == [job]


def test_a_job_that_stands_in_the_queue_twice_is_done_by_one_thread(database, settings, session, job, kind):
    calls = []

    def run(given):
        calls.append(given.job)
        if len(calls) == 1:
            work.do(database, settings, job)
        return {}

    kind(run)
    work.do(database, settings, job)
    assert calls == [job]
    assert look(session, job).state == "done"


def test_a_job_that_another_machine_does_is_left_to_it(database, settings, session, job, kind):
    if database.engine.name != "postgresql":
        pytest.skip("about PostgreSQL")
    kind(lambda _given: {})
    other = Database(settings.database)
    with other.alone(f"job {job}"):
        work.do(database, settings, job)
    assert look(session, job).state == "waiting"
    work.do(database, settings, job)
    assert look(session, job).state == "done"
    other.close()


def test_why_a_job_was_refused_is_told_in_the_catalogue_s_words(database, settings, session, job, kind):
    def run(_given):
        raise Problems([Problem(N_("There is nothing here"))])

    kind(run)
    work.do(database, settings, job)
    assert look(session, job).error == "There is nothing here"


def test_a_job_that_breaks_says_so_and_the_worker_goes_on(database, settings, session, job, kind, caplog):
    def run(_given):
        raise ZeroDivisionError

    kind(run)
    work.do(database, settings, job)
    assert look(session, job).error == work.FAILED
    assert "ZeroDivisionError" in caplog.text


def test_a_job_whose_workers_keep_dying_is_given_up(database, settings, session, job, kind):
    kind(lambda _given: {})
    found = session.get(Job, job)
    found.attempts, found.state = work.MOST_ATTEMPTS, "running"
    session.commit()
    work.do(database, settings, job)
    assert look(session, job).state == "failed"


def test_what_was_left_unfinished_is_done_when_a_worker_starts(database, settings, session, job, kind):
    kind(lambda _given: {})
    queue, enqueue = prepare(settings, database)
    queue.immediate = True
    assert resume(database, enqueue) == 1
    assert look(session, job).state == "done"


def test_what_another_machine_left_is_done_without_a_start(
    database, settings, session, job, kind, monkeypatch
):
    kind(lambda _given: {})
    queue, _enqueue = prepare(settings, database)
    queue.immediate = True
    (left,) = (task for task in queue._registry.periodic_tasks if task.name == "left")
    queue.execute(left)
    assert look(session, job).state == "waiting", "it has just been ordered"
    monkeypatch.setattr(worker, "LEFT", datetime.timedelta(0))
    queue.execute(left)
    assert look(session, job).state == "done"


def test_a_job_goes_through_the_queue_s_file_as_json(database, settings, session, job, kind):
    kind(lambda _given: {})
    queue, enqueue = prepare(settings, database)
    enqueue(job)
    (message,) = queue.storage.enqueued_items()
    assert f'["{job}"]'.encode() in bytes(message)
    task = queue.dequeue()
    assert task.args == [job]
    queue.execute(task)
    assert look(session, job).state == "done"
    queue.storage.close()


def test_every_kind_can_be_run():
    assert "keep-house" in work.kinds_by_name()
    assert all(callable(found.run) for found in work.kinds_by_name().values())

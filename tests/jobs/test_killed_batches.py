"""A worker that is killed in the middle of a batch, again and again: nothing is lost, and nothing made twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest
from sqlalchemy import text
from tests.jobs.towns import make_batch, make_workspace

from maturity.store import batches, jobs
from maturity.store.tables import Batch, Job

TOWNS = 6
SHORT = "innovation-capacity-short"
KILLS = (1, 2, 3, 5)
"""After so many reports are there, the worker is killed: more often than a job without headway may begin."""
PATIENCE = 180
EVENT = "CREATE TRIGGER note_made AFTER UPDATE OF data ON batch_report"
TRIGGER = {
    "sqlite": [f"{EVENT} WHEN NEW.data IS NOT NULL BEGIN INSERT INTO made VALUES (NEW.place); END"],
    "postgresql": [
        "CREATE FUNCTION note_made() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN INSERT INTO made VALUES (NEW.place); RETURN NEW; END'",
        f"{EVENT} FOR EACH ROW WHEN (NEW.data IS NOT NULL) EXECUTE FUNCTION note_made()",
    ],
}


@pytest.fixture
def batch(database):
    """A batch that waits, in a database that notes every PDF that is ever kept."""
    with database.writing() as session:
        found = make_batch(session, make_workspace(session, TOWNS, SHORT), SHORT)
        found.job = jobs.add(session, batches.KIND, {"batch": found.id}, found.workspace_id)
        session.execute(text("CREATE TABLE made (place INTEGER)"))
        for part in TRIGGER[database.engine.dialect.name]:
            session.execute(text(part))
        return found


@pytest.fixture
def start(settings):
    """Starts workers, and ends those that are left."""
    begun = []

    def begin():
        environment = {**os.environ, "MATURITY_INSTANCE": str(settings.instance)}
        command = [sys.executable, "-m", "maturity", "worker"]
        begun.append(subprocess.Popen(command, env=environment, start_new_session=True))
        return begun[-1]

    yield begin
    for worker in begun:
        worker.kill()
        worker.wait()


def look(database, batch):
    with database.reading() as session:
        counts = batches.counts(session, [batch])[batch.id]
        return counts, session.get_one(Job, batch.job.id)


def wait_until(database, batch, done):
    until = time.monotonic() + PATIENCE
    while look(database, batch)[0].done < done:
        assert time.monotonic() < until, "the batch does not get on"
        time.sleep(0.02)


def wait_for_end(database, batch):
    until = time.monotonic() + PATIENCE
    while look(database, batch)[1].state in ("waiting", "running"):
        assert time.monotonic() < until, "the batch does not end"
        time.sleep(0.05)


def test_a_batch_survives_workers_that_are_killed(database, batch, start):
    for done in KILLS:
        worker = start()
        wait_until(database, batch, done)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    start()
    wait_for_end(database, batch)
    counts, job = look(database, batch)
    assert (job.state, counts.left, counts.done, counts.failed) == ("done", 0, TOWNS + 1, 0)
    with database.reading() as session:
        made = Counter(session.scalars(text("SELECT place FROM made")))
        reports = batches.reports_of(session, session.get_one(Batch, batch.id))
        assert all(report.data.startswith(b"%PDF") and len(report.data) == report.size for report in reports)
    assert made == Counter(range(TOWNS + 1)), "each is made once"


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_told_to_end_does_so_soon_and_calls_nothing_failed(database, batch, start, how):
    worker = start()
    wait_until(database, batch, 1)
    worker.send_signal(how)
    worker.wait(timeout=PATIENCE)
    counts, job = look(database, batch)
    assert counts.failed == 0
    assert counts.left > 0, "it did not wait for all of them"
    assert job.state == "running", "the next worker goes on with it"

"""Doing one job: found by its name, done by the module of its kind, and its row kept up to date."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol

from maturity.jobs import kinds
from maturity.problems import N_, Problems
from maturity.settings import Settings
from maturity.store import jobs
from maturity.store.database import Database
from maturity.store.tables import Job

FAILED = N_(
    "Something went wrong on our side. Try again; if it happens again, tell whoever runs this service."
)
MOST_ATTEMPTS = 3
_log = logging.getLogger(__name__)
ending = threading.Event()
"""Set when the process has been told to end: long work stops where it is, and the next worker goes on with
it."""
_doing: set[str] = set()
_lock = threading.Lock()


class Kind(Protocol):
    """A module in `jobs/kinds/`: its name with hyphens is the kind of the job."""

    def run(self, work: Work) -> dict[str, Any]:
        """Do the work; the outcome, as JSON knows it. Raises Problems to tell people why it cannot be
        done."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a kind of job gets to work with."""

    database: Database
    settings: Settings
    job: str
    payload: dict[str, Any]
    workspace: str | None

    def advance(self, progress: int, total: int) -> None:
        """Say how far it is: `progress` of `total` steps."""
        with self.database.writing() as session:
            jobs.advance(session, session.get_one(Job, self.job), progress, total)


@cache
def kinds_by_name() -> dict[str, Kind]:
    """Every kind of job by its name. To add one, put a module beside the others."""
    names = [found.name for found in iter_modules(kinds.__path__)]
    return {name.replace("_", "-"): import_module(f"{kinds.__name__}.{name}") for name in names}


def do(database: Database, settings: Settings, job_id: str) -> None:
    """Do a job, unless it is done already. Whatever goes wrong ends in its row, and never ends the worker."""
    with _alone(job_id) as here, database.alone(f"job {job_id}") as anywhere:
        if here and anywhere:
            _do(database, settings, job_id)


@contextmanager
def _alone(job_id: str) -> Iterator[bool]:
    """Whether no other thread here does this job. It may stand in the queue twice: when it was ordered, and when a
    worker found it unfinished."""
    with _lock:
        alone = job_id not in _doing
        _doing.add(job_id)
    try:
        yield alone
    finally:
        if alone:
            _doing.discard(job_id)


def _do(database: Database, settings: Settings, job_id: str) -> None:
    work = _begin(database, settings, job_id)
    if work is None:
        return
    kind, given = work
    outcome, error = _outcome(kind, given)
    with database.writing() as session:
        job = session.get(Job, job_id)
        if job is None:
            return  # its workspace was deleted meanwhile
        if error is None:
            jobs.finish(session, job, outcome)
        else:
            jobs.fail(session, job, error)


def _outcome(kind: str, work: Work) -> tuple[dict[str, Any], str | None]:
    """What came of it, or why it could not be done."""
    try:
        return kinds_by_name()[kind].run(work), None
    except Problems as refused:
        return {}, refused.problems[0].message
    except Exception:
        _log.exception("job %s (%s) failed", work.job, kind)
        return {}, FAILED


def _begin(database: Database, settings: Settings, job_id: str) -> tuple[str, Work] | None:
    with database.writing() as session:
        job = session.get(Job, job_id)
        if job is None or job.state in ("done", "failed"):
            return None
        if job.attempts >= MOST_ATTEMPTS:
            jobs.fail(session, job, FAILED)
            return None
        jobs.begin(session, job)
        return job.kind, Work(database, settings, job_id, dict(job.payload), job.workspace_id)

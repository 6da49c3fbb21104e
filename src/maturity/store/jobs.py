"""The rows of long work: what waits, what runs, how far it is, what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity.store.clock import now
from maturity.store.tables import Job


def add(session: Session, kind: str, payload: dict[str, Any], workspace_id: str | None = None) -> Job:
    """New work, waiting."""
    found = Job(kind=kind, payload=payload, workspace_id=workspace_id)
    session.add(found)
    session.flush()
    return found


def find(session: Session, workspace_id: str, id_: str) -> Job | None:
    """A job of this workspace; None if it is another's."""
    found = session.get(Job, id_)
    return found if found and found.workspace_id == workspace_id else None


def of_kind(session: Session, workspace_id: str, kind: str) -> Sequence[Job]:
    """A workspace's jobs of one kind, newest first."""
    query = select(Job).where(Job.workspace_id == workspace_id, Job.kind == kind)
    return session.scalars(query.order_by(Job.created_at.desc())).all()


def begin(session: Session, job: Job) -> None:
    """Note that a worker has taken it up."""
    job.state, job.started_at, job.attempts = "running", now(), job.attempts + 1
    session.flush()


def advance(session: Session, job: Job, progress: int, total: int) -> None:
    """Note how far it is: `progress` of `total` steps. Attempts without headway are counted from here: long
    work may be interrupted often, as long as it gets on."""
    if progress > job.progress:
        job.attempts = 1
    job.progress, job.total = progress, total
    session.flush()


def finish(session: Session, job: Job, outcome: dict[str, Any]) -> None:
    """Note that it is done, and what came of it."""
    job.state, job.outcome, job.ended_at = "done", outcome, now()
    session.flush()


def fail(session: Session, job: Job, error: str) -> None:
    """Note that it failed, and why (a catalogue text)."""
    job.state, job.error, job.ended_at = "failed", error, now()
    session.flush()


def unfinished(session: Session, before: datetime.datetime) -> Sequence[Job]:
    """What was made before this moment and is neither done nor failed: perhaps a worker died."""
    query = select(Job).where(Job.state.in_(("waiting", "running")), Job.created_at < before)
    return session.scalars(query.order_by(Job.created_at)).all()

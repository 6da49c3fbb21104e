"""How long things are kept: trials, individual answers, the log, attempts, invitations, finished jobs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session, joinedload

from maturity.store import assessments, audit, batches, buckets, intakes
from maturity.store.tables import Assessment, Invitation, Job, MemberInvitation, Respondent, Workspace

JOB_DAYS = 30
"""How long finished work is listed."""


def keep_house(
    session: Session, at: datetime.datetime, retention_days: int, audit_days: int
) -> dict[str, int]:
    """Delete what has been kept long enough; how many of each. `retention_days` 0: answers are kept.

    A workspace's own number of days goes before the installation's.
    """
    trials = assessments.expired_trials(session, at)
    for trial in trials:
        assessments.delete(session, trial)
    emptied = 0
    for assessment, days in _kept_too_long(session, at, retention_days):
        emptied += erase_answers(session, assessment, days)
    audit.forget(session, at - datetime.timedelta(days=audit_days))
    buckets.forget(session, at - datetime.timedelta(days=1))
    batches.forget(session, at - datetime.timedelta(days=batches.KEPT_DAYS))
    intakes.forget(session, at - datetime.timedelta(days=intakes.KEPT_DAYS))
    session.execute(delete(MemberInvitation).where(MemberInvitation.expires_at < at))
    session.execute(delete(Job).where(Job.ended_at < at - datetime.timedelta(days=JOB_DAYS)))
    return {"trials": len(trials), "assessments": emptied}


def _kept_too_long(
    session: Session, at: datetime.datetime, standard: int
) -> Iterator[tuple[Assessment, int]]:
    query = (
        select(Assessment, Workspace)
        .join(Workspace, Assessment.workspace_id == Workspace.id)
        .where(Assessment.state == "closed")
        .options(joinedload(Assessment.organisation))
    )
    for assessment, workspace in session.execute(query):
        days = standard if workspace.retention_days is None else workspace.retention_days
        if days and assessment.closed_at and assessment.closed_at < at - datetime.timedelta(days=days):
            yield assessment, days


def erase_answers(session: Session, assessment: Assessment, days: int) -> int:
    """Delete who answered what in an assessment; 1 if there was anything. The frozen result stays."""
    gone = session.execute(delete(Respondent).where(Respondent.assessment_id == assessment.id))
    session.execute(delete(Invitation).where(Invitation.assessment_id == assessment.id))
    if not isinstance(gone, CursorResult) or not gone.rowcount or assessment.workspace_id is None:
        return 0
    audit.record(
        session, assessment.workspace_id, None, "answers-erased", ("assessment", assessment.id), days=days
    )
    return 1

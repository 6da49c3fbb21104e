"""Once a day: what has been kept long enough is deleted, as the settings and the workspaces say."""

from __future__ import annotations

from typing import Any

from maturity.jobs.work import Work
from maturity.store import digests, retention
from maturity.store.clock import now


def run(work: Work) -> dict[str, Any]:
    """Delete expired trials, old individual answers, old log entries and old jobs; how many of each."""
    with work.database.writing() as session:
        digests.complete(session)
    with work.database.writing() as session:
        return retention.keep_house(session, now(), work.settings.retention_days, work.settings.audit_days)

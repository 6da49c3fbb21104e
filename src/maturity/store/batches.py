"""Reports to each and to all: ordered together, made one by one, kept for a while.

The rows say what is left to do: a worker that is killed loses nothing, and what it has made is not made
again. What is compared is written down when the work begins, so that all reports of a batch tell of the same
results.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, joinedload

from maturity.language import is_supported
from maturity.problems import N_, Problem, Problems
from maturity.store.clock import now
from maturity.store.tables import Batch, BatchReport, Organisation, PeerGroup, TargetProfile, Workspace

KIND = "benchmark-reports"
"""The kind of the jobs that make them."""
KEPT_DAYS = 90
"""How long a batch is kept: time to send its reports, and no archive of what municipalities agreed to."""
LANGUAGES = {"SE": "sv", "DK": "da", "NO": "nb"}
"""The language of reports to a country, unless an organisation has chosen one."""
_CHOSEN = ("questionnaire", "countries", "population_from", "population_to", "codes", "tags", "threshold")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report that is ordered: for an organisation, or (None) for the group."""

    organisation: Organisation | None
    language: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many reports of a batch are left to make, made, and failed."""

    left: int
    done: int
    failed: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.left + self.done + self.failed


def language_of(organisation: Organisation, workspace: Workspace) -> str:
    """The language of an organisation's report: its own, that of its country, or the workspace's."""
    return organisation.language or LANGUAGES.get(organisation.country or "") or workspace.language


def order(session: Session, workspace: Workspace, group: PeerGroup, wanted: Iterable[Wanted]) -> Batch:
    """A new batch with these reports, waiting: the group's first, then in the order given.

    Raises Problems if nothing is wanted, or a language is not known."""
    ordered = sorted(wanted, key=lambda one: one.organisation is not None)
    if not ordered:
        raise Problems([Problem(N_("Choose at least one report"))])
    if unknown := {one.language for one in ordered if not is_supported(one.language)}:
        message = N_("There are no reports in the language {language}")
        raise Problems([Problem(message, {"language": tag}) for tag in sorted(unknown)])
    batch = Batch(workspace_id=workspace.id, name=group.name, choice=_choice(group))
    session.add(batch)
    session.flush()
    for place, one in enumerate(ordered):
        session.add(
            BatchReport(batch_id=batch.id, place=place, organisation=one.organisation, language=one.language)
        )
    session.flush()
    return batch


def _choice(group: PeerGroup) -> dict[str, Any]:
    profile = group.profile
    return {
        **{column: getattr(group, column) for column in _CHOSEN},
        "profile": {"name": profile.name, "scores": dict(profile.scores)} if profile else None,
    }


def group_of(batch: Batch) -> PeerGroup:
    """The group as it was when the batch was ordered, whatever has become of it. It is in no session."""
    known = batch.choice
    profile = known["profile"]
    group = PeerGroup(workspace_id=batch.workspace_id, name=batch.name)
    for column in _CHOSEN:
        setattr(group, column, known[column])
    if profile:
        group.profile = TargetProfile(questionnaire=known["questionnaire"], **profile)
    return group


def begin(session: Session, batch: Batch, results: Sequence[str]) -> tuple[str, ...]:
    """Begin the work, or go on with it: the ids of the stored results that are compared, which are `results`
    when it first begins. What a worker that was killed had in its hands waits again."""
    if "results" not in batch.choice:
        batch.choice = {**batch.choice, "results": list(results)}
    batch.ended_at = None
    held = (BatchReport.batch_id == batch.id, BatchReport.state == "making")
    session.execute(update(BatchReport).where(*held).values(state="waiting"))
    session.flush()
    return tuple(batch.choice["results"])


def claim(session: Session, batch_id: str) -> BatchReport | None:
    """Take the next report that waits; None if nothing is left."""
    waiting = (BatchReport.batch_id == batch_id, BatchReport.state == "waiting")
    query = select(BatchReport).where(*waiting).order_by(BatchReport.place).limit(1)
    found = session.scalar(query)
    if found is not None:
        found.state = "making"
        session.flush()
    return found


def fill(session: Session, report_id: str, data: bytes, withheld: str | None = None) -> bool:
    """Keep a PDF; `withheld` says why there are no statistics in it. False if the report is gone, or was made
    by somebody else meanwhile."""
    made = {"data": data, "size": len(data), "withheld": withheld}
    return _end(session, report_id, state="done", error=None, error_values={}, **made)


def fail(session: Session, report_id: str, error: str, values: Mapping[str, object] | None = None) -> bool:
    """Note why a report could not be made (a catalogue text and its values). False as with `fill`."""
    told = (
        {name: value if isinstance(value, int | float) else str(value) for name, value in values.items()}
        if values
        else {}
    )
    return _end(session, report_id, state="failed", error=error, error_values=told)


def _end(session: Session, report_id: str, **columns: Any) -> bool:
    found = session.get(BatchReport, report_id)
    if found is None or found.state == "done":
        return False
    for column, value in columns.items():
        setattr(found, column, value)
    session.flush()
    return True


def try_again(session: Session, batch: Batch) -> int:
    """Let those that failed wait again; how many. Their work must then be started."""
    failed = session.scalars(
        select(BatchReport).where(BatchReport.batch_id == batch.id, BatchReport.state == "failed")
    ).all()
    for report in failed:
        report.state, report.error, report.error_values = "waiting", None, {}
    session.flush()
    return len(failed)


def finish(session: Session, batch: Batch) -> Counts:
    """Note that the work has ended; what came of it."""
    batch.ended_at = now()
    session.flush()
    return counts(session, [batch])[batch.id]


def counts(session: Session, batches: Iterable[Batch]) -> dict[str, Counts]:
    """How far each of these batches is, by its id."""
    ids = [batch.id for batch in batches]
    query = (
        select(BatchReport.batch_id, BatchReport.state, func.count())
        .where(BatchReport.batch_id.in_(ids))
        .group_by(BatchReport.batch_id, BatchReport.state)
    )
    found: dict[str, dict[str, int]] = {id_: {} for id_ in ids}
    for id_, state, number in session.execute(query):
        found[id_][state] = number
    return {
        id_: Counts(of.get("waiting", 0) + of.get("making", 0), of.get("done", 0), of.get("failed", 0))
        for id_, of in found.items()
    }


def is_running(batch: Batch) -> bool:
    """Whether a worker makes its reports, or will soon."""
    return batch.job is not None and batch.job.state in ("waiting", "running")


def of_workspace(session: Session, workspace_id: str) -> Sequence[Batch]:
    """The batches of a workspace, newest first."""
    query = select(Batch).where(Batch.workspace_id == workspace_id).options(joinedload(Batch.job))
    return session.scalars(query.order_by(Batch.created_at.desc(), Batch.id)).all()


def find(session: Session, workspace_id: str, id_: str) -> Batch | None:
    """A batch of this workspace; None if it is another's."""
    found = session.get(Batch, id_)
    return found if found and found.workspace_id == workspace_id else None


def reports_of(session: Session, batch: Batch) -> Sequence[BatchReport]:
    """The reports of a batch by their place, without their PDFs."""
    query = select(BatchReport).where(BatchReport.batch_id == batch.id)
    return session.scalars(
        query.order_by(BatchReport.place).options(joinedload(BatchReport.organisation))
    ).all()


def report_of(session: Session, batch: Batch, id_: str) -> BatchReport | None:
    """A report of this batch; None if it is another's."""
    found = session.get(BatchReport, id_)
    return found if found and found.batch_id == batch.id else None


def delete(session: Session, batch: Batch) -> None:
    """Delete a batch with its reports. A worker that makes them stops at the next."""
    session.delete(batch)
    session.flush()


def forget(session: Session, before: datetime.datetime) -> None:
    """Delete the batches that were ordered before this moment."""
    session.execute(sql_delete(Batch).where(Batch.created_at < before))

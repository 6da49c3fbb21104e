"""Deleting an organisation with all that belongs to it: what goes is said first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from maturity.store import reminders
from maturity.store.tables import (
    Action,
    Assessment,
    BatchReport,
    Document,
    Mark,
    Organisation,
    Respondent,
    Share,
    Target,
)


@dataclass(frozen=True, slots=True)
class Belongings:
    """What goes with an organisation, counted."""

    rounds: tuple[tuple[str, datetime.date | None], ...]
    """Label and day of each, the newest first."""
    people: int
    """Who answered, and whose answers are still kept."""
    open: int
    """Rounds in which people answer now."""
    actions: int
    links: int
    """To reports of its rounds, that still open something."""
    documents: int
    """PDFs of its rounds."""
    targets: int
    marks: int
    reports: int
    """Of it, in batches."""
    decides: bool
    """Whether it has a link of its own to decide by."""


def belongings_of(session: Session, organisation: Organisation, today: datetime.date) -> Belongings:
    """What would go with an organisation."""
    rounds = _rounds(session, organisation)
    ids = [row.id for row in rounds]
    good = (Share.revoked_at.is_(None), Share.ends_on >= today)
    return Belongings(
        rounds=tuple((row.label, row.held_on or row.closes_on) for row in rounds),
        people=_count(session, select(Respondent.id).where(Respondent.assessment_id.in_(ids))),
        open=sum(row.state == "open" for row in rounds),
        actions=_count(session, select(Action.id).where(Action.assessment_id.in_(ids))),
        links=_count(session, select(Share.id).where(Share.assessment_id.in_(ids), *good)),
        documents=_count(session, select(Document.id).where(Document.assessment_id.in_(ids))),
        targets=_count(session, select(Target.id).where(Target.organisation_id == organisation.id)),
        marks=_count(session, select(Mark.id).where(Mark.organisation_id == organisation.id)),
        reports=_count(session, select(BatchReport.id).where(BatchReport.organisation_id == organisation.id)),
        decides=organisation.consent_key is not None,
    )


def delete_organisation(session: Session, organisation: Organisation) -> None:
    """Delete an organisation with its rounds and everything in them. It cannot be had back."""
    ids = [row.id for row in _rounds(session, organisation)]
    mine = (
        select(Action.id).where(Action.assessment_id.in_(ids)),
        select(Target.id).where(Target.organisation_id == organisation.id),
    )
    reminders.forget(session, [*ids, *(id_ for query in mine for id_ in session.scalars(query))])
    session.execute(delete(Organisation).where(Organisation.id == organisation.id))
    session.expire_all()


def _rounds(session: Session, organisation: Organisation) -> Sequence[Assessment]:
    query = select(Assessment).where(Assessment.organisation_id == organisation.id)
    return session.scalars(query.order_by(Assessment.created_at.desc(), Assessment.id)).all()


def _count(session: Session, found: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(found.subquery())) or 0

"""Making one organisation of two, exactly as planned, in the caller's one transaction."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, delete, func, select, update
from sqlalchemy.orm import Session

from maturity.problems import N_, Problem, Problems
from maturity.store import reminders
from maturity.store.merging.model import Plan
from maturity.store.merging.planning import plan
from maturity.store.tables import (
    Action,
    Assessment,
    BatchReport,
    IntakeFile,
    Mark,
    Organisation,
    PeerGroup,
    Share,
    Target,
)
from maturity.store.tables.base import Base

CHANGED = N_("A municipality was changed in the meantime. Look again at what would change.")


def merge(session: Session, kept: Organisation, other: Organisation, seen: str) -> Plan:
    """Make `other` a part of `kept`, and delete it. Returns what was done.

    `seen` is the mark of the plan that was shown. Raises Problems, and changes nothing, if that is no longer
    what would happen, or if it cannot be done."""
    planned = plan(session, kept, other)
    if planned.mark != seen:
        raise Problems([Problem(CHANGED)])
    if planned.problems:
        raise Problems(planned.problems)
    _say_who(session, kept, other, planned)
    _bring_rounds(session, planned)
    _bring_the_rest(session, planned)
    _say_whom_groups_mean(session, planned)
    _delete(session, planned.other)
    return planned


def _say_who(session: Session, kept: Organisation, other: Organisation, planned: Plan) -> None:
    facts, decision = planned.facts, planned.decision
    kept.country, kept.code, kept.population = facts.country, facts.code, facts.population
    kept.tags, kept.language, kept.also = list(facts.tags), facts.language, list(facts.also)
    kept.consent, kept.consent_by = decision.consent, decision.by
    kept.consent_at, kept.consent_own = decision.at, decision.own
    link = other.consent_link, other.consent_key
    other.consent_link = other.consent_key = None
    session.flush()  # one link cannot be that of both, not even on the way
    if planned.link_moves:
        kept.consent_link, kept.consent_key = link
        session.flush()


def _bring_rounds(session: Session, planned: Plan) -> None:
    ids = [one.id for one in planned.moving]
    session.execute(update(Assessment).where(Assessment.id.in_(ids)).values(organisation_id=planned.kept))
    for one in planned.rounds:
        if one.twin is not None:
            _make_one_round(session, one.id, one.twin)


def _make_one_round(session: Session, id_: str, stays: str) -> None:
    """Of the same content twice one round is left, with what was decided and whom it was shown to in both."""
    gone, twin = session.get_one(Assessment, id_), session.get_one(Assessment, stays)
    twin.again_on = twin.again_on or gone.again_on
    session.flush()
    for table in (Action, Share, IntakeFile):
        session.execute(update(table).where(table.assessment_id == id_).values(assessment_id=stays))
    after = update(Assessment).where(Assessment.earlier_id == id_, Assessment.id != stays)
    session.execute(after.values(earlier_id=stays))
    reminders.forget(session, [id_])
    session.execute(delete(Assessment).where(Assessment.id == id_))


def _bring_the_rest(session: Session, planned: Plan) -> None:
    """Marks, reports and targets; those that would be there twice go."""
    twice = [one.id for one in planned.aims if one.stands]
    reminders.forget(session, twice)
    moves = (
        (Mark, planned.marks, planned.marks_twice),
        (BatchReport, planned.reports, planned.reports_twice),
        (Target, [one.id for one in planned.aims if not one.stands], twice),
    )
    for table, coming, going in moves:
        session.execute(delete(table).where(table.id.in_(going)))
        session.execute(update(table).where(table.id.in_(coming)).values(organisation_id=planned.kept))


def _say_whom_groups_mean(session: Session, planned: Plan) -> None:
    for one in planned.groups:
        if one.names_other:
            session.get_one(PeerGroup, one.id).codes = list(one.codes)
    session.flush()


def _delete(session: Session, id_: str) -> None:
    """Delete what is now empty. The database would delete whatever still refers to it: rather nothing is
    done."""
    left = [column.table.name for column in referring() if _count(session, column, id_)]
    if left:
        raise RuntimeError(f"still refers to a merged organisation: {', '.join(left)}")
    session.execute(delete(Organisation).where(Organisation.id == id_))
    session.expire_all()


def referring() -> Iterator[Column[str]]:
    """The columns that name an organisation."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column is Organisation.__table__.c.id for key in column.foreign_keys):
                yield column


def _count(session: Session, column: Column[str], id_: str) -> int:
    return session.scalar(select(func.count()).where(column == id_)) or 0

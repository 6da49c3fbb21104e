"""Which rounds of an organisation can be compared with each other.

Only rounds whose result may be read count. A trial by one person that was kept is no round: one view cannot
be compared with those of many.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from maturity.store.assessments import LEAST_THRESHOLD
from maturity.store.clock import now
from maturity.store.tables import Assessment, Organisation, QuestionnaireVersion, Respondent, StoredResult


def chosen(
    session: Session, organisation: Organisation, questionnaire: str | None = None
) -> tuple[Assessment, ...]:
    """The rounds with a questionnaire, oldest first; without one, with that of the most recent round among
    those that were answered twice, if any was."""
    found = families(session, organisation)
    if questionnaire is not None:
        return found.get(questionnaire, ())
    return next((rows for rows in found.values() if len(rows) > 1), next(iter(found.values()), ()))


def families(session: Session, organisation: Organisation) -> dict[str, tuple[Assessment, ...]]:
    """The rounds that may be read by their questionnaire's id, oldest first. The questionnaire with the most
    recent round comes first."""
    query = select(Assessment).where(Assessment.organisation_id == organisation.id, *_may_be_read())
    found: dict[str, list[Assessment]] = {}
    for row in sorted(session.scalars(query), key=_place):
        found.setdefault(row.questionnaire_version.questionnaire, []).append(row)
    newest_first = sorted(found.items(), key=lambda one: _place(one[1][-1]), reverse=True)
    return {name: tuple(rows) for name, rows in newest_first}


@dataclass(frozen=True, slots=True)
class Repeated:
    """An organisation with two rounds or more of one questionnaire, and when the first and the last were."""

    organisation: Organisation
    rounds: int
    first: datetime.date
    last: datetime.date


def repeated(session: Session, workspace_id: str) -> tuple[Repeated, ...]:
    """The organisations of a workspace that progress can be told of, by name."""
    found = ((place, _most_recent(families)) for place, families in days(session, workspace_id).items())
    told = (Repeated(place, len(one), min(one), max(one)) for place, one in found if len(one) > 1)
    return tuple(sorted(told, key=lambda one: one.organisation.name.casefold()))


def days(session: Session, workspace_id: str) -> dict[Organisation, dict[str, list[datetime.date]]]:
    """When the rounds that may be read were, by organisation and by their questionnaire's id. Only days are
    read, not results: there may be thousands."""
    query = (
        select(Organisation, QuestionnaireVersion.questionnaire, *_DAYS)
        .join(Assessment, Assessment.organisation_id == Organisation.id)
        .join(QuestionnaireVersion, QuestionnaireVersion.id == Assessment.questionnaire_version_id)
        .where(Assessment.workspace_id == workspace_id, *_may_be_read())
    )
    found: dict[Organisation, dict[str, list[datetime.date]]] = {}
    for place, name, held_on, closes_on, closed_at in session.execute(query):
        found.setdefault(place, {}).setdefault(name, []).append(_day(held_on, closes_on, closed_at))
    return found


_DAYS = (Assessment.held_on, Assessment.closes_on, Assessment.closed_at)


def _most_recent(families: dict[str, list[datetime.date]]) -> list[datetime.date]:
    return max(families.values(), key=lambda days: (len(days) > 1, max(days)))


def up_to(rows: Sequence[Assessment], until: Assessment | None) -> tuple[Assessment, ...]:
    """The rounds that are not later than one of them."""
    return tuple(row for row in rows if until is None or _place(row) <= _place(until))


def earlier_rounds(session: Session, assessment: Assessment) -> tuple[Assessment, ...]:
    """The rounds of the same organisation and questionnaire before this one that may be read, oldest first."""
    name = assessment.questionnaire_version.questionnaire
    rows = families(session, assessment.organisation).get(name, ())
    return tuple(row for row in rows if row.id != assessment.id and _place(row) < _place(assessment))


def is_repeated(session: Session, assessment: Assessment) -> bool:
    """Whether its organisation has two rounds or more with its questionnaire that may be read."""
    query = (
        select(func.count())
        .select_from(Assessment)
        .join(QuestionnaireVersion, QuestionnaireVersion.id == Assessment.questionnaire_version_id)
        .where(
            Assessment.organisation_id == assessment.organisation_id,
            QuestionnaireVersion.questionnaire == assessment.questionnaire_version.questionnaire,
            *_may_be_read(),
        )
    )
    return (session.scalar(query) or 0) > 1


def day_of(assessment: Assessment) -> datetime.date:
    """The day of a round, as its result says it."""
    return _day(assessment.held_on, assessment.closes_on, assessment.closed_at)


def _day(
    held_on: datetime.date | None, closes_on: datetime.date | None, closed_at: datetime.datetime | None
) -> datetime.date:
    return held_on or closes_on or (closed_at or now()).date()


def _place(assessment: Assessment) -> tuple[datetime.date, datetime.datetime, str]:
    return day_of(assessment), assessment.created_at, assessment.id


def _may_be_read() -> tuple[ColumnElement[bool], ...]:
    """Rounds by several people with a result; see `results.readable`."""
    kept = exists().where(StoredResult.assessment_id == Assessment.id)
    answered = exists().where(Respondent.assessment_id == Assessment.id)
    return (
        Assessment.state.in_(("meeting", "closed")),
        or_(Assessment.threshold >= LEAST_THRESHOLD, Assessment.origin != "here"),
        or_(kept, answered),
    )

"""What belongs to two organisations, and what becomes of it when they are made one."""

from __future__ import annotations

import datetime
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity.store import groups, organisations
from maturity.store.comparable import day_of
from maturity.store.merging.model import Aim, Facts, Group, Round
from maturity.store.peers import member_of
from maturity.store.tables import Assessment, BatchReport, Mark, Organisation, PeerGroup, Target


def rounds_of(session: Session, kept: Organisation, other: Organisation) -> tuple[Round, ...]:
    """The rounds of both, by day. Only what came from the same content is one round; two of the same day are
    two."""
    query = select(Assessment).where(Assessment.organisation_id.in_((kept.id, other.id)))
    rows = session.scalars(query).all()
    staying = [row for row in rows if row.organisation_id == kept.id]
    here = {row.source: row.id for row in staying if row.source}
    moving = [row for row in rows if row.organisation_id == other.id]
    twins = {row.id: here[row.source] for row in moving if row.source in here}
    days = {_when(row) for row in staying} & {_when(row) for row in moving if row.id not in twins}
    found = (
        Round(
            id=row.id,
            label=row.label,
            day=_day(row),
            moves=row.organisation_id == other.id,
            twin=twins.get(row.id),
            meets=_day(row) is not None and row.id not in twins and _when(row) in days,
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: (one.day or datetime.date.max, one.label, one.id)))


def _day(row: Assessment) -> datetime.date | None:
    return day_of(row) if row.state in ("meeting", "closed") else row.held_on or row.closes_on


def _when(row: Assessment) -> tuple[datetime.date | None, str]:
    return _day(row), row.questionnaire_version.questionnaire


def aims_of(session: Session, kept: Organisation, other: Organisation) -> tuple[Aim, ...]:
    """The other's targets; where the kept one has one, that one stands."""
    query = select(Target).where(Target.organisation_id.in_((kept.id, other.id)))
    rows = session.scalars(query.order_by(Target.questionnaire, Target.dimension)).all()
    here = {(row.questionnaire, row.dimension): row.id for row in rows if row.organisation_id == kept.id}
    return tuple(
        Aim(
            row.id,
            row.questionnaire,
            row.dimension,
            row.score,
            row.by,
            here.get((row.questionnaire, row.dimension)),
        )
        for row in rows
        if row.organisation_id == other.id
    )


def marks_of(
    session: Session, kept: Organisation, other: Organisation
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The other's marks that are new to the kept one, and those that it has too."""
    query = select(Mark).where(Mark.organisation_id.in_((kept.id, other.id))).order_by(Mark.id)
    rows = session.scalars(query).all()
    here = {(row.happened_on, row.text.casefold()) for row in rows if row.organisation_id == kept.id}
    theirs = [row for row in rows if row.organisation_id == other.id]
    twice = {row.id for row in theirs if (row.happened_on, row.text.casefold()) in here}
    return tuple(row.id for row in theirs if row.id not in twice), tuple(sorted(twice))


def reports_of(
    session: Session, kept: Organisation, other: Organisation
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The other's reports in batches, and apart those that would be made a second time for the kept one. Reports
    that have been made all stay."""
    columns = (BatchReport.id, BatchReport.organisation_id, BatchReport.batch_id, BatchReport.language)
    query = select(*columns, BatchReport.size > 0).where(BatchReport.organisation_id.in_((kept.id, other.id)))
    rows = session.execute(query.order_by(BatchReport.id)).all()
    here = {(batch, tag) for _, owner, batch, tag, _ in rows if owner == kept.id}
    theirs = [
        (id_, made or (batch, tag) not in here) for id_, owner, batch, tag, made in rows if owner == other.id
    ]
    return tuple(id_ for id_, stays in theirs if stays), tuple(id_ for id_, stays in theirs if not stays)


def groups_of(session: Session, kept: Organisation, other: Organisation, facts: Facts) -> tuple[Group, ...]:
    """The groups that have to do with the two. A rule that names the other's code names the kept one's."""
    assert kept.workspace_id is not None, "a trial's organisation is nobody's to merge"
    known = organisations.of_workspace(session, kept.workspace_id)
    shared = {one.code for one in known if one.id not in (kept.id, other.id)}
    before = [member_of(one) for one in (kept, other)]
    after = replace(
        before[0], country=facts.country, code=facts.code, population=facts.population, tags=facts.tags
    )
    found = []
    for group in groups.of_workspace(session, kept.workspace_id):
        codes = _codes(group, other.code, facts.code, keep=other.code in shared)
        choice = groups.choice_of(group)
        fitted, other_fitted = (choice.fits(one) for one in before)
        fits = replace(choice, codes=codes).fits(after)
        renamed = codes != choice.codes
        if fitted or other_fitted or fits or renamed:
            found.append(Group(group.id, group.name, fitted, other_fitted, fits, codes, renamed))
    return tuple(found)


def _codes(group: PeerGroup, old: str | None, new: str | None, *, keep: bool) -> tuple[str, ...]:
    """The codes of a rule, with another one in the place of the old; beside it, if the old one is somebody
    else's too (in another country). The rule is never without codes that had some: that would be everybody."""
    if old is None or new is None or old == new or old not in group.codes:
        return tuple(group.codes)
    places = ((code, new) if keep else (new,) if code == old else (code,) for code in group.codes)
    return tuple(dict.fromkeys(code for place in places for code in place))

"""Where an organisation wants its dimensions to be, and by when: one target for each dimension."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity.comparison import progress as room
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.model import Questionnaire
from maturity.store import reminders
from maturity.store.tables import Organisation, Target


def of_organisation(
    session: Session, organisation: Organisation, questionnaire: Questionnaire
) -> Sequence[Target]:
    """The targets for what this version of a questionnaire has, in its order. Those for dimensions that it
    does not have any more are kept, and shown again with a version that has them."""
    query = select(Target).where(
        Target.organisation_id == organisation.id, Target.questionnaire == questionnaire.id
    )
    place = {id_: at for at, id_ in enumerate(questionnaire.nodes)}
    found = [row for row in session.scalars(query) if row.dimension in place]
    return sorted(found, key=lambda row: place[row.dimension])


def as_targets(
    session: Session, organisation: Organisation, questionnaire: Questionnaire
) -> tuple[room.Target, ...]:
    """The same as `comparison.progress` measures them."""
    rows = of_organisation(session, organisation, questionnaire)
    return tuple(room.Target(row.dimension, row.score, row.by) for row in rows)


def find(session: Session, organisation: Organisation, id_: str) -> Target | None:
    """A target of this organisation; None if it is another's."""
    found = session.get(Target, id_)
    return found if found and found.organisation_id == organisation.id else None


def put(
    session: Session,
    organisation: Organisation,
    questionnaire: Questionnaire,
    dimension: str,
    score: float,
    by: datetime.date,
) -> Target:
    """Set the target of a dimension; one that is there already is changed.

    Raises Problems if the questionnaire has no such dimension, or if the score is not on its scale."""
    scale = questionnaire.scale
    if dimension not in questionnaire.nodes:
        raise Problems([Problem(N_("There is no dimension or item called {id}"), {"id": dimension})])
    if not scale.from_ <= score <= scale.to:
        message = N_("A target lies between {low} and {high}")
        raise Problems([Problem(message, {"low": f"{scale.from_:g}", "high": f"{scale.to:g}"})])
    query = select(Target).where(
        Target.organisation_id == organisation.id,
        Target.questionnaire == questionnaire.id,
        Target.dimension == dimension,
    )
    found = session.scalar(query)
    if found is None:
        found = Target(organisation_id=organisation.id, questionnaire=questionnaire.id, dimension=dimension)
        session.add(found)
    found.score, found.by = score, by
    session.flush()
    return found


def delete(session: Session, target: Target) -> None:
    """Delete a target, and the notes that somebody was told of it."""
    reminders.forget(session, [target.id])
    session.delete(target)
    session.flush()

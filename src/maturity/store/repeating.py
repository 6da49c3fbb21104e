"""A new round from the last: what is taken along, what it is called, and when it is due."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence

from sqlalchemy import Exists, and_, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from maturity.problems import N_, Problem, Problems
from maturity.store import assessments, preparing
from maturity.store.tables import Assessment, QuestionnaireVersion

LONGEST = 100
"""Characters of a round's name."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def repeat(session: Session, earlier: Assessment, label: str) -> Assessment:
    """A new round set up like one that is closed: the same municipality, version, roles, languages, welcome
    and privacy. Dates and links are its own, and nobody in it is linked with anybody.

    While a round that was begun from the same one is being set up, it is that one: pressing twice does not
    make two. Raises Problems if the earlier one is not closed.
    """
    if earlier.state != "closed" or earlier.workspace_id is None:
        raise Problems([Problem(N_("A new round begins from one that is closed"))])
    return begun(session, earlier) or _make(session, earlier, earlier.workspace_id, label)


def _make(session: Session, earlier: Assessment, workspace_id: str, label: str) -> Assessment:
    version = earlier.questionnaire_version
    found = preparing.begin(session, workspace_id, earlier.organisation, version, label)
    found.earlier_id = earlier.id
    found.languages, found.targets = list(earlier.languages), dict(earlier.targets)
    found.welcome = dict(earlier.welcome)
    found.threshold = max(earlier.threshold, assessments.LEAST_THRESHOLD)
    found.distribution = max(earlier.distribution, found.threshold)
    session.flush()
    return found


def begun(session: Session, earlier: Assessment) -> Assessment | None:
    """The round that was begun from this one and is still being set up."""
    query = select(Assessment).where(Assessment.earlier_id == earlier.id, Assessment.state == "draft")
    return session.scalar(query.order_by(Assessment.created_at).limit(1))


def following(session: Session, earlier: Assessment) -> Assessment | None:
    """The newest round that was begun from this one, in any state."""
    query = select(Assessment).where(Assessment.earlier_id == earlier.id)
    return session.scalar(query.order_by(Assessment.created_at.desc()).limit(1))


def suggested_label(label: str, today: datetime.date) -> str:
    """A name for the next round: "Spring 2024" becomes "Spring 2026", and "First" "First 2026"."""
    years = [int(year) for year in _YEAR.findall(label)]
    on = today.year - years[-1] if years else 0
    if on > 0:
        return _YEAR.sub(lambda year: str(int(year.group()) + on), label)
    found = f"{label} (2)" if years else f"{label} {today.year}".strip()
    return found if len(found) <= LONGEST else ""


def set_again(
    session: Session, assessment: Assessment, again_on: datetime.date | None, today: datetime.date
) -> None:
    """When the next round is due; None: nobody has said. Raises Problems for a new day that is not to come."""
    if again_on is not None and again_on <= today and again_on != assessment.again_on:
        raise Problems([Problem(N_("Choose a day that is yet to come"))])
    assessment.again_on = again_on
    session.flush()


def months_from(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def due(session: Session, workspace_id: str, until: datetime.date) -> Sequence[Assessment]:
    """The closed rounds after which a new one is due by a day, and was not begun; the earliest day first."""
    query = (
        select(Assessment)
        .join(Assessment.questionnaire_version)
        .where(Assessment.workspace_id == workspace_id, Assessment.state == "closed")
        .where(Assessment.again_on <= until, ~_came_later())
        .options(joinedload(Assessment.organisation))
    )
    return session.scalars(query.order_by(Assessment.again_on, Assessment.id)).all()


def _came_later() -> Exists:
    """Whether a round was begun from another one, or after it with the same questionnaire in any version."""
    later, version = aliased(Assessment), aliased(QuestionnaireVersion)
    same = version.questionnaire == QuestionnaireVersion.questionnaire
    return (
        select(later.id)
        .join(version, version.id == later.questionnaire_version_id)
        .where(later.organisation_id == Assessment.organisation_id, later.id != Assessment.id)
        .where(or_(later.earlier_id == Assessment.id, and_(same, later.created_at > Assessment.closed_at)))
        .correlate(Assessment, QuestionnaireVersion)
        .exists()
    )

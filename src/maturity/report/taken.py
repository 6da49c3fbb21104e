"""The team's actions as its report tells them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from sqlalchemy.orm import Session

from maturity.language import Language
from maturity.report.model import Before, Taken
from maturity.report.readings import measure_told
from maturity.store import actions, comparable
from maturity.store.followed import newest_of
from maturity.store.questionnaires import questionnaire_of
from maturity.store.tables import Action, Assessment


def taken_on(
    session: Session, assessment: Assessment, language: Language, today: datetime.date
) -> tuple[Taken, ...]:
    """The actions by date, without those that were dropped; what the team did not write is in the report's
    language. `today` is the date where people live."""
    rows = actions.of_assessment(session, assessment)
    return _taken(assessment, [row for row in rows if row.status != "dropped"], language, today)


def taken_before(
    session: Session, assessment: Assessment, language: Language, today: datetime.date
) -> Before | None:
    """The actions of the round before as they stand where later rounds go on with them, with those that were
    dropped: leaving one is an answer as well. None if this is the first round."""
    earlier = comparable.earlier_rounds(session, assessment)
    if not earlier:
        return None
    name = earlier[-1].label or language.date(comparable.day_of(earlier[-1]), "MMMM y")
    newest = newest_of(session, actions.of_assessment(session, earlier[-1]))
    return Before(name, _taken(earlier[-1], newest.values(), language, today), today)


def _taken(
    assessment: Assessment, rows: Iterable[Action], language: Language, today: datetime.date
) -> tuple[Taken, ...]:
    first_steps = {r.id: r.first_step for r in questionnaire_of(assessment, language.tag).recommendations}
    return tuple(
        Taken(
            title=action.title,
            owner=action.owner,
            due=action.due,
            status=language.say(actions.STATUSES[action.status]),
            overdue=actions.is_overdue(action, today),
            first_step=first_steps.get(action.recommendation or "", ""),
            note=action.note,
            measure=measure_told(action, language),
            recommendation=action.recommendation or "",
            finished=action.status not in actions.UNFINISHED,
            carried=action.earlier_id is not None,
        )
        for action in rows
    )

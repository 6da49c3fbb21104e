"""From recommendations to actions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity.problems import N_, Problem, Problems
from maturity.store import reminders
from maturity.store.clock import now
from maturity.store.tables import Action, Assessment

STATUSES = {"open": N_("Planned"), "started": N_("Under way"), "done": N_("Done"), "dropped": N_("Dropped")}
UNFINISHED = ("open", "started")


def add(
    session: Session, assessment: Assessment, title: str, recommendation: str | None = None, **facts: object
) -> Action:
    """A new action; `facts` are columns of the table, such as owner, due, about or measure. Raises Problems if
    its measure is not whole."""
    _refuse_half_a_measure(facts)
    found = Action(assessment_id=assessment.id, title=title, recommendation=recommendation, **facts)
    session.add(found)
    session.flush()
    return found


def of_assessment(session: Session, assessment: Assessment) -> Sequence[Action]:
    """The actions by date, those without one last."""
    query = select(Action).where(Action.assessment_id == assessment.id)
    return session.scalars(query.order_by(Action.due.is_(None), Action.due, Action.created_at)).all()


def is_overdue(action: Action, today: datetime.date) -> bool:
    """Whether its day has passed and it is neither done nor dropped."""
    return action.due is not None and action.due < today and action.status in UNFINISHED


def find(session: Session, assessment: Assessment, id_: str) -> Action | None:
    """An action of this assessment; None if it is another's."""
    found = session.get(Action, id_)
    return found if found and found.assessment_id == assessment.id else None


def change(session: Session, action: Action, **facts: object) -> None:
    """Change an action; `facts` as in `add`. What is not in them stays. Raises Problems likewise."""
    _refuse_half_a_measure({name: getattr(action, name) for name in _MEASURED} | facts)
    for name, value in facts.items():
        setattr(action, name, value)
    action.updated_at = now()
    session.flush()


def half_a_measure(measure: str, baseline: float | None, target: float | None) -> Iterator[Problem]:
    """What keeps a measure from telling how far an action has come."""
    if not measure and (baseline is not None or target is not None):
        yield Problem(N_("Write what is measured: a number alone says nothing"), about="measure")
    if baseline is not None and baseline == target:
        message = N_("The target is the same as the start. Write where it is to be")
        yield Problem(message, about="target")


_MEASURED = ("measure", "baseline", "target")


def _refuse_half_a_measure(facts: dict[str, object]) -> None:
    measure, baseline, target = (facts.get(name) for name in _MEASURED)
    problems = tuple(half_a_measure(measure or "", baseline, target))  # type: ignore[arg-type]
    if problems:
        raise Problems(problems)


def delete(session: Session, action: Action) -> None:
    """Delete an action, and the notes that somebody was told of it."""
    reminders.forget(session, [action.id])
    session.delete(action)
    session.flush()

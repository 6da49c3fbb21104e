"""What the team decided after the last round, and going on with it in the new one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity.store import actions, versions
from maturity.store.tables import Action, ActionReading, Assessment


@dataclass(frozen=True, slots=True)
class Brought:
    """An action of the last round, and the one of the new round that goes on with it."""

    action: Action
    carried: Action | None

    @property
    def waits(self) -> bool:
        """Whether it is neither finished nor carried over."""
        return self.carried is None and self.action.status in actions.UNFINISHED


def brought(session: Session, assessment: Assessment) -> tuple[Brought, ...]:
    """The actions of the round before, by date; none if there was no such round."""
    if assessment.earlier is None:
        return ()
    query = select(Action).where(Action.assessment_id == assessment.id, Action.earlier_id.is_not(None))
    carried = {one.earlier_id: one for one in session.scalars(query)}
    return tuple(
        Brought(one, carried.get(one.id)) for one in actions.of_assessment(session, assessment.earlier)
    )


def carry_over(session: Session, assessment: Assessment, action_id: str | None = None) -> tuple[Action, ...]:
    """Go on with one action of the last round, or with all that wait for it; the new ones. What was decided
    last time stays as it is. Carrying over twice does not make two."""
    waiting = [one.action for one in brought(session, assessment) if one.waits]
    return tuple(_carry(session, assessment, one) for one in waiting if action_id in (None, one.id))


def _carry(session: Session, assessment: Assessment, was: Action) -> Action:
    """An action with the measure, its readings, and what it is about."""
    facts = {name: getattr(was, name) for name in _KEPT}
    names = _renamed(assessment)
    return actions.add(
        session,
        assessment,
        was.title,
        was.recommendation,
        about=[names.get(id_, id_) for id_ in was.about],
        earlier_id=was.id,
        readings=[ActionReading(read_on=r.read_on, value=r.value, note=r.note) for r in was.readings],
        **facts,
    )


_KEPT = ("owner", "due", "status", "note", "measure", "baseline", "target")


def _renamed(assessment: Assessment) -> dict[str, str]:
    """What items of the last round's version are called now, where the new version says so."""
    assert assessment.earlier is not None, "something was brought along"
    old, new = assessment.earlier.questionnaire_version, assessment.questionnaire_version
    if old.id == new.id or old.questionnaire != new.questionnaire:
        return {}
    found = versions.matched(old, new).diff
    return {one.before: one.id for one in found.items if one.before is not None}

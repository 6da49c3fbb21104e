"""What is due in a workspace: new rounds, rounds that should be closed, actions, and targets.

Nothing in it is a score: it may stand in a mail.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased, joinedload, lazyload

from maturity.problems import N_
from maturity.store import questionnaires, repeating
from maturity.store.actions import UNFINISHED
from maturity.store.comparable import days
from maturity.store.tables import Action, Assessment, Organisation, Respondent, Target

Kind = Literal["round", "closing", "action", "target"]
AHEAD: dict[Kind, datetime.timedelta] = {
    "round": datetime.timedelta(days=30),
    "closing": datetime.timedelta(days=5),
    "action": datetime.timedelta(days=14),
    "target": datetime.timedelta(days=60),
}
"""How long before its day something is told. A new round and a target need preparing: a target is met or
missed in a round."""

SENTENCES: dict[Kind, str] = {
    "round": N_("A new round in {place}"),
    "closing": N_("Answering in {place}: remind people, or close it"),
    "action": N_("Action: {title}"),
    "target": N_("Target for {title} in {place}"),
}
"""What is due, as a mail says it."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due. `subject` is the id of the round, action or target."""

    kind: Kind
    subject: str
    day: datetime.date
    title: str
    """The round's label, what is to be done, or the dimension."""
    organisation: Organisation
    assessment: str | None = None
    """The round that it belongs to."""
    owner: str = ""
    """Who sees to an action: a function."""

    @property
    def words(self) -> dict[str, str]:
        """What its sentence names."""
        return {"place": self.organisation.name, "title": self.title}

    def is_late(self, today: datetime.date) -> bool:
        """Whether its day has passed."""
        return self.day < today


def due_in(session: Session, workspace_id: str, today: datetime.date, tag: str) -> tuple[Due, ...]:
    """Everything that is due in a workspace, by day; dimensions are called as in the language of `tag`."""
    found = (
        *_to_repeat(session, workspace_id, today),
        *_to_close(session, workspace_id, today),
        *_to_do(session, workspace_id, today),
        *_to_reach(session, workspace_id, today, tag),
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.kind, one.title, one.subject)))


def _to_repeat(session: Session, workspace_id: str, today: datetime.date) -> Iterator[Due]:
    """Rounds whose successor is due and has not begun."""
    for one in repeating.due(session, workspace_id, today + AHEAD["round"]):
        assert one.again_on is not None, "the query asked for a day"
        yield Due("round", one.id, one.again_on, one.label, one.organisation, one.id)


def _to_close(session: Session, workspace_id: str, today: datetime.date) -> Iterator[Due]:
    """Rounds that end soon and in which fewer have answered than were wanted, or that are over."""
    answered = select(func.count(Respondent.submitted_at)).where(Respondent.assessment_id == Assessment.id)
    query = (
        select(Assessment, answered.scalar_subquery())
        .where(Assessment.workspace_id == workspace_id, Assessment.state == "open")
        .where(Assessment.closes_on <= today + AHEAD["closing"])
        .options(joinedload(Assessment.organisation))
    )
    for one, sent in session.execute(query):
        assert one.closes_on is not None, "the query asked for a day"
        if one.closes_on < today or sent < sum(one.targets.values()):
            yield Due("closing", one.id, one.closes_on, one.label, one.organisation, one.id)


def _to_do(session: Session, workspace_id: str, today: datetime.date) -> Iterator[Due]:
    """Actions that are neither done nor dropped, nor carried over into a newer round."""
    successor = aliased(Action)
    query = (
        select(Action, Assessment)
        .join(Assessment, Action.assessment_id == Assessment.id)
        .where(
            Assessment.workspace_id == workspace_id,
            Action.status.in_(UNFINISHED),
            Action.due <= today + AHEAD["action"],
            ~exists().where(successor.earlier_id == Action.id),
        )
        .options(joinedload(Assessment.organisation), lazyload(Action.readings))
    )
    for action, round_ in session.execute(query):
        assert action.due is not None, "the query asked for a day"
        yield Due("action", action.id, action.due, action.title, round_.organisation, round_.id, action.owner)


def _to_reach(session: Session, workspace_id: str, today: datetime.date, tag: str) -> Iterator[Due]:
    """Targets whose day is near, or has passed without a round since that could tell whether they are met."""
    query = (
        select(Target, Organisation)
        .join(Organisation, Target.organisation_id == Organisation.id)
        .where(Organisation.workspace_id == workspace_id, Target.by <= today + AHEAD["target"])
    )
    near = session.execute(query).all()
    rounds = days(session, workspace_id) if near else {}
    versions = questionnaires.newest(session, workspace_id) if near else {}
    for target, place in near:
        if all(day < target.by for day in rounds.get(place, {}).get(target.questionnaire, ())):
            title = questionnaires.dimension_named(versions, target.questionnaire, target.dimension, tag)
            yield Due("target", target.id, target.by, title, place)

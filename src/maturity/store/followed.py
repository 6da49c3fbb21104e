"""The actions of a round as `comparison.progress` follows them up, and back: plans that stand in a file."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity.comparison import progress as room
from maturity.comparison.progress.given import Status
from maturity.store import actions, marks, targets
from maturity.store.clock import now
from maturity.store.questionnaires import questionnaire_of
from maturity.store.tables import Action, ActionReading, Assessment

STATUSES: dict[str, Status] = {
    "open": "planned",
    "started": "started",
    "done": "done",
    "dropped": "dropped",
}
"""A status here, and what it is called there."""


def decided_in(
    session: Session, assessment: Assessment, known: Collection[str], rounds: Collection[str] = ()
) -> tuple[room.Action, ...]:
    """What was decided after a round. `known` are the ids of items and dimensions that its questionnaires
    have: what an action is about and none of them has is left out. `rounds` are the ids of those that are
    looked at together: what goes on with an action of one of them is marked as carried over."""
    rows = actions.of_assessment(session, assessment)
    newest, carried = newest_of(session, rows), _carried(session, rows, rounds)
    found = ((row.id in carried, as_action(row, known, newest[row.id])) for row in rows)
    return tuple(replace(action, carried=is_carried) for is_carried, action in found)


def _carried(session: Session, rows: Sequence[Action], rounds: Collection[str]) -> set[str]:
    """The actions that go on with one of these rounds, even if others lie between."""
    found: set[str] = set()
    before = {row.id: row.earlier_id for row in rows if row.earlier_id}
    while before:
        known = {one.id: one for one in session.scalars(select(Action).where(Action.id.in_(before.values())))}
        found |= {id_ for id_, earlier in before.items() if known[earlier].assessment_id in rounds}
        further = {id_: known[earlier].earlier_id for id_, earlier in before.items() if id_ not in found}
        before = {id_: earlier for id_, earlier in further.items() if earlier}
    return found


def newest_of(session: Session, rows: Sequence[Action]) -> dict[str, Action]:
    """By id of each action, the one that goes on with it in the newest round; itself if none does."""
    found = {row.id: row for row in rows}
    ids = {row.id: row.id for row in rows}  # the first of each chain, by the newest that is known of it
    while ids:
        later = session.scalars(select(Action).where(Action.earlier_id.in_(ids))).all()
        first = {row.id: ids[row.earlier_id] for row in later if row.earlier_id}
        found |= {first[row.id]: row for row in later}
        ids = first
    return found


def as_action(row: Action, known: Collection[str], newest: Action | None = None) -> room.Action:
    """One action with its readings: as it was decided, and as it stands where later rounds go on with it."""
    stands = newest or row
    return room.Action(
        title=row.title,
        about=tuple(id_ for id_ in stands.about if id_ in known),
        owner=stands.owner or None,
        decided=row.created_at.date(),
        due=stands.due,
        status=STATUSES[stands.status],
        note=stands.note or None,
        measure=stands.measure or None,
        baseline=stands.baseline,
        target=stands.target,
        readings=tuple(room.Reading(one.read_on, one.value, one.note or None) for one in stands.readings),
    )


def keep_plans(session: Session, rounds: Sequence[Assessment], plans: room.Plans) -> None:
    """Take what a file of plans says into the store, for the rounds of one organisation, oldest first: every
    action goes to the round after which it was decided."""
    organisation, asked = rounds[-1].organisation, questionnaire_of(rounds[-1])
    for action in plans.actions:
        _keep(session, _round_of(rounds, action), action)
    for target in plans.targets:
        targets.put(session, organisation, asked, target.dimension, target.score, target.by)
    for mark in plans.marks:
        marks.add(session, organisation, mark.date, mark.text)


def _round_of(rounds: Sequence[Assessment], action: room.Action) -> Assessment:
    """As `comparison.progress.place_actions` does it."""
    if action.decided is None:
        return rounds[max(len(rounds) - 2, 0)]
    before = [row for row in rounds if row.held_on and row.held_on <= action.decided]
    return before[-1] if before else rounds[0]


def _keep(session: Session, assessment: Assessment, action: room.Action) -> None:
    status = next(here for here, there in STATUSES.items() if there == action.status)
    decided = action.decided or now().date()
    made = actions.add(
        session,
        assessment,
        action.title,
        owner=action.owner or "",
        due=action.due,
        status=status,
        note=action.note or "",
        about=list(action.about),
        measure=action.measure or "",
        baseline=action.baseline,
        target=action.target,
        created_at=datetime.datetime.combine(decided, datetime.time(12), datetime.UTC),
    )
    made.readings += [
        ActionReading(read_on=one.date, value=one.value, note=one.note or "") for one in action.readings
    ]
    session.flush()

"""What an action's measure showed on a day: written down, put right, and told as the latest."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sqlalchemy.orm import Session

from maturity.problems import N_, Problem, Problems
from maturity.store.tables import Action, ActionReading


def add(
    session: Session, action: Action, day: datetime.date, value: float, note: str, today: datetime.date
) -> ActionReading:
    """A new reading. Raises Problems if nothing is measured, if the day is still to come, or if that day has
    one."""
    problems = []
    if not action.measure:
        problems.append(Problem(N_("Write first what is measured")))
    if day > today:
        problems.append(Problem(N_("That day is still to come")))
    if any(one.read_on == day for one in action.readings):
        problems.append(Problem(N_("That day has a reading already. Delete it first if it is wrong")))
    if problems:
        raise Problems(problems)
    found = ActionReading(action_id=action.id, read_on=day, value=value, note=note)
    action.readings.append(found)
    session.flush()
    return found


def of_action(action: Action) -> Sequence[ActionReading]:
    """The readings by day."""
    return sorted(action.readings, key=lambda one: one.read_on)


def latest(action: Action) -> ActionReading | None:
    """The newest reading."""
    return max(action.readings, key=lambda one: one.read_on, default=None)


def find(action: Action, id_: str) -> ActionReading | None:
    """A reading of this action; None if it is another's."""
    return next((one for one in action.readings if one.id == id_), None)


def delete(session: Session, action: Action, reading: ActionReading) -> None:
    """Delete a reading."""
    action.readings.remove(reading)
    session.flush()

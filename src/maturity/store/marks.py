"""What happened to an organisation between its rounds: elections, reorganisations."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity.comparison import progress as room
from maturity.store.tables import Mark, Organisation


def of_organisation(session: Session, organisation: Organisation) -> Sequence[Mark]:
    """The marks by date."""
    query = select(Mark).where(Mark.organisation_id == organisation.id)
    return session.scalars(query.order_by(Mark.happened_on, Mark.created_at)).all()


def as_marks(session: Session, organisation: Organisation) -> tuple[room.Mark, ...]:
    """The same as `comparison.progress` draws them."""
    return tuple(room.Mark(row.happened_on, row.text) for row in of_organisation(session, organisation))


def find(session: Session, organisation: Organisation, id_: str) -> Mark | None:
    """A mark of this organisation; None if it is another's."""
    found = session.get(Mark, id_)
    return found if found and found.organisation_id == organisation.id else None


def add(session: Session, organisation: Organisation, happened_on: datetime.date, text: str) -> Mark:
    """A new mark; one that is there already with this day and text is not made twice."""
    for known in of_organisation(session, organisation):
        if (known.happened_on, known.text) == (happened_on, text):
            return known
    found = Mark(organisation_id=organisation.id, happened_on=happened_on, text=text)
    session.add(found)
    session.flush()
    return found


def change(session: Session, mark: Mark, happened_on: datetime.date, text: str) -> None:
    """Change a mark."""
    mark.happened_on, mark.text = happened_on, text
    session.flush()


def delete(session: Session, mark: Mark) -> None:
    """Delete a mark."""
    session.delete(mark)
    session.flush()

"""Mails about what is due: who wants them, and which have gone out, so that nobody gets one twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from maturity.store.tables import Membership, Reminder, User

if TYPE_CHECKING:
    from maturity.store.due import Due  # which knows actions, and these forget what was told of them

ROLES = ("owner", "facilitator")
"""Who can do something about what is due."""


def switch(session: Session, member: Membership, on: bool) -> None:
    """Whether a member gets mails about what is due in this workspace."""
    member.reminded = on
    session.flush()


def wanted_by(session: Session, user: User) -> Sequence[Membership]:
    """Someone's places in workspaces whose reminders they get."""
    query = select(Membership).where(
        Membership.user_id == user.id, Membership.reminded.is_(True), Membership.role.in_(ROLES)
    )
    return session.scalars(query.options(joinedload(Membership.workspace))).all()


def people(session: Session) -> Sequence[str]:
    """The ids of everybody who gets reminders of anything, in an order that stays."""
    query = select(Membership.user_id).where(Membership.reminded.is_(True), Membership.role.in_(ROLES))
    active = query.join(User, User.id == Membership.user_id).where(User.active.is_(True))
    return session.scalars(active.distinct().order_by(Membership.user_id)).all()


def unsent(session: Session, member: Membership, found: Iterable[Due]) -> list[Due]:
    """What a member has not been told yet. What was put off is told again when its new day is near."""
    query = select(Reminder).where(Reminder.membership_id == member.id)
    sent = {(row.kind, row.subject_id, row.due) for row in session.scalars(query)}
    return [one for one in found if (one.kind, one.subject, one.day) not in sent]


def claim(session: Session, member: Membership, found: Iterable[Due]) -> list[str]:
    """Note that a member is told of this now; the notes' ids, for `take_back` if that fails. None, if another
    worker has just told of some of it."""
    rows = [
        Reminder(membership_id=member.id, kind=one.kind, subject_id=one.subject, due=one.day) for one in found
    ]
    try:
        with session.begin_nested():
            session.add_all(rows)
            session.flush()
    except IntegrityError:
        return []
    return [row.id for row in rows]


def take_back(session: Session, ids: Iterable[str]) -> None:
    """Take notes back, because the mail did not go out."""
    session.execute(delete(Reminder).where(Reminder.id.in_(list(ids))))


def forget(session: Session, subjects: Iterable[str]) -> None:
    """Delete the notes about rounds, actions or targets that are no longer there."""
    session.execute(delete(Reminder).where(Reminder.subject_id.in_(list(subjects))))

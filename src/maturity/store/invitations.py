"""Links to answer: made, found by their token, taken back. See `maturity.store.ids` for what is kept of a
token."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.orm import Session, joinedload

from maturity.problems import N_, Problem, Problems
from maturity.store.assessments import LEAST_THRESHOLD
from maturity.store.clock import now
from maturity.store.ids import key_for, looks_like_token, make_id, token_for
from maturity.store.tables import Assessment, Invitation

REST = datetime.timedelta(hours=20)
"""The least time between two mails to the same person."""


def make(
    session: Session,
    assessment: Assessment,
    secret: str,
    *,
    kind: str = "personal",
    role: str | None = None,
    email: str | None = None,
) -> Invitation:
    """A new link. Its token is `token_of(invitation, secret)`. Raises Problems where one person could be read
    alone."""
    if assessment.threshold < LEAST_THRESHOLD:
        message = N_("This was a trial by one person: nobody else can be invited to it. Make a new round.")
        raise Problems([Problem(message)])
    id_ = make_id()
    key = key_for("invitation", token_for("invitation", id_, secret), secret)
    found = Invitation(id=id_, assessment_id=assessment.id, kind=kind, role=role, email=email, key=key)
    session.add(found)
    session.flush()
    return found


def token_of(invitation: Invitation, secret: str) -> str:
    """The token of a link, made again: for a reminder, or to show a link that was not sent by mail."""
    return token_for("invitation", invitation.id, secret)


def find(session: Session, token: str, secret: str) -> Invitation | None:
    """The invitation behind a token, with its assessment, if it has not been taken back."""
    if not looks_like_token(token):
        return None
    query = select(Invitation).where(
        Invitation.key == key_for("invitation", token, secret), Invitation.revoked_at.is_(None)
    )
    return session.scalar(query.options(joinedload(Invitation.assessment)))


def find_any(session: Session, token: str, secret: str) -> Invitation | None:
    """The invitation behind a token, with its assessment, also one that has been taken back."""
    if not looks_like_token(token):
        return None
    query = select(Invitation).where(Invitation.key == key_for("invitation", token, secret))
    return session.scalar(query.options(joinedload(Invitation.assessment)))


def of_assessment(session: Session, assessment: Assessment, kind: str | None = None) -> Sequence[Invitation]:
    """The links that have not been taken back, by role and address."""
    query = select(Invitation).where(
        Invitation.assessment_id == assessment.id, Invitation.revoked_at.is_(None)
    )
    if kind is not None:
        query = query.where(Invitation.kind == kind)
    return session.scalars(query.order_by(Invitation.role, Invitation.email, Invitation.id)).all()


def get(session: Session, assessment: Assessment, id_: str) -> Invitation | None:
    """An invitation of this assessment; None if it is another's."""
    found = session.get(Invitation, id_)
    return found if found and found.assessment_id == assessment.id else None


def revoke(session: Session, invitation: Invitation) -> None:
    """Take a link back: it leads nowhere from now on. Answers that were given stay."""
    invitation.revoked_at = invitation.revoked_at or now()
    session.flush()


def mark_answered(session: Session, invitation: Invitation) -> None:
    """Note that the person has sent their answers: the day, not the time (see the table)."""
    if invitation.kind == "personal":
        invitation.answered_on = invitation.answered_on or now().date()
        session.flush()


def mark_unanswered(session: Session, invitation: Invitation) -> None:
    """Note that the person has taken their answers back."""
    invitation.answered_on = None
    session.flush()


@dataclass(frozen=True, slots=True)
class Rate:
    """How many links a role has, and how many of them have been answered."""

    invited: int
    answered: int


def rates(session: Session, assessment: Assessment) -> dict[str | None, Rate]:
    """The personal links by role."""
    query = (
        select(Invitation.role, func.count(), func.count(Invitation.answered_on))
        .where(
            Invitation.assessment_id == assessment.id,
            Invitation.kind == "personal",
            Invitation.revoked_at.is_(None),
        )
        .group_by(Invitation.role)
    )
    return {role: Rate(invited, answered) for role, invited, answered in session.execute(query)}


def make_links(
    session: Session, assessment: Assessment, secret: str, wanted: Mapping[str, int]
) -> datetime.datetime:
    """Personal links to hand out, so many for each role. Returns when they were made, which they have in
    common.

    Raises Problems if the round is not open.
    """
    _must_be_open(assessment)
    at = now()
    for role, count in wanted.items():
        for _ in range(count):
            make(session, assessment, secret, role=role).created_at = at
    session.flush()
    return at


def made_at(session: Session, assessment: Assessment, at: datetime.datetime) -> Sequence[Invitation]:
    """The personal links of one batch (see `make_links`) that still lead somewhere, by role."""
    found = [one for one in of_assessment(session, assessment, "personal") if one.created_at == at]
    return [one for one in found if one.email is None]


def invite_addresses(
    session: Session, assessment: Assessment, secret: str, role: str, language: str, addresses: Iterable[str]
) -> int:
    """Personal links for these addresses, to be sent; how many are new. An address with a link keeps it.

    Raises Problems if the round is not open.
    """
    _must_be_open(assessment)
    known = {(one.email or "").lower() for one in of_assessment(session, assessment, "personal")}
    new = {address.lower(): address for address in addresses if address.lower() not in known}
    for address in new.values():
        make(session, assessment, secret, role=role, email=address).language = language
    session.flush()
    return len(new)


def open_link(session: Session, assessment: Assessment) -> Invitation | None:
    """The round's open link, if there is one."""
    return next(iter(of_assessment(session, assessment, "open")), None)


def make_open_link(session: Session, assessment: Assessment, secret: str) -> Invitation:
    """The round's open link; a new one if there is none. Raises Problems if the round is not open."""
    _must_be_open(assessment)
    return open_link(session, assessment) or make(session, assessment, secret, kind="open")


def to_send(session: Session, assessment: Assessment) -> Sequence[Invitation]:
    """The invitations that have an address and have not been sent."""
    found = of_assessment(session, assessment, "personal")
    return [one for one in found if one.email and one.sent_at is None]


def to_remind(session: Session, assessment: Assessment) -> Sequence[Invitation]:
    """The invitations that were sent, are not answered, and whose last mail is at least a day old."""
    rested = now() - REST
    found = of_assessment(session, assessment, "personal")
    waiting = [one for one in found if one.email and one.answered_on is None]
    return [one for one in waiting if (one.reminded_at or one.sent_at or rested) < rested]


def claim_mail(session: Session, invitation: Invitation) -> bool:
    """Note that a mail goes out now: the invitation, or a reminder if that had been sent before.

    False if another process has just done so, or the link has been taken back: then nothing is to be sent. If
    sending fails, `return_mail` takes the note back.
    """
    column = Invitation.sent_at if invitation.sent_at is None else Invitation.reminded_at
    before = invitation.sent_at if invitation.sent_at is None else invitation.reminded_at
    query = (
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.revoked_at.is_(None))
        .where(Invitation.answered_on.is_(None), column == before)
        .values({column: now()})
    )
    return bool(cast("CursorResult[Any]", session.execute(query)).rowcount)


def return_mail(
    session: Session,
    invitation: Invitation,
    sent_at: datetime.datetime | None,
    reminded_at: datetime.datetime | None,
) -> None:
    """Take a note back that a mail went out, because it did not: what was noted before is given."""
    invitation.sent_at, invitation.reminded_at = sent_at, reminded_at
    session.flush()


def _must_be_open(assessment: Assessment) -> None:
    if assessment.state != "open":
        raise Problems([Problem(N_("People can be invited while the round is open"))])

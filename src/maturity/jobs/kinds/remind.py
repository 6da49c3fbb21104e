"""Once a day: tells owners and facilitators by mail what has become due in their workspaces.

One mail to each, with everything that they have not been told yet. No score stands in it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from sqlalchemy.orm import Session

from maturity.jobs import sending
from maturity.jobs.work import Work
from maturity.language import language
from maturity.mail import mailer_for
from maturity.problems import N_
from maturity.settings import Settings
from maturity.store import clock, reminders
from maturity.store.due import SENTENCES, Due, due_in
from maturity.store.tables import Membership, User, Workspace

SUBJECT = N_("What is due: {places}")
PAGE = "/workspaces/{id}/due"
"""Where the same stands on a page, and can be turned off."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is new for somebody in one workspace."""

    member: Membership
    due: tuple[Due, ...]

    @property
    def workspace(self) -> Workspace:
        """The workspace."""
        return self.member.workspace


def run(work: Work) -> dict[str, Any]:
    """Send to everybody for whom something has become due; how many were sent, and how many could not be."""

    def claim(session: Session, id_: str) -> sending.Claimed | None:
        return _claim(session, id_, work.settings)

    return sending.send_each(work, mailer_for(work.settings), _waiting(work), claim)


def _waiting(work: Work) -> list[str]:
    """Who has something new to be told."""
    today = clock.today(work.settings.timezone)
    with work.database.reading() as session:
        people = (session.get_one(User, id_) for id_ in reminders.people(session))
        return [one.id for one in people if any(_parts(session, one, today))]


def _parts(session: Session, user: User, today: datetime.date) -> Iterator[Part]:
    for member in reminders.wanted_by(session, user):
        due = due_in(session, member.workspace_id, today, user.language)
        new = reminders.unsent(session, member, due)
        if new:
            yield Part(member, tuple(new))


def _claim(session: Session, user_id: str, settings: Settings) -> sending.Claimed | None:
    user, today = session.get(User, user_id), clock.today(settings.timezone)
    if user is None:
        return None
    told, claimed = [], []
    for part in _parts(session, user, today):
        ids = reminders.claim(session, part.member, part.due)
        if ids:
            told.append(part)
            claimed += ids
    if not told:
        return None
    message = write(settings, user, told, today)
    return sending.Claimed(message, lambda later: reminders.take_back(later, claimed))


def write(settings: Settings, user: User, parts: Sequence[Part], today: datetime.date) -> EmailMessage:
    """The mail to one person."""
    tongue = language(user.language)
    base = settings.base_url.rstrip("/")
    return sending.write(
        settings,
        user.email,
        tongue.say(SUBJECT, places=tongue.join([part.workspace.name for part in parts])),
        "due",
        t=tongue.say,
        date=tongue.date,
        tag=tongue.tag,
        parts=[(part.workspace.name, base + PAGE.format(id=part.workspace.id), part.due) for part in parts],
        sentences=SENTENCES,
        today=today,
    )

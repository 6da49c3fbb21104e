"""Sends the invitations of a round, or its reminders, in the language of those who get them."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

from sqlalchemy.orm import Session

from maturity.jobs import sending
from maturity.jobs.work import Work
from maturity.language import language
from maturity.mail import mailer_for
from maturity.problems import N_
from maturity.settings import Settings
from maturity.store import assessments, invitations, questionnaires
from maturity.store.tables import Assessment, Invitation

KIND = "send-invitations"
INVITED = N_("{organisation} asks for your view")
REMINDED = N_("Reminder: {organisation} asks for your view")


def run(work: Work) -> dict[str, Any]:
    """Send to everybody who waits for a mail; how many were sent, and how many could not be.

    The payload: `assessment`, `reminders` (or invitations), and `links`, what every address begins with.
    """

    def claim(session: Session, id_: str) -> sending.Claimed | None:
        return _claim(session, id_, work)

    return sending.send_each(work, mailer_for(work.settings), _waiting(work), claim)


def _waiting(work: Work) -> list[str]:
    with work.database.reading() as session:
        found = session.get(Assessment, work.payload["assessment"])
        if found is None or found.state != "open":
            return []
        wanted = invitations.to_remind if work.payload["reminders"] else invitations.to_send
        return [one.id for one in wanted(session, found)]


def _claim(session: Session, id_: str, work: Work) -> sending.Claimed | None:
    invitation = session.get(Invitation, id_)
    if invitation is None:
        return None
    before = (invitation.sent_at, invitation.reminded_at)
    message = write(work.settings, invitation, work.payload["links"])
    if not invitations.claim_mail(session, invitation):
        return None

    def take_back(later: Session) -> None:
        invitations.return_mail(later, later.get_one(Invitation, id_), *before)

    return sending.Claimed(message, take_back)


def write(settings: Settings, invitation: Invitation, links: str) -> EmailMessage:
    """The mail to one person: an invitation, or a reminder if that has been sent."""
    assessment = invitation.assessment
    asked = questionnaires.load(assessment.questionnaire_version, invitation.language)
    tongue, place = language(asked.language), assessment.organisation.name
    is_reminder = invitation.sent_at is not None
    return sending.write(
        settings,
        invitation.email or "",
        tongue.say(REMINDED if is_reminder else INVITED, organisation=place),
        "asked",
        t=tongue.say,
        date=tongue.date,
        tag=tongue.tag,
        place=place,
        title=asked.title,
        assessment=assessment,
        welcome=assessments.welcome_in(assessment, tongue.tag),
        link=links + invitations.token_of(invitation, settings.secret()),
        is_reminder=is_reminder,
    )

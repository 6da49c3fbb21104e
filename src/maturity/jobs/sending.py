"""Sending mails one by one, so that nobody gets one twice and one address does not keep others waiting.

Each is claimed in a transaction of its own before it goes out, and the claim is taken back if it does not: no
lock is held while a server is slow. Mails are plain text and simple HTML; nothing in them tells whether they
were opened.
"""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from sqlalchemy.orm import Session

from maturity import resources
from maturity.jobs.work import Work
from maturity.mail import Mailer, make_mail
from maturity.settings import Settings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A mail that is noted as sent, and how to take that note back."""

    message: EmailMessage
    take_back: Callable[[Session], None]


Claim = Callable[[Session, str], Claimed | None]
"""Takes the id of whatever a mail is about; None if there is no need of a mail any more."""


def send_each(work: Work, mailer: Mailer, ids: Sequence[str], claim: Claim) -> dict[str, int]:
    """Send a mail for each id; how many were sent, and how many could not be.

    When the mail server cannot be used at all, the rest waits.
    """
    sent, failed = 0, 0
    for place, id_ in enumerate(ids, 1):
        try:
            sent += _send(work, mailer, id_, claim)
        except smtplib.SMTPRecipientsRefused:
            failed += 1
        except (OSError, smtplib.SMTPException):
            _log.exception("the mail server could not be used")
            failed += len(ids) - place + 1
            break
        work.advance(place, len(ids))
    return {"sent": sent, "failed": failed}


def _send(work: Work, mailer: Mailer, id_: str, claim: Claim) -> bool:
    with work.database.writing() as session:
        claimed = claim(session, id_)
    if claimed is None:
        return False
    try:
        mailer.send(claimed.message)
    except (OSError, smtplib.SMTPException):
        with work.database.writing() as session:
            claimed.take_back(session)
        raise
    return True


def write(settings: Settings, to: str, subject: str, template: str, **words: object) -> EmailMessage:
    """A mail from templates/web/mail/: `template` with .txt and .html."""
    text = _templates().get_template(f"{template}.txt").render(words).strip() + "\n"
    message = make_mail(settings.mail_from, to, subject, text)
    message.add_alternative(_templates().get_template(f"{template}.html").render(words), subtype="html")
    return message


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(resources.templates() / "web" / "mail"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""Sending mail from a page, in the language of those who get it.

Mails are plain text: they look the same everywhere, and hide no address behind a word.
"""

from __future__ import annotations

from email.message import EmailMessage
from typing import cast

from flask import Flask, current_app, render_template

from maturity.language import language
from maturity.mail import Mailer, mailer_for, make_mail
from maturity.settings import Settings
from maturity.web.sessions import db


def mailer() -> Mailer:
    """The application's mailer."""
    return cast(Mailer, current_app.extensions["maturity-mailer"])


def hand_over(message: EmailMessage) -> None:
    """Give a mail to the mail server. What the request did so far is kept before: a mail tells only what is so, and
    nobody who wants to save something waits for the server.

    Raises OSError or smtplib.SMTPException if it refuses."""
    db.commit()
    mailer().send(message)


def send(to: str, tag: str, subject: str, template: str, **values: object) -> None:
    """Send a mail in a language: `subject` is a catalogue text, `template` a file in templates/web/mail/.

    `values` are for both. See `hand_over`.
    """
    tongue = language(tag)
    plain = {name: value for name, value in values.items() if isinstance(value, str | int)}
    text = render_template(f"mail/{template}", to=to, t=tongue.say, date=tongue.date, **values)
    sender = current_app.config["SECURITY_EMAIL_SENDER"]
    hand_over(make_mail(sender, to, tongue.say(subject, **plain), text.strip() + "\n"))


def init_app(app: Flask, settings: Settings) -> None:
    """Give the application its mailer."""
    app.extensions["maturity-mailer"] = mailer_for(settings)


__all__ = ["hand_over", "init_app", "mailer", "make_mail", "send"]

"""Mails."""

from __future__ import annotations

import datetime
from email import message_from_bytes, policy

from maturity.mail import FileMailer, SmtpMailer, mailer_for
from maturity.settings import Settings
from maturity.web import mail


def test_a_mail_is_in_the_language_it_is_asked_for_in(app, settings):
    with app.test_request_context():
        facts = {"workspace": "Växjö", "inviter": "Anna", "link": "http://x/join/1"}
        mail.send(
            "a@example.org",
            "en",
            "You are invited to {workspace}",
            "member_invitation.txt",
            expires=datetime.date(2026, 3, 12),
            **facts,
        )
    (path,) = (settings.instance / "mail").glob("*.eml")
    found = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert found["To"] == "a@example.org"
    assert found["Subject"] == "You are invited to Växjö"
    assert "http://x/join/1" in found.get_content()
    assert "12 March 2026" in found.get_content()


def test_nobody_adds_headers_through_a_name():
    made = mail.make_mail("a@example.org", "b@example.org", "Hello\r\nBcc: c@example.org", "Text")
    assert made["Subject"] == "Hello Bcc: c@example.org"
    assert made["Bcc"] is None


def test_text_in_a_mail_is_not_escaped_for_pages(app, settings):
    with app.test_request_context():
        facts = {"workspace": "A & B", "inviter": "O'Neill", "link": "http://x/join/1"}
        mail.send(
            "a@example.org",
            "en",
            "You are invited to {workspace}",
            "member_invitation.txt",
            expires=datetime.date(2026, 3, 12),
            **facts,
        )
    (path,) = (settings.instance / "mail").glob("*.eml")
    assert "A & B" in message_from_bytes(path.read_bytes(), policy=policy.default).get_content()


def test_with_a_mail_server_mails_go_there():
    assert isinstance(mailer_for(Settings(smtp_host="mail.example.org")), SmtpMailer)
    assert isinstance(mailer_for(Settings()), FileMailer)

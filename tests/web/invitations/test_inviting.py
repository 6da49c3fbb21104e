"""Inviting: personal links, mails, the open link, and what nobody may learn."""

from __future__ import annotations

import csv
import email
import io
import re
from email import policy

import pytest
from tests.databases import everything

from maturity.store import invitations, jobs, respondents


def _mails(settings):
    files = sorted((settings.instance / "mail").glob("*.eml"))
    return [email.message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]


def _invite(client, where, addresses, **more):
    form = {"role": "politician", "language": "sv", "addresses": addresses, **more}
    return client.send(where, form)


def test_links_are_made_shown_and_downloaded(owner_browser, session, make_round, path, settings):
    one = make_round()
    assert 'value="3"' in owner_browser.get(path(one, "/invite/links")).text
    made = owner_browser.send(path(one, "/invite/links"), {"role-politician": "3", "role-executive": "2"})
    page = owner_browser.get(made.location)
    tokens = re.findall(r"/answer/(\w{22})<", page.text)
    assert len(set(tokens)) == 5
    found = [invitations.find(session, token, settings.secret()) for token in tokens]
    assert sorted(one.role for one in found) == ["executive"] * 2 + ["politician"] * 3
    table = owner_browser.get(made.location + ".csv")
    rows = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert [row[2].rpartition("/")[2] for row in rows[1:]] == tokens
    assert owner_browser.get(path(one, "/invite")).text.count("0 of") == 3


def test_links_are_not_shown_again_later_or_to_others(
    owner_browser, member_browser, make_round, path, monkeypatch
):
    import datetime

    from maturity.web.invitations import personal

    one = make_round()
    made = owner_browser.send(path(one, "/invite/links"), {"role-politician": "1", "role-executive": ""})
    assert member_browser("facilitator").get(made.location).status_code == 404
    monkeypatch.setattr(personal, "SHOWN_FOR", datetime.timedelta(0))
    assert owner_browser.get(made.location).status_code == 404


def test_links_are_not_in_the_database(owner_browser, session, make_round, path, settings):
    one = make_round()
    made = owner_browser.send(path(one, "/invite/links"), {"role-politician": "1", "role-executive": ""})
    (token,) = re.findall(r"/answer/(\w{22})<", owner_browser.get(made.location).text)
    session.commit()
    held = everything(settings.database)
    assert b"politician" in held
    assert token.encode() not in held


def test_no_links_are_made_for_nobody(owner_browser, make_round, path):
    page = owner_browser.send(
        path(make_round(), "/invite/links"), {"role-politician": "0", "role-executive": ""}
    )
    assert "for at least one role" in page.text


def test_mails_go_out_in_the_language_chosen_and_hold_text_as_text(
    owner_browser, make_round, path, settings, session
):
    one = make_round(welcome={"sv": "Hej & <b>välkommen</b>\n\nNi behövs."})
    assert owner_browser.get(path(one, "/invite/mail")).status_code == 200
    sent = _invite(
        owner_browser,
        path(one, "/invite/mail"),
        "Anna Ek <anna@example.org>\nbo@example.org, anna@example.org",
    )
    assert "2 mails were sent" in owner_browser.get(sent.location).text
    anna, bo = _mails(settings)
    assert {anna["To"], bo["To"]} == {"anna@example.org", "bo@example.org"}
    text = anna.get_body(("plain",)).get_content()
    html = anna.get_body(("html",)).get_content()
    assert "\n\nHej & <b>välkommen</b>\n\nNi behövs.\n\n" in text
    assert "Hej &amp; &lt;b&gt;välkommen&lt;/b&gt;" in html
    assert '<html lang="sv">' in html
    assert not re.search(r"<(img|script|link|style)", html)
    (token,) = set(re.findall(r"/answer/(\w{22})", text + html))
    assert invitations.find(session, token, settings.secret()).role == "politician"


def test_an_address_gets_one_link(owner_browser, make_round, path, settings):
    where = path(make_round(), "/invite/mail")
    _invite(owner_browser, where, "anna@example.org")
    page = owner_browser.get(_invite(owner_browser, where, "ANNA@example.org", role="executive").location)
    assert "1 address had a link already" in page.text
    assert len(_mails(settings)) == 1


def test_what_is_no_address_is_named_and_nothing_is_sent(owner_browser, make_round, path, settings):
    page = _invite(owner_browser, path(make_round(), "/invite/mail"), "anna@example.org\nnobody\nbo@")
    assert "nobody, bo@" in page.text
    assert "anna@example.org" in page.text
    assert _mails(settings) == []


@pytest.fixture
def rested(monkeypatch):
    """As if a day had passed since the last mail."""
    import datetime

    monkeypatch.setattr(invitations, "REST", datetime.timedelta(0))


def test_reminders_go_to_those_who_have_not_answered(
    owner_browser, session, make_round, path, settings, rested
):
    one = make_round()
    where = path(one, "/invite/mail")
    _invite(owner_browser, where, "anna@example.org, bo@example.org")
    answered = next(i for i in invitations.of_assessment(session, one) if i.email == "anna@example.org")
    invitations.mark_answered(session, answered)
    session.commit()
    page = owner_browser.get(where)
    assert "Remind 1 person" in page.text
    assert page.text.count("sent ") - page.text.count("not sent ") >= 2
    owner_browser.send(where + "/remind")
    assert [mail["To"] for mail in _mails(settings)[2:]] == ["bo@example.org"]
    assert "Remind" not in _mails(settings)[0]["Subject"]


def test_nobody_is_reminded_twice_a_day(owner_browser, make_round, path, settings):
    where = path(make_round(), "/invite/mail")
    _invite(owner_browser, where, "anna@example.org")
    owner_browser.send(where + "/remind")
    assert len(_mails(settings)) == 1


def test_the_page_does_not_tell_who_has_answered(owner_browser, session, make_round, path):
    one = make_round()
    where = path(one, "/invite/mail")
    _invite(owner_browser, where, "anna@example.org, bo@example.org")
    before = owner_browser.get(where).text
    first = next(i for i in invitations.of_assessment(session, one) if i.email == "anna@example.org")
    invitations.mark_answered(session, first)
    session.commit()
    tidy = lambda text: re.sub(r'value="[^"]*"|<div class="told.*?</div>|\s', "", text, flags=re.S)  # noqa: E731
    assert tidy(owner_browser.get(where).text) == tidy(before)


def test_what_became_of_the_mails_is_told_whatever_else_was_done_since(
    owner_browser, session, workspace, make_round, path
):
    where = path(make_round(), "/invite/mail")
    _invite(owner_browser, where, "anna@example.org")
    for _ in range(20):
        jobs.add(session, "report-pdf", {"document": "another"}, workspace.id)
    session.commit()
    assert "1 mail was sent" in owner_browser.get(where).text


def test_mails_that_fail_wait_and_can_be_sent_again(owner_browser, make_round, path, settings, monkeypatch):
    from maturity.jobs.kinds import send_invitations

    class Broken:
        def send(self, message):
            raise ConnectionRefusedError

    where = path(make_round(), "/invite/mail")
    monkeypatch.setattr(send_invitations, "mailer_for", lambda settings: Broken())
    page = owner_browser.get(_invite(owner_browser, where, "anna@example.org, bo@example.org").location)
    assert "2 mails could not be sent" in page.text
    assert _mails(settings) == []
    monkeypatch.undo()
    owner_browser.send(where + "/go-on")
    assert len(_mails(settings)) == 2
    assert "could not be sent" not in owner_browser.get(where).text


def test_one_address_that_is_refused_does_not_keep_the_others_from_their_mail(
    owner_browser, session, make_round, path, settings, monkeypatch
):
    import smtplib

    from maturity.jobs.kinds import send_invitations

    class Choosy:
        def send(self, message):
            if message["To"] == "anna@example.org":
                raise smtplib.SMTPRecipientsRefused({})

    one = make_round()
    where = path(one, "/invite/mail")
    monkeypatch.setattr(send_invitations, "mailer_for", lambda settings: Choosy())
    page = owner_browser.get(_invite(owner_browser, where, "anna@example.org, bo@example.org").location)
    assert "1 mail was sent" in page.text
    assert [i.email for i in invitations.to_send(session, one)] == ["anna@example.org"]


def test_a_mailed_link_is_taken_back(owner_browser, session, make_round, path):
    one = make_round()
    where = path(one, "/invite/mail")
    _invite(owner_browser, where, "anna@example.org")
    (found,) = invitations.of_assessment(session, one)
    owner_browser.send(f"{where}/{found.id}/take-back")
    session.rollback()
    session.expire_all()
    assert invitations.of_assessment(session, one) == []


def test_the_open_link_is_made_shown_and_taken_back(owner_browser, session, make_round, path, settings):
    one = make_round()
    where = path(one, "/invite/open")
    assert "Make the open link" in owner_browser.get(where).text
    owner_browser.send(where)
    owner_browser.send(where)
    page = owner_browser.get(where)
    assert 'class="qr"' in page.text
    (token,) = set(re.findall(r"/answer/(\w{22})", page.text))
    assert invitations.find(session, token, settings.secret()).kind == "open"
    assert token in owner_browser.get(where + "/poster").text
    owner_browser.send(where + "/take-back")
    session.rollback()
    session.expire_all()
    assert invitations.find(session, token, settings.secret()) is None
    assert owner_browser.get(where + "/poster").status_code == 404


def test_a_link_in_wrong_hands_is_taken_back_by_pasting_it(
    owner_browser, session, make_round, path, settings
):
    one = make_round()
    made = owner_browser.send(path(one, "/invite/links"), {"role-politician": "1", "role-executive": ""})
    (link,) = re.findall(r"http\S+/answer/\w{22}", owner_browser.get(made.location).text)
    where = path(one, "/invite/take-back")
    assert (
        "No link of this round"
        in owner_browser.send(where, {"link": "http://x.test/answer/" + "a" * 22}).text
    )
    assert owner_browser.send(where, {"link": f" {link}/ "}).status_code == 302
    assert invitations.find(session, link[-22:], settings.secret()) is None


def test_nobody_is_invited_to_a_round_that_is_not_open(owner_browser, session, make_round, path):
    one = make_round(is_open=False)
    assert "not open yet" in owner_browser.get(path(one, "/invite")).text
    assert (
        "while the round is open"
        in owner_browser.send(path(one, "/invite/links"), {"role-politician": "1", "role-executive": ""}).text
    )
    owner_browser.send(path(one, "/invite/open"))
    assert (
        "while the round is open"
        in _invite(owner_browser, path(one, "/invite/mail"), "anna@example.org").text
    )
    session.rollback()
    session.expire_all()
    assert invitations.of_assessment(session, one) == []


def test_the_rate_counts_links_and_answers_by_role(owner_browser, session, make_round, path, settings):
    one = make_round()
    owner_browser.send(path(one, "/invite/links"), {"role-politician": "3"})
    person = respondents.start(session, one, "b" * 22, "politician", "sv", settings.secret())
    respondents.start(session, one, "c" * 22, "politician", "sv", settings.secret())
    respondents.submit(session, person)
    session.commit()
    page = owner_browser.get(path(one, "/invite")).text
    assert "1 of 3" in page
    assert "1 of 7" in page

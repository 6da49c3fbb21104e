"""Mails about what is due: each thing once to each who wants to know, and never lost."""

from __future__ import annotations

import datetime
import smtplib

import pytest

from maturity.jobs.kinds import remind
from maturity.jobs.work import do
from maturity.jobs.worker import prepare
from maturity.store import actions, assessments, clock, jobs, organisations, questionnaires, users, workspaces
from maturity.store.clock import now
from maturity.store.due import AHEAD
from maturity.store.tables import Job, Membership, Reminder

TODAY = now().date()


class Box:
    """A mail server that keeps what it gets."""

    def __init__(self):
        self.mails = []
        self.refuses = None

    def send(self, message):
        if self.refuses is not None:
            raise self.refuses
        self.mails.append(message)

    def addresses(self):
        return sorted(mail["To"] for mail in self.mails)


@pytest.fixture
def box(monkeypatch):
    found = Box()
    monkeypatch.setattr(remind, "mailer_for", lambda settings: found)
    return found


@pytest.fixture
def run(database, settings):
    def ran(**other):
        with database.writing() as session:
            job = jobs.add(session, "remind", {})
        do(database, settings.model_copy(update=other), job.id)
        with database.reading() as session:
            done = session.get(Job, job.id)
            assert done.state == "done"
            return done.outcome

    return ran


@pytest.fixture
def town(database):
    """A workspace with an owner, a facilitator and a reader, and an action that is soon due."""
    with database.writing() as session:
        questionnaires.ensure_bundled(session)
        owner = users.create(session, "owner@example.org", None, language="sv")
        home = workspaces.create(session, owner, "Exempelköping")
        for role in ("facilitator", "reader"):
            person = users.create(session, f"{role}@example.org", None)
            session.add(Membership(workspace_id=home.id, user_id=person.id, role=role))
        version = questionnaires.bundled(session, "innovation-capacity")
        place = organisations.create(session, home.id, "Exempelköping")
        round_ = assessments.create(session, home.id, place, version, state="meeting")
        due = TODAY + datetime.timedelta(days=3)
        actions.add(session, round_, "Users <first>", owner="Head", due=due)
        return {"home": home.id, "owner": owner.id, "round": round_.id}


def test_owners_and_facilitators_are_told_once(run, box, town):
    assert run() == {"sent": 2, "failed": 0}
    assert box.addresses() == ["facilitator@example.org", "owner@example.org"]
    assert run() == {"sent": 0, "failed": 0}
    assert len(box.mails) == 2


def test_a_mail_is_in_its_reader_s_language_and_leads_to_the_page(run, box, town):
    run()
    mail = next(mail for mail in box.mails if mail["To"] == "facilitator@example.org")
    text = mail.get_body(("plain",)).get_content()
    assert mail["Subject"] == "What is due: Exempelköping"
    assert "Action: Users <first> (Head)" in text
    assert f"http://127.0.0.1:8000/workspaces/{town['home']}/due" in text
    assert "Users &lt;first&gt;" in mail.get_body(("html",)).get_content()
    (swedish,) = (mail for mail in box.mails if mail["To"] == "owner@example.org")
    assert swedish.get_body(("html",)).get_content().startswith('<!DOCTYPE html>\n<html lang="sv">')


def test_who_turned_mails_off_gets_none(run, box, town, database):
    with database.writing() as session:
        member = workspaces.membership(session, town["home"], town["owner"])
        member.reminded = False
    run()
    assert box.addresses() == ["facilitator@example.org"]


def test_whose_account_is_closed_gets_none(run, box, town, database):
    with database.writing() as session:
        users.find_by_email(session, "owner@example.org").active = False
    run()
    assert box.addresses() == ["facilitator@example.org"]


def test_somebody_with_several_workspaces_gets_one_mail(run, box, town, database):
    with database.writing() as session:
        owner = users.find_by_email(session, "owner@example.org")
        other = workspaces.create(session, owner, "Provby")
        version = questionnaires.bundled(session, "innovation-capacity")
        place = organisations.create(session, other.id, "Provby")
        past = TODAY - datetime.timedelta(days=400)
        assessments.create(
            session, other.id, place, version, state="closed", closed_at=now(), again_on=past, label="2024"
        )
    run()
    (mail,) = (mail for mail in box.mails if mail["To"] == "owner@example.org")
    text = mail.get_body(("plain",)).get_content()
    assert "Users <first>" in text
    assert "Provby" in text


def test_what_gets_another_day_is_told_again(run, box, town, database):
    run()
    with database.writing() as session:
        round_ = assessments.find(session, town["home"], town["round"])
        (action,) = actions.of_assessment(session, round_)
        actions.change(session, action, due=TODAY + datetime.timedelta(days=10))
    assert run()["sent"] == 2


def test_nothing_is_lost_when_the_mail_server_is_away(run, box, town, database):
    box.refuses = ConnectionRefusedError()
    assert run() == {"sent": 0, "failed": 2}
    with database.reading() as session:
        assert session.query(Reminder).count() == 0
    box.refuses = None
    assert run() == {"sent": 2, "failed": 0}


def test_one_refused_address_does_not_keep_others_from_their_mail(run, box, town, monkeypatch):
    send = box.send

    def choosy(message):
        if message["To"] == "owner@example.org":
            raise smtplib.SMTPRecipientsRefused({})
        send(message)

    monkeypatch.setattr(box, "send", choosy)
    assert run() == {"sent": 1, "failed": 1}
    assert box.addresses() == ["facilitator@example.org"]


def test_what_another_worker_has_told_is_not_told_again(run, box, town, database, settings):
    def meanwhile(*given):
        with database.writing() as session:
            return remind._claim(session, town["owner"], settings)

    assert meanwhile() is not None
    assert meanwhile() is None


@pytest.mark.parametrize(("zone", "today"), [("Europe/Stockholm", 12), ("Europe/London", 11)])
def test_the_day_is_the_one_where_people_live(run, box, town, database, monkeypatch, zone, today):
    at_night = datetime.datetime(2026, 3, 11, 23, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr(clock, "now", lambda: at_night)
    for days, sent in ((1, 0), (0, 2)):
        with database.writing() as session:
            round_ = assessments.find(session, town["home"], town["round"])
            (action,) = actions.of_assessment(session, round_)
            due = datetime.date(2026, 3, today + days) + AHEAD["action"]
            actions.change(session, action, due=due)
        assert run(timezone=zone)["sent"] == sent


def test_the_worker_reminds_every_morning(box, town, database, settings):
    queue, _ = prepare(settings, database)
    (morning,) = (task for task in queue._registry.periodic_tasks if task.name == "morning")
    queue.execute(morning)
    assert len(box.mails) == 2
    queue.storage.close()


def test_nobody_is_written_to_when_nothing_is_due(run, box, database):
    assert run() == {"sent": 0, "failed": 0}

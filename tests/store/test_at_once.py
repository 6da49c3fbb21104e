"""What several do at the same moment, on every database: whoever looks and then writes is alone while it does."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from maturity.store import (
    assessments,
    buckets,
    live,
    migrate,
    organisations,
    questionnaires,
    users,
    workspaces,
)
from maturity.store.tables import Assessment, LiveItem, QuestionnaireVersion, User

MANY = 8
SECRET = "a secret of the tests"
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def at_once(database):
    """Lets many do the same, each with a number and in a session that writes; what came of it."""

    def do(deed):
        start = Barrier(MANY)

        def one(number):
            start.wait()
            with database.writing() as session:
                return deed(session, number)

        with ThreadPoolExecutor(MANY) as pool:
            return list(pool.map(one, range(MANY)))

    return do


@pytest.fixture
def in_a_meeting(database):
    """A round whose meeting is on."""
    migrate.make_ready(database)
    with database.writing() as session:
        workspace = workspaces.create(session, users.create(session, "a@example.org", None), "Exempelköping")
        place = organisations.create(session, workspace.id, "Exempelköping")
        version = questionnaires.bundled(session, "innovation-capacity")
        return assessments.create(
            session, workspace.id, place, version, threshold=3, distribution=3, state="meeting"
        )


def test_no_more_attempts_are_taken_than_there_are(at_once):
    allowed = at_once(lambda session, _number: buckets.take(session, "sign-in", "a", 5, HOUR))
    assert sum(allowed) == 5


def test_everybody_who_answers_in_the_room_is_counted_once(database, at_once, in_a_meeting):
    with database.writing() as session:
        asked = live.begin(
            session, session.get_one(Assessment, in_a_meeting.id), "resources-follow-the-problem"
        )

    def answer(session, number):
        return live.answer(session, session.get_one(LiveItem, asked.id), f"p{number}", SECRET, "1")

    assert all(at_once(answer))
    with database.writing() as session:
        live.end(session, session.get_one(Assessment, in_a_meeting.id))
        found = session.get_one(LiveItem, asked.id)
        assert (found.people + found.late, found.counts) == (MANY, {"1": found.people})


def test_servers_that_start_at_once_find_one_set_of_tables_and_questionnaires(empty):
    start = Barrier(3)

    def begin(_number):
        start.wait()
        migrate.make_ready(empty)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(begin, range(3)))
    assert migrate.is_current(empty)
    with empty.reading() as session:
        names = [row.questionnaire for row in session.query(QuestionnaireVersion)]
        assert session.query(User).count() == 0
    assert names
    assert len(names) == len(set(names))

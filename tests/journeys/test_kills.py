"""A server that is killed at random moments loses no answer that it acknowledged."""

from __future__ import annotations

import random
import threading
import time

import pytest
from tests.journeys.crowd import SECRET, Person, Server, prepare, settings

from maturity.store import respondents
from maturity.store.database import Database

KILLS = 20
BETWEEN = 6
"""Answers that are acknowledged between two kills, at least: a slow machine takes longer, and proves as much."""
PATIENCE = 60.0
"""Seconds within which they are."""
WHOLE = (6, 13)
"""At these kills the whole server goes; at the others its workers, which are the ones that save."""


@pytest.fixture
def folder(tmp_path, put_database, newest):
    put_database(newest)
    return tmp_path


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(folder):
    tokens = prepare(folder, 6, "innovation-capacity-short")
    server = Server(folder)
    people = [Person(server.port, token) for token in tokens]
    over = threading.Event()
    server.start()
    try:
        crowd = [threading.Thread(target=answer, args=(person, over), daemon=True) for person in people]
        for person in people:
            person.begin()
        for thread in crowd:
            thread.start()
        chance = random.Random(20)
        for number in range(KILLS):
            wait_for_answers(people, saved(people) + BETWEEN)
            time.sleep(chance.uniform(0.0, 0.3))
            if number in WHOLE:
                server.kill()
                server.start()
            else:
                server.kill_workers()
        over.set()
        for thread in crowd:
            thread.join(timeout=PATIENCE)
        assert not any(thread.is_alive() for thread in crowd)
    finally:
        over.set()
        server.stop()
        for person in people:
            person.leave()
    check_nothing_is_lost(folder, people)


def answer(person, over):
    """Answer all items over and over, each time with another value."""
    value = 0
    while not over.is_set():
        value = value % 5 + 1
        for item in person.items:
            person.save(item, value)


def saved(people):
    return sum(len(person.times) for person in people)


def wait_for_answers(people, number):
    until = time.monotonic() + PATIENCE
    while saved(people) < number:
        assert time.monotonic() < until, "nobody gets an answer saved"
        time.sleep(0.01)


def check_nothing_is_lost(folder, people):
    store = Database(settings(folder).database)
    with store.reading() as session:
        for person in people:
            rows = respondents.answers_of(session, respondents.find(session, person.token, SECRET))
            assert {id_: (row.value, row.revision) for id_, row in rows.items()} == person.acknowledged
    store.close()

"""Answering in the browser: what a page and a save cost on the server, and a meeting of 200 people who answer
at once.

The meeting runs in a minute instead of five, so that it is five times as dense as the real one. Loopback
only.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from flask import Flask, jsonify, request
from flask.testing import FlaskClient
from tests.journeys.crowd import SECRET, Person, Server, make_database, prepare, settings

from benchmarks.figures import Figure
from benchmarks.timing import medians
from maturity.store import respondents
from maturity.store.database import Database
from maturity.web.app import create_app

PEOPLE, ITEMS, SECONDS, HANDS = 200, 30, 60.0, 20
"""How many answer how many items, in how long, and how many threads play them."""


def run() -> Iterator[Figure]:
    for part in (on_the_server, meeting):
        with tempfile.TemporaryDirectory() as name:
            make_database(Path(name))
            yield from part(Path(name))


def on_the_server(folder: Path) -> Iterator[Figure]:
    (token,) = prepare(folder, 1)
    client, csrf = _begin(folder, token)
    saves, bare = _saves(client, token, csrf), _bare_saves(folder)
    page, save, least = medians(
        lambda: client.get(f"/answer/{token}/1"), lambda: next(saves), lambda: next(bare), rounds=300
    )
    weight = len(client.get(f"/answer/{token}/1").data) / 1000
    yield Figure("answering page, on the server", page, "ms", 30)
    yield Figure(f"saving a choice ({save:.2f} ms) against a bare Flask view", save / least, "times", 4)
    yield Figure("answering page, before compression", weight, "kB", 150)


def _begin(folder: Path, token: str) -> tuple[FlaskClient, str]:
    client = create_app(settings(folder)).test_client()
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(f"/answer/{token}").text)
    assert found
    assert client.post(f"/answer/{token}", data={"csrf_token": found[1]}).status_code == 303
    return client, found[1]


def _saves(client: FlaskClient, token: str, csrf: str) -> Iterator[None]:
    revision = 0
    while True:
        given = {"item": "direction-and-mandate", "seen": revision, "marks": [f"={1 + revision % 5}"]}
        told = client.post(f"/answer/{token}/save", json=given, headers={"X-CSRFToken": csrf})
        revision = told.json["revision"]  # type: ignore[index]
        yield


def _bare_saves(folder: Path) -> Iterator[None]:
    """The same insert by a view that checks nothing: as durable, in a file of its own."""
    database = sqlite3.connect(folder / "bare.sqlite", isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE answer (person, item, value, revision, PRIMARY KEY (person, item))")
    app = Flask("bare")

    @app.post("/save")
    def save() -> object:
        given = request.get_json()
        database.execute("BEGIN IMMEDIATE")
        values = ("one", given["item"], json.dumps(given["marks"]), given["seen"] + 1)
        database.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", values)
        database.execute("COMMIT")
        return jsonify(revision=given["seen"] + 1)

    client = app.test_client()
    revision = 0
    while True:
        marks = [f"={1 + revision % 5}"]
        told = client.post("/save", json={"item": "direction", "seen": revision, "marks": marks})
        revision = told.json["revision"]  # type: ignore[index]
        yield


def meeting(folder: Path) -> Iterator[Figure]:
    tokens = prepare(folder, PEOPLE)
    server = Server(folder)
    server.start()
    people = [Person(server.port, token) for token in tokens]
    try:
        _together(people)
    finally:
        server.stop()
        for person in people:
            person.leave()
    times = sorted(taken * 1000 for person in people for taken in person.times)
    what = f"{PEOPLE} people, {len(times)} saves in {SECONDS:.0f} s"
    yield Figure(f"{what}: median", statistics.median(times), "ms", 300)
    yield Figure(f"{what}: 99 % within", times[int(len(times) * 0.99)], "ms", 300)
    yield Figure(f"{what}: slowest", times[-1], "ms", 2000)
    yield Figure(f"{what}: acknowledged and lost", lost(folder, people), "saves", 0)


def _together(people: list[Person]) -> None:
    hands = [
        threading.Thread(target=_play, args=(people[start::HANDS], start), daemon=True)
        for start in range(HANDS)
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()


def _play(people: list[Person], seed: int) -> None:
    """Play some people at once: each begins and answers at moments of their own, spread over the time."""
    chance = random.Random(seed)
    start = time.monotonic()
    for moment, person, place in sorted(_moments(people, chance), key=lambda event: event[0]):
        time.sleep(max(0.0, start + moment - time.monotonic()))
        if place is None:
            person.begin()
        elif place < len(person.items):  # some roles are asked less
            person.save(person.items[place], chance.randint(1, 5))


def _moments(people: list[Person], chance: random.Random) -> Iterator[tuple[float, Person, int | None]]:
    """When who does what: begins (None), or answers the item at a place."""
    for person in people:
        begun = chance.uniform(0, SECONDS / 3)
        yield begun, person, None
        times = sorted(chance.uniform(begun, SECONDS) for _ in range(ITEMS))
        yield from ((moment, person, place) for place, moment in enumerate(times))


def lost(folder: Path, people: list[Person]) -> int:
    """How many answers were acknowledged and are not there."""
    store = Database(settings(folder).database)
    missing = 0
    with store.reading() as session:
        for person in people:
            found = respondents.find(session, person.token, SECRET)
            rows = respondents.answers_of(session, found) if found else {}
            kept = {id_: (row.value, row.revision) for id_, row in rows.items()}
            missing += sum(kept.get(id_) != told for id_, told in person.acknowledged.items())
    store.close()
    return missing

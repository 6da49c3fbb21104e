"""The page of an organisation's progress on the server: ten rounds of 30 people, from stored results."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from flask.testing import FlaskClient
from flask_security.utils import hash_password
from tests.journeys.crowd import make_database, settings

from benchmarks.figures import Figure
from benchmarks.progress_rounds import ROUNDS, made
from benchmarks.timing import medians
from maturity.store import questionnaires, results, users, workspaces
from maturity.store.database import Database
from maturity.store.imports import import_assessment
from maturity.web.app import create_app

EMAIL, PASSWORD = "owner@example.org", "correct horse battery staple"


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_database(folder)
        app = create_app(settings(folder))
        with app.app_context():
            hashed = hash_password(PASSWORD)
        place = fill(app.extensions["maturity-database"], hashed)
        client = app.test_client()
        sign_in(client)
        assert client.get(place).status_code == 200
        (page,) = medians(lambda: client.get(place), rounds=15)
        weight = len(client.get(place, headers={"Accept-Encoding": "gzip"}).data) / 1000
    yield Figure(f"progress page of ten rounds ({weight:.0f} kB compressed), on the server", page, "ms", 300)


def fill(store: Database, hashed: str) -> str:
    """Ten closed rounds with their results kept; the address of their progress."""
    dice = np.random.default_rng(1)
    with store.writing() as session:
        home = workspaces.create(session, users.create(session, EMAIL, hashed), "Exempelköping")
        version = questionnaires.bundled(session, "innovation-capacity")
        asked = questionnaires.load(version)
        for at in range(ROUNDS):
            found = import_assessment(session, home.id, version, made(asked, 2007 + 2 * at, dice), "secret")
            results.freeze(session, found, results.compute(session, found))
        return f"/workspaces/{home.id}/progress/{found.organisation_id}"


def sign_in(client: FlaskClient) -> None:
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/sign-in").text)
    assert token
    given = {"csrf_token": token[1], "email": EMAIL, "password": PASSWORD}
    assert client.post("/sign-in", data=given).status_code == 302

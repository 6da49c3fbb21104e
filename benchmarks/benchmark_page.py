"""A benchmark on screen, from stored results: what the page costs on the server.

Nothing of the results is kept between requests. A page that was not fetched before differs from the next one by
what a process learns once: templates, the questionnaire, the widths of names. Therefore both are measured.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from flask_security.utils import hash_password

from benchmarks.benchmark_groups import generator
from benchmarks.figures import Figure
from benchmarks.timing import medians
from maturity import answers, resources
from maturity.questionnaire.model import Questionnaire
from maturity.scoring import score
from maturity.scoring.result import Result
from maturity.settings import Settings
from maturity.store import groups, migrate, organisations, questionnaires, users, workspaces
from maturity.store.database import Database
from maturity.store.keeping import keep_results, kept_of
from maturity.web.app import create_app, settle

ID, ORGANISATIONS, ROUNDS = "innovation-capacity", 300, 5
EMAIL, PASSWORD = "consultant@example.org", "correct horse battery staple"
SECRET = "a secret key that is only for benchmarks"
PAGES = {"": "the group", "?client={client}": "one client", "?copy=working": "the working copy"}


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        address, client_id = furnish(Path(name))
        for query, what in PAGES.items():
            page = address + query.format(client=client_id)
            first = float(in_a_process_of_its_own(name, page))
            browser = signed_in(Path(name))
            (again,) = medians(lambda browser=browser, page=page: fetch(browser, page), rounds=9)  # type: ignore[misc]
            told = f"Benchmark page, {ORGANISATIONS} municipalities, {ROUNDS} rounds: {what}"
            yield Figure(told, again, "ms", 300)
            yield Figure(f"{told}, a process's first", first, "ms", 300)


def furnish(folder: Path) -> tuple[str, str]:
    """A database with the results, as large as real ones; the group's address, and a client's id."""
    store = Database(settings(folder).database)
    migrate.upgrade(store)
    with store.writing() as session:
        questionnaires.ensure_bundled(session)
        home = workspaces.create(session, users.create(session, EMAIL, password_hash(folder)), "Consultant")
        version = questionnaires.bundled(session, ID)
        places, kept = [], []
        for number, result in results(questionnaires.load(version)):
            if number == len(places):
                place = organisations.create(
                    session, home.id, result.organisation, result.country, result.code, result.population
                )
                place.consent = "anonymous" if number % 3 else "named"
                places.append(place)
            kept.append(kept_of(places[number].id, version.id, result, "result", "en"))
        keep_results(session, home.id, kept)
        everybody = {"countries": [], "population_from": None, "population_to": None, "codes": [], "tags": []}
        group = groups.add(session, home.id, ID, name="All", threshold=5, profile=None, **everybody)  # type: ignore[arg-type]
        found = f"/workspaces/{home.id}/benchmarks/{group.id}", places[7].id
    store.close()
    return found


def results(asked: Questionnaire) -> Iterator[tuple[int, Result]]:
    """Made-up scores in everything else that a real result holds."""
    path = resources.examples() / "exempelkoping-2026.yaml"
    real = score(asked, answers.read(path.read_bytes(), path.name, asked))
    for year in range(ROUNDS):
        for number, town in enumerate(generator().stream(asked, ORGANISATIONS, seed=year)):
            items = (replace(one, estimate=t.estimate) for one, t in zip(real.items, town.items, strict=True))
            nodes = zip(real.dimensions, town.dimensions, strict=True)
            yield (
                number,
                replace(
                    town,
                    items=tuple(items),
                    dimensions=tuple(replace(one, estimate=t.estimate) for one, t in nodes),
                    gaps=real.gaps,
                    robustness=real.robustness,
                    answers_hash=f"{year}{town.answers_hash[1:]}",
                    date=f"{2022 + year}{town.date[4:]}",
                ),
            )


def settings(folder: Path) -> Settings:
    return Settings(instance=folder, secret_key=SECRET)  # type: ignore[arg-type]


def password_hash(folder: Path) -> str:
    app = application(folder)
    with app.app_context():
        return str(hash_password(PASSWORD))


def application(folder: Path) -> Flask:
    app = create_app(settings(folder))
    quick = {"argon2__rounds": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1}
    app.extensions["security"].pwd_context.update(**quick)
    return app


def signed_in(folder: Path) -> FlaskClient:
    browser = application(folder).test_client()
    settle()
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', browser.get("/sign-in").text)
    assert found
    given = {"csrf_token": found[1], "email": EMAIL, "password": PASSWORD}
    assert browser.post("/sign-in", data=given).status_code == 302
    return browser


def fetch(browser: FlaskClient, page: str) -> None:
    assert browser.get(page, headers={"Accept-Encoding": "gzip"}).status_code == 200


def in_a_process_of_its_own(folder: str, page: str) -> str:
    """Milliseconds for the first page of this room that a process serves."""
    command = [sys.executable, "-m", "benchmarks.benchmark_page", folder, page]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def first(folder: str, page: str) -> None:
    browser = signed_in(Path(folder))
    start = time.perf_counter()
    fetch(browser, page)
    print((time.perf_counter() - start) * 1000)


if __name__ == "__main__":
    first(*sys.argv[1:])

"""Bringing in 300 municipalities with five rounds each: 25 people, 30 items, from CSV, read and scored by the
job and taken in. Each run in a process of its own, as a worker is."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.figures import Figure
from maturity import resources
from maturity.jobs.work import do
from maturity.questionnaire import load
from maturity.questionnaire.model import Questionnaire
from maturity.settings import Settings
from maturity.store import intakes, jobs, migrate, questionnaires, taking, users, workspaces
from maturity.store.database import Database

MUNICIPALITIES, ROUNDS, PEOPLE = 300, 5, 25
NAME = "innovation-capacity"
SHAPES = {"files": "1,500 files", "table": "one table"}
MISSING = 0.05

File = tuple[str, bytes]
Line = list[str]


def run() -> Iterator[Figure]:
    for shape, what in SHAPES.items():
        command = [sys.executable, "-m", "benchmarks.importing", shape]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        read, taken = (float(number) for number in told.split())
        many = f"{MUNICIPALITIES} municipalities x {ROUNDS} rounds from CSV, {what}"
        yield Figure(f"{many}: read, scored and taken in", read + taken, "ms", 20_000)
        yield Figure(f"{many}: of that, the taking in, which others wait for", taken, "ms", 5_000)


def measure(shape: str, municipalities: int = MUNICIPALITIES) -> tuple[float, float]:
    """Milliseconds for reading and for taking in."""
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(instance=Path(name))
        database = Database(settings.database)
        migrate.upgrade(database)
        made = (files if shape == "files" else table)(municipalities)
        workspace, start = _home(database), time.perf_counter()
        with database.writing() as session:
            intake = intakes.begin(session, workspace, made)
            job = intake.job = jobs.add(session, intakes.KIND, {"intake": intake.id}, workspace)
        do(database, settings, job.id)
        read = time.perf_counter()
        with database.writing() as session:
            taken = taking.take_in(session, intakes.find(session, workspace, intake.id), without_wrong=False)  # type: ignore[arg-type]
        end = time.perf_counter()
        assert (taken.rounds, taken.municipalities) == (municipalities * ROUNDS, municipalities)
        database.close()
    return (read - start) * 1000, (end - read) * 1000


def _home(database: Database) -> str:
    with database.writing() as session:
        questionnaires.ensure_bundled(session)
        owner = users.create(session, "owner@example.org", None)
        return workspaces.create(session, owner, "Nordic advice").id


def files(municipalities: int) -> list[File]:
    """A file for each round."""
    found = []
    for number, (name, code, date, rows) in enumerate(rounds(municipalities)):
        facts = [["questionnaire", NAME], ["organisation", name], ["country", "SE"], ["code", code]]
        lines = [*facts, ["date", date], [], ["respondent", "role", *_items()], *rows]
        found.append((f"{number}.csv", _csv(lines)))
    return found


def table(municipalities: int) -> list[File]:
    """The same in one file."""
    lines = [["questionnaire", NAME], [], ["organisation", "country", "code", "date", "respondent", "role"]]
    lines[-1] += _items()
    for name, code, date, rows in rounds(municipalities):
        lines += [[name, "SE", code, date, *row] for row in rows]
    return [("all.csv", _csv(lines))]


def rounds(municipalities: int) -> Iterator[tuple[str, str, str, list[Line]]]:
    """Name, code, date, and a line for each person."""
    dice = random.Random(1)
    asked = _asked()
    for year in range(ROUNDS):
        for place in range(municipalities):
            rows = []
            for person in range(PEOPLE):
                role = asked.role_ids[person % 5]
                points = [
                    str(dice.randint(1, 5)) if item.asked_of(role) and dice.random() > MISSING else ""
                    for item in asked.scored_items
                ]
                rows.append([f"r{person:02d}", role, *points])
            yield f"Municipality {place}", f"{place:04d}", f"{2021 + year}-03-12", rows


def _items() -> Line:
    return [item.id for item in _asked().scored_items]


@cache
def _asked() -> Questionnaire:
    return load(resources.read_folder(resources.find_questionnaire(NAME)))


def _csv(lines: list[Line]) -> bytes:
    return "\n".join(";".join(line) for line in lines).encode()


if __name__ == "__main__":
    print(*measure(*sys.argv[1:2]))

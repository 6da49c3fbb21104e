"""Reads and scores the files that somebody brought, so that the preview can say what they are.

A worker that dies loses nothing: what has been read is kept some files at a time, and the rest still waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from maturity.jobs.bringing.pool import Given, understand_all
from maturity.jobs.bringing.shelf import Book, Shelf
from maturity.jobs.work import Work
from maturity.store import findings, intakes, questionnaires
from maturity.store.clock import now
from maturity.store.database import Database
from maturity.store.findings import Read
from maturity.store.tables import Intake

TOGETHER = 25
"""How many files are fetched, and kept, at a time."""


def run(work: Work) -> dict[str, Any]:
    """Read what waits in the intake that `work.payload` names; how many files that were."""
    id_ = work.payload["intake"]
    with work.database.reading() as session:
        intake = session.get(Intake, id_)
        if intake is None:
            return {"files": 0}  # put aside meanwhile
        shelf = shelf_for(session, intake)
        sources = dict.fromkeys(findings.known_sources(session, intake.workspace_id), "")
        sources |= findings.sources_of(session, id_)
        waiting = [
            (file.id, file.place, file.name, file.size) for file in intakes.files_of(session, id_, "waiting")
        ]
    size = sum(file[3] for file in waiting)
    work.advance(0, len(waiting))
    done = 0
    understood = understand_all(_fetched(work.database, waiting), shelf, now().date(), size)
    for some in _batches(understood):
        read = [Read(file.id, file.place, file.name, found) for file, found in some]
        if not _keep(work.database, id_, read, sources):
            return {"files": done}
        done += len(read)
        work.advance(done, len(waiting))
    with work.database.writing() as session:
        intake = session.get(Intake, id_)
        if intake is not None:
            intakes.finish_reading(session, intake)
    return {"files": done}


def shelf_for(session: Session, intake: Intake) -> Shelf:
    """The published versions that an intake's workspace can use: its own before the program's, newest
    first."""
    versions = questionnaires.available(session, intake.workspace_id)
    books = [
        Book(one.id, one.questionnaire, one.version, one.fingerprint, questionnaires.files_of(one))
        for one in sorted(versions, key=lambda one: one.workspace_id is None)
    ]
    return Shelf(tuple(books), intake.questionnaire_version_id)


def _fetched(database: Database, waiting: Sequence[tuple[str, int, str, int]]) -> Iterator[Given]:
    """The files with their content, fetched a few at a time."""
    for first in range(0, len(waiting), TOGETHER):
        some = waiting[first : first + TOGETHER]
        with database.reading() as session:
            content = intakes.content_of(session, [file[0] for file in some])
        for id_, place, name, _ in some:
            yield Given(id_, place, name, content.get(id_, b""))


def _batches(understood: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(understood)
    while some := list(islice(rest, TOGETHER)):
        yield some


def _keep(database: Database, intake_id: str, read: Sequence[Read], sources: dict[str, str]) -> bool:
    """Write down what came of some files; False if the intake is gone."""
    with database.writing() as session:
        if session.get(Intake, intake_id) is None:
            return False
        findings.keep_outcomes(session, intake_id, read, sources)
    return True

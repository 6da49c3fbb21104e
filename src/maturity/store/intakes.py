"""Files that are brought in: kept while they are read and looked at, then taken in whole, or put aside.

Nothing of them is in the workspace before `take_in`; afterwards nothing is left that says who answered what."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, cast

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.orm import Session, joinedload, undefer

from maturity.store.clock import now
from maturity.store.ids import make_id
from maturity.store.tables import Assessment, Intake, IntakeFile
from maturity.store.understood import Understood

KIND = "read-intake"
"""The kind of the jobs that read them."""
KEPT_DAYS = 7
"""How long files wait for somebody to decide, and how long it is known what became of them."""
MOST_FILES = 5_000
LATELY = 20
"""How many intakes are listed."""
BATCH = 100
PARTS = 10_000
"""Places between one file and the next: for as many assessments in one file."""


def begin(
    session: Session, workspace_id: str, files: Sequence[tuple[str, bytes]], version_id: str | None = None
) -> Intake:
    """Keep some files (name and content) until they have been read. `version_id` is the questionnaire of those
    that name none."""
    found = Intake(workspace_id=workspace_id, questionnaire_version_id=version_id)
    session.add(found)
    session.flush()
    rows = [
        {
            "id": make_id(),
            "intake_id": found.id,
            "place": place * PARTS,
            "name": name[-300:],
            "size": len(data),
            "data": data,
        }
        for place, (name, data) in enumerate(files)
    ]
    if rows:
        session.execute(insert(IntakeFile), rows)
    return found


def of_workspace(session: Session, workspace_id: str) -> Sequence[Intake]:
    """A workspace's newest intakes."""
    query = select(Intake).where(Intake.workspace_id == workspace_id).options(joinedload(Intake.job))
    return session.scalars(query.order_by(Intake.created_at.desc(), Intake.id).limit(LATELY)).all()


def find(session: Session, workspace_id: str, id_: str) -> Intake | None:
    """An intake of this workspace; None if it is another's."""
    found = session.get(Intake, id_)
    return found if found and found.workspace_id == workspace_id else None


def counts(session: Session, intake_id: str) -> dict[str, int]:
    """How many files there are of each state: waiting, ready, wrong, known."""
    return counts_of(session, [intake_id])[intake_id]


def counts_of(session: Session, intake_ids: Sequence[str]) -> dict[str, dict[str, int]]:
    """The same of several intakes."""
    found = {id_: dict.fromkeys(("waiting", "ready", "wrong", "known"), 0) for id_ in intake_ids}
    about = select(IntakeFile.intake_id, IntakeFile.state, func.count()).where(
        IntakeFile.intake_id.in_(intake_ids)
    )
    for id_, state, count in session.execute(about.group_by(IntakeFile.intake_id, IntakeFile.state)):
        found[id_][state] = count
    return found


def first_names(session: Session, intake_ids: Sequence[str]) -> dict[str, str]:
    """The name of the first file of each intake, by which people know it again."""
    query = select(IntakeFile.intake_id, IntakeFile.name).where(
        IntakeFile.intake_id.in_(intake_ids), IntakeFile.place == 0
    )
    return {one.intake_id: one.name for one in session.execute(query)}


def files_of(session: Session, intake_id: str, *states: str) -> Sequence[IntakeFile]:
    """The files in some states, in their order; without their content."""
    query = select(IntakeFile).where(IntakeFile.intake_id == intake_id, IntakeFile.state.in_(states))
    return session.scalars(query.order_by(IntakeFile.place)).all()


PAGE = 40
"""How many files are listed at once."""
_FIRST = case({"wrong": 0, "ready": 1, "known": 2}, value=IntakeFile.state, else_=3)


def page_of(session: Session, intake_id: str, start: int = 0) -> Sequence[IntakeFile]:
    """A page of the files: what is wrong first, then what is ready, then what is known."""
    query = select(IntakeFile).where(IntakeFile.intake_id == intake_id).order_by(_FIRST, IntakeFile.place)
    return session.scalars(query.offset(start).limit(PAGE)).all()


def said_of(session: Session, intake_id: str) -> list[Understood]:
    """What was understood of all files that are ready, in their order."""
    ready = IntakeFile.intake_id == intake_id, IntakeFile.state == "ready"
    query = select(IntakeFile.understood).where(*ready).order_by(IntakeFile.place)
    return [cast(Understood, said) for said in session.scalars(query)]


def rounds_here(session: Session, workspace_id: str) -> set[tuple[str, str]]:
    """The rounds that a workspace has: organisation and date."""
    query = select(Assessment.organisation_id, Assessment.held_on).where(
        Assessment.workspace_id == workspace_id, Assessment.held_on.is_not(None)
    )
    return {(id_, str(day)) for id_, day in session.execute(query)}


def content_of(session: Session, ids: Sequence[str]) -> dict[str, bytes]:
    """The content of files by their ids."""
    query = select(IntakeFile.id, IntakeFile.data).where(IntakeFile.id.in_(ids))
    return {id_: data or b"" for id_, data in session.execute(query)}


def finish_reading(session: Session, intake: Intake) -> None:
    """All has been read: somebody can look, and decide."""
    if intake.state == "reading":
        intake.state = "read"
        session.flush()


def drop(session: Session, intake: Intake) -> None:
    """Put it aside: nothing of it is kept."""
    session.delete(intake)
    session.flush()


def forget(session: Session, before: datetime.datetime) -> None:
    """Delete what was brought before this moment, whatever became of it."""
    session.execute(delete(Intake).where(Intake.created_at < before))


def ready_in_batches(session: Session, intake_id: str) -> Iterator[Sequence[IntakeFile]]:
    """What can be taken in, with its results, some at a time: all of them would be large."""
    ids = session.scalars(
        select(IntakeFile.id)
        .where(IntakeFile.intake_id == intake_id, IntakeFile.state == "ready")
        .order_by(IntakeFile.place)
    ).all()
    for first in range(0, len(ids), BATCH):
        some = IntakeFile.id.in_(ids[first : first + BATCH])
        query = select(IntakeFile).where(some).order_by(IntakeFile.place)
        yield session.scalars(query.options(undefer(IntakeFile.result), undefer(IntakeFile.digest))).all()


def end(session: Session, intake: Intake) -> None:
    """It has been taken in: the files go, and what was wrong with them, which shows their cells."""
    emptied: dict[str, Any] = {"data": None, "result": None, "digest": None, "problems": []}
    session.execute(update(IntakeFile).where(IntakeFile.intake_id == intake.id).values(**emptied))
    intake.state, intake.ended_at = "taken", now()
    session.flush()

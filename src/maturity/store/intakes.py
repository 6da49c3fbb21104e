"""Files that are brought in: kept while they are read and looked at, then taken in whole, or put aside.

Nothing of them is in the workspace before `take_in`; afterwards nothing is left that says who answered what."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.orm import Session, joinedload, undefer

from maturity.problems import Problems
from maturity.store import organisations
from maturity.store.clock import now
from maturity.store.ids import make_id
from maturity.store.matching import Known
from maturity.store.tables import Assessment, Intake, IntakeFile, StoredResult
from maturity.store.understood import Outcome, Understood, plain

KIND = "read-intake"
"""The kind of the jobs that read them."""
KEPT_DAYS = 7
"""How long files wait for somebody to decide, and how long it is known what became of them."""
MOST_FILES = 5_000
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


def of_workspace(session: Session, workspace_id: str, most: int = 20) -> Sequence[Intake]:
    """A workspace's newest intakes."""
    query = select(Intake).where(Intake.workspace_id == workspace_id).options(joinedload(Intake.job))
    return session.scalars(query.order_by(Intake.created_at.desc(), Intake.id).limit(most)).all()


def find(session: Session, workspace_id: str, id_: str) -> Intake | None:
    """An intake of this workspace; None if it is another's."""
    found = session.get(Intake, id_)
    return found if found and found.workspace_id == workspace_id else None


def counts(session: Session, intake_id: str) -> dict[str, int]:
    """How many there are of each state: waiting, ready, wrong, known."""
    query = select(IntakeFile.state, func.count()).where(IntakeFile.intake_id == intake_id)
    found: dict[str, int] = dict(session.execute(query.group_by(IntakeFile.state)).all())
    return {state: found.get(state, 0) for state in ("waiting", "ready", "wrong", "known")}


def files_of(session: Session, intake_id: str, *states: str) -> Sequence[IntakeFile]:
    """The files in some states, in their order; without their content."""
    query = select(IntakeFile).where(IntakeFile.intake_id == intake_id, IntakeFile.state.in_(states))
    return session.scalars(query.order_by(IntakeFile.place)).all()


PAGE = 40
_FIRST = case({"wrong": 0, "ready": 1, "known": 2}, value=IntakeFile.state, else_=3)


def page_of(session: Session, intake_id: str, page: int = 1) -> Sequence[IntakeFile]:
    """A page of the files: what is wrong first, then what is ready, then what is known."""
    query = select(IntakeFile).where(IntakeFile.intake_id == intake_id).order_by(_FIRST, IntakeFile.place)
    return session.scalars(query.offset((max(page, 1) - 1) * PAGE).limit(PAGE)).all()


def said_of(session: Session, intake_id: str, state: str = "ready") -> list[Understood]:
    """What was understood of all files in a state."""
    query = select(IntakeFile.understood).where(IntakeFile.intake_id == intake_id, IntakeFile.state == state)
    return [cast(Understood, said) for said in session.scalars(query)]


def content_of(session: Session, ids: Sequence[str]) -> dict[str, bytes]:
    """The content of files by their ids."""
    query = select(IntakeFile.id, IntakeFile.data).where(IntakeFile.id.in_(ids))
    return {id_: data or b"" for id_, data in session.execute(query)}


def known_sources(session: Session, workspace_id: str) -> set[str]:
    """See `Assessment.source`: of everything that was brought in, and of what was answered here and closed."""
    from maturity.store.imports import source_of

    mine = Assessment.workspace_id == workspace_id
    brought = select(Assessment.source).where(mine, Assessment.source.is_not(None))
    here = (
        select(StoredResult.questionnaire_fingerprint, StoredResult.answers_fingerprint)
        .join(Assessment, StoredResult.assessment_id == Assessment.id)
        .where(mine, Assessment.source.is_(None), Assessment.state == "closed")
    )
    known = {source for source in session.scalars(brought) if source}
    return known | {source_of(asked, answers) for asked, answers in session.execute(here)}


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file."""

    id: str
    place: int
    name: str
    outcomes: Sequence[Outcome]


def keep_outcomes(session: Session, intake_id: str, read: Sequence[Read], sources: dict[str, str]) -> None:
    """Write down what came of some files. `sources` are those that are known, with the name of the file in
    this intake that brought them ("" for what is in the workspace), and grow. What another worker has written
    down meanwhile stays."""
    waiting = _still_waiting(session, read)
    known = Known(organisations.of_workspace(session, session.get_one(Intake, intake_id).workspace_id))
    first: list[dict[str, Any]] = []
    more: list[dict[str, Any]] = []
    for one in (one for one in read if one.id in waiting):
        for part, outcome in enumerate(one.outcomes):
            columns = _columns(_clear(outcome, known), one.name, sources)
            if part == 0:
                first.append({"id": one.id, **columns})
            else:
                place = one.place + part
                more.append(
                    {"id": make_id(), "intake_id": intake_id, "place": place, "name": one.name, **columns}
                )
    if first:
        session.execute(update(IntakeFile), first)
    if more:
        session.execute(insert(IntakeFile), more)


def _still_waiting(session: Session, read: Sequence[Read]) -> set[str]:
    """Which of these files nobody has read yet. They are locked until the session ends."""
    ids = [one.id for one in read]
    query = select(IntakeFile.id).where(IntakeFile.id.in_(ids), IntakeFile.state == "waiting")
    return set(session.scalars(query.with_for_update()))


def _clear(outcome: Outcome, known: Known) -> Outcome:
    """The outcome; wrong, if several organisations here may be meant."""
    said = outcome.understood
    try:
        known.check(said.get("organisation", ""), said.get("country"), said.get("code"))
    except Problems as found:
        told = [plain(problem) for problem in found.problems]
        return replace(outcome, problems=(*told, *outcome.problems), result=None)
    return outcome


def _columns(outcome: Outcome, name: str, sources: dict[str, str]) -> dict[str, Any]:
    state, understood = outcome.state, dict(outcome.understood)
    if state == "ready" and outcome.source in sources:
        state = "known"
        understood["same_as"] = sources[str(outcome.source)]
    elif state == "ready" and outcome.source:
        sources[outcome.source] = name
    ready = state == "ready"
    return {
        "state": state,
        "kind": outcome.kind,
        "understood": understood,
        "problems": list(outcome.problems),
        "source": outcome.source,
        "result": outcome.result if ready else None,
        "digest": outcome.digest if ready else None,
    }


def sources_of(session: Session, intake_id: str) -> dict[str, str]:
    """What is ready in an intake: the sources, each with the name of its file."""
    query = select(IntakeFile.source, IntakeFile.name).where(
        IntakeFile.intake_id == intake_id, IntakeFile.state == "ready"
    )
    return {source: name for source, name in session.execute(query) if source}


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


def ready_in_batches(session: Session, intake_id: str, size: int = 100) -> Iterator[Sequence[IntakeFile]]:
    """What can be taken in, with its results, some at a time: all of them would be large."""
    ids = session.scalars(
        select(IntakeFile.id)
        .where(IntakeFile.intake_id == intake_id, IntakeFile.state == "ready")
        .order_by(IntakeFile.place)
    ).all()
    for first in range(0, len(ids), size):
        some = IntakeFile.id.in_(ids[first : first + size])
        query = select(IntakeFile).where(some).order_by(IntakeFile.place)
        yield session.scalars(query.options(undefer(IntakeFile.result), undefer(IntakeFile.digest))).all()


def end(session: Session, intake: Intake) -> None:
    """It has been taken in: the files go, and what was wrong with them, which shows their cells."""
    emptied: dict[str, Any] = {"data": None, "result": None, "digest": None, "problems": []}
    session.execute(update(IntakeFile).where(IntakeFile.intake_id == intake.id).values(**emptied))
    intake.state, intake.ended_at = "taken", now()
    session.flush()

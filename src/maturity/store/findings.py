"""What came of reading the files of an intake: written down once, whoever reads them, and told apart from what
is here already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from maturity.problems import Problems
from maturity.store import organisations
from maturity.store.ids import make_id
from maturity.store.keeping import source_of
from maturity.store.matching import Known
from maturity.store.tables import Assessment, Intake, IntakeFile, StoredResult
from maturity.store.understood import Outcome, about, plain


def known_sources(session: Session, workspace_id: str) -> set[str]:
    """See `Assessment.source`: of everything that was brought in, and of what was answered here and closed."""
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
        rows = [_columns(_clear(outcome, known), one.name, sources) for outcome in one.outcomes]
        first += [{"id": one.id, **row} for row in rows[:1]]
        more += [
            {"id": make_id(), "intake_id": intake_id, "place": place, "name": one.name, **row}
            for place, row in enumerate(rows[1:], one.place + 1)
        ]
    if first:
        session.execute(update(IntakeFile), first)
    if more:
        session.execute(insert(IntakeFile), more)


def _still_waiting(session: Session, read: Sequence[Read]) -> set[str]:
    """Which of these files nobody has read yet."""
    ids = [one.id for one in read]
    query = select(IntakeFile.id).where(IntakeFile.id.in_(ids), IntakeFile.state == "waiting")
    return set(session.scalars(query))


def _clear(outcome: Outcome, known: Known) -> Outcome:
    """The outcome; wrong, if several organisations here may be meant."""
    said = outcome.understood
    try:
        known.check(*about(said))
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

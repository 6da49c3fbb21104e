"""Digests of stored results: kept when a result is frozen, and read by the hundred."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from maturity.comparison.benchmark import Digest, digest_of, read_digest, write_digest
from maturity.scoring import from_json
from maturity.scoring.result import Result
from maturity.store.tables import Assessment, ResultDigest, StoredResult

SOME = 500
"""How many are read or made at once: databases allow only so many values in a question, and others want to write
in between."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The newest result of a closed round: its id, whose it is, and its date (None: it has no digest yet)."""

    result_id: str
    organisation_id: str
    date: datetime.date | None


def keep(session: Session, result_id: str, result: Result) -> None:
    """Keep the digest of a result that was stored."""
    day = datetime.date.fromisoformat(result.date)
    session.add(ResultDigest(result_id=result_id, held_on=day, digest=write_digest(digest_of(result))))
    session.flush()


def complete(session: Session) -> int:
    """Give a digest to some results that were stored before there were any; how many. Call it in a session that
    writes."""
    missing = select(StoredResult).where(StoredResult.id.not_in(select(ResultDigest.result_id)))
    rows = session.scalars(missing.limit(SOME)).all()
    for row in rows:
        keep(session, row.id, from_json(row.result))
    return len(rows)


def of_closed_rounds(
    session: Session,
    workspace_id: str,
    version_ids: Iterable[str],
    only: Collection[str] | None = None,
) -> list[Kept]:
    """The newest result of each closed round of a workspace with these versions of a questionnaire; of the
    results with these ids, if they are named. In the order of their ids."""
    newest = func.row_number().over(
        partition_by=StoredResult.assessment_id,
        order_by=(StoredResult.created_at.desc(), StoredResult.id.desc()),
    )
    found = (
        select(StoredResult.id, Assessment.organisation_id, newest.label("place"))
        .join(Assessment, StoredResult.assessment_id == Assessment.id)
        .where(
            Assessment.workspace_id == workspace_id,
            Assessment.state == "closed",
            Assessment.questionnaire_version_id.in_(version_ids),
        )
    )
    results = (found if only is None else found.where(StoredResult.id.in_(only))).subquery()
    query = (
        select(results.c.id, results.c.organisation_id, ResultDigest.held_on)
        .join(ResultDigest, ResultDigest.result_id == results.c.id, isouter=True)
        .where(results.c.place == 1)
        .order_by(results.c.id)
    )
    return [Kept(*row) for row in session.execute(query)]


def read(session: Session, result_ids: Iterable[str]) -> dict[str, Digest]:
    """Digests by the ids of their results. What has none yet, or one of another format, is made from its
    result."""
    ids = list(result_ids)
    found = dict(_read(session, ids))
    for id_ in ids:
        if id_ not in found:
            text = session.scalars(select(StoredResult.result).where(StoredResult.id == id_)).one()
            found[id_] = digest_of(from_json(text))
    return found


def _read(session: Session, ids: list[str]) -> Iterator[tuple[str, Digest]]:
    for start in range(0, len(ids), SOME):
        query = select(ResultDigest.result_id, ResultDigest.digest).where(
            ResultDigest.result_id.in_(ids[start : start + SOME])
        )
        for id_, text in session.execute(query):
            digest = read_digest(text)
            if digest is not None:
                yield id_, digest

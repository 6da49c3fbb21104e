"""Results from elsewhere as closed rounds, without those who answered: as after retention has erased them."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import insert
from sqlalchemy.orm import Session

from maturity.comparison.benchmark import digest_of, write_digest
from maturity.scoring import to_json
from maturity.scoring.result import Result
from maturity.store.clock import now
from maturity.store.ids import make_id
from maturity.store.questionnaires import load
from maturity.store.tables import Assessment, Organisation, QuestionnaireVersion, ResultDigest, StoredResult

Origin = Literal["answers", "result"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A result that is kept without those who answered, and what its round is said to have been."""

    organisation_id: str
    version_id: str
    origin: Origin
    result: str
    """As canonical JSON."""
    digest: str
    questionnaire_hash: str
    answers_hash: str
    date: datetime.date
    threshold: int
    label: str = ""
    note: str | None = None
    languages: list[str] = field(default_factory=list)
    roles: dict[str, int] = field(default_factory=dict)
    """How many answered, by role."""


def source_of(questionnaire_hash: str, answers_hash: str) -> str:
    """What tells whether the same content was brought in before: the same for a file of answers and for the
    result file that was made of it."""
    return hashlib.sha256(f"{questionnaire_hash}\n{answers_hash}".encode()).hexdigest()


def keep_result(
    session: Session,
    workspace_id: str,
    organisation: Organisation,
    version: QuestionnaireVersion,
    result: Result,
    origin: Origin = "result",
) -> Assessment:
    """A closed assessment with this frozen result and no respondents: as after retention has erased them.

    `result` was made with this version."""
    kept = kept_of(organisation.id, version.id, result, origin, load(version).language)
    (id_,) = keep_results(session, workspace_id, [kept])
    return session.get_one(Assessment, id_)


def kept_of(organisation_id: str, version_id: str, result: Result, origin: Origin, language: str) -> Kept:
    """A result as it is kept. `language` is that of its questionnaire."""
    return Kept(
        organisation_id,
        version_id,
        origin,
        to_json(result),
        write_digest(digest_of(result)),
        result.questionnaire_hash,
        result.answers_hash,
        datetime.date.fromisoformat(result.date),
        result.threshold,
        result.label or "",
        result.note,
        [language],
        {role.role: role.n for role in result.roles if role.n},
    )


def keep_results(session: Session, workspace_id: str, kept: Sequence[Kept]) -> list[str]:
    """The same for many at once; the ids of their assessments, in order."""
    moment = now()
    ids = [make_id() for _ in kept]
    if kept:
        session.execute(insert(Assessment), list(_assessments(kept, ids, workspace_id, moment)))
        rows = list(_results(kept, ids, moment))
        session.execute(insert(StoredResult), rows)
        session.execute(insert(ResultDigest), list(_digests(kept, rows)))
    return ids


def _assessments(
    kept: Sequence[Kept], ids: Sequence[str], workspace_id: str, moment: datetime.datetime
) -> Iterator[dict[str, Any]]:
    for one, id_ in zip(kept, ids, strict=True):
        yield {
            "id": id_,
            "workspace_id": workspace_id,
            "organisation_id": one.organisation_id,
            "questionnaire_version_id": one.version_id,
            "label": one.label,
            "note": one.note,
            "held_on": one.date,
            "languages": one.languages,
            "targets": one.roles,
            "threshold": one.threshold,
            "distribution": max(one.threshold, 10),
            "state": "closed",
            "origin": one.origin,
            "source": source_of(one.questionnaire_hash, one.answers_hash),
            "first_answer_at": moment,
            "closed_at": moment,
            "created_at": moment,
        }


def _results(kept: Sequence[Kept], ids: Sequence[str], moment: datetime.datetime) -> Iterator[dict[str, Any]]:
    for one, id_ in zip(kept, ids, strict=True):
        yield {
            "id": make_id(),
            "assessment_id": id_,
            "created_at": moment,
            "result": one.result,
            "questionnaire_fingerprint": one.questionnaire_hash,
            "answers_fingerprint": one.answers_hash,
        }


def _digests(kept: Sequence[Kept], stored: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one, row in zip(kept, stored, strict=True):
        yield {"result_id": row["id"], "held_on": one.date, "digest": one.digest}

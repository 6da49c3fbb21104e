"""Results as they were frozen. Reading one again gives the same numbers, whatever the program has become."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity import answers as room
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.settings import Privacy
from maturity.scoring import from_json, score, to_json
from maturity.scoring.result import Result
from maturity.store import digests
from maturity.store.questionnaires import questionnaire_of
from maturity.store.scoring import to_assessment
from maturity.store.tables import Assessment, StoredResult


def readable(assessment: Assessment) -> bool:
    """Whether a result may be looked at: not while people answer.

    Two looks with one answer between them would tell that answer by subtraction. A trial is its owner's
    alone."""
    return assessment.workspace_id is None or assessment.state in ("meeting", "closed")


def shown(session: Session, assessment: Assessment) -> Result:
    """The result as screen, file and API show it: of a closed round the frozen one, otherwise what the
    answers amount to now, kept in memory for as long as they stay the same. It writes nothing."""
    newest = latest(session, assessment) if assessment.state == "closed" else None
    if newest is not None:
        return from_json(newest.result)
    asked = questionnaire_of(assessment)
    given = to_assessment(session, assessment, asked)
    return _score(_Given(given.fingerprint, asked.fingerprint, asked.privacy, asked, given))


def compute(session: Session, assessment: Assessment) -> Result:
    """What the answers amount to now. It is not kept."""
    asked = questionnaire_of(assessment)
    return score(asked, to_assessment(session, assessment, asked))


def current(session: Session, assessment: Assessment) -> Result:
    """The result that is shown now, and keep it, unless it is kept already. Call it in a session that
    writes."""
    result = shown(session, assessment)
    newest = latest(session, assessment)
    if newest is None or newest.result != to_json(result):
        freeze(session, assessment, result)
    return result


def freeze(session: Session, assessment: Assessment, result: Result) -> StoredResult:
    """Keep a result."""
    found = StoredResult(
        assessment_id=assessment.id,
        result=to_json(result),
        questionnaire_fingerprint=result.questionnaire_hash,
        answers_fingerprint=result.answers_hash,
    )
    session.add(found)
    session.flush()
    digests.keep(session, found.id, result)
    return found


def latest(session: Session, assessment: Assessment) -> StoredResult | None:
    """The newest result that was kept."""
    query = select(StoredResult).where(StoredResult.assessment_id == assessment.id)
    return session.scalar(query.order_by(StoredResult.created_at.desc()).limit(1))


@dataclass(frozen=True, slots=True)
class _Given:
    """What a score follows from: remembered by its fingerprints and the protection."""

    answers: str
    questionnaire: str
    privacy: Privacy
    asked: Questionnaire = field(compare=False)
    given: room.Assessment = field(compare=False)


@lru_cache(maxsize=20)
def _score(known: _Given) -> Result:
    return score(known.asked, known.given)

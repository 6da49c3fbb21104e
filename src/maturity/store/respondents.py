"""Who answers, and what they answer: found by the token of their link, saved one answer at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from maturity.store import saving
from maturity.store.clock import now
from maturity.store.ids import key_for, looks_like_token
from maturity.store.saving import Draft
from maturity.store.tables import Answer, Assessment, Respondent


def start(
    session: Session, assessment: Assessment, token: str, role: str, language: str, secret: str
) -> Respondent:
    """A new respondent behind a token."""
    found = Respondent(
        assessment_id=assessment.id,
        key=key_for("respondent", token, secret),
        role=role,
        language=language,
        started_at=now(),
    )
    session.add(found)
    session.flush()
    return found


def find(session: Session, token: str, secret: str) -> Respondent | None:
    """The respondent behind a token, with the assessment; None if nobody has begun there."""
    if not looks_like_token(token):
        return None
    query = select(Respondent).where(Respondent.key == key_for("respondent", token, secret))
    return session.scalar(query.options(joinedload(Respondent.assessment)))


def answers_of(session: Session, respondent: Respondent) -> dict[str, Answer]:
    """What someone has answered so far, by item."""
    rows = session.scalars(select(Answer).where(Answer.respondent_id == respondent.id))
    return {row.item: row for row in rows}


def save(
    session: Session, respondent: Respondent, item: str, draft: Draft, seen: int | None = None
) -> tuple[Answer, bool]:
    """Save one answer of somebody who is known already; see `maturity.store.saving.save`."""
    _, saved = saving.save(session, saving.of(session, respondent, item), item, draft, seen)
    session.expire(respondent.assessment, ["first_answer_at"])
    session.refresh(respondent, ["revision"])
    row = session.get(Answer, (respondent.id, item), populate_existing=True)
    assert row is not None
    return row, saved


def submit(session: Session, respondent: Respondent) -> None:
    """Send the answers: the person is ready. They can still be changed until the round closes."""
    respondent.submitted_at = respondent.submitted_at or now()
    session.flush()


def erase(session: Session, respondent: Respondent) -> None:
    """Delete somebody's answers, and that they ever answered."""
    session.delete(respondent)
    session.flush()


def export(session: Session, respondent: Respondent) -> dict[str, Any]:
    """Everything that is kept about somebody who answered, as plain data. Of a private code nothing is kept
    but what stands for it: only whether one was chosen is said."""
    rows = answers_of(session, respondent).values()
    return {
        "role": respondent.role,
        "language": respondent.language,
        "group": respondent.group_label,
        "code": "not chosen" if respondent.code is None else "chosen",
        "started": respondent.started_at.isoformat(),
        "sent": respondent.submitted_at.isoformat() if respondent.submitted_at else None,
        "answers": {
            row.item: {
                "state": row.state,
                "value": row.value,
                "reason": row.reason,
                "evidence": row.evidence,
                "comment": row.comment,
                "saved": row.saved_at.isoformat(),
            }
            for row in sorted(rows, key=lambda row: row.item)
        },
    }


def counts(session: Session, assessment: Assessment) -> dict[str, tuple[int, int]]:
    """By role: how many have begun, and how many have sent their answers."""
    query = (
        select(Respondent.role, func.count(), func.count(Respondent.submitted_at))
        .where(Respondent.assessment_id == assessment.id)
        .group_by(Respondent.role)
    )
    return {role: (begun, sent) for role, begun, sent in session.execute(query)}


def of_assessment(session: Session, assessment: Assessment) -> Sequence[Respondent]:
    """Everybody who has begun, in no order that means anything."""
    query = select(Respondent).where(Respondent.assessment_id == assessment.id)
    return session.scalars(query.order_by(Respondent.key)).all()


__all__ = [
    "Draft",
    "answers_of",
    "counts",
    "erase",
    "export",
    "find",
    "of_assessment",
    "save",
    "start",
    "submit",
]

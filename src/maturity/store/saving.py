"""Saving one answer: the one way in which an answer is written, and the busiest thing that the program does.

In a meeting everybody saves at once, so that a save is one look at what is there and two or three short
writes, without objects. A newer answer is never overwritten by somebody who has not seen it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from maturity.questionnaire.items.base import Value, json_value
from maturity.store.clock import now
from maturity.store.ids import key_for, looks_like_token
from maturity.store.tables import Answer, Assessment, Invitation, Respondent


@dataclass(frozen=True, slots=True)
class Draft:
    """One answer as it is to be saved. `state` None takes the answer away and keeps comment and evidence."""

    state: str | None
    value: Value | None = None
    reason: str | None = None
    evidence: int | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer as it is saved; revision 0: there is none."""

    state: str | None
    value: object
    reason: str | None
    evidence: int | None
    comment: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Saver:
    """Somebody who saves an answer to one item: who it is, what is there, and whether they still may."""

    kept: Kept
    respondent_id: str
    role: str
    revision: int
    assessment_id: str
    questionnaire_version_id: str
    state: str
    opens_on: datetime.date | None
    closes_on: datetime.date | None
    expires_at: datetime.datetime | None
    first_answer_at: datetime.datetime | None
    revoked_at: datetime.datetime | None


_SEEN = (
    select(
        Answer.state,
        Answer.value,
        Answer.reason,
        Answer.evidence,
        Answer.comment,
        func.coalesce(Answer.revision, 0),
        Respondent.id,
        Respondent.role,
        Respondent.revision,
        Assessment.id,
        Assessment.questionnaire_version_id,
        Assessment.state,
        Assessment.opens_on,
        Assessment.closes_on,
        Assessment.expires_at,
        Assessment.first_answer_at,
        Invitation.revoked_at,
    )
    .select_from(Respondent)
    .join(Assessment, Assessment.id == Respondent.assessment_id)
    .outerjoin(Invitation, Invitation.key == bindparam("invitation"))
    .outerjoin(Answer, (Answer.respondent_id == Respondent.id) & (Answer.item == bindparam("item")))
)
_BY_TOKEN = _SEEN.where(Respondent.key == bindparam("respondent"))
_BY_ID = _SEEN.where(Respondent.id == bindparam("respondent"))
_ANSWER: Any = Answer.__table__
_INSERT = insert(_ANSWER)
_UPDATE = update(_ANSWER).where(
    _ANSWER.c.respondent_id == bindparam("of_respondent"), _ANSWER.c.item == bindparam("of_item")
)
_COUNT = (
    update(Respondent.__table__)  # type: ignore[arg-type]
    .where(Respondent.id == bindparam("of_respondent"))
    .values(revision=bindparam("revision"))
)


def find(session: Session, token: str, secret: str, item: str) -> Saver | None:
    """Who saves an answer to an item through a link; None if nobody has begun there."""
    if not looks_like_token(token):
        return None
    keys = {
        "respondent": key_for("respondent", token, secret),
        "invitation": key_for("invitation", token, secret),
    }
    return _saver(session.connection().execute(_BY_TOKEN, {**keys, "item": item}).first())


def of(session: Session, respondent: Respondent, item: str) -> Saver:
    """The same for somebody who is known already."""
    session.flush()
    values = {"respondent": respondent.id, "invitation": "", "item": item}
    found = _saver(session.connection().execute(_BY_ID, values).first())
    assert found is not None
    return found


def _saver(row: Sequence[Any] | None) -> Saver | None:
    if row is None:
        return None
    return Saver(Kept(*row[:6]), *row[6:])


def save(
    session: Session, saver: Saver, item: str, draft: Draft, seen: int | None = None
) -> tuple[Kept, bool]:
    """Save one answer. `draft.value` is already checked by its item.

    `seen` is the answer's revision that the page showed (0: there was none). If the answer is newer and
    differs, nothing is saved and the newer one comes back with False; otherwise the answer as saved, with
    True. None saves without looking. A request that is sent twice changes nothing.
    """
    kept, fields = saver.kept, fields_of(draft)
    there = kept.revision > 0
    if there and (kept.state, kept.value, kept.reason, kept.evidence, kept.comment) == tuple(fields.values()):
        return kept, True
    if there and seen is not None and kept.revision != seen:
        return kept, False
    at, revision = now(), saver.revision + 1
    written = {**fields, "saved_at": at, "revision": revision}
    connection = session.connection()
    if there:
        connection.execute(_UPDATE, {"of_respondent": saver.respondent_id, "of_item": item, **written})
    else:
        connection.execute(_INSERT, {"respondent_id": saver.respondent_id, "item": item, **written})
    connection.execute(_COUNT, {"of_respondent": saver.respondent_id, "revision": revision})
    if saver.first_answer_at is None:
        first = update(Assessment).where(Assessment.id == saver.assessment_id)
        session.execute(first.where(Assessment.first_answer_at.is_(None)).values(first_answer_at=at))
    return Kept(**fields, revision=revision), True


def fields_of(draft: Draft) -> dict[str, Any]:
    """A draft as its columns hold it."""
    return {
        "state": draft.state,
        "value": None if draft.value is None else json_value(draft.value),
        "reason": draft.reason,
        "evidence": draft.evidence,
        "comment": draft.comment,
    }

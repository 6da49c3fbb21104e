"""An assessment as the scoring room wants it: every answer checked again by its item, and nobody's key in
it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from maturity import answers as room
from maturity.questionnaire.items import AnswerError, Item
from maturity.questionnaire.model import Questionnaire
from maturity.store.clock import now
from maturity.store.tables import AgreedLevel, Answer, Assessment, Respondent

_STATES: dict[str, room.State] = {state: state for state in get_args(room.State)}


def to_assessment(session: Session, assessment: Assessment, questionnaire: Questionnaire) -> room.Assessment:
    """The assessment with everybody who gave at least one answer, sent or not.

    Respondents are called r001, r002, ... in an order that has nothing to do with when they answered or in
    which order they were invited; it is the same every time, so that the same answers give the same numbers.
    """
    place = assessment.organisation
    found = room.Assessment(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        organisation=room.Organisation(place.name, place.country, place.code, place.population),
        date=assessment.held_on or assessment.closes_on or (assessment.closed_at or now()).date(),
        label=assessment.label or None,
        note=assessment.note,
        respondents=_respondents(session, assessment, questionnaire),
        consensus=_consensus(session, assessment, questionnaire),
    )
    return replace(found, fingerprint=room.fingerprint(found))


def _respondents(
    session: Session, assessment: Assessment, questionnaire: Questionnaire
) -> tuple[room.Respondent, ...]:
    query = (
        select(Respondent)
        .where(Respondent.assessment_id == assessment.id, Respondent.role.in_(questionnaire.role_ids))
        .options(selectinload(Respondent.answers))
    )
    people = sorted(session.scalars(query), key=lambda one: hashlib.sha256(one.key.encode()).digest())
    given = [(one, _answers(one.answers, one.role, questionnaire)) for one in people]
    answered = [(one, answers) for one, answers in given if answers]
    return tuple(
        room.Respondent(f"r{place:03d}", one.role, one.group_label, answers, one.code)
        for place, (one, answers) in enumerate(answered, 1)
    )


def _answers(rows: Iterable[Answer], role: str, questionnaire: Questionnaire) -> dict[str, room.Answer]:
    """The answers in the questionnaire's order. One that does not fit its item any more is left out."""
    by_item = {row.item: row for row in rows}
    found = {}
    for id_, item in questionnaire.all_items.items():
        answer = to_answer(by_item[id_], item) if id_ in by_item and item.asked_of(role) else None
        if answer is not None:
            found[id_] = answer
    return found


def to_answer(row: Answer, item: Item) -> room.Answer | None:
    """One answer as the scoring room knows it; None if only a comment or evidence was given."""
    state = _STATES.get(row.state or "")
    if state is None:
        return None
    try:
        value = item.parse(row.value) if state == "value" else None
    except AnswerError:
        return None
    return room.Answer(state, value, row.reason, row.evidence, row.comment)


def _consensus(
    session: Session, assessment: Assessment, questionnaire: Questionnaire
) -> dict[str, room.Agreed]:
    rows = session.scalars(select(AgreedLevel).where(AgreedLevel.assessment_id == assessment.id))
    by_item = {row.item: row for row in rows}
    return {
        item.id: to_agreed(by_item[item.id], item, questionnaire)
        for item in questionnaire.scored_items
        if item.id in by_item
    }


def to_agreed(row: AgreedLevel, item: Item, questionnaire: Questionnaire) -> room.Agreed:
    """One agreed level as the scoring room knows it."""
    value = item.parse(row.value)
    scale = questionnaire.scale
    return room.Agreed(scale.from_ + item.attain(value) * scale.length, value, row.reason, row.evidence)

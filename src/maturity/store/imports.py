"""A file of answers taken into the store, with everybody in it."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from maturity import answers as room
from maturity.questionnaire.items.base import json_value
from maturity.store import agreed, assessments, organisations, own_codes
from maturity.store.clock import now
from maturity.store.ids import key_for, make_token
from maturity.store.questionnaires import load
from maturity.store.tables import Answer, Assessment, QuestionnaireVersion, Respondent


def import_assessment(
    session: Session,
    workspace_id: str,
    version: QuestionnaireVersion,
    given: room.Assessment,
    secret: str,
    *,
    state: str = "closed",
) -> Assessment:
    """A new assessment with everything that a file of answers holds.

    `given` was read against this version. Nobody can answer in the place of the respondents: their links are
    thrown away.
    """
    asked, place = load(version), given.organisation
    moment = now()
    found = assessments.create(
        session,
        workspace_id,
        organisations.named(session, workspace_id, place.name, place.country, place.code, place.population),
        version,
        label=given.label or "",
        note=given.note,
        held_on=given.date,
        languages=[asked.language],
        threshold=max(asked.privacy.threshold, assessments.LEAST_THRESHOLD),
        distribution=max(asked.privacy.distribution, assessments.LEAST_THRESHOLD),
        targets=_counts(given),
        state=state,
        first_answer_at=moment,
        closed_at=moment if state == "closed" else None,
    )
    for person in given.respondents:
        session.add(_respondent(found, person, secret))
    for item, level in given.consensus.items():
        agreed.record(session, found, item, level.value, level.reason, level.evidence)
    session.flush()
    return found


def _counts(given: room.Assessment) -> dict[str, int]:
    counts: dict[str, int] = {}
    for person in given.respondents:
        counts[person.role] = counts.get(person.role, 0) + 1
    return counts


def _respondent(assessment: Assessment, person: room.Respondent, secret: str) -> Respondent:
    moment = now()
    return Respondent(
        assessment_id=assessment.id,
        key=key_for("respondent", make_token(), secret),
        role=person.role,
        group_label=person.group,
        code=own_codes.of_file(assessment.organisation_id, person.code, secret),
        started_at=moment,
        submitted_at=moment,
        revision=len(person.answers),
        answers=[
            Answer(item=item, saved_at=moment, revision=place, **_columns(answer))
            for place, (item, answer) in enumerate(person.answers.items(), 1)
        ],
    )


def _columns(answer: room.Answer) -> dict[str, Any]:
    return {
        "state": answer.state,
        "value": None if answer.value is None else json_value(answer.value),
        "reason": answer.reason,
        "evidence": answer.evidence,
        "comment": answer.comment,
    }

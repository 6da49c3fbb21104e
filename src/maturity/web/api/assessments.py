"""Assessments: listed, set up, opened, closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flask import url_for

from maturity.problems import N_, Problem, Problems
from maturity.store import assessments as store
from maturity.store import closing, organisations, preparing, questionnaires
from maturity.store.ids import looks_like_token
from maturity.store.tables import Assessment, QuestionnaireVersion
from maturity.web.access import or_404
from maturity.web.api import models
from maturity.web.api.door import record, workspace_id
from maturity.web.api.paging import page_of
from maturity.web.api.problems import Refused, fault, refuse
from maturity.web.api.questionnaires import published
from maturity.web.api.spec import endpoint
from maturity.web.languages import today
from maturity.web.sessions import db

_TAG = "assessments"


@endpoint(
    "GET", "/assessments", "assessments:read", tag=_TAG, query=models.Paging, HTTP_200=models.Assessments
)
def list_assessments(query: models.Paging) -> models.Assessments:
    """The workspace's assessments, newest first."""
    return page_of(models.Assessments, store.of_workspace(db, workspace_id()), query, told)


@endpoint("GET", "/assessments/<assessment_id>", "assessments:read", tag=_TAG, HTTP_200=models.Assessment)
def get_assessment(assessment_id: str) -> models.Assessment:
    """One assessment."""
    return told(find(assessment_id))


@endpoint(
    "POST",
    "/assessments",
    "assessments:write",
    tag=_TAG,
    json=models.NewAssessment,
    HTTP_201=models.Assessment,
)
def add_assessment(json: models.NewAssessment) -> tuple[models.Assessment, int, dict[str, str]]:
    """Set up an assessment. Nobody is asked before it is opened."""
    version = published(json.questionnaire_version)
    place = organisations.named(db, workspace_id(), **json.organisation.model_dump())
    made = preparing.begin(db, workspace_id(), place, version, json.label)
    faults = list(_set_up(made, version, json))
    if faults:
        raise refuse(faults)
    record("assessment-created", ("assessment", made.id), label=made.label)
    return told(made), 201, {"Location": url_for("api.get_assessment", assessment_id=made.id)}


def _set_up(
    made: Assessment, version: QuestionnaireVersion, given: models.NewAssessment
) -> Iterator[Problem]:
    """Everything that is said of it, and everything that cannot be."""
    known = questionnaires.load(version).role_ids
    for role in given.targets:
        if role not in known:
            values: dict[str, object] = {"role": role, "known": ", ".join(known)}
            yield Problem(N_("There is no role {role}; there are: {known}"), values)
    threshold = given.threshold or made.threshold
    distribution = given.distribution or max(threshold, made.distribution)
    steps: tuple[Callable[[], None], ...] = (
        lambda: store.set_privacy(db, made, threshold, distribution),
        lambda: preparing.set_questionnaire(db, made, version, given.languages),
        lambda: preparing.set_people(db, made, given.targets),
        lambda: preparing.set_dates(db, made, given.opens_on, given.closes_on, today()),
        lambda: preparing.set_welcome(db, made, {str(tag): text for tag, text in given.welcome.items()}),
    )
    for step in steps:
        try:
            step()
        except Problems as refused:
            yield from refused.problems


@endpoint(
    "POST",
    "/assessments/<assessment_id>/open",
    "assessments:write",
    tag=_TAG,
    more=(409,),
    HTTP_200=models.Assessment,
)
def open_assessment(assessment_id: str) -> models.Assessment:
    """Let people answer."""
    return _move(assessment_id, "assessment-opened", lambda found: preparing.open_round(db, found, today()))


@endpoint(
    "POST",
    "/assessments/<assessment_id>/close-answering",
    "assessments:write",
    tag=_TAG,
    more=(409,),
    HTTP_200=models.Assessment,
)
def close_answering(assessment_id: str) -> models.Assessment:
    """End the answering and begin the meeting: from now on there are results. There is no way back."""
    return _move(assessment_id, "assessment-meeting", lambda found: store.move_to(db, found, "meeting"))


@endpoint(
    "POST",
    "/assessments/<assessment_id>/close",
    "assessments:write",
    tag=_TAG,
    more=(409,),
    HTTP_200=models.Assessment,
)
def close_assessment(assessment_id: str) -> models.Assessment:
    """Close for good: the result is kept as it is. There is no way back."""
    return _move(assessment_id, "assessment-closed", _close)


def _close(found: Assessment) -> None:
    if closing.close(db, found):
        record("result-frozen", ("assessment", found.id), label=found.label)


def _move(assessment_id: str, verb: str, step: Callable[[Assessment], object]) -> models.Assessment:
    found = find(assessment_id)
    try:
        step(found)
    except Problems as refused:
        faults = [fault(problem) for problem in refused.problems]
        raise Refused(409, N_("The assessment cannot do that now: see errors."), faults) from None
    record(verb, ("assessment", found.id), label=found.label)
    return told(found)


def find(assessment_id: str) -> Assessment:
    """An assessment of the token's workspace; 404 for others."""
    return or_404(store.find(db, workspace_id(), assessment_id) if looks_like_token(assessment_id) else None)


def told(row: Assessment) -> models.Assessment:
    """An assessment as programs read it."""
    place = row.organisation
    return models.Assessment(
        id=row.id,
        label=row.label,
        organisation=models.Organisation(
            name=place.name, country=place.country, code=place.code, population=place.population
        ),
        questionnaire_version=row.questionnaire_version_id,
        languages=row.languages,
        targets=row.targets,
        threshold=row.threshold,
        distribution=row.distribution,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        held_on=row.held_on,
        state=row.state,
        created_at=row.created_at,
        closed_at=row.closed_at,
    )

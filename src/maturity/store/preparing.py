"""Setting up an assessment: what may be changed and when, and what is left before it can open.

Whatever people answered under (the questionnaire, the promise of privacy, their role) does not change behind
them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.model import Questionnaire
from maturity.store import assessments, organisations, questionnaires, respondents
from maturity.store.tables import Assessment, Organisation, QuestionnaireVersion

USUAL_THRESHOLD = 5
USUAL_DISTRIBUTION = 10
STEPS = ("municipality", "questionnaire", "people", "privacy", "dates", "welcome")
"""What is settled before a round opens, in order. The welcome text may be left out."""


def begin(
    session: Session, workspace_id: str, organisation: Organisation, version: QuestionnaireVersion, label: str
) -> Assessment:
    """A new round in draft, protected as usual, or more strictly if its questionnaire asks for it."""
    asked = questionnaires.load(version).privacy
    return assessments.create(
        session,
        workspace_id,
        organisation,
        version,
        label=label,
        threshold=max(USUAL_THRESHOLD, asked.threshold),
        distribution=max(USUAL_DISTRIBUTION, asked.distribution),
    )


def rename(
    session: Session,
    assessment: Assessment,
    label: str,
    name: str,
    country: str | None = None,
    code: str | None = None,
    population: int | None = None,
) -> None:
    """Name the round, and say whom it is about. The organisation's other rounds follow. Raises Problems if it
    would become the same as another one; if it is that already, its rounds can still be named."""
    place = assessment.organisation
    if place.workspace_id is not None:
        organisations.refuse_same(session, place.workspace_id, name, country, code, own=place)
    assessment.label = label
    place.name, place.country, place.code, place.population = name, country, code, population
    session.flush()


def set_questionnaire(
    session: Session, assessment: Assessment, version: QuestionnaireVersion, languages: Sequence[str]
) -> None:
    """What is asked, and in which languages. Raises Problems if it has been opened, or lacks a language.

    After opening, languages can still be added.
    """
    known = questionnaires.languages_of(version)
    if not languages:
        raise Problems([Problem(N_("Choose at least one language"))])
    missing = [tag for tag in languages if tag not in known]
    if missing:
        raise Problems([Problem(N_("This questionnaire has not been translated into every language chosen"))])
    if assessment.state != "draft":
        if version.id != assessment.questionnaire_version_id:
            raise Problems([Problem(N_("The round has been opened: its questionnaire stays as it is"))])
        if not set(assessment.languages) <= set(languages):
            raise Problems([Problem(N_("The round has been opened: languages can be added, not taken away"))])
    if version.id != assessment.questionnaire_version_id:
        _change_version(assessment, version)
    assessment.languages = list(languages)
    session.flush()


def _change_version(assessment: Assessment, version: QuestionnaireVersion) -> None:
    asked = questionnaires.load(version)
    assessment.questionnaire_version = version
    assessment.targets = {role: n for role, n in assessment.targets.items() if role in asked.role_ids}
    assessment.threshold = max(assessment.threshold, asked.privacy.threshold)
    assessment.distribution = max(assessment.distribution, asked.privacy.distribution)


def suggested_targets(questionnaire: Questionnaire) -> dict[str, int]:
    """How many should answer in each role, as the questionnaire's author suggests."""
    return {role.id: role.suggested for role in questionnaire.roles if role.suggested}


def set_people(session: Session, assessment: Assessment, targets: Mapping[str, int]) -> None:
    """Who answers: how many in each role; a role without a number does not. Raises Problems otherwise."""
    roles = questionnaires.load(assessment.questionnaire_version).role_ids
    wanted = {role: targets[role] for role in roles if targets.get(role, 0) > 0}
    begun = respondents.counts(session, assessment)
    problems = []
    if sum(wanted.values()) < assessment.threshold:
        message = N_("At least {least} people must be asked, or no number can be shown")
        problems.append(Problem(message, {"least": assessment.threshold}))
    if any(role not in wanted for role in begun):
        problems.append(Problem(N_("Someone has begun to answer in a role that is no longer asked")))
    if problems:
        raise Problems(problems)
    assessment.targets = wanted
    session.flush()


def set_dates(
    session: Session,
    assessment: Assessment,
    opens_on: datetime.date | None,
    closes_on: datetime.date,
    today: datetime.date,
) -> None:
    """The first and the last day on which people can answer. Raises Problems for days that cannot be."""
    problems = []
    if opens_on is not None and opens_on > closes_on:
        problems.append(Problem(N_("The last day is before the first")))
    if closes_on < today:
        problems.append(Problem(N_("The last day has passed: choose a later one")))
    if problems:
        raise Problems(problems)
    assessment.opens_on, assessment.closes_on = opens_on, closes_on
    session.flush()


def set_welcome(session: Session, assessment: Assessment, texts: Mapping[str, str]) -> None:
    """What people read first, by language; an empty text is left out."""
    assessment.welcome = {tag: text for tag, text in texts.items() if text}
    session.flush()


def left(assessment: Assessment, today: datetime.date) -> tuple[str, ...]:
    """The steps that must be settled before the round can open, in order; empty if it can."""
    asked = sum(assessment.targets.values())
    settled = {
        "municipality": bool(assessment.label and assessment.organisation.name),
        "questionnaire": bool(assessment.languages),
        "people": asked >= assessment.threshold,
        "privacy": assessments.LEAST_THRESHOLD <= assessment.threshold <= assessment.distribution,
        "dates": assessment.closes_on is not None and assessment.closes_on >= today,
        "welcome": True,
    }
    return tuple(step for step in STEPS if not settled[step])


def open_round(session: Session, assessment: Assessment, today: datetime.date) -> None:
    """Let people answer. Raises Problems while something is left to settle."""
    if left(assessment, today):
        raise Problems([Problem(N_("The round cannot open yet: something is left to settle"))])
    assessments.move_to(session, assessment, "open")

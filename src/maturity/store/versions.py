"""From one version of a questionnaire to a newer one: whether there is one, and both side by side."""

from __future__ import annotations

import re

from sqlalchemy.orm import Session

from maturity.comparison.progress.matching import Match, match
from maturity.questionnaire.model import Questionnaire
from maturity.store import questionnaires
from maturity.store.tables import Assessment, QuestionnaireVersion


def newer(session: Session, assessment: Assessment) -> QuestionnaireVersion | None:
    """The newest published version of a round's questionnaire that its workspace can use, the workspace's own
    before the program's; None if the round has it."""
    present = assessment.questionnaire_version
    found = [
        one
        for one in questionnaires.available(session, assessment.workspace_id)
        if one.questionnaire == present.questionnaire and number_of(one) > number_of(present)
    ]
    return max(found, key=lambda one: (number_of(one), one.workspace_id is not None), default=None)


def number_of(version: QuestionnaireVersion) -> tuple[int, ...]:
    """A version's number, such that later ones are greater."""
    return tuple(int(part) for part in re.findall(r"\d+", version.version))


def together(
    old: QuestionnaireVersion, new: QuestionnaireVersion, tag: str
) -> tuple[Questionnaire, Questionnaire]:
    """Two versions in one language, to tell of both: this one if both have it, else the new one's own."""
    both = set(questionnaires.languages_of(old)) & set(questionnaires.languages_of(new))
    language = tag if tag in both else questionnaires.languages_of(new)[0]
    return questionnaires.load(old, language), questionnaires.load(new, language)


def as_written(old: QuestionnaireVersion, new: QuestionnaireVersion) -> tuple[Questionnaire, Questionnaire]:
    """Two versions to compare: in the new one's own language, so that what is comparable is the same whoever
    looks. A translation may not have followed a change of the text yet."""
    return together(old, new, questionnaires.languages_of(new)[0])


def matched(old: QuestionnaireVersion, new: QuestionnaireVersion) -> Match:
    """Which parts of two versions can be compared, as progress compares them."""
    return match(*as_written(old, new))

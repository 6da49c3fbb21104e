"""What is asked, and in which languages it can be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import request
from wtforms import HiddenField, RadioField

from maturity.problems import N_, Problem, Problems
from maturity.store import preparing, questionnaires
from maturity.store.tables import Assessment, QuestionnaireVersion
from maturity.web.forms import Form, Required
from maturity.web.languages import NAMES, spoken
from maturity.web.questionnaires.staying import Staying, staying
from maturity.web.rounds.fields import CheckboxesField
from maturity.web.sessions import db

TITLE = N_("Questionnaire and languages")


class QuestionnaireForm(Form):
    """A version and its languages.

    A round that repeats another shows what stays comparable before another version is saved.
    """

    version = RadioField(N_("Questionnaire"), [Required(N_("Choose a questionnaire"))])
    languages = CheckboxesField(
        N_("Languages"), [Required(N_("Choose at least one language"))], choices=list(NAMES.items())
    )
    seen = HiddenField()
    """The version whose comparison with last time was on the page."""
    offers: dict[str, Offer]
    staying: Staying | None = None
    """What stays comparable with last time under the version that is chosen, if it is another one."""

    def validate(self, extra_validators: object = None) -> bool:
        """A version that cannot all be compared is saved once that was seen."""
        sound = bool(super().validate(extra_validators))
        return sound and (self.staying is None or self.seen.data == self.version.data)


@dataclass(frozen=True, slots=True)
class Offer:
    """A questionnaire that can be chosen, as the page shows it."""

    title: str
    description: str
    version: str
    items: int
    languages: tuple[str, ...]
    own: bool


def form(assessment: Assessment) -> QuestionnaireForm:
    """The form, filled; after opening only the present questionnaire is offered."""
    found = _versions(assessment)
    made = QuestionnaireForm(
        version=_wanted(assessment, found), languages=assessment.languages or _first(assessment)
    )
    made.offers = {one.id: _offer(one) for one in found}
    made.version.choices = [(id_, offer.title) for id_, offer in made.offers.items()]
    made.staying = _staying(assessment, next((one for one in found if one.id == made.version.data), None))
    return made


def _wanted(assessment: Assessment, found: list[QuestionnaireVersion]) -> str:
    """The version that `?version=` asks to look at, else the one that is chosen."""
    asked = request.args.get("version")
    return next((one.id for one in found if one.id == asked), assessment.questionnaire_version_id)


def _staying(assessment: Assessment, chosen: QuestionnaireVersion | None) -> Staying | None:
    if assessment.earlier is None or assessment.state != "draft" or chosen is None:
        return None
    before = assessment.earlier.questionnaire_version
    return staying(before, chosen) if chosen.id != before.id else None


def _first(assessment: Assessment) -> list[str]:
    known = questionnaires.languages_of(assessment.questionnaire_version)
    return [spoken().tag if spoken().tag in known else known[0]]


def _versions(assessment: Assessment) -> list[QuestionnaireVersion]:
    """The newest of each questionnaire; and the one that is chosen and that of the round before, which may be
    older."""
    chosen = assessment.questionnaire_version
    if assessment.state != "draft":
        return [chosen]
    kept = [chosen, assessment.earlier.questionnaire_version] if assessment.earlier else [chosen]
    newest: dict[tuple[str | None, str], QuestionnaireVersion] = {}
    for one in questionnaires.available(db, assessment.workspace_id):
        newest.setdefault((one.workspace_id, one.questionnaire), one)
    return list({one.id: one for one in (*kept, *newest.values())}.values())


def _offer(version: QuestionnaireVersion) -> Offer:
    known = questionnaires.languages_of(version)
    asked = questionnaires.load(version, spoken().tag if spoken().tag in known else None)
    names = tuple(spoken().language_name(tag) for tag in NAMES if tag in known)
    own = version.workspace_id is not None
    return Offer(asked.title, asked.description or "", version.version, len(asked.items), names, own)


def save(form: Any, assessment: Assessment) -> None:
    """Choose the version and the languages."""
    version = questionnaires.find(db, assessment.workspace_id, form.version.data)
    if version is None:
        raise Problems([Problem(N_("Choose a questionnaire"))])
    preparing.set_questionnaire(db, assessment, version, form.languages.data)


def told(assessment: Assessment) -> str:
    """The questionnaire's title, its version, and the languages."""
    if not assessment.languages:
        return ""
    offer, tongue = _offer(assessment.questionnaire_version), spoken()
    names = tongue.join([tongue.language_name(tag) for tag in assessment.languages])
    told = N_("{title}, version {version}, in {languages}")
    return tongue.say(told, title=offer.title, version=offer.version, languages=names)

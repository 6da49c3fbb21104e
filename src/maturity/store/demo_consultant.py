"""The example consultant: a workspace with eleven made-up municipalities, a group of them and a target
profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from maturity import resources
from maturity.answers import read
from maturity.questionnaire.model import Questionnaire
from maturity.scoring import score
from maturity.store import groups, keeping, organisations, profiles, questionnaires, workspaces
from maturity.store.tables import QuestionnaireVersion, User, Workspace

NAME = "Exempelrådet"
_FOLDER = "benchmark"
_ASKED = "innovation-capacity"
_LANGUAGES = {"SE": "sv", "DK": "da", "NO": "nb"}


@dataclass(frozen=True, slots=True)
class _Town:
    """What was agreed with one municipality; None: it has not said whether it may be named."""

    tags: tuple[str, ...]
    consent: Literal["named", "anonymous"] | None


_TOWNS = {
    "01-pahittskoping.csv": _Town(("stad", "inland"), "named"),
    "02-exempelvik.csv": _Town(("kust",), "named"),
    "03-mallstad.csv": _Town(("stad", "kust"), "anonymous"),
    "04-provaker.csv": _Town(("landsbygd", "inland"), None),
    "05-latsashamn.csv": _Town(("kust",), "anonymous"),
    "06-eksempelborg.csv": _Town(("stad", "inland"), "named"),
    "07-provelund.csv": _Town(("inland",), None),
    "08-opdigtum.csv": _Town(("kust",), "named"),
    "09-eksempelvag.csv": _Town(("landsbygd", "kust"), "anonymous"),
    "10-provedal.csv": _Town(("inland",), "named"),
    "11-tenktnes.csv": _Town(("landsbygd", "kust"), None),
}
_GOOD_ENOUGH = (3.0, 2.8, 3.0, 3.0, 2.5)
"""The target profile, dimension by dimension."""


def fill(session: Session, user: User) -> Workspace:
    """The consultant's workspace, for this person."""
    workspace = workspaces.create(session, user, NAME, kind="consultant", language="sv")
    version = questionnaires.bundled(session, _ASKED)
    asked = questionnaires.load(version)
    for name, town in _TOWNS.items():
        _bring(session, workspace, version, asked, name, town)
    scores = {top.id: aim for top, aim in zip(asked.dimensions, _GOOD_ENOUGH, strict=True)}
    profile = profiles.add(session, workspace.id, "Liten kommun, gott nog", _ASKED, scores)
    groups.add(
        session,
        workspace.id,
        _ASKED,
        name="Elva i Norden",
        countries=[],
        population_from=None,
        population_to=None,
        codes=[],
        tags=[],
        threshold=groups.USUAL_THRESHOLD,
        profile=profile,
    )
    return workspace


def _bring(
    session: Session,
    workspace: Workspace,
    version: QuestionnaireVersion,
    asked: Questionnaire,
    name: str,
    town: _Town,
) -> None:
    """Bring one municipality's answers in, as the pages do: its result stays, and nobody who answered."""
    given = read((resources.examples() / _FOLDER / name).read_bytes(), name, asked)
    place = given.organisation
    found = organisations.add(
        session,
        workspace.id,
        place.name,
        country=place.country,
        code=place.code,
        population=place.population,
        tags=list(town.tags),
        language=_LANGUAGES[place.country or ""],
    )
    if town.consent:
        organisations.decide(session, found, town.consent, "itself")
    keeping.keep_result(session, workspace.id, found, version, score(asked, given), "answers")

"""The example municipality: a workspace with its rounds, to look around in."""

from __future__ import annotations

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity import resources
from maturity.advice import advise
from maturity.answers import read
from maturity.comparison.progress import read_plans
from maturity.store import actions, assessments, demo_consultant, questionnaires, results, users, workspaces
from maturity.store.clock import now
from maturity.store.followed import keep_plans
from maturity.store.imports import import_assessment
from maturity.store.tables import Assessment, User, Workspace

EMAIL = "demo@example.org"
NAME = "Exempelköping"
_ROUNDS = {
    "exempelkoping-2022.yaml": "innovation-capacity",
    "exempelkoping-2024.yaml": "innovation-capacity",
    "exempelkoping-2026.yaml": "innovation-capacity",
}
_PLANS = "exempelkoping-actions.yaml"
"""What was decided after its rounds, where it wants to be, and what happened meanwhile."""
_YEARS_BETWEEN = 2


def fill(session: Session, password_hash: str, secret: str) -> User:
    """The demo account with this password, and its two workspaces, a municipality's and a consultant's; they
    are made if they are not there."""
    user = users.find_by_email(session, EMAIL)
    if user is None:
        user = users.create(session, EMAIL, password_hash, name="Demo", language="sv")
        users.make_administrator(session, user)
    user.password = password_hash
    if session.scalar(select(Workspace).where(Workspace.name == NAME)) is None:
        _fill(session, workspaces.create(session, user, NAME, language="sv"), secret)
    if session.scalar(select(Workspace).where(Workspace.name == demo_consultant.NAME)) is None:
        demo_consultant.fill(session, user)
    return user


def _fill(session: Session, workspace: Workspace, secret: str) -> None:
    rounds: list[Assessment] = []
    for name, asked in _ROUNDS.items():
        version = questionnaires.bundled(session, asked)
        data = (resources.examples() / name).read_bytes()
        given = read(data, name, questionnaires.load(version))
        found = import_assessment(session, workspace.id, version, given, secret)
        found.languages = list(questionnaires.languages_of(version))
        found.earlier_id = rounds[-1].id if rounds else None
        found.again_on = given.date.replace(year=given.date.year + _YEARS_BETWEEN)
        results.freeze(session, found, results.compute(session, found))
        rounds.append(found)
    plans = read_plans((resources.examples() / _PLANS).read_bytes(), _PLANS, [questionnaires.load(version)])
    keep_plans(session, rounds, plans)
    _decide(session, found)
    _begin_another(session, workspace)


_DECIDED = (
    ("Kommundirektören", 30),
    ("Ekonomidirektören", 60),
    ("Utvecklingschefen", 90),
)
"""Who took on the first recommendations, and within how many days."""


def _decide(session: Session, latest: Assessment) -> None:
    """The most important recommendations of the latest round as actions, so that deciding can be seen."""
    asked = questionnaires.questionnaire_of(latest, "sv")
    known = {one.id: one for one in asked.recommendations}
    priorities = advise(asked, results.current(session, latest)).priorities
    for chosen, (owner, days) in zip(priorities, _DECIDED, strict=False):
        told, due = known[chosen.recommendation], now().date() + datetime.timedelta(days=days)
        actions.add(session, latest, told.title, told.id, owner=owner, due=due, about=[told.about])


def _begin_another(session: Session, workspace: Workspace) -> None:
    """A round that is open, so that inviting and answering can be tried too."""
    version = questionnaires.bundled(session, "innovation-capacity-short")
    asked = questionnaires.load(version)
    last = assessments.of_workspace(session, workspace.id)[0]
    assessments.create(
        session,
        workspace.id,
        last.organisation,
        version,
        label=f"Tio frågor {now():%Y}",
        languages=list(questionnaires.languages_of(version)),
        targets={role.id: role.suggested or 3 for role in asked.roles[:3]},
        state="open",
        opens_on=now().date(),
    )

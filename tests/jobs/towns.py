"""A consultant's workspace with made-up municipalities and their frozen results, for tests of batches."""

from __future__ import annotations

from sqlalchemy.orm import Session
from tests.comparison.benchmark.towns import make_towns

from maturity.store import (
    assessments,
    batches,
    groups,
    organisations,
    questionnaires,
    results,
    users,
    workspaces,
)
from maturity.store.batches import Wanted
from maturity.store.tables import Batch, PeerGroup, Workspace

QUESTIONNAIRE = "innovation-capacity"


def make_workspace(session: Session, count: int, questionnaire: str = QUESTIONNAIRE) -> Workspace:
    """A workspace with `count` municipalities, Town 00000 and so on, each with a closed round."""
    owner = users.create(session, "consultant@example.org", None)
    workspace = workspaces.create(session, owner, "Consultants", language="en")
    questionnaires.ensure_bundled(session)
    furnish(session, workspace, count, questionnaire)
    return workspace


def furnish(session: Session, workspace: Workspace, count: int, questionnaire: str = QUESTIONNAIRE) -> None:
    """Put such municipalities into a workspace."""
    version = questionnaires.bundled(session, questionnaire)
    for entry in make_towns(questionnaires.load(version), count):
        result = entry.result
        town = organisations.create(
            session, workspace.id, result.organisation, result.country, result.code, result.population
        )
        row = assessments.create(session, workspace.id, town, version, state="closed", origin="result")
        results.freeze(session, row, result)


def make_group(session: Session, workspace: Workspace, questionnaire: str = QUESTIONNAIRE) -> PeerGroup:
    """Everybody."""
    return groups.add(
        session,
        workspace.id,
        questionnaire,
        name="Everybody",
        countries=[],
        population_from=None,
        population_to=None,
        codes=[],
        tags=[],
        threshold=5,
        profile=None,
    )


def make_batch(session: Session, workspace: Workspace, questionnaire: str = QUESTIONNAIRE) -> Batch:
    """A report for the group, in English, and one for each municipality in its country's language."""
    group = make_group(session, workspace, questionnaire)
    wanted = [
        Wanted(town, batches.language_of(town, workspace))
        for town in organisations.of_workspace(session, workspace.id)
    ]
    return batches.order(session, workspace, group, [Wanted(None, "en"), *wanted])

"""The example municipality with its three rounds, and what was decided, aimed at and noted."""

from __future__ import annotations

import pytest

from maturity import resources
from maturity.answers import read
from maturity.comparison.progress import read_plans
from maturity.store import questionnaires, results
from maturity.store.followed import keep_plans
from maturity.store.imports import import_assessment

YEARS = (2022, 2024, 2026)
PLANS = "exempelkoping-actions.yaml"


@pytest.fixture
def take_in(session, workspace):
    """Takes a round of the example in, with its result kept: `take_in(2024)`."""
    version = questionnaires.bundled(session, "innovation-capacity")

    def made(year):
        name = f"exempelkoping-{year}.yaml"
        given = read((resources.examples() / name).read_bytes(), name, questionnaires.load(version))
        found = import_assessment(session, workspace.id, version, given, "secret")
        results.freeze(session, found, results.compute(session, found))
        session.commit()
        return found

    return made


@pytest.fixture
def rounds(session, take_in):
    """The three rounds, and the plans that go with them."""
    made = [take_in(year) for year in YEARS]
    asked = questionnaires.questionnaire_of(made[-1])
    keep_plans(session, made, read_plans((resources.examples() / PLANS).read_bytes(), PLANS, [asked]))
    session.commit()
    return made


@pytest.fixture
def place(workspace, rounds):
    """The address of the municipality's progress."""
    return f"/workspaces/{workspace.id}/progress/{rounds[0].organisation_id}"

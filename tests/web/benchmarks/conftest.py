"""A consultant's workspace: municipalities with stored results, and a saved group of all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.comparison.benchmark import towns

from maturity.store import assessments, groups, organisations, questionnaires, results

ID = "innovation-capacity-short"


@pytest.fixture
def keep(session, workspace):
    """Keeps results as closed rounds of organisations: `keep(14, named=5)`, the first ones named."""

    def keep(count, named=0, **facts):
        version = questionnaires.bundled(session, ID)
        asked = questionnaires.load(version)
        found = []
        for number, result in enumerate(towns.stream(asked, count)):
            place = organisations.create(
                session, workspace.id, result.organisation, result.country, result.code, result.population
            )
            place.consent = "named" if number < named else "anonymous"
            found.append(place)
            round_ = assessments.create(session, workspace.id, place, version, state="closed")
            results.freeze(session, round_, replace(result, **facts))
        session.commit()
        return found

    return keep


@pytest.fixture
def make_group(session, workspace):
    """Makes a saved group: of everybody, or as the columns say."""

    def make(name="Everybody", questionnaire=ID, **facts):
        usual = {"countries": [], "population_from": None, "population_to": None, "codes": [], "tags": []}
        found = groups.add(
            session,
            workspace.id,
            questionnaire,
            name=name,
            **{**usual, "threshold": 5, "profile": None, **facts},
        )
        session.commit()
        return found

    return make


@pytest.fixture
def room(workspace):
    """Where the room is."""
    return f"/workspaces/{workspace.id}/benchmarks"

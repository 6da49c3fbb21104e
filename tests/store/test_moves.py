"""How far the organisations of a workspace moved: which rounds count, and whose."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

import pytest

from maturity import resources
from maturity.answers import read
from maturity.scoring import score
from maturity.store import assessments, organisations, questionnaires, results, workspaces
from maturity.store.moves import usual_moves

NAME = "innovation-capacity"


@cache
def scored(year: int):
    """The example municipality's result of a year."""
    asked = questionnaires.room.load(resources.read_folder(resources.find_questionnaire(NAME)))
    name = f"exempelkoping-{year}.yaml"
    given = read((resources.examples() / name).read_bytes(), name, asked)
    return score(asked, given, resample=False)


@pytest.fixture
def version(session):
    questionnaires.ensure_bundled(session)
    return questionnaires.bundled(session, NAME)


@pytest.fixture
def follow(session, workspace, version):
    """Give the workspace so many more organisations with two rounds each."""

    def more(count, **facts):
        for at in range(count):
            place = organisations.create(session, workspace.id, f"Place {at} {facts}")
            place.consent = facts.get("consent", "anonymous")
            for year in facts.get("years", (2022, 2024)):
                keep(place, year, facts.get("state", "closed"), facts.get("threshold", 5))

    def keep(place, year, state, threshold):
        facts = {"state": state, "threshold": threshold, "held_on": datetime.date(year, 3, 1)}
        row = assessments.create(session, workspace.id, place, version, **facts)
        found = replace(scored(year), organisation=place.name, date=f"{year}-03-01")
        results.freeze(session, row, found)

    return more


def test_six_anonymous_ones_are_enough(session, workspace, follow):
    follow(6)
    found = usual_moves(session, workspace.id, NAME)
    assert set(found) == {leaf.id for leaf in scored(2024).dimensions}
    one = found["political-ownership"]
    assert (one.n, one.median, one.low, one.years) == (6, 0.2, None, 2.0)


def test_five_are_not(session, workspace, follow):
    follow(5)
    assert usual_moves(session, workspace.id, NAME) == {}


@pytest.mark.parametrize(
    "facts", [{"consent": "not-included"}, {"state": "meeting"}, {"threshold": 1}, {"years": (2024,)}]
)
def test_what_does_not_count(session, workspace, follow, facts):
    follow(6)
    follow(6, **facts)
    found = usual_moves(session, workspace.id, NAME)
    assert {move.n for move in found.values()} == {6}


def test_another_workspace_tells_nothing(session, owner, workspace, follow):
    follow(6)
    other = workspaces.create(session, owner, "Another")
    assert usual_moves(session, other.id, NAME) == {}


def test_another_questionnaire_tells_nothing(session, workspace, follow):
    follow(6)
    assert usual_moves(session, workspace.id, "innovation-capacity-short") == {}


def test_all_rounds_of_an_organisation_count_together(session, workspace, follow):
    follow(6, years=(2022, 2024, 2026))
    found = usual_moves(session, workspace.id, NAME)
    assert {move.years for move in found.values()} == {4.0}


def test_the_newest_frozen_result_counts(session, workspace, version, follow):
    follow(6)
    again = replace(scored(2022), date="2024-03-01")
    for row in assessments.of_workspace(session, workspace.id):
        if row.held_on.year == 2024:
            results.freeze(session, row, again)
    found = usual_moves(session, workspace.id, NAME)
    assert {move.median for move in found.values()} == {0.0}

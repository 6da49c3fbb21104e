"""Saved peer groups and target profiles, and how many fit a group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maturity import answers, resources
from maturity.comparison.benchmark import Choice
from maturity.problems import Problems
from maturity.store import groups, organisations, peers, profiles, questionnaires, results
from maturity.store.imports import import_assessment

SECRET = "a secret of the tests"
NAME = "innovation-capacity"
FACTS = {
    "name": "Small ones",
    "countries": ["SE"],
    "population_from": 1000,
    "population_to": 20_000,
    "codes": [],
    "tags": ["coast"],
    "threshold": 5,
    "profile": None,
}


@pytest.fixture
def make_place(session, workspace):
    """Makes an organisation of the workspace, with a closed round if it is to have a result."""
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, NAME)
    path = resources.examples() / "exempelkoping-2026.yaml"
    given = answers.read(path.read_bytes(), path.name, questionnaires.load(version))

    def make(number, *, result=True, **facts):
        place = organisations.create(session, workspace.id, f"Town {number}", "SE", f"{number:04}", 5000)
        for column, value in facts.items():
            setattr(place, column, value)
        if result:
            own = replace(given.organisation, name=place.name, country="SE", code=place.code)
            row = import_assessment(session, workspace.id, version, replace(given, organisation=own), SECRET)
            assert row.organisation is place
            results.freeze(session, row, results.compute(session, row))
        return place

    return make


def test_a_group_is_kept_and_becomes_a_choice(session, workspace):
    made = groups.add(session, workspace.id, NAME, **FACTS)
    assert groups.find(session, workspace.id, made.id) is made
    assert groups.choice_of(made) == Choice(("SE",), (1000, 20_000), (), ("coast",))
    assert groups.target_of(made) is None
    groups.change(session, made, **{**FACTS, "name": "All", "countries": []})
    assert [one.name for one in groups.of_workspace(session, workspace.id)] == ["All"]
    groups.delete(session, made)
    assert groups.of_workspace(session, workspace.id) == []


def test_everything_that_is_wrong_is_told_at_once(session, workspace):
    profile = profiles.add(session, workspace.id, "Good enough", "another", {})
    wrong = {"threshold": 2, "population_from": 9, "population_to": 8, "profile": profile}
    with pytest.raises(Problems) as refused:
        groups.add(session, workspace.id, NAME, **{**FACTS, **wrong})
    assert len(refused.value.problems) == 3
    assert groups.of_workspace(session, workspace.id) == []


def test_a_group_is_held_against_a_profile_until_that_is_deleted(session, workspace):
    profile = profiles.add(session, workspace.id, "Good enough", NAME, {"direction": 3.0})
    made = groups.add(session, workspace.id, NAME, **{**FACTS, "profile": profile})
    assert groups.target_of(made) == {"direction": 3.0}
    profiles.change(session, profile, "Better", {"direction": 3.5})
    assert groups.target_of(made) == {"direction": 3.5}
    assert [one.id for one in profiles.used_by(session, profile)] == [made.id]
    profiles.delete(session, profile)
    session.expire_all()
    assert groups.target_of(made) is None
    assert profiles.of_workspace(session, workspace.id) == []


def test_nothing_of_another_workspace_is_found(session, workspace, owner):
    from maturity.store import workspaces

    other = workspaces.create(session, owner, "Another")
    group = groups.add(session, workspace.id, NAME, **FACTS)
    profile = profiles.add(session, workspace.id, "Good enough", NAME, {})
    assert groups.find(session, other.id, group.id) is None
    assert profiles.find(session, other.id, profile.id) is None
    assert groups.of_workspace(session, other.id) == []
    assert profiles.of_workspace(session, other.id) == []


def test_who_fits_is_counted_and_who_has_a_result(session, workspace, make_place):
    make_place(1)
    make_place(2, tags=["coast"])
    make_place(3, tags=["coast"], result=False)
    make_place(4, tags=["coast"], consent="not-included")
    found = peers.Counting(session, workspace.id).of(NAME, Choice(tags=("coast",)), 5)
    assert (found.every, found.fit, found.comparable, found.excluded) == (4, 3, 1, 1)
    assert found.withheld == "few"
    assert peers.Counting(session, workspace.id).of("unheard-of", Choice(), 5).comparable == 0


def test_what_its_benchmark_would_withhold_is_known_before(session, workspace, make_place):
    for number in range(7):
        make_place(number, tags=["coast"] if number else [])
    counting = peers.Counting(session, workspace.id)
    assert counting.of(NAME, Choice(), 5).withheld is None
    assert counting.of(NAME, Choice(tags=("coast",)), 5).withheld == "rest"
    assert counting.of(NAME, Choice(), 7).withheld == "few"


def test_two_groups_that_differ_by_few_are_told(session, workspace, make_place):
    for number in range(5):
        make_place(number, tags=["coast"])
    make_place(6)
    make_place(7, consent="named")
    all_ = groups.add(session, workspace.id, NAME, **{**FACTS, "name": "All", "tags": [], "threshold": 3})
    coast = Choice(tags=("coast",))
    found = peers.Counting(session, workspace.id).of(NAME, coast, 3)
    assert [(one.name, one.between) for one in found.near] == [("All", 1)]
    assert peers.Counting(session, workspace.id).of(NAME, coast, 3, all_.id).near == ()
    assert peers.Counting(session, workspace.id).of(NAME, groups.choice_of(all_), 3).near == ()

"""The benchmark of a saved group, from what is stored."""

from __future__ import annotations

import pytest
from tests.comparison.benchmark import towns
from tests.store.conftest import database, empty, owner, session, workspace

from maturity.problems import Problems
from maturity.report.benchmark.stored import asked_of, bundle_from, bundle_of
from maturity.store import assessments, entries, groups, organisations, profiles, questionnaires, results

__all__ = ["database", "empty", "owner", "session", "workspace"]
ID = "innovation-capacity-short"


@pytest.fixture
def places(session, workspace):
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, ID)
    found = []
    for result in towns.stream(questionnaires.load(version), 8):
        place = organisations.create(session, workspace.id, result.organisation, "SE")
        round_ = assessments.create(session, workspace.id, place, version, state="closed")
        results.freeze(session, round_, result)
        found.append(place)
    return found


@pytest.fixture
def group(session, workspace, places):
    profile = profiles.add(session, workspace.id, "Good enough", ID, {"user-involvement": 3.5})
    return groups.add(
        session, workspace.id, ID, name="Everybody", countries=["SE"], population_from=None,
        population_to=None, codes=[], tags=[], threshold=5, profile=profile,
    )  # fmt: skip


def test_it_is_what_the_group_asks_for(session, workspace, group):
    workspace.colour = "#005ea8"
    bundle = bundle_of(session, workspace, group, "sv")
    assert (bundle.benchmark.organisations, bundle.benchmark.threshold) == (8, 5)
    assert bundle.benchmark.choice.countries == ("SE",)
    assert bundle.benchmark.standing("user-involvement").target == 3.5
    assert (bundle.report.language, bundle.report.front.organisation) == ("sv", "Everybody")
    assert bundle.theme.ours == "#005ea8"


def test_a_client_is_known_by_its_row_and_not_by_its_name(session, workspace, group, places):
    twin = organisations.create(session, workspace.id, places[0].name, "DK", "0101")
    bundle = bundle_of(session, workspace, group, "en", places[0])
    assert bundle.benchmark.client.name == places[0].name
    with pytest.raises(Problems, match="There is no result of"):
        bundle_of(session, workspace, group, "en", twin)


def test_who_is_not_included_gets_no_comparison(session, workspace, group, places):
    places[2].consent = "not-included"
    with pytest.raises(Problems, match="by its own decision"):
        bundle_of(session, workspace, group, "en", places[2])
    assert bundle_of(session, workspace, group, "en").benchmark.organisations == 7


def test_results_that_were_read_before_give_the_same(session, workspace, group, places):
    compared = entries.table_of(session, workspace.id, ID, "en")
    asked = asked_of(session, group)
    assert (
        bundle_from(compared, asked, "en").benchmark == bundle_of(session, workspace, group, "en").benchmark
    )
    told = bundle_from(entries.retold(session, compared, "nb"), asked, "nb", places[1])
    assert told.report.language == "nb"

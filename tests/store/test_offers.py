"""What can be ordered of a group: for whom, in which language, with or without numbers, and who gets nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.jobs.towns import furnish, make_group

from maturity.problems import Problems
from maturity.store import assessments, organisations, questionnaires, results
from maturity.store.offers import NO_RESULT, offers_of

TOWNS = 8


@pytest.fixture
def group(session, workspace):
    questionnaires.ensure_bundled(session)
    furnish(session, workspace, TOWNS)
    return make_group(session, workspace)


@pytest.fixture
def towns(session, workspace, group):
    return organisations.of_workspace(session, workspace.id)


def test_everybody_with_a_result_is_offered_a_report_in_its_language(session, workspace, group, towns):
    found = offers_of(session, workspace, group)
    assert [one.organisation for one in found.clients] == list(towns)
    assert [one.language for one in found.clients[:3]] == ["sv", "da", "nb"]
    assert {(one.peers, one.withheld, one.belongs) for one in found.clients} == {(TOWNS - 1, None, True)}
    assert (found.group.organisations, found.group.withheld) == (TOWNS, None)


def test_who_does_not_belong_can_still_be_compared_with_those_who_do(session, workspace, group, towns):
    group.countries, group.threshold = ["SE", "DK"], 3
    found = offers_of(session, workspace, group)
    outside = [one for one in found.clients if not one.belongs]
    assert {one.organisation.country for one in outside} == {"NO"}
    assert {one.peers for one in outside} == {6}


def test_too_few_peers_are_told(session, workspace, group, towns):
    for town in towns[:3]:
        organisations.decide(session, town, "not-included", "itself")
    found = offers_of(session, workspace, group)
    assert {one.withheld for one in found.clients} == {"few"}
    assert found.group.withheld == "few"


def test_who_gets_none_is_told_with_the_reason(session, workspace, group, towns):
    organisations.decide(session, towns[0], "not-included", "itself")
    new = organisations.create(session, workspace.id, "Alby")
    refused = {one.organisation: one.why for one in offers_of(session, workspace, group).refused}
    assert set(refused) == {new, towns[0]}
    assert refused[new] == NO_RESULT
    assert "its own decision" in refused[towns[0]]


@pytest.mark.parametrize("why", ["withheld", "not-included"])
def test_what_keeps_a_municipality_out_is_not_told_of_its_namesake(session, workspace, group, towns, why):
    kept_out, namesake = (organisations.create(session, workspace.id, "Våler", "NO", c) for c in "12")
    round_ = assessments.of_workspace(session, workspace.id)[0]
    result = replace(results.shown(session, round_), withheld=why == "withheld", answers_hash="d" * 64)
    version = round_.questionnaire_version
    row = assessments.create(session, workspace.id, kept_out, version, state="closed", origin="result")
    results.freeze(session, row, result)
    if why == "not-included":
        organisations.decide(session, kept_out, why, "itself")
    refused = {one.organisation: one.why for one in offers_of(session, workspace, group).refused}
    assert set(refused) == {kept_out, namesake}
    assert refused[kept_out] != NO_RESULT
    assert refused[namesake] == NO_RESULT


def test_without_any_result_there_is_nothing_to_offer(session, workspace):
    questionnaires.ensure_bundled(session)
    with pytest.raises(Problems, match="no result"):
        offers_of(session, workspace, make_group(session, workspace))

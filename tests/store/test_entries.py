"""What there is to compare in a workspace."""

from __future__ import annotations

import datetime
from dataclasses import replace

import numpy as np
import pytest
from sqlalchemy import delete, update
from tests.comparison.benchmark import towns
from tests.newer import BROKEN, publish_newer

from maturity.comparison.benchmark import benchmark, tabulate
from maturity.language import SUPPORTED
from maturity.problems import Problems
from maturity.store import assessments, digests, entries, organisations, questionnaires, results, workspaces
from maturity.store.clock import now
from maturity.store.tables import ResultDigest

ID = "innovation-capacity-short"


@pytest.fixture
def version(session):
    questionnaires.ensure_bundled(session)
    return questionnaires.bundled(session, ID)


@pytest.fixture
def keep(session, workspace, version):
    """Keep a result as a closed round of an organisation that is made for it."""

    def keep(result, *, place=None, state="closed", version=version, **facts):
        place = place or organisations.create(
            session, workspace.id, result.organisation, result.country, result.code, result.population
        )
        for name, value in facts.items():
            setattr(place, name, value)
        found = assessments.create(session, workspace.id, place, version, state=state)
        results.freeze(session, found, result)
        return found

    return keep


def made(version, count, first=0):
    return list(towns.stream(questionnaires.load(version), first + count))[first:]


def table(session, workspace):
    return entries.table_of(session, workspace.id, ID, "sv")


def test_stored_results_give_the_table_of_the_results_themselves(session, workspace, version, keep):
    found = made(version, 4)
    for one in found:
        keep(one)
    expected = tabulate(questionnaires.load(version), found)
    told = table(session, workspace)
    assert told.table.members == expected.members
    np.testing.assert_array_equal(told.table.values, expected.values)
    assert told.questionnaire.language == "sv"
    assert list(told.organisations.values()) == ["Town 00000", "Town 00001", "Town 00002", "Town 00003"]


def test_the_organisation_as_it_is_today_is_compared(session, workspace, version, keep):
    keep(
        made(version, 1)[0],
        name="Newtown",
        code="7",
        country="DK",
        population=9,
        consent="named",
        tags=["coast"],
    )
    (member,) = table(session, workspace).table.members
    assert (member.organisation, member.country, member.code, member.population) == ("Newtown", "DK", "7", 9)
    assert (member.consent, member.tags) == ("named", ("coast",))


def test_who_withdraws_is_left_out_from_then_on_with_every_round(session, workspace, version, keep):
    first, other = made(version, 2)
    place = keep(first).organisation
    keep(replace(first, date="2025-01-01", answers_hash="a" * 64), place=place)
    keep(other)
    assert len(table(session, workspace).table.members) == 2
    place.consent = "not-included"
    told = table(session, workspace)
    assert [one.organisation for one in told.table.members] == [other.organisation]
    assert {one.reason for one in told.table.left_out} == {"not-included"}
    assert place.id not in told.organisations


def test_the_latest_round_counts_and_the_newest_result_of_a_round(session, workspace, version, keep):
    (one,) = made(version, 1)
    round_ = keep(replace(one, date="2024-05-01"))
    again = results.freeze(session, round_, replace(one, date="2026-05-01", answers_hash="b" * 64))
    again.created_at = now() + datetime.timedelta(seconds=1)
    keep(replace(one, date="2025-05-01", answers_hash="c" * 64), place=round_.organisation)
    told = table(session, workspace).table
    assert [member.date for member in told.members] == ["2026-05-01"]
    assert [(one.date, one.reason) for one in told.left_out] == [("2025-05-01", "earlier")]


@pytest.mark.parametrize("state", ["draft", "open", "meeting"])
def test_only_closed_rounds_are_compared(session, workspace, version, keep, state):
    keep(made(version, 1)[0], state=state)
    with pytest.raises(Problems, match="no result of a closed round"):
        table(session, workspace)


def test_a_result_that_was_kept_before_there_were_digests_is_read(session, workspace, version, keep):
    (one,) = made(version, 1)
    keep(one)
    session.execute(delete(ResultDigest))
    assert table(session, workspace).table.members[0].key == one.answers_hash
    assert digests.complete(session) == 1
    assert digests.complete(session) == 0
    assert table(session, workspace).table.members[0].key == one.answers_hash


def test_a_digest_of_another_format_is_made_again(session, workspace, version, keep):
    (one,) = made(version, 1)
    keep(one)
    session.execute(update(ResultDigest).values(digest='{"format":0}'))
    assert table(session, workspace).table.members[0].key == one.answers_hash


def test_an_earlier_round_counts_where_the_latest_cannot(session, workspace, version, keep):
    (one,) = made(version, 1)
    place = keep(replace(one, date="2024-05-01")).organisation
    keep(replace(one, date="2025-05-01", withheld=True, answers_hash="d" * 64), place=place)
    keep(replace(one, date="2023-05-01", answers_hash="e" * 64), place=place)
    told = table(session, workspace).table
    assert [member.date for member in told.members] == ["2024-05-01"]
    assert {(one.date, one.reason) for one in told.left_out} == {
        ("2025-05-01", "withheld"),
        ("2023-05-01", "earlier"),
    }


def test_versions_are_mixed_only_where_they_mean_the_same(session, workspace, version, keep):
    files = questionnaires.files_of(version)
    text = files["questionnaire.yaml"].decode()
    item = questionnaires.load(version).scored_items[0]
    changed = text.replace(f'version: "{version.version}"', 'version: "9.0.0"').replace(
        f"version: {version.version}", "version: 9.0.0"
    )
    changed = changed.replace(f"id: {item.id}\n", "id: something-else\n", 1)
    newer = questionnaires.add(
        session, workspace.id, {"questionnaire.yaml": changed.encode()}, published=True
    )
    keep(made(version, 1)[0])
    keep(made(newer, 2)[1], version=newer)
    told = table(session, workspace)
    assert told.questionnaire.version == "9.0.0"
    assert {member.version for member in told.table.members} == {"9.0.0", version.version}
    assert {one.id for one in told.table.incomparable if one.kind == "item"} == {"something-else"}
    assert [member.marks for member in told.table.members if member.version != "9.0.0"] == [("version",)]


@pytest.mark.usefixtures("version")
def test_what_is_comparable_is_the_same_in_every_language(session, workspace, keep):
    whole = questionnaires.bundled(session, "innovation-capacity")
    newer = publish_newer(session, workspace.id)  # its translations have not followed the texts
    keep(made(whole, 1)[0], version=whole)
    keep(made(newer, 2)[1], version=newer)
    told = [entries.table_of(session, workspace.id, whole.questionnaire, tag) for tag in SUPPORTED]
    assert BROKEN in {one.id for one in told[0].table.incomparable}
    assert all(one.table.incomparable == told[0].table.incomparable for one in told)
    assert [one.questionnaire.language for one in told] == list(SUPPORTED)


def test_a_role_that_nobody_spoke_for_and_an_old_result_are_marked(session, workspace, version, keep):
    new, old = made(version, 2)
    keep(new)
    keep(replace(old, date="2020-01-01", roles=(replace(old.roles[0], n=0), *old.roles[1:])))
    told = table(session, workspace)
    found = benchmark(told.questionnaire, told.table, working_copy=True, threshold=3, draws=0)
    assert found.withheld == "few"
    marks = {member.organisation: member.marks for member in told.table.members}
    assert "role-missing" in marks[old.organisation]
    assert "role-missing" not in marks[new.organisation]


def test_nothing_of_another_workspace_is_compared(session, workspace, owner, version, keep):
    keep(made(version, 1)[0])
    other = workspaces.create(session, owner, "Elsewhere")
    with pytest.raises(Problems):
        table(session, other)


def test_the_same_results_can_be_told_in_another_language(session, workspace, version, keep):
    keep(made(version, 1)[0])
    told = table(session, workspace)
    again = entries.retold(session, told, "da")
    assert again.questionnaire.language == "da"
    assert again.table is told.table


def test_it_is_told_what_can_be_compared(session, workspace, version, keep):
    first, second = made(version, 2)
    keep(first, place=keep(second).organisation)
    (told,) = entries.comparable(session, workspace.id, "sv")
    assert (told.questionnaire, told.organisations) == (ID, 1)
    assert told.title == questionnaires.load(version, "sv").title


def test_the_same_results_are_read_again_whatever_has_come_since(session, workspace, version, keep):
    first, second = made(version, 2)
    round_ = keep(first)
    told = table(session, workspace)
    keep(second)
    keep(replace(first, date="2027-01-01", answers_hash="f" * 64), place=round_.organisation)
    again = entries.table_of(session, workspace.id, ID, "sv", told.results)
    assert again.table.members == told.table.members
    assert again.table.left_out == told.table.left_out

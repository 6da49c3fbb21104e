from dataclasses import replace

import numpy as np
import pytest

from maturity.comparison.benchmark import Entry, tabulate
from maturity.problems import Problems


def reasons(table):
    return [(one.organisation, one.reason) for one in table.left_out]


def with_result(entry, **changes):
    return replace(entry, result=replace(entry.result, **changes))


def test_scores_and_errors_stand_in_the_order_of_the_questionnaire(tiny, town):
    table = tabulate(tiny, [town("Uppby", [1, 2, 3, 4, 5, 1, 2, 3, 4])])
    assert table.items[0].tolist() == [1, 2, 3, 4, 5, 1, 2, 3, 4]
    assert table.nodes[0] == pytest.approx([2, 10 / 3, 3])
    assert table.item_errors[0] == pytest.approx([0.25] * 9)
    assert table.node_errors[0] == pytest.approx([0.15] * 3)


def test_neither_the_order_of_files_nor_a_file_given_twice_changes_anything(tiny, make):
    entries = make(7)
    once, again = tabulate(tiny, entries), tabulate(tiny, [*entries[::-1], entries[3]])
    assert once.members == again.members
    np.testing.assert_array_equal(once.items, again.items)


def test_the_latest_round_of_each_organisation_counts(tiny, town):
    early, late = town("Uppby", 2, date="2024-05-01", answers_hash="a"), town("uppby ", 3, date="2026-05-01")
    table = tabulate(tiny, [late, early])
    assert [member.date for member in table.members] == ["2026-05-01"]
    assert reasons(table) == [("Uppby", "earlier")]


def test_the_official_code_says_who_is_the_same(tiny, town):
    one, other = town("Uppby", 2, code="0101"), town("Uppby kommun", 3, code="0101")
    assert len(tabulate(tiny, [one, other]).members) == 1
    assert len(tabulate(tiny, [one, with_result(other, country="DK")]).members) == 2


def test_who_is_not_included_enters_nothing(tiny, town):
    table = tabulate(tiny, [town("Uppby", 2, "not-included"), town("Nedby", 3)])
    assert [member.organisation for member in table.members] == ["Nedby"]
    assert reasons(table) == [("Uppby", "not-included")]


def test_who_is_not_included_any_more_is_not_included_with_an_earlier_round_either(tiny, town):
    early = town("Uppby", 2, "named", date="2024-05-01", answers_hash="a")
    late = town("Uppby", 3, "not-included", date="2025-05-01", answers_hash="b")
    latest = town("Uppby", 4, "named", date="2026-05-01", answers_hash="c")
    assert tabulate(tiny, [early, late]).members == tabulate(tiny, [late, early]).members == ()
    table = tabulate(tiny, [early, late, latest])
    assert [one.key for one in table.members] == ["c"]
    assert reasons(table) == [("Uppby", "not-included")], "the earlier one has gone without a trace"


def test_of_the_same_answers_the_more_cautious_consent_counts(tiny, town):
    named, anonymous = town("Uppby", 3, "named"), town("Uppby", 3, "anonymous")
    for files in ([named, anonymous], [anonymous, named]):
        assert [member.consent for member in tabulate(tiny, files).members] == ["anonymous"]
    assert tabulate(tiny, [named, town("Uppby", 3, "not-included")]).members == ()


def test_a_withheld_result_and_an_unknown_questionnaire_are_left_out(tiny, town):
    other = with_result(town("Nedby", 3), questionnaire_hash="x" * 64, version="9.0.0")
    table = tabulate(tiny, [with_result(town("Uppby", 2), withheld=True), other])
    assert table.members == ()
    assert reasons(table) == [("Nedby", "unknown"), ("Uppby", "withheld")]
    assert table.items.shape == (0, 9)


def test_two_of_the_same_name_are_left_out_each_for_itself(tiny, town):
    both = [with_result(town("Uppby", 2, code=code), withheld=True) for code in ("0202", "0101")]
    found = tabulate(tiny, [*both, both[0]]).left_out
    assert [(one.organisation, one.identity[1], one.reason) for one in found] == [
        ("Uppby", "0101", "withheld"),
        ("Uppby", "0202", "withheld"),
    ]


def test_a_score_off_the_scale_is_a_problem(tiny, town):
    with pytest.raises(Problems) as found:
        tabulate(tiny, [town("Uppby", 3), town("Nedby", 62.5)])
    (problem,) = found.value.problems
    assert problem.values["organisation"] == "Nedby"


def test_a_bare_result_is_anonymous(tiny, town):
    entry = town("Uppby", 3, "named")
    assert tabulate(tiny, [entry.result]).members[0].consent == "anonymous"
    assert tabulate(tiny, [entry]).members[0].consent == "named"


def test_a_score_without_error_takes_it_from_its_interval(tiny, town):
    entry = town("Uppby", 3)
    items = list(entry.result.items)
    items[0] = replace(items[0], estimate=replace(items[0].estimate, error=None))
    items[1] = replace(items[1], estimate=replace(items[1].estimate, error=None, interval=None))
    items[2] = replace(items[2], estimate=None)
    table = tabulate(tiny, [with_result(entry, items=tuple(items))])
    assert table.item_errors[0, 0] == pytest.approx(1 / (2 * 1.96), abs=1e-3)
    assert np.isnan(table.item_errors[0, 1:3]).all()
    assert np.isnan(table.items[0, 2])


def test_few_respondents_and_a_silent_role_are_marked(tiny, town):
    entry = town("Uppby", 3)
    silent = tuple(replace(role, n=0) if role.role == "staff" else role for role in entry.result.roles)
    table = tabulate(tiny, [with_result(entry, respondents=8, roles=silent)])
    assert table.members[0].marks == ("few", "role-missing")


class TestAnotherVersion:
    @pytest.fixture
    def newer(self, change, tiny):
        """Version 2: red-1 has other answers, green-3 another question, blue weighs its items otherwise."""
        content = tiny.model_dump(by_alias=True, exclude_defaults=True, mode="json")
        red, green, blue = (dimension["items"] for dimension in content["dimensions"])
        red[0]["anchors"]["1"] = "Something else"
        green[2]["text"] = "Asked in other words?"
        blue[0]["weight"] = 3
        return change(version="2.0.0", dimensions=content["dimensions"], fingerprint="n" * 64)

    def test_only_what_means_the_same_is_read(self, newer, tiny, town):
        table = tabulate(newer, [town("Uppby", 3)], [tiny])
        assert np.isnan(table.items[0]).tolist() == [True, *[False] * 8]
        assert np.isnan(table.nodes[0]).tolist() == [True, False, True]
        assert np.isnan(table.overall[0])
        assert table.members[0].marks == ("version",)

    def test_what_is_left_out_is_told_with_its_reason(self, newer, tiny, town):
        table = tabulate(newer, [town("Uppby", 3)], [tiny])
        told = {
            (one.version, one.id): [reason.message for reason in one.reasons] for one in table.incomparable
        }
        assert told["1.0.0", "red-1"] == ["The text of an anchor changed"]
        assert set(told) == {("1.0.0", id_) for id_ in ("overall", "red", "blue", "red-1")}

    def test_a_version_that_nobody_uses_is_not_told(self, newer, tiny, town):
        current = with_result(town("Uppby", 3), questionnaire_hash=newer.fingerprint, version="2.0.0")
        assert tabulate(newer, [current], [tiny]).incomparable == ()

    def test_an_item_that_was_renamed_is_found(self, change, tiny, town):
        content = tiny.model_dump(by_alias=True, exclude_defaults=True, mode="json")
        content["dimensions"][0]["items"][0] |= {"id": "crimson", "replaces": "red-1"}
        newer = change(version="2.0.0", dimensions=content["dimensions"], fingerprint="n" * 64)
        table = tabulate(newer, [town("Uppby", [4, *[2] * 8])], [tiny])
        assert table.items[0, 0] == 4

    def test_the_same_number_with_another_content_is_marked(self, tiny, town):
        edited = with_result(town("Uppby", 3), questionnaire_hash="e" * 64)
        assert tabulate(tiny, [edited]).members[0].marks == ("edition",)

    def test_nothing_is_read_on_another_scale(self, change, tiny, town):
        levels = [{"id": f"level-{at}", "at": at * 20, "name": f"Level {at}"} for at in range(1, 6)]
        hundred = change(scale={"from": 0, "to": 100}, levels=levels, fingerprint="h" * 64, version="3.0.0")
        assert reasons(tabulate(hundred, [town("Uppby", 3)], [tiny])) == [("Uppby", "not-comparable")]


def test_a_result_without_any_score_is_not_said_to_mean_something_else(tiny, town):
    """As when all that was answered is “not applicable”."""
    result = town("Uppby", 3).result
    items, dimensions = (
        tuple(replace(one, estimate=None) for one in parts) for parts in (result.items, result.dimensions)
    )
    silent = replace(result, items=items, dimensions=dimensions, overall=None)
    assert reasons(tabulate(tiny, [silent])) == [("Uppby", "no-score")]


def test_a_bare_list_of_entries_may_be_a_generator(tiny, make):
    entries = make(3)
    assert len(tabulate(tiny, (Entry(entry.result) for entry in entries)).members) == 3

import dataclasses
import json
import random
from dataclasses import replace
from itertools import pairwise

import pytest

from maturity.comparison.benchmark import Choice, benchmark, tabulate
from maturity.problems import Problems


def test_the_order_of_results_changes_nothing(tiny, make):
    entries = make(12)
    shuffled = random.Random(1).sample(entries, 12)
    assert benchmark(tiny, entries) == benchmark(tiny, shuffled)
    assert benchmark(tiny, entries, client="Town 00004") == benchmark(tiny, shuffled, client="Town 00004")


def test_a_table_gives_the_same_as_the_results_it_was_made_from(tiny, make):
    entries = make(12)
    assert benchmark(tiny, tabulate(tiny, entries)) == benchmark(tiny, entries)


def test_a_benchmark_is_plain_data(tiny, make):
    found = benchmark(tiny, make(12), client="Town 00004", peers=Choice(countries=("SE", "DK", "NO")))
    assert json.loads(json.dumps(dataclasses.asdict(found)))["client"]["name"] == "Town 00004"


def test_the_client_stands_in_every_part_that_it_has_a_score_for(tiny, make, town):
    found = benchmark(tiny, [*make(12), town("Uppby", 4.9)], client="Uppby")
    red = found.standing("red")
    assert red.client == pytest.approx(4.9)
    assert red.percentile.low >= 0.9
    assert red.rank.low == 1
    assert red.rank.of == 13
    assert found.overall.percentile.share >= 0.9
    assert {one.id for one in found.strengths} == {
        f"{id_}-{at}" for id_ in ("red", "green", "blue") for at in (1, 2, 3)
    }
    assert found.lessons == ()


def test_a_client_below_its_peers_learns_from_named_ones_only_if_it_is_named_itself(tiny, make, town):
    peers = make(12, consent="named")
    named = benchmark(tiny, [*peers, town("Uppby", 1.2, "named")], client="Uppby")
    silent = benchmark(tiny, [*peers, town("Uppby", 1.2)], client="Uppby")
    assert any(lesson.named for lesson in named.lessons)
    assert not any(lesson.named for lesson in silent.lessons)
    assert [one.id for one in named.lessons] == [one.id for one in silent.lessons]


def test_rows_of_a_named_group_stand_by_their_overall_number(tiny, make):
    found = benchmark(tiny, make(12, consent="named"))
    overall = [row.overall for row in found.rows]
    assert found.ranked == 12
    assert all(a >= b - 0.1 for a, b in pairwise(overall))
    assert [row.tier for row in found.rows] == sorted(row.tier for row in found.rows)
    assert found.rows[0].rank.low == 1


def test_who_has_no_score_in_a_dimension_is_not_ranked_and_not_counted_among_the_ranked(tiny, make):
    entries = make(12, consent="named")
    for at in (3, 7):
        result = entries[at].result
        red = replace(result.dimensions[0], estimate=None)
        entries[at] = replace(
            entries[at], result=replace(result, dimensions=(red, *result.dimensions[1:]), overall=None)
        )
    found = benchmark(tiny, entries)
    assert len(found.rows) == 12
    assert {row.rank.of for row in found.rows if row.rank} == {found.ranked} == {10}
    assert benchmark(tiny, entries, draws=0).ranked == 0


def test_weights_and_correlations_need_twice_the_threshold(tiny, make):
    assert benchmark(tiny, make(9)).influence == ()
    found = benchmark(tiny, make(10))
    assert [one.id for one in found.influence] == ["red", "green", "blue"]
    assert sum(one.covariance for one in found.influence) == pytest.approx(1, abs=0.02)
    assert len(found.together) == 3


def test_without_draws_there_are_no_ranks_and_no_percentiles(tiny, make):
    named = make(12, consent="named")
    assert {row.rank for row in benchmark(tiny, named, draws=0).rows} == {None}
    found = benchmark(tiny, named, client="Town 00004", draws=0)
    assert found.standing("red").percentile is None
    assert found.standing("red").client is not None


def test_a_target_stands_beside_the_top_dimensions_or_where_it_is_set(tiny, make):
    assert [one.target for one in benchmark(tiny, make(12), target=3).dimensions] == [3, 3, 3]
    found = benchmark(tiny, make(12), target={"red": 4, "blue-1": 2})
    assert found.standing("red").target == 4
    assert found.standing("blue-1").target == 2
    assert found.standing("green").target is None


def test_what_was_left_out_is_counted_but_not_who_is_not_included(tiny, make, town):
    withheld = replace(town("Nedby", 3), result=replace(town("Nedby", 3).result, withheld=True))
    found = benchmark(tiny, [*make(12), town("Uppby", 3, "not-included"), withheld])
    assert found.left_out == (("withheld", 1),)
    assert found.organisations == 12


def test_an_item_that_only_a_few_have_has_no_statistics(tiny, make):
    entries = make(12)
    for at in range(8):
        items = (replace(entries[at].result.items[0], estimate=None), *entries[at].result.items[1:])
        entries[at] = replace(entries[at], result=replace(entries[at].result, items=items))
    found = benchmark(tiny, entries, client="Town 00011").standing("red-1")
    assert (found.n, found.median, found.percentile) == (3, None, None)
    assert found.client is not None


def test_a_threshold_below_three_is_refused(tiny, make):
    with pytest.raises(Problems):
        benchmark(tiny, make(12), threshold=2)


def test_the_group_is_named_by_what_went_in_and_not_by_what_it_is_called(tiny, make):
    entries = make(12)
    found = benchmark(tiny, entries)
    assert found.group_hash == benchmark(tiny, entries, client="Town 00004").group_hash
    assert found.group_hash != benchmark(tiny, entries[:-1]).group_hash

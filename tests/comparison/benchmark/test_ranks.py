import random
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from maturity.comparison.benchmark import benchmark
from maturity.comparison.benchmark.model import Percentile
from maturity.comparison.benchmark.ranks import (
    percentile,
    rank_matrix,
    rank_of,
    rank_ranges,
    shares_below,
    tiers,
)

LEVELS = st.integers(1, 5).map(float)


@given(arrays(float, (4, 7), elements=LEVELS))
def test_ranks_are_those_of_scipy(draws):
    np.testing.assert_allclose(rank_matrix(draws), stats.rankdata(-draws, axis=1))


def test_who_has_no_score_has_no_rank_and_moves_nobody():
    draws = np.array([[3.0, np.nan, 1.0], [3.0, np.nan, 4.0]])
    assert np.isnan(rank_matrix(draws)[:, 1]).all()
    assert [one and (one.low, one.high, one.of) for one in rank_ranges(draws)] == [(1, 2, 2), None, (1, 2, 2)]


@given(arrays(float, (3, 2), elements=LEVELS), arrays(float, (3, 6, 2), elements=LEVELS))
def test_shares_below_are_those_counted_one_by_one(client, peers):
    found = shares_below(client, peers)
    for draw in range(3):
        for column in range(2):
            own, their = client[draw, column], peers[draw, :, column]
            expected = statistics.fmean((x < own) + 0.5 * (x == own) for x in their)
            assert found[draw, column] == pytest.approx(expected)


@given(st.floats(0, 1), st.integers(5, 160), st.floats(0, 1))
def test_a_percentile_stays_within_a_step_and_one_peer_of_the_truth(point, n, blur):
    found = percentile(point, np.full(20, point), n, blur)
    steps = 20 if n >= 100 else 10
    assert abs(found.share - point) <= 0.5 / steps + 1 / (n + 1) + 1e-9
    assert found.low <= found.share <= found.high
    assert found.share * steps == pytest.approx(round(found.share * steps))


def test_a_range_of_percentiles_is_a_range_of_ranks():
    found = rank_of(Percentile(0.5, 0.3, 0.7), 10)
    assert (found.low, found.high, found.of) == (4, 8, 11)
    lowest = rank_of(Percentile(0, 0, 0), 10)
    assert (lowest.low, lowest.high) == (11, 11)


def test_a_tier_ends_where_one_can_be_told_apart_from_its_leader():
    dice = np.random.default_rng(1)
    draws = np.array([4.0, 3.9, 2.5, 2.45]) + dice.normal(0, 0.2, (500, 4))
    assert tiers(draws, [0, 1, 2, 3]) == {0: 1, 1: 1, 2: 2, 3: 2}


def test_ranges_of_ranks_are_those_of_a_slow_plain_simulation(tiny, make):
    """Python's own generator, one draw and one municipality at a time: no array, no code in common."""
    entries = make(9, consent="named")
    rows = {row.name: row for row in benchmark(tiny, entries, draws=4000).rows}
    expected = simulate(entries, 4000)
    for name, (low, high) in expected.items():
        assert abs(rows[name].rank.low - low) <= 1
        assert abs(rows[name].rank.high - high) <= 1
        assert rows[name].rank.of == 9


def simulate(entries, draws):
    dice = random.Random(7)
    towns = {
        entry.result.organisation: [
            (one.estimate.mean, one.estimate.error) for one in entry.result.dimensions
        ]
        for entry in entries
    }
    ranks = {name: [] for name in towns}
    for _ in range(draws):
        weights = [dice.uniform(0.75, 1.25) for _ in range(3)]
        mean = dice.choice(["geometric", "arithmetic", "harmonic"])
        scores = {
            name: whole([within(dice, *one) for one in own], weights, mean) for name, own in towns.items()
        }
        for name, score in scores.items():
            ranks[name].append(1 + sum(other > score for other in scores.values()))
    return {
        name: (sorted(found)[int(0.05 * draws)], sorted(found)[int(0.95 * draws)])
        for name, found in ranks.items()
    }


def within(dice, mean, error):
    while True:
        value = dice.gauss(mean, error)
        if 1 <= value <= 5:
            return value


def whole(values, weights, mean):
    total = sum(weights)
    pairs = [(v, w / total) for v, w in zip(values, weights, strict=True)]
    if mean == "arithmetic":
        return sum(v * w for v, w in pairs)
    if mean == "harmonic":
        return 1 / sum(w / v for v, w in pairs)
    product = 1.0
    for v, w in pairs:
        product *= v**w
    return product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from maturity.comparison.benchmark.influence import average_ranks, correlation, influence, published, together

IDS = ("a", "b", "c", "d", "e")
EQUAL = np.full(5, 0.2)


def scores(seed=1, rows=30):
    return np.random.default_rng(seed).uniform(1, 5, (rows, 5))


def test_effective_weights_are_those_of_the_method(vector):
    given_, expected = vector("V07_effective_weights")
    found = list(influence(IDS, np.array(given_["matrix_6_units_by_5_dims"]), EQUAL, "arithmetic"))
    assert [one.main for one in found] == pytest.approx(
        expected["squared_correlation_with_composite"], abs=1e-6
    )
    assert [one.covariance for one in found] == pytest.approx(
        expected["covariance_share_sums_to_1"], abs=1e-6
    )


@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric"])
def test_effective_weights_are_those_of_pandas(aggregation):
    values, weights = scores(), np.array([3.0, 1, 1, 2, 1])
    frame, share = pd.DataFrame(values), weights / weights.sum()
    mean = frame @ share
    overall = mean if aggregation == "arithmetic" else np.exp(np.log(frame) @ share)
    found = list(influence(IDS, values, weights, aggregation))
    assert [one.nominal for one in found] == pytest.approx(share)
    assert [one.main for one in found] == pytest.approx(frame.corrwith(overall) ** 2)
    shares = [share[i] * frame[i].cov(mean) / mean.var() for i in range(5)]
    assert [one.covariance for one in found] == pytest.approx(shares)


@given(arrays(float, (12, 3), elements=st.floats(1, 5).map(lambda x: round(x, 2))))
def test_covariance_shares_add_up_to_one(values):
    found = list(influence(IDS[:3], values, np.array([1.0, 2, 1]), "arithmetic"))
    assert not found or sum(one.covariance for one in found) == pytest.approx(1)


def test_where_nobody_differs_nothing_drives_differences():
    assert list(influence(IDS, np.full((12, 5), 3.0), EQUAL, "geometric")) == []


def test_what_is_published_has_two_decimals():
    found = published(influence(IDS, scores(), EQUAL, "geometric"))
    assert all(round(one.main, 2) == one.main and round(one.covariance, 2) == one.covariance for one in found)


def test_rank_correlations_are_those_of_scipy():
    values = np.round(scores(), 1)
    found = {(one.first, one.second): one.rho for one in together(IDS, values)}
    expected = stats.spearmanr(values).statistic
    assert len(found) == 10
    assert found["b", "d"] == pytest.approx(expected[1, 3])


@given(arrays(float, (9, 2), elements=st.integers(1, 5).map(float)))
def test_ranks_are_those_of_scipy(values):
    np.testing.assert_allclose(average_ranks(values), stats.rankdata(values, axis=0))


def test_what_does_not_vary_goes_together_with_nothing():
    assert correlation(np.full(5, 2.0), np.arange(5.0)) == 0

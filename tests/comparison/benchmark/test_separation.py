import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.comparison.benchmark.protect import make_shield
from maturity.comparison.benchmark.separation import cliffs_delta, highest_third, separations

LEVELS = st.lists(st.integers(1, 5).map(float), min_size=1, max_size=12)


@given(LEVELS, LEVELS)
def test_cliffs_delta_is_that_of_all_pairs(one, other):
    pairs = [(a > b) - (a < b) for a in one for b in other]
    assert cliffs_delta(np.array(one), np.array(other)) == pytest.approx(sum(pairs) / len(pairs))


def test_the_highest_are_a_third_and_never_fewer_than_the_threshold():
    assert highest_third(np.arange(30.0), 5).sum() == 10
    assert highest_third(np.arange(11.0), 5).sum() == 5
    assert highest_third(np.arange(4.0), 5).sum() == 0


def test_ties_at_the_edge_are_among_the_highest():
    assert highest_third(np.array([1.0, 2, 3, 3, 3, 3]), 3).sum() == 4


def found(values, overall, hidden=True):
    shield = make_shield(np.full(len(overall), hidden), 5, reader_inside=False, secret="")
    return list(separations(("a", "b"), values, overall, shield, 4.0))


def test_what_separates_most_comes_first():
    overall = np.arange(12.0)
    values = np.column_stack([np.full(12, 3.0), np.where(overall >= 7, 4.0, 2.0)])
    first, second = found(values, overall)
    assert (first.id, first.difference, first.delta, first.top, first.rest) == ("b", 2, 1, 5, 7)
    assert (second.id, second.difference, second.delta) == ("a", 0, 0)


def test_an_item_that_too_few_of_the_highest_have_is_left_out():
    overall = np.arange(12.0)
    values = np.column_stack([overall, overall])
    values[11, 0] = np.nan
    assert [one.id for one in found(values, overall)] == ["b"]


def test_among_named_ones_the_highest_are_no_more_than_the_threshold_asks_for():
    """A reader who may be one of those who hide needs one more of them, but nobody hides here."""
    overall = np.arange(11.0)
    shield = make_shield(np.zeros(11, dtype=bool), 5, reader_inside=True, secret="")
    (one,) = separations(("a",), overall[:, None], overall, shield, 4.0)
    assert (one.top, one.rest) == (5, 6)


def test_nine_organisations_have_no_two_sides():
    assert found(np.ones((9, 2)), np.arange(9.0)) == []

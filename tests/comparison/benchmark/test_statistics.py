import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.comparison.benchmark.protect import make_shield
from maturity.comparison.benchmark.statistics import central, standings

SCORES = st.lists(st.floats(1, 5), min_size=3, max_size=40)


def standing(values, hidden=True, threshold=5, ends=(1.0, 5.0)):
    column = np.array(values, dtype=float)
    marked = np.full(len(column), hidden) if isinstance(hidden, bool) else np.array(hidden)
    shield = make_shield(marked, threshold, reader_inside=False, secret="s")
    return next(iter(standings(("a",), column[:, None], shield, ends[1] - ends[0], start=ends[0])))


@pytest.mark.parametrize(
    ("values", "expected"),
    [([1, 2, 6], 3), ([1, 2, 3, 6], 3), ([1, 2, 3, 7, 9], 4), ([0, 2, 3, 4, 5, 9], 3.5)],
)
def test_a_median_is_the_mean_of_three_or_four_in_the_middle(values, expected):
    assert central(np.array(values, dtype=float)) == expected


@given(SCORES)
def test_a_median_lies_among_its_neighbours(values):
    ordered = np.sort(np.array(values))
    middle = len(ordered) // 2
    assert (
        ordered[max(middle - 2, 0)] - 1e-9
        <= central(ordered)
        <= ordered[min(middle + 2, len(ordered) - 1)] + 1e-9
    )


@given(SCORES)
def test_turning_the_scale_round_turns_the_median_round(values):
    ordered = np.sort(np.array(values))
    assert central(np.sort(6 - ordered)) == pytest.approx(6 - central(ordered))


def test_four_organisations_have_no_median():
    assert standing([1, 2, 3, 4]).median is None
    assert standing([1, 2, 3, 4]).n == 4


def test_a_missing_score_does_not_count():
    assert standing([1, 2, 3, 4, np.nan]).median is None
    assert standing([3, 3, 3, 3, 3, np.nan]).median == 3


def test_a_middle_half_needs_the_threshold_on_either_side_of_the_median():
    assert standing(range(1, 9)).middle is None
    found = standing([1, 1, 2, 2, 3, 3, 4, 4, 5]).middle
    assert (found.low, found.high) == (1.6, 3.6)


def test_the_ends_are_means_of_as_many_as_the_threshold_says():
    values = np.linspace(1, 5, 20)
    assert standing(values[:-1]).ends is None
    found = standing(values).ends
    assert (found.low, found.high) == (1.4, 4.6)


def test_a_few_are_told_in_fifths_of_a_level_and_many_in_tenths():
    assert standing([3.3] * 19).median == 3.4
    assert standing([3.3] * 20).median == 3.3


@pytest.mark.parametrize("count", [5, 20])
@pytest.mark.parametrize("ends", [(1, 4), (1, 5), (1, 7), (1, 10), (0, 100), (-2, 1)])
def test_the_ends_of_a_scale_are_told_as_they_are(ends, count):
    assert [standing([end] * count, ends=ends).median for end in ends] == list(ends)


def test_no_statistic_stands_on_a_few_who_are_hidden_among_many_who_are_named():
    named = [False] * 10
    assert standing(range(14), hidden=[*named, *[True] * 4]).median is None
    assert standing(range(15), hidden=[*named, *[True] * 5]).median is not None


def test_a_half_with_few_hidden_ones_is_not_told():
    hidden = [*[True] * 6, *[False] * 8, True]
    found = standing(range(15), hidden=hidden)
    assert found.median is not None
    assert found.middle is None

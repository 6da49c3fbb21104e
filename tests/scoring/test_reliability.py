"""Reliability of the item profile, and ordinal alpha, against published values and other programs."""

from __future__ import annotations

import warnings

import krippendorff
import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from tests.scoring.conftest import close, vector

from maturity.scoring.reliability import ordinal_alpha, profile_reliability

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pingouin

tables = hnp.arrays(int, st.tuples(st.integers(3, 6), st.integers(2, 6)), elements=st.integers(1, 5))


def _counts(observers_by_units: list[list[float]]) -> np.ndarray:
    values = np.array(observers_by_units, dtype=float)
    return np.array([(values == point).sum(axis=0) for point in range(1, 6)]).T


def test_the_profile_reliability_is_that_of_shrout_and_fleiss() -> None:
    given_, expected = vector("V11")
    assert profile_reliability(np.array(given_["targets_by_judges"], dtype=float)) == close(
        expected["ICC2_k_Ak"]
    )


def test_the_profile_reliability_is_that_of_the_method() -> None:
    given_, expected = vector("V11b")
    table = np.array(given_["items_as_targets_by_raters"], dtype=float)
    assert profile_reliability(table) == close(expected["ICC2_k_Ak"])


@given(tables)
def test_the_profile_reliability_is_that_of_pingouin(table: np.ndarray) -> None:
    found = profile_reliability(table.astype(float))
    assume(found is not None)
    long = pd.DataFrame(
        [(row, column, float(table[row, column])) for row, column in np.ndindex(table.shape)],
        columns=["item", "rater", "value"],
    )
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        other = pingouin.intraclass_corr(long, targets="item", raters="rater", ratings="value")
    value = other.set_index("Type")["ICC"].filter(regex=r"^(ICC2k|ICC\(A,k\))$").iloc[0]
    assume(np.isfinite(value))
    assert found == pytest.approx(value, abs=1e-6)


def test_a_profile_of_one_item_or_one_rater_has_no_reliability() -> None:
    assert profile_reliability(np.ones((1, 5))) is None
    assert profile_reliability(np.ones((5, 1))) is None
    assert profile_reliability(np.ones((5, 5))) is None


def test_ordinal_alpha_is_the_published_one() -> None:
    given_, expected = vector("V12")
    assert ordinal_alpha(_counts(given_["observers_by_units"])) == close(expected["ordinal"])


holey = hnp.arrays(
    float, st.tuples(st.integers(2, 6), st.integers(2, 8)), elements=st.sampled_from([1, 2, 3, 4, 5, np.nan])
)


@given(holey)
def test_ordinal_alpha_is_that_of_krippendorff(values: np.ndarray) -> None:
    found = ordinal_alpha(_counts(values.tolist()))
    assume(found is not None)
    other = krippendorff.alpha(values, level_of_measurement="ordinal", value_domain=[1.0, 2.0, 3.0, 4.0, 5.0])
    assert found == pytest.approx(other, abs=1e-9)


def test_alpha_needs_two_ratings_of_something_and_some_variety() -> None:
    assert ordinal_alpha(np.array([[1, 0], [0, 1]])) is None
    assert ordinal_alpha(np.array([[3, 0], [4, 0]])) is None

"""How far others moved: nobody's movement, and the same whoever comes first and wherever they stand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.comparison.progress.steps import Move, Pair, Path, pair_of, realistic, usual_moves
from maturity.scoring.result import Interval

from .conftest import close, dimension, questionnaire, round_from, same

ASKED = questionnaire()
moves = st.integers(-24, 24).map(lambda eighths: eighths / 8)
years = st.integers(1, 8).map(lambda halves: halves / 2)
paths = st.builds(
    lambda pairs, named: Path(tuple(Pair(time, {"one": size}) for time, size in pairs), named),
    st.lists(st.tuples(years, moves), min_size=1, max_size=3),
    st.booleans(),
)


def moved(*sizes: float, named: bool = False) -> list[Path]:
    """Organisations that were followed for two years each, by how far they moved in them."""
    return [Path((Pair(2.0, {"one": size}),), named) for size in sizes]


def test_the_middle_movement_is_told_in_points_a_year():
    (found,) = usual_moves(moved(0, 0.4, 0.8, 0.8, 0.8, 1.2), 4).values()
    assert found == Move(6, close(0.4), None, None, 2.0)


def test_the_middle_half_is_told_when_each_half_is_large_enough():
    sizes = [at / 10 for at in range(-4, 20)]
    found = usual_moves(moved(*sizes), 4)["one"]
    assert (found.n, found.low, found.median, found.high) == (24, close(0.1), close(0.4), close(0.7))


@given(st.lists(paths, max_size=14), st.randoms())
def test_the_order_of_organisations_does_not_matter(many, chance):
    shuffled = list(many)
    chance.shuffle(shuffled)
    assert usual_moves(shuffled, 4) == usual_moves(many, 4)


@given(st.lists(paths, max_size=4))
def test_fewer_than_five_are_never_told(few):
    assert usual_moves(few, 4) == {}


@pytest.mark.parametrize(
    ("anonymous", "named", "n"), [(5, 0, None), (6, 0, 6), (0, 5, 5), (3, 6, 6), (6, 3, 9)]
)
def test_the_anonymous_hide_among_each_other_or_do_not_count(anonymous, named, n):
    found = usual_moves([*moved(*[0.5] * anonymous), *moved(*[1.0] * named, named=True)], 4)
    assert (found["one"].n if found else None) == n


@given(st.lists(moves, min_size=6, max_size=30))
def test_every_number_is_coarse(sizes):
    found = usual_moves(moved(*sizes), 4)["one"]
    step = 4 / (40 if len(sizes) >= 20 else 20)
    for value in (found.low, found.median, found.high):
        assert value is None or value / step == close(round(value / step))


@settings(max_examples=25)
@given(st.lists(st.tuples(moves, moves), min_size=6, max_size=8), st.integers(-8, 8))
def test_adding_a_constant_to_all_scores_changes_nothing(ends, eighths):
    def path(then: float, now: float, shift: float) -> Path:
        return Path((pair_of(_scored(then + shift, 2022), _scored(now + shift, 2024)),))

    unmoved = usual_moves([path(*pair, 0) for pair in ends], 4)
    assert usual_moves([path(*pair, eighths / 8) for pair in ends], 4) == unmoved
    assert unmoved


def test_each_organisation_counts_once_by_all_its_rounds_together():
    often = Path((Pair(1.0, {"one": 1.0}), Pair(3.0, {"one": -1.0})))
    found = usual_moves([often, *moved(0, 0, 0, 0, 0)], 4)["one"]
    assert (found.n, found.median) == (6, 0)


def test_rounds_within_half_a_year_say_nothing_of_a_year():
    soon = [Path((Pair(0.25, {"one": 1.0}),)) for _ in range(8)]
    assert usual_moves(soon, 4) == {}
    twice = [Path((Pair(0.25, {"one": 0.1}), Pair(0.25, {"one": 0.2}))) for _ in range(8)]
    assert usual_moves(twice, 4)["one"].median == close(0.6)


def test_what_counts_is_the_like_for_like_part():
    before = round_from(ASKED, {"manager": same(6, value=2), "staff": same(6, value=2)}, 2022)
    after = round_from(ASKED, {"manager": same(6, value=3), "user": same(6, value=5)}, 2024)
    assert after.result.dimension("one").score == close(4)
    found = pair_of(before, after)
    assert found.moved == {"one": close(1)}
    assert found.years == pytest.approx(2, abs=0.01)


def test_what_cannot_be_compared_has_not_moved():
    new = questionnaire(dimension("two", "d"), version="2.0.0")
    before, after = round_from(ASKED, {"staff": same(6)}), round_from(new, {"staff": same(6, "d")}, 2026)
    assert pair_of(before, after).moved == {}


def test_a_realistic_step_lies_between_the_median_and_the_upper_quarter():
    move = Move(24, 0.1, -0.1, 0.3, 2.0)
    assert realistic(move, 3.0, 2.0, 5.0) == Interval(close(3.2), close(3.6))
    assert realistic(move, 4.9, 2.0, 5.0) == Interval(5.0, 5.0)
    assert realistic(replace(move, high=None), 3.0, 1.0, 5.0) == Interval(close(3.1), close(3.1))


@cache
def _any(year: int):
    return round_from(ASKED, {"staff": same(6)}, year)


def _scored(score: float, year: int):
    """A round whose one dimension has this score, wherever that is."""
    found = _any(year)
    (one,), items = found.result.dimensions, found.result.items
    shifted = tuple(
        replace(
            item,
            estimate=replace(item.estimate, mean=score),
            groups=tuple(replace(group, mean=score) for group in item.groups),
        )
        for item in items
    )
    result = replace(
        found.result,
        date=datetime.date(year, 3, 1).isoformat(),
        dimensions=(replace(one, estimate=replace(one.estimate, mean=score)),),
        items=shifted,
    )
    return replace(found, result=result)

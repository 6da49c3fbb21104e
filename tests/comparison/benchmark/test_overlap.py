"""Two groups that differ in few."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maturity.comparison.benchmark import Choice, Member
from maturity.comparison.benchmark.overlap import hidden_between, too_near

ONE = Member("A", "SE", None, 5000, "2026-01-01", "1.0.0", 20, "anonymous", ("coast",), "0")


def towns(coast: int, inland: int, **facts):
    found = [replace(ONE, organisation=f"C{n}") for n in range(coast)]
    return found + [replace(ONE, organisation=f"I{n}", tags=(), **facts) for n in range(inland)]


@pytest.mark.parametrize(("inland", "told"), [(0, 0), (1, 1), (4, 4), (5, 0), (9, 0)])
def test_a_difference_of_fewer_than_the_threshold_is_told(inland, told):
    members = towns(6, inland)
    for one, other in ((Choice(), Choice(tags=("coast",))), (Choice(tags=("coast",)), Choice())):
        assert hidden_between(members, one, other) == inland
        assert too_near(members, one, other, 5) == told


def test_who_wants_to_be_named_has_nothing_to_hide():
    assert too_near(towns(6, 2, consent="named"), Choice(), Choice(tags=("coast",)), 5) == 0


def test_those_on_either_side_count():
    members = [*towns(6, 0), replace(ONE, tags=("a",)), replace(ONE, tags=("b",))]
    assert too_near(members, Choice(tags=("coast", "a")), Choice(tags=("coast", "b")), 5) == 2

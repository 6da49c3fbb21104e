"""Every dimension over all rounds, with its breaks: where the questionnaire changed, no line is drawn."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from maturity.comparison.progress.given import Round
from maturity.comparison.progress.matching import match
from maturity.comparison.progress.model import Point, Trend
from maturity.scoring.result import DimensionResult, Estimate


def trends(rounds: tuple[Round, ...]) -> tuple[Trend, ...]:
    """A trend for each dimension of the latest questionnaire."""
    return tuple(_trend(rounds, id_) for id_ in rounds[-1].questionnaire.nodes)


def breaks_before(rounds: tuple[Round, ...], dimension: str) -> tuple[bool, ...]:
    """For each round whether a dimension cannot be compared with the round before."""
    return (False, *(_breaks(*pair, dimension) for pair in pairwise(rounds)))


def _breaks(before: Round, after: Round, dimension: str) -> bool:
    if dimension not in after.questionnaire.nodes or dimension not in before.questionnaire.nodes:
        return True
    return match(before.written, after.written).dimension(dimension).verdict == "not-comparable"


def _trend(rounds: tuple[Round, ...], dimension: str) -> Trend:
    broken = breaks_before(rounds, dimension)

    def points(estimate: Callable[[DimensionResult], Estimate | None]) -> tuple[Point, ...]:
        return tuple(
            Point(at, estimate(found) if (found := _found(one, dimension)) else None, broken[at])
            for at, one in enumerate(rounds)
        )

    roles = []
    for role in rounds[-1].questionnaire.role_ids:
        alone = points(lambda found, role=role: _role(found, role))  # type: ignore[misc]
        if sum(point.estimate is not None for point in alone) > 1:
            roles.append((role, alone))
    return Trend(dimension, points(lambda found: found.estimate), tuple(roles))


def _found(one: Round, dimension: str) -> DimensionResult | None:
    return next((found for found in one.result.dimensions if found.id == dimension), None)


def _role(found: DimensionResult, role: str) -> Estimate | None:
    return next((score.estimate for score in found.roles if score.roles == (role,)), None)

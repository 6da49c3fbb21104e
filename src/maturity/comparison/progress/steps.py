"""How far organisations usually move in a year: what a realistic next step is held against.

Each organisation counts once, with its points per year over all its pairs of rounds. What several have in
common is told under the rules for peers (`comparison.benchmark.protect`), because a movement is a difference
of two scores and says as much about an organisation as they do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from maturity.comparison.benchmark.protect import hidden_to_leave_out, make_shield
from maturity.comparison.benchmark.statistics import standings
from maturity.comparison.progress.apart import take_apart
from maturity.comparison.progress.given import Round
from maturity.comparison.progress.matching import match
from maturity.scoring.plan import Floats
from maturity.scoring.result import Interval

LEAST = 5
"""The fewest organisations behind any movement that is told; one more if some of them are anonymous, because
the reader may be one of them."""
SHORTEST = 0.5
"""Years between rounds that say something about a year: of shorter ones, chance would be multiplied."""
YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rounds of one organisation, one after the other: what moved by how many points, in how many
    years."""

    years: float
    moved: Mapping[str, float]
    """By dimension of the newer questionnaire; one that cannot be compared is not in it."""


@dataclass(frozen=True, slots=True)
class Path:
    """The pairs of one organisation, and whether it agreed to be named."""

    pairs: tuple[Pair, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """How `n` organisations moved on one dimension, in points of the scale per year. Coarse."""

    n: int
    median: float
    low: float | None
    """A quarter moved less; None if either half of them is too few to be told."""
    high: float | None
    """A quarter moved more; None likewise."""
    years: float
    """How long they were followed, on average; in half years."""


def pair_of(before: Round, after: Round) -> Pair:
    """What moved between two rounds: the like-for-like part where it is known ("you" in
    `comparison.progress.apart`), else the difference of the scores. Dimensions that cannot be compared have
    not moved."""
    matched = match(before.written, after.written)
    parts = take_apart(matched, before.result, after.result).parts
    was = {found.id: found.score for found in before.result.dimensions}
    moved = {}
    for found in after.result.dimensions:
        then = was.get(found.id)
        verdict = matched.dimension(found.id).verdict
        if then is None or found.score is None or verdict not in ("same", "comparable"):
            continue
        moved[found.id] = parts[found.id].you if found.id in parts else found.score - then
    return Pair((after.date - before.date).days / YEAR, moved)


def usual_moves(paths: Sequence[Path], length: float, threshold: int = LEAST) -> dict[str, Move]:
    """By dimension, how far these organisations usually move in a year on a scale of this length.

    A dimension that too few organisations have is not in it. Anonymous organisations that are too few to hide
    among each other do not count.
    """
    hidden = np.array([not path.named for path in paths], dtype=bool)
    shield = make_shield(hidden, threshold, reader_inside=True, secret="")
    if hidden_to_leave_out(shield):
        return usual_moves([path for path in paths if path.named], length, threshold)
    rates = [_rates(path) for path in paths]
    ids = sorted({id_ for one in rates for id_ in one})
    values: Floats = np.array([[one.get(id_, np.nan) for id_ in ids] for one in rates])
    return {
        one.id: Move(one.n, one.median, *_quarters(one.middle), _followed(one.id, paths))
        for one in (standings(ids, values, shield, length) if ids else ())
        if one.median is not None
    }


def realistic(move: Move, now: float, years: float, top: float) -> Interval:
    """Where a score may be after so many years if it moves as others did: between the median and the upper
    quarter (the median alone where the quarter is not told), never above the scale."""
    fast = move.median if move.high is None else move.high
    return Interval(min(now + move.median * years, top), min(now + fast * years, top))


def _rates(path: Path) -> dict[str, float]:
    """Points per year by dimension, over all pairs that have it: together they last long enough."""
    ids = {id_ for pair in path.pairs for id_ in pair.moved}
    years = {id_: _years(path, id_) for id_ in ids}
    return {
        id_: sum(pair.moved.get(id_, 0.0) for pair in path.pairs) / years[id_]
        for id_ in ids
        if years[id_] >= SHORTEST
    }


def _years(path: Path, dimension: str) -> float:
    return sum(pair.years for pair in path.pairs if dimension in pair.moved)


def _quarters(middle: Interval | None) -> tuple[float | None, float | None]:
    return (middle.low, middle.high) if middle else (None, None)


def _followed(dimension: str, paths: Sequence[Path]) -> float:
    counted = [years for path in paths if (years := _years(path, dimension)) >= SHORTEST]
    return round(2 * sum(counted) / len(counted)) / 2

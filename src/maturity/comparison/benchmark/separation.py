"""What separates the highest in a group from the rest, item by item."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from maturity.comparison.benchmark.model import Separation
from maturity.comparison.benchmark.protect import Shield, coarse
from maturity.scoring.plan import Bools, Floats


def highest_third(overall: Floats, least: int) -> Bools:
    """The third with the highest overall number, at least `least`; ties at its edge belong to it."""
    there = overall[~np.isnan(overall)]
    count = max(math.ceil(len(there) / 3), least)
    if count > len(there):
        return np.zeros(len(overall), dtype=bool)
    cut = np.sort(there)[-count]
    found: Bools = overall >= cut
    return found


def separations(
    ids: Sequence[str], values: Floats, overall: Floats, shield: Shield, length: float
) -> Iterable[Separation]:
    """For each item (column) the mean of the highest third less the mean of the rest, largest first.

    An item is left out where either side is too small to be shown. Organisations without an overall number
    belong to no side.
    """
    top = highest_third(overall, shield.needed if shield.hidden.any() else shield.threshold)
    rest = ~top & ~np.isnan(overall)
    step = shield.step(int((top | rest).sum()), length)
    found = [
        _separation(id_, column, top & ~np.isnan(column), rest & ~np.isnan(column), step)
        for id_, column in zip(ids, values.T, strict=True)
        if shield.allows(top & ~np.isnan(column)) and shield.allows(rest & ~np.isnan(column))
    ]
    return sorted(found, key=lambda one: (-one.difference, -one.delta, ids.index(one.id)))


def _separation(id_: str, values: Floats, top: Bools, rest: Bools, step: float) -> Separation:
    high, low = values[top], values[rest]
    difference = coarse(float(high.mean() - low.mean()), step)
    return Separation(id_, difference, round(cliffs_delta(high, low), 1), len(high), len(low))


def cliffs_delta(one: Floats, other: Floats) -> float:
    """P(a > b) - P(a < b) for a of `one` and b of `other` (Cliff 1993)."""
    ordered = np.sort(other)
    below = np.searchsorted(ordered, one, "left").sum()
    above = len(other) * len(one) - np.searchsorted(ordered, one, "right").sum()
    return float(below - above) / (len(one) * len(other))

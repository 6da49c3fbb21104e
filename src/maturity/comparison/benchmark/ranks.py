"""Ranks with their uncertainty, and the rows that cannot be told apart."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from maturity.comparison.benchmark.model import Percentile, Range
from maturity.comparison.benchmark.protect import coarse_shares
from maturity.scoring.plan import Bools, Floats

Reals = NDArray[np.floating]

CONFIDENCE = 0.90
TAIL = (1 - CONFIDENCE) / 2


def rank_matrix(draws: Floats) -> Floats:
    """The rank in each draw: (draws, organisations); 1 is the highest, ties share the mean, NaN has none."""
    found = np.full(draws.shape, np.nan)
    for row, values in zip(found, draws, strict=True):
        rising = np.argsort(values)[: np.count_nonzero(~np.isnan(values))]
        ordered = values[rising]
        below = np.searchsorted(ordered, ordered, "left")
        upto = np.searchsorted(ordered, ordered, "right")
        row[rising] = len(ordered) - (below + upto) / 2 + 0.5
    return found


def rank_ranges(draws: Floats) -> list[Range | None]:
    """The 90 % range of each organisation's rank over the draws, rounded outwards; None without a score."""
    ranks = rank_matrix(draws)
    there: Bools = np.logical_not(np.isnan(ranks).any(axis=0))
    low, high = np.full((2, len(there)), np.nan)
    if there.any():
        low[there], high[there] = np.quantile(ranks[:, there], [TAIL, 1 - TAIL], axis=0)
    of = int(there.sum())
    return [
        Range(math.floor(a), math.ceil(b), of) if known else None
        for a, b, known in zip(low.tolist(), high.tolist(), there.tolist(), strict=True)
    ]


def tiers(draws: Floats, order: Sequence[int]) -> dict[int, int]:
    """For each organisation in `order` (highest first) the number of its tier.

    The first of a tier leads it; a tier ends before the first organisation that stands below its leader in at
    least 95 % of the draws.
    """
    found: dict[int, int] = {}
    leader, tier = -1, 0
    for row in order:
        if leader < 0 or _apart(draws[:, leader], draws[:, row]):
            leader, tier = row, tier + 1
        found[row] = tier
    return found


def _apart(higher: Floats, lower: Floats) -> bool:
    return float((higher > lower).mean() + 0.5 * (higher == lower).mean()) >= 1 - TAIL


def shares_below(client: Reals, peers: Reals) -> Floats:
    """The share of peers below the client, ties by half, in each draw and column: (draws, columns).

    `client` is (draws, columns), `peers` (draws, organisations, columns). Who has no score (NaN) has none in
    any draw, and does not count.
    """
    if not len(peers):
        return np.empty(client.shape)
    there = (~np.isnan(peers[0])).sum(axis=0)
    own = client[:, None, :]
    below = np.add(peers < own, peers <= own, dtype=np.int8).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares: Floats = below / (2 * there)
    shares[np.isnan(client)] = np.nan
    return shares


def percentile(point: float, drawn: Floats, n: int, blur: float) -> Percentile | None:
    """A client's percentile among `n` peers, in tenths or twentieths.

    `point` is the share below it by the scores themselves, `drawn` the same in each draw. One more peer of
    whom nobody knows the place (`blur`, 0 to 1) is mixed in, so that the benchmark before and the one after a
    peer joined do not tell on which side it stands.
    """
    if np.isnan(point) or np.isnan(drawn).any() or not len(drawn):
        return None
    low, high = np.quantile(drawn, [TAIL, 1 - TAIL])
    mixed = (np.array([point, min(low, point), max(high, point)]) * n + blur) / (n + 1)
    share, low, high = coarse_shares(mixed, n).tolist()
    return Percentile(share, low, high)


def rank_of(place: Percentile, n: int) -> Range:
    """The range of rank among `n` peers and the client that a percentile amounts to, rounded outwards."""
    low = int(np.floor((1 - place.high) * n + 1e-9))
    high = int(np.ceil((1 - place.low) * n - 1e-9))
    return Range(1 + low, 1 + high, n + 1)

"""What the items below each dimension amount to, apart from scores: one entry for each node."""

from __future__ import annotations

import numpy as np

from maturity.scoring.plan import Bools, Floats
from maturity.scoring.working import Working, numbers


def _mean_below(working: Working, values: Floats, among: Bools) -> list[float | None]:
    """For each node the mean over the marked items below it; None where there are none."""
    inside = working.plan.below & among
    n = inside.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return numbers(inside @ np.where(among, values, 0.0) / n)


def agreement(working: Working) -> tuple[list[float | None], list[float | None]]:
    """Mean of the items' average deviations, and r*wg(J): 1 less the mean of s^2 / uniform variance.

    Items that one person answered have neither. Items of which the spread may not be told count only where there is
    no other, and never one that is alone in its dimension: else it could be had by subtraction.
    """
    found, scored = working.spreads, working.scored
    told = scored & working.detailed
    deviation = _of_told(working, found.average_deviation, told)
    if np.isnan(found.r_wg[scored]).any():
        return deviation, [None] * len(deviation)
    return deviation, _of_told(working, found.r_wg, told)


def _of_told(working: Working, values: Floats, told: Bools) -> list[float | None]:
    there = working.scored & ~np.isnan(values)
    in_leaf = working.plan.in_leaf & there
    among_others = there & (in_leaf.sum(axis=1) @ in_leaf > 1)
    rows = zip(
        _mean_below(working, values, there & told), _mean_below(working, values, among_others), strict=True
    )
    return [of_others if of_told is None else of_told for of_told, of_others in rows]


def unknown_shares(working: Working) -> list[float | None]:
    """Unknown answers among the applicable ones, over the items whose counts are shown."""
    asked, _, unknown, not_applicable, _ = working.counts
    inside = (working.plan.below & working.visible).astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return numbers((inside @ unknown) / (inside @ (asked - not_applicable)))


def evidence(working: Working) -> list[float | None]:
    """Mean of the items' mean evidence grades, over the items that have one."""
    given = working.responses.evidence
    there = ~np.isnan(given)
    people = there.sum(axis=0)
    means = np.where(there, given, 0.0).sum(axis=0) / np.maximum(people, 1)
    return _mean_below(working, means, people >= max(working.threshold, 1))


def withheld(working: Working) -> Bools:
    """Nodes without a score that would have one if the withheld parts counted."""
    plan = working.plan
    nodes = np.zeros(len(plan.nodes), dtype=bool)
    if not working.withheld.any():
        return nodes
    for branch in plan.branches:
        scored, hidden = (working.scored, working.withheld) if branch.is_leaf else (working.present, nodes)
        enough = (scored | hidden)[branch.parts].sum() >= branch.needed
        nodes[branch.column] = enough and not working.present[branch.column]
    return nodes

"""The part of a result that is about items."""

from __future__ import annotations

from itertools import starmap

import numpy as np

from maturity.scoring.agreement import Verdict, distributions, verdict
from maturity.scoring.result import Counts, Estimate, GroupMean, Interval, ItemResult, Spread
from maturity.scoring.uncertainty import Uncertainty
from maturity.scoring.working import Working, estimates, numbers, only_if

_Evidence = tuple[float | None, tuple[int, ...] | None]


def item_results(working: Working, spread: Uncertainty) -> tuple[ItemResult, ...]:
    """Every scored item, in order. `spread` is how sure their scores are."""
    columns = zip(
        working.plan.items,
        only_if(working.detailed.tolist(), estimates(working.items, working.counts[1].tolist(), spread)),
        working.withheld.tolist(),
        _counts(working),
        _groups(working),
        _spreads(working),
        _distributions(working),
        _evidence(working),
        starmap(Interval, working.item_bounds.T.tolist()),
        strict=True,
    )
    return tuple(starmap(_item, columns))


def _item(
    id_: str,
    estimate: Estimate | None,
    withheld: bool,
    counts: Counts | None,
    groups: tuple[GroupMean, ...],
    spread: Spread | None,
    distribution: tuple[int, ...] | None,
    evidence: _Evidence,
    bounds: Interval,
) -> ItemResult:
    scored = estimate is not None
    return ItemResult(
        id=id_,
        estimate=estimate,
        withheld=withheld,
        counts=counts,
        groups=groups,
        spread=spread if scored else None,
        distribution=distribution,
        evidence=evidence[0],
        evidence_counts=evidence[1],
        unknown_bounds=bounds if scored else None,
    )


def _counts(working: Working) -> list[Counts | None]:
    rows = zip(working.counts.T.tolist(), working.visible.tolist(), strict=True)
    return [Counts(*row) if visible else None for row, visible in rows]


def _spreads(working: Working) -> list[Spread | None]:
    """How far people agree on each item; None where fewer than two have answered it."""
    found, length, conventions = working.spreads, working.plan.length, working.questionnaire.conventions
    rows = zip(
        numbers(found.average_deviation),
        numbers(np.sqrt(found.variance)),
        numbers(found.r_wg),
        working.detailed.tolist(),
        strict=True,
    )
    return [
        None if mean is None else _spread(verdict(mean, length, conventions), mean, deviation, r_wg, detailed)
        for mean, deviation, r_wg, detailed in rows
    ]


def _spread(
    told: Verdict, mean: float, deviation: float | None, r_wg: float | None, detailed: bool
) -> Spread:
    return Spread(mean, deviation, r_wg, told) if detailed else Spread(None, None, None, told)


def _distributions(working: Working) -> list[tuple[int, ...] | None]:
    rows = zip(distributions(working.points, working.plan), working.detailed.tolist(), strict=True)
    return [chosen if chosen and detailed else None for chosen, detailed in rows]


def _groups(working: Working) -> list[tuple[GroupMean, ...]]:
    cells, names = working.cells, working.plan.roles
    found: list[list[GroupMean]] = [[] for _ in working.plan.items]
    rows = zip(
        cells.column.tolist(),
        cells.roles,
        cells.mean.tolist(),
        cells.n.tolist(),
        cells.weight.tolist(),
        working.unvalued.tolist(),
        strict=True,
    )
    for column, roles, mean, n, weight, unvalued in rows:
        found[column].append(GroupMean(tuple([names[role] for role in roles]), mean, n, weight, unvalued))
    return [tuple(groups) for groups in found]


def _evidence(working: Working) -> list[_Evidence]:
    """For each item the mean evidence grade and how many gave each grade, where enough people gave one."""
    asked = working.questionnaire.evidence
    if asked is None:
        return [(None, None)] * len(working.plan.items)
    given = working.responses.evidence
    counts = np.array([(given == grade).sum(axis=0) for grade in range(len(asked.grades))]).T
    people = counts.sum(axis=1)
    means = counts @ np.arange(len(asked.grades)) / np.maximum(people, 1)
    rows = zip(people.tolist(), means.tolist(), counts.tolist(), strict=True)
    return [
        (mean if n and n >= working.threshold else None, tuple(row) if n and n >= working.few else None)
        for n, mean, row in rows
    ]

"""What every part of a result is made from, computed once. Nothing of it is published as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from maturity.questionnaire.model import Questionnaire
from maturity.scoring.aggregation import climb, covered
from maturity.scoring.agreement import Spreads, own_points, spreads
from maturity.scoring.encode import MISSING, NOT_APPLICABLE, NOT_ASKED, UNKNOWN, VALUE, Responses
from maturity.scoring.means import Cells, blend, make_cells
from maturity.scoring.people import person_scores
from maturity.scoring.plan import Bools, Floats, Ints, Plan
from maturity.scoring.resampling import draw_people, resampled_nodes, strata_of
from maturity.scoring.result import Estimate, Interval
from maturity.scoring.uncertainty import Means, Uncertainty, on_scale


@dataclass(frozen=True, slots=True)
class Working:
    """Everything between the answers and the result.

    Arrays are by item, by node or by leaf, in the plan's order.
    """

    questionnaire: Questionnaire
    responses: Responses
    points: Ints
    """respondents x items: which point was chosen; 0 for none."""
    cells: Cells
    """Reporting groups of each item."""
    unvalued: Ints
    """For each cell how many of its roles were asked, could have answered, and gave no value."""
    items: Floats
    scored: Bools
    withheld: Bools
    """Items that somebody answered, but too few."""
    counts: Ints
    """(asked, valid, unknown, not applicable, missing) x items."""
    visible: Bools
    """Items whose counts may be shown."""
    spreads: Spreads
    present: Bools
    """Nodes that have a score."""
    nodes: Floats
    node_bounds: Floats
    """(lowest, highest) x nodes: if every unknown and missing answer were the lowest, or the highest."""
    item_bounds: Floats
    people: Floats
    """respondents x leaves: person scores."""
    strata: Cells
    """Reporting groups of the person scores; columns are leaves."""

    @property
    def plan(self) -> Plan:
        """The questionnaire as arrays."""
        return self.responses.plan

    @property
    def threshold(self) -> int:
        """The fewest people behind any number."""
        return self.questionnaire.privacy.threshold

    @property
    def few(self) -> int:
        """The fewest people behind anything that says how single answers lie."""
        return max(self.threshold, self.questionnaire.privacy.distribution)

    @property
    def detailed(self) -> Bools:
        """Items of which it may be said how the answers lie. Of fewer, a mean and any measure of spread would give
        back each answer: whole numbers with a known sum and sum of squares are soon found
        (docs/decisions/0012-no-spread-of-few.md)."""
        enough: Bools = self.counts[1] >= self.few
        return enough


def balanced_over_roles(questionnaire: Questionnaire) -> bool:
    """Whether each role weighs the same, rather than each person."""
    return questionnaire.scoring.respondents == "role-balanced"


def work(questionnaire: Questionnaire, responses: Responses) -> Working:
    """The working of one assessment."""
    plan, threshold = responses.plan, questionnaire.privacy.threshold
    balanced = balanced_over_roles(questionnaire)
    cells = make_cells(responses.scores, responses.role, plan.roles, threshold, balanced=balanced)
    counts = state_counts(responses.state)
    unvalued, item_bounds = _bounds(responses, cells)
    items = blend(cells, cells.weight, cells.mean, len(plan.items))
    scored = ~np.isnan(items)
    present = covered(plan, scored)
    nodes = climb(plan, np.vstack([items, item_bounds]), present)
    people = person_scores(responses, plan.in_leaf & scored)
    return Working(
        questionnaire=questionnaire,
        responses=responses,
        points=own_points(responses),
        cells=cells,
        unvalued=unvalued,
        items=items,
        scored=scored,
        withheld=~scored & (counts[1] > 0),
        counts=counts,
        visible=counts[0] >= threshold,
        spreads=spreads(responses),
        present=present & ~np.isnan(nodes[0]),
        nodes=nodes[0],
        node_bounds=nodes[1:],
        item_bounds=item_bounds,
        people=people,
        strata=make_cells(people, responses.role, plan.roles, threshold, balanced=balanced),
    )


def state_counts(state: Ints) -> Ints:
    """(asked, valid, unknown, not applicable, missing) x items."""
    columns = np.arange(state.shape[1])
    table = np.bincount((state * len(columns) + columns).ravel(), minlength=5 * len(columns)).reshape(5, -1)
    asked = len(state) - table[NOT_ASKED]
    return np.vstack([asked, table[[VALUE, UNKNOWN, NOT_APPLICABLE, MISSING]]])


def _bounds(responses: Responses, cells: Cells) -> tuple[Ints, Floats]:
    """How many in each cell's roles gave no value, and (lowest, highest) x items if they had (Manski)."""
    plan = responses.plan
    open_ = ((responses.state == UNKNOWN) | (responses.state == MISSING)).T[cells.column]
    unvalued: Ints = (open_ & cells.member[:, responses.role]).sum(axis=1)
    applicable = cells.n + unvalued
    given = cells.n * cells.mean
    both = [
        blend(cells, cells.weight, (given + unvalued * place) / applicable, len(plan.items))
        for place in (plan.low, plan.high)
    ]
    return unvalued, np.array(both)


def item_means(working: Working) -> Means:
    """The items' scores and the groups that they are made of."""
    cells = working.cells
    return _on_scale(working, working.items, cells.column, cells.weight, cells)


def leaf_means(working: Working) -> Means:
    """The leaves' item-first scores, and the groups of person scores that say how sure they are.

    (docs/method/scoring.md: an approximation.)
    """
    strata = working.strata
    leaves = working.nodes[list(working.plan.leaves)]
    return _on_scale(working, leaves, strata.column, strata.weight, strata)


def group_means(working: Working, centre: Floats) -> Means:
    """The mean of each group in each leaf, and its person scores."""
    count = len(working.strata)
    return _on_scale(working, centre, np.arange(count), np.ones(count), working.strata)


def _on_scale(working: Working, centre: Floats, owner: Ints, weight: Floats, cells: Cells) -> Means:
    plan = working.plan
    return on_scale(centre, owner, weight, cells.n, cells.variance, plan.low, plan.high)


def draws_of(working: Working, seed: int) -> Floats | None:
    """The score of every node in every bootstrap draw. None if nobody could be drawn instead of another."""
    responses = working.responses
    strata = strata_of(responses.role, working.plan.roles, working.threshold)
    if all(len(rows) < 2 for rows in strata):
        return None
    counted = draw_people(strata, len(responses.role), working.questionnaire.scoring.draws, seed)
    return resampled_nodes(responses, working.cells, counted, working.present)


def percentile_interval(draws: Floats, confidence: float) -> Interval | None:
    """The middle share of the draws. Draws without a score (nobody drawn had answered) are left out."""
    there = draws[~np.isnan(draws)]
    if len(there) < 2:
        return None
    tail = (1 - confidence) / 2
    low, high = np.quantile(there, [tail, 1 - tail]).tolist()
    return Interval(low, high)


def estimates(means: Floats, n: list[int], spread: Uncertainty) -> list[Estimate | None]:
    """Estimates out of arrays; None where there is no mean. NaN becomes None."""
    rows = zip(
        means.tolist(),
        n,
        spread.error.tolist(),
        spread.freedom.tolist(),
        spread.low.tolist(),
        spread.high.tolist(),
        strict=True,
    )
    return [None if row[0] != row[0] else _estimate(*row) for row in rows]


def _estimate(mean: float, n: int, error: float, freedom: float, low: float, high: float) -> Estimate:
    if error != error:
        return Estimate(mean, n)
    return Estimate(mean, n, error, None if freedom != freedom else freedom, Interval(low, high))


def only_if(detailed: Iterable[bool], found: Iterable[Estimate | None]) -> list[Estimate | None]:
    """Estimates, with how sure they are only where so many answered that it does not tell each answer."""
    rows = zip(found, detailed, strict=True)
    return [one if one is None or told else Estimate(one.mean, one.n) for one, told in rows]


def numbers(values: Floats) -> list[float | None]:
    """Numbers out of an array. NaN becomes None: not defined."""
    return [None if value != value else value for value in values.tolist()]

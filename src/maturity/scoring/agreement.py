"""How far people agree: average deviation as the rule, standard deviation and r*wg beside it.

All are taken over everybody who answered, whatever their role (docs/method/scoring.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from maturity.questionnaire.settings import Conventions
from maturity.scoring.encode import Responses
from maturity.scoring.means import moments
from maturity.scoring.plan import Bools, Floats, Ints, Plan

Verdict = Literal["agree", "broadly-agree", "disagree"]


@dataclass(frozen=True, slots=True)
class Spreads:
    """For each item average deviation, variance (divisor n - 1) and r_wg; NaN where fewer than two answered:
    one answer neither agrees nor disagrees with anybody."""

    average_deviation: Floats
    variance: Floats
    r_wg: Floats


def spreads(responses: Responses) -> Spreads:
    """How far people agree on each item.

    AD = mean |x - mean| (Burke, Finkelstein & Dusig 1999); r_wg = 1 - s^2 / variance of uniform answering
    (James, Demaree & Wolf 1984), not cut off at zero: a negative value says that there are camps.
    """
    values, there = responses.scores.T, responses.valid.T
    mean, variance = moments(values, there)
    with np.errstate(invalid="ignore", divide="ignore"):
        deviation = np.where(there, np.abs(values - mean[:, None]), 0.0).sum(axis=1) / there.sum(axis=1)
    deviation[deviation < 1e-12] = 0.0
    deviation[there.sum(axis=1) < 2] = np.nan
    return Spreads(deviation, variance, 1 - variance / responses.plan.null_variance)


def verdict(average_deviation: float, length: float, conventions: Conventions) -> Verdict:
    """What an average deviation says, on a scale of this length."""
    share = average_deviation / length - 1e-9
    if share <= conventions.agree:
        return "agree"
    return "broadly-agree" if share <= conventions.disagree else "disagree"


def own_points(responses: Responses) -> Ints:
    """Which point each answer is, on the item's own points 1 to n as read; 0 where there is none."""
    plan = responses.plan
    reach = (responses.scores - plan.low) / plan.length
    reach = np.where(plan.reversed, 1 - reach, reach)
    there: Bools = responses.valid & (plan.points > 0)
    points: Ints = np.where(there, np.rint(np.nan_to_num(reach) * (plan.points - 1)) + 1, 0).astype(np.int64)
    return points


def distributions(points: Ints, plan: Plan) -> tuple[tuple[int, ...], ...]:
    """How many chose each of an item's points, lowest first; empty for an item without points.

    points: respondents x items, as from `own_points`.
    """
    most = int(plan.points.max(initial=0)) + 1
    columns = np.arange(points.shape[1]) * most
    table = np.bincount((columns + points).ravel(), minlength=points.shape[1] * most)
    rows = table.reshape(points.shape[1], most).tolist()
    return tuple(tuple(row[1 : n + 1]) for row, n in zip(rows, plan.points.tolist(), strict=True))

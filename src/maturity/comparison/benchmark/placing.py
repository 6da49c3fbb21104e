"""Where the client stands among its peers: percentiles and ranks with their ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import default_rng

from maturity.comparison.benchmark.draws import Singles, drawn, overall_draws, with_errors
from maturity.comparison.benchmark.model import Standing
from maturity.comparison.benchmark.protect import Shield
from maturity.comparison.benchmark.ranks import percentile, rank_of, shares_below
from maturity.comparison.benchmark.table import Table
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.plan import Floats, Plan
from maturity.scoring.result import Interval


@dataclass(frozen=True, slots=True)
class Draws:
    """How scores are drawn: how often, from which seed, and what the overall number is made of."""

    count: int
    seed: int
    top: tuple[int, ...]
    weights: Floats
    share: float
    """How far each weight moves, as a share of itself."""
    aggregation: str
    ends: tuple[float, float]

    def of(self, scores: Floats, errors: Floats) -> Iterator[Singles]:
        """Draws of scores, some at a time."""
        filled = with_errors(errors, scores)
        return drawn(scores, filled, self.ends, self.count, default_rng(self.seed))

    def overall(self, nodes: Floats, errors: Floats) -> Floats:
        """The overall number of each organisation in every draw: (draws, organisations)."""
        top = list(self.top)
        generator = default_rng(self.seed + 1)
        found = overall_draws(
            self.of(nodes[:, top], errors[:, top]), self.weights, self.share, self.aggregation, generator
        )
        return np.concatenate([np.empty((0, len(nodes))), *found])


def make_draws(questionnaire: Questionnaire, plan: Plan, count: int, seed: int) -> Draws:
    """The draws that fit a questionnaire."""
    weights = np.array([top.weight for top in questionnaire.dimensions], dtype=float)
    return Draws(
        count=count,
        seed=seed,
        top=plan.top,
        weights=weights / weights.sum(),
        share=questionnaire.conventions.weights,
        aggregation=questionnaire.overall.aggregation,
        ends=(plan.low, plan.high),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where the client stands in a column: its score and interval, and the shares of peers below it."""

    score: float
    interval: Interval | None
    point: float
    drawn: Floats


def places(client: Table, peers: Table, draws: Draws) -> list[Place]:
    """The client's place in each column of the table; `client` has one row."""
    both = np.concatenate([client.values, peers.values])
    scores, errors = both[:, 0], both[:, 1, :-1]
    batches = [shares_below(batch[:, 0], batch[:, 1:]) for batch in draws.of(scores[:, :-1], errors)]
    found = np.concatenate([np.empty((0, scores.shape[1] - 1)), *batches])
    overall = draws.overall(both[:, 0, : client.count], both[:, 1, : client.count])
    found = np.column_stack([found, shares_below(overall[:, :1], overall[:, 1:, None])])
    point = shares_below(scores[:1], scores[None, 1:])[0]
    return [
        Place(score, _interval(low, high), share, column)
        for (score, _, low, high), share, column in zip(
            client.values[0].T.tolist(), point.tolist(), found.T, strict=True
        )
    ]


def placed(standing: Standing, place: Place, shield: Shield, *, is_item: bool) -> Standing:
    """A standing with the client in it. Its percentile is withheld wherever the median is, and for items of a
    small group."""
    if np.isnan(place.score):
        return standing
    own = replace(standing, client=place.score, interval=place.interval)
    if standing.median is None or (is_item and not shield.places_items(standing.n)):
        return own
    found = percentile(place.point, place.drawn, standing.n, shield.blur("percentile", standing.id))
    return own if found is None else replace(own, percentile=found, rank=rank_of(found, standing.n))


def _interval(low: float, high: float) -> Interval | None:
    return None if np.isnan(low) or np.isnan(high) else Interval(low, high)

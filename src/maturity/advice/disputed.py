"""Between which anchors the answers are divided: what to read aloud together before talking."""

from __future__ import annotations

import math
from collections.abc import Iterator

from maturity.advice.targets import anchor_at, place
from maturity.advice.view import View
from maturity.questionnaire.items import Item, Rubric
from maturity.scoring.result import GroupMean, ItemResult


def disputed_anchors(view: View, item: Item) -> tuple[int, ...]:
    """The numbers of the anchors from the lowest to the highest disputed one; if none is, those at the score.

    Empty for items that are not rubrics, and where nothing about the answers may be shown.
    """
    result = view.items.get(item.id)
    if not isinstance(item, Rubric) or result is None or result.score is None:
        return ()
    places = [position for pair in _ranges(view, item, result) for position in pair]
    score = place(view, item, result.score)
    low, high = (min(places), max(places)) if places else (score, math.floor(score) + 1)
    return tuple(
        sorted({anchor_at(item, position) for position in range(math.floor(low), math.ceil(high) + 1)})
    )


def groups_apart(view: View, item: ItemResult) -> tuple[GroupMean, GroupMean] | None:
    """The groups with the highest and the lowest mean, if they differ enough to be worth a conversation."""
    if len(item.groups) < 2:
        return None
    high, low = max(item.groups, key=lambda group: group.mean), min(item.groups, key=lambda group: group.mean)
    wide = high.mean - low.mean >= view.questionnaire.conventions.gap * view.length
    return (high, low) if wide else None


def _ranges(view: View, item: Rubric, result: ItemResult) -> Iterator[tuple[float, float]]:
    pair = groups_apart(view, result)
    if pair:
        yield place(view, item, pair[1].mean), place(view, item, pair[0].mean)
    if result.spread is None or result.spread.verdict != "disagree" or result.score is None:
        return
    if result.distribution and not item.reversed:
        yield _middle_half(result.distribution)
    else:
        # of few answers no distance is told, only that it is at least this one
        limit = view.questionnaire.conventions.disagree * view.length
        deviation = limit if result.spread.average_deviation is None else result.spread.average_deviation
        yield place(view, item, result.score - deviation), place(view, item, result.score + deviation)


def _middle_half(distribution: tuple[int, ...]) -> tuple[float, float]:
    """The points that a quarter and three quarters of the answers are at or below, lowest first."""
    points = [point for point, count in enumerate(distribution, start=1) for _ in range(count)]
    return points[(len(points) - 1) // 4], points[-1 - (len(points) - 1) // 4]

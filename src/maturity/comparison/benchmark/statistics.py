"""Median, middle half and ends of a group, none of which is the score of one organisation.

A textbook median of five is somebody's score. Here each is a mean of several neighbours in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import numpy as np

from maturity.comparison.benchmark.model import Standing
from maturity.comparison.benchmark.protect import Shield, coarse
from maturity.scoring.plan import Floats, Ints
from maturity.scoring.result import Interval


def standings(
    ids: Sequence[str], values: Floats, shield: Shield, length: float, start: float = 0.0
) -> Iterable[Standing]:
    """What the group has in each column of `values` (organisations x ids); `length` is the scale's. Scores are told
    in steps from where it begins (`start`), so that its ends are told as they are, and differences from 0."""
    order = np.argsort(values, axis=0, kind="stable")
    counts = (~np.isnan(values)).sum(axis=0).tolist()
    for column, (id_, n) in enumerate(zip(ids, counts, strict=True)):
        rows = order[:n, column]
        yield _standing(id_, rows, values[rows, column], shield, length, start)


def central(ordered: Floats) -> float:
    """The mean of the three (of an odd number) or four middle values: a median that is nobody's score.

    `ordered` ascends and holds at least three values.
    """
    side = (len(ordered) - 3) // 2
    return float(ordered[side : len(ordered) - side].mean())


def _standing(id_: str, rows: Ints, ordered: Floats, shield: Shield, length: float, start: float) -> Standing:
    n = len(rows)
    if not _allowed(rows, shield):
        return Standing(id_, n, None, None, None)
    half, few, middle, ends = (n + 1) // 2, shield.threshold, None, None
    told = partial(coarse, step=shield.step(n, length), start=start)
    if _allowed(rows[:half], shield) and _allowed(rows[-half:], shield):
        middle = Interval(told(central(ordered[:half])), told(central(ordered[-half:])))
    if n >= 4 * few and _allowed(rows[:few], shield) and _allowed(rows[-few:], shield):
        ends = Interval(told(float(ordered[:few].mean())), told(float(ordered[-few:].mean())))
    return Standing(id_, n, told(central(ordered)), middle, ends)


def _allowed(rows: Ints, shield: Shield) -> bool:
    marked = np.zeros(len(shield.hidden), dtype=bool)
    marked[rows] = True
    return shield.allows(marked)

"""Scores as they might have come out with other people of the same kind: drawn from what results say of
themselves.

A result file holds no respondents, so that nothing can be resampled. Every organisation, whether its file
is a result or answers, is drawn in the same way: from a normal around each score with its standard error,
truncated to the scale.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from maturity.scoring.aggregation import combine
from maturity.scoring.plan import Floats

Singles = NDArray[np.float32]

BATCH = 2_000_000
"""Numbers drawn at a time: 8 MB."""
RETRIES = 100
"""How often a draw beyond the scale is drawn again before it is put on the scale's end."""
_MEANS = ("arithmetic", "geometric", "harmonic")


def with_errors(errors: Floats, scores: Floats) -> Floats:
    """The standard errors without gaps: where a result tells none, the median of the others in its column, so
    that what is uncertain does not pass for certain; 0 if nobody tells one."""
    filled = errors.copy()
    for column in filled.T:
        gaps = np.isnan(column)
        if gaps.any():
            column[gaps] = 0.0 if gaps.all() else np.median(column[~gaps])
    return np.where(np.isnan(scores), np.nan, filled)


def drawn(
    scores: Floats, errors: Floats, ends: tuple[float, float], draws: int, generator: Generator
) -> Iterator[Singles]:
    """Draws of all scores, some at a time: (draws of this batch, *the shape of `scores`). NaN stays NaN."""
    batch = max(1, BATCH // max(1, scores.size))
    for start in range(0, draws, batch):
        yield _truncated(scores, errors, ends, min(batch, draws - start), generator)


def _truncated(
    scores: Floats, errors: Floats, ends: tuple[float, float], size: int, generator: Generator
) -> Singles:
    """Draws that fall beyond the scale are drawn again; single precision is plenty for an order."""
    found: Singles = generator.standard_normal((size, scores.size), dtype=np.float32)
    centre, spread = scores.ravel().astype(np.float32), errors.ravel().astype(np.float32)
    found *= spread
    found += centre
    middle, half = np.float32(sum(ends) / 2), np.float32((ends[1] - ends[0]) / 2 * (1 + 1e-6))
    beyond = np.flatnonzero(np.abs(found - middle) > half)
    for _ in range(RETRIES):
        if not len(beyond):
            break
        column = beyond % scores.size
        again = generator.standard_normal(len(beyond), dtype=np.float32) * spread[column] + centre[column]
        found.ravel()[beyond] = again
        beyond = beyond[np.abs(again - middle) > half]
    found.ravel()[beyond] = np.clip(found.ravel()[beyond], *ends)
    return found.reshape(size, *scores.shape)


def overall_draws(
    tops: Iterator[Singles], weights: Floats, share: float, aggregation: str, generator: Generator
) -> Iterator[Floats]:
    """The overall number in each draw: (draws of this batch, organisations).

    `tops` are draws of the top dimensions. Each draw has its own weights (each moved by up to `share` of
    itself, uniformly) and its own aggregation (arithmetic, geometric, harmonic, and the questionnaire's, all
    equally probable), the same for all organisations: OECD/JRC 2008, step 7. An organisation that lacks a top
    dimension has no overall number.
    """
    means = tuple(dict.fromkeys((aggregation, *_MEANS)))
    for batch in tops:
        moved = weights * generator.uniform(1 - share, 1 + share, (len(batch), len(weights)))
        chosen = generator.integers(0, len(means), len(batch))
        found = np.empty(batch.shape[:2])
        for number, mean in enumerate(means):
            of_it = chosen == number
            parts = batch[of_it].astype(float, order="F")  # whole columns are added up: twice as fast
            found[of_it] = combine(parts, moved[of_it, None], mean)
        found[:, np.isnan(batch[0]).any(axis=1)] = np.nan
        yield found

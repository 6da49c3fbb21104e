"""How important people find each dimension, if they were asked.

It orders advice; it never touches a score.
"""

from __future__ import annotations

import numpy as np

from maturity.questionnaire.model import Questionnaire
from maturity.scoring.means import moments
from maturity.scoring.plan import Bools, Floats
from maturity.scoring.result import Estimate
from maturity.scoring.uncertainty import Means, Uncertainty
from maturity.scoring.working import Working, estimates, only_if


def importance_means(working: Working) -> tuple[tuple[str, ...], Means]:
    """Which dimensions' importance enough people answered, and its pooled mean on that item's own points."""
    given = {
        id_: answers
        for id_, answers in working.responses.importance.items()
        if answers and len(answers) >= working.threshold
    }
    n = np.array([len(answers) for answers in given.values()], dtype=np.int64)
    means, variance = moments(*_padded(list(given.values())))
    low, high = np.array([_ends(working.questionnaire, id_) for id_ in given]).reshape(-1, 2).T
    return tuple(given), Means(means, low, high, np.arange(len(n)), np.ones(len(n)), n, variance)


def importances(
    dimensions: tuple[str, ...], means: Means, spread: Uncertainty, few: int
) -> dict[str, Estimate]:
    """The importance of each dimension; with its uncertainty if at least `few` rated it."""
    found = only_if((means.n >= few).tolist(), estimates(means.centre, means.n.tolist(), spread))
    named = zip(dimensions, found, strict=True)
    return {id_: estimate for id_, estimate in named if estimate is not None}


def _padded(rows: list[tuple[float, ...]]) -> tuple[Floats, Bools]:
    """Rows of unequal length as one table, and where it holds something."""
    longest = max((len(row) for row in rows), default=0)
    table = np.array([(*row, *(0.0,) * (longest - len(row))) for row in rows]).reshape(len(rows), longest)
    return table, np.arange(longest) < np.array([len(row) for row in rows], dtype=np.int64)[:, None]


def _ends(questionnaire: Questionnaire, id_: str) -> tuple[float, float]:
    """The least and the most that the item about a dimension's importance can say."""
    points = [item.points for item in questionnaire.closing if item.importance_of == id_][-1]
    return (1.0, float(points)) if points else (0.0, 1.0)

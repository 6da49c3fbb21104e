"""The same people twice, linked by a private code that they chose, where enough of them did.

Anyone may subtract. The mean change of those who are linked, and the means of all, could give away those who
are not: so it is shown only if the linked are at least the threshold, and the others of each round none or as
many.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from maturity.answers.model import Assessment
from maturity.comparison.progress.given import Round
from maturity.comparison.progress.inference import paired_change
from maturity.comparison.progress.matching import Match
from maturity.comparison.progress.model import Paired
from maturity.scoring.disclosure import may_show
from maturity.scoring.encode import encode
from maturity.scoring.people import person_scores
from maturity.scoring.plan import Bools, Floats

DECIDES = 0.5
"""The share of each round's people who must be linked for the paired form to decide (own convention)."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Who is linked, and the change of each leaf where it may be told."""

    linked: int | None
    leaves: dict[str, Paired]


def link(match: Match, before: Round, after: Round) -> Panel:
    """The paired changes of two rounds; none if either has no answers at hand or too few codes."""
    if before.assessment is None or after.assessment is None:
        return Panel(None, {})
    rows = [_rows(before.assessment), _rows(after.assessment)]
    codes = sorted(rows[0].keys() & rows[1].keys())
    threshold = max(one.questionnaire.privacy.threshold for one in (before, after))
    if len(codes) < max(threshold, 2):
        return Panel(None, {})
    scores = [
        _scores(match, one, side, one.assessment)
        for side, one in enumerate((before, after))
        if one.assessment is not None
    ]
    linked = [[row[code] for code in codes] for row in rows]
    found: dict[str, Paired] = {}
    for column, leaf in enumerate(_leaves(match)):
        both = [scores[side][:, column] for side in (0, 1)]
        one = _leaf(match, threshold, both, [both[side][linked[side]] for side in (0, 1)])
        if one is not None:
            found[leaf] = one
    return Panel(len(codes), found)


def _rows(assessment: Assessment) -> dict[str, int]:
    """The row of each code in the order of `encode`. A code that two people gave links nobody."""
    people = sorted(assessment.respondents, key=lambda person: person.id)
    given = Counter(person.code for person in people)
    return {person.code: row for row, person in enumerate(people) if person.code and given[person.code] == 1}


def _leaves(match: Match) -> list[str]:
    return [match.common.nodes[branch.column] for branch in match.common.leaves]


def _scores(match: Match, one: Round, side: int, assessment: Assessment) -> Floats:
    """Respondents x leaves: each person's score on the items that both questionnaires have."""
    responses = encode(one.questionnaire, assessment)
    column = {id_: at for at, id_ in enumerate(responses.plan.items)}
    name = dict(match.items) if side == 0 else {new: new for new, _ in match.items}
    branches = match.common.leaves
    sets: Bools = np.zeros((len(branches), len(column)), dtype=bool)
    for row, branch in enumerate(branches):
        sets[row, [column[name[match.common.items[part]]] for part in branch.parts.tolist()]] = True
    return person_scores(responses, sets)


def _leaf(match: Match, threshold: int, scores: list[Floats], linked: list[Floats]) -> Paired | None:
    differences = linked[1] - linked[0]
    differences = differences[~np.isnan(differences)]
    n, people = len(differences), [int((~np.isnan(one)).sum()) for one in scores]
    if n < max(threshold, 2) or not all(may_show(n, whole - n, threshold) for whole in people):
        return None
    decides = all(n >= DECIDES * whole for whole in people)
    scale, confidence = match.new.scale, match.new.scoring.confidence
    return paired_change(differences, confidence, scale.length, decides=decides)

"""The conversation: where people differ, where many do not know, and where evidence does not carry the score.

Every finding is measured by how many times it passes the questionnaire's own limit. The concern of a point
is the sum of its findings, weighed by importance. That is a convention of this program: it orders a
conversation, it is not a score.
"""

from __future__ import annotations

from collections.abc import Iterator

from maturity.advice.disputed import disputed_anchors, groups_apart
from maturity.advice.model import AgendaPoint, Distance, Name, Reason, because
from maturity.advice.reasons import disagreement, evidence_falls_short, unknown
from maturity.advice.rules import gap_on_item, role_gap
from maturity.advice.view import View
from maturity.problems import N_
from maturity.questionnaire.items import Item
from maturity.scoring.result import Gap

POINTS = 7
"""More than this is not a conversation but a list."""

Finding = tuple[float, Reason]
"""How many times the limit is reached, and why it matters."""


def agenda(view: View) -> tuple[AgendaPoint, ...]:
    """What to talk about, most important first; ties in the questionnaire's order."""
    gaps = notable_gaps(view)
    points = [
        point for item in view.questionnaire.scored_items if (point := _point(view, item, gaps.get(item.id)))
    ]
    return tuple(sorted(points, key=lambda point: (-point.concern, view.order[point.about]))[:POINTS])


def _point(view: View, item: Item, gap: Gap | None) -> AgendaPoint | None:
    found = sorted(_findings(view, item.id, gap), key=lambda finding: -finding[0])
    if not found:
        return None
    importance = view.importance(item.id)
    return AgendaPoint(
        about=item.id,
        dimension=view.node(item.id).id,
        reasons=tuple(reason for _, reason in found),
        concern=sum(times for times, _ in found) * (1.0 if importance is None else importance / 5),
        questions=item.questions,
        anchors=disputed_anchors(view, item),
    )


def _findings(view: View, id_: str, gap: Gap | None) -> Iterator[Finding]:
    limits, item, level = view.questionnaire.conventions, view.items.get(id_), view.length
    share = view.unknown(id_)
    if share is not None and (reason := unknown(view, id_)):
        yield _times(share, limits.unknown), reason
    if item and item.spread and (reason := disagreement(view, id_)):
        deviation = item.spread.average_deviation
        yield 1.0 if deviation is None else _times(deviation, limits.disagree * level), reason
    if item and (pair := groups_apart(view, item)):
        high, low = pair
        yield (
            _times(high.mean - low.mean, limits.gap * level),
            role_gap(high.roles, low.roles, high.mean - low.mean, id_),
        )
    if gap:
        yield _times(abs(gap.difference), limits.gap * level), _worded(gap)
    if item and (short := evidence_falls_short(view, item)) and short[0] >= limits.gap * level:
        yield _times(short[0], limits.gap * level), short[1]


def _times(value: float, limit: float) -> float:
    return value / limit if limit > 0 else 1.0


def _worded(gap: Gap) -> Reason:
    higher, lower = (gap.first, gap.second) if gap.difference >= 0 else (gap.second, gap.first)
    return because(
        N_("{higher} score {dimension} {difference} higher than {lower} do, most of all here"),
        higher=Name((higher,)),
        lower=Name((lower,)),
        difference=Distance(abs(gap.difference)),
        dimension=Name((gap.dimension,)),
    )


def notable_gaps(view: View) -> dict[str, Gap]:
    """The widest notable gap between two roles on each dimension, by the item on which it is widest.

    A dimension is too wide to talk about; the item where the two differ most is where the conversation can
    begin.
    """
    widest: dict[str, Gap] = {}
    for gap in view.result.gaps:
        known = widest.get(gap.dimension)
        if gap.notable and (known is None or abs(gap.difference) > abs(known.difference)):
            widest[gap.dimension] = gap
    return {item: gap for gap in widest.values() if (item := _begins_at(view, gap))}


def _begins_at(view: View, gap: Gap) -> str | None:
    sign = 1 if gap.difference >= 0 else -1
    items = [view.items[id_] for id_ in gap.items if id_ in view.items]
    differences = [(gap_on_item(item, gap.first, gap.second), item.id) for item in items]
    known = [(sign * value, -view.order[id_], id_) for value, id_ in differences if value is not None]
    return max(known)[-1] if known else None

"""What the meeting sees of one item: how the answers are spread, where roles stand, and what to talk about.

All numbers come from the protected result; what is not in it is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from maturity.problems import N_
from maturity.questionnaire.items import Item
from maturity.report.charts.describe import SHAPES, Shape
from maturity.report.charts.svg.shapes import mark
from maturity.report.sections.differences import role_group
from maturity.report.words import VERDICTS
from maturity.scoring.result import ItemResult
from maturity.store.tables import AgreedLevel, LiveItem
from maturity.web.meeting.board import Board
from maturity.web.meeting.options import in_words
from maturity.web.meeting.spread import Spread, room_spread, spread_of
from maturity.web.rounds.bringing import level_told
from maturity.web.theme import palette


@dataclass(frozen=True, slots=True)
class RoleMark:
    """Where one group of roles stands."""

    name: str
    sign: Markup
    """The shape that stands for it."""
    place: float
    """On the scale, in per cent of its length."""
    shown: str


@dataclass(frozen=True)
class Scene:
    """One item as the meeting sees it."""

    item: Item
    name: str
    dimension: str
    why: str
    """Why it is to be talked about first; empty if it is not."""
    questions: tuple[str, ...]
    spread: Spread
    score: str
    verdict: str
    """How far people agree."""
    roles: tuple[RoleMark, ...]
    agreed: AgreedLevel | None
    agreed_told: str
    last: str
    """What the round before came to; empty if there was none that can be compared."""
    grade: str
    """The evidence that the agreed level rests on."""
    live: LiveItem | None
    """What the room said."""
    room: Spread | None


def make_scene(board: Board, item: Item) -> Scene:
    """One item with everything that may be shown of it."""
    result = board.result_of(item)
    point = board.points.get(item.id)
    row = board.agreed.get(item.id)
    live = board.live.get(item.id)
    verdict = VERDICTS[result.spread.verdict] if result and result.spread else ""
    return Scene(
        item=item,
        name=board.words.name(item.id),
        dimension=board.words.name(board.asked.leaf_of[item.id]),
        why=board.words.reasons(board.reasons(item.id)),
        questions=item.questions,
        spread=spread_of(board, item, result, point),
        score=board.words.score(result.score) if result and result.score is not None else "",
        verdict=board.words.say(verdict) if verdict else "",
        roles=_roles(board, result) if result else (),
        agreed=row,
        agreed_told=in_words(item, row.value, board.words.language) if row else "",
        last=_last(board, item),
        grade=_grade(board, row),
        live=live,
        room=room_spread(board, item, live) if live else None,
    )


def _roles(board: Board, result: ItemResult) -> tuple[RoleMark, ...]:
    """Each group that may be shown; a single one says no more than the score."""
    if len(result.groups) < 2:
        return ()
    scale, order = board.asked.scale, board.asked.role_ids
    return tuple(
        RoleMark(
            role_group(board.context, group.roles),
            Markup(mark(_shape(group.roles, order), (0.0, 10.0), palette())),
            round(100 * (group.mean - scale.from_) / scale.length, 2),
            board.words.score(group.mean),
        )
        for group in sorted(result.groups, key=lambda group: -group.mean)
    )


def _shape(roles: tuple[str, ...], order: tuple[str, ...]) -> Shape:
    """The same shape as in the report."""
    return SHAPES[order.index(roles[0]) % len(SHAPES)] if len(roles) == 1 else "cross"


def _last(board: Board, item: Item) -> str:
    """Last time's mean and agreed level, as far as they are known."""
    found, words = board.last.get(item.id), board.words
    if found is None:
        return ""
    if found.agreed is None:
        return words.say(N_("Last time {score}"), score=words.score(found.score))
    agreed = level_told(words, found.agreed)
    if found.score is None:
        return words.say(N_("Last time agreed {agreed}"), agreed=agreed)
    return words.say(N_("Last time {score}, agreed {agreed}"), score=words.score(found.score), agreed=agreed)


def _grade(board: Board, row: AgreedLevel | None) -> str:
    evidence = board.asked.evidence
    if row is None or row.evidence is None or evidence is None:
        return ""
    return evidence.grades[row.evidence].name if row.evidence < len(evidence.grades) else ""

"""What became of what was decided, and how far targets are: side by side, never as cause and effect."""

from __future__ import annotations

from collections.abc import Callable

from maturity.comparison.progress.given import Action, Reading, Round, Target
from maturity.comparison.progress.model import Comparison, Followed, ItemChange, Towards
from maturity.comparison.progress.trend import breaks_before

Since = Callable[[int], Comparison | None]
"""The comparison of a round with the latest."""


def follow(rounds: tuple[Round, ...], since: Since) -> tuple[Followed, ...]:
    """Every action of the rounds before the latest, the last round's first. One that was carried over stands
    once, since the round in which it was decided."""
    places = range(len(rounds) - 2, -1, -1)
    found = ((action, at) for at in places for action in rounds[at].actions if not action.carried)
    return tuple(_followed(action, at, since(at)) for action, at in found)


def _followed(action: Action, at: int, found: Comparison | None) -> Followed:
    reading = max(action.readings, key=lambda one: one.date, default=None)
    return Followed(
        action=action,
        since=at,
        items=tuple(one for one in found.items if _is_about(action, one)) if found else (),
        dimensions=tuple(one for one in found.dimensions if one.id in action.about) if found else (),
        reading=reading,
        share=_share(action, reading),
    )


def _is_about(action: Action, item: ItemChange) -> bool:
    """Whether an action is about an item, under the name that it has or had."""
    return item.id in action.about or item.before in action.about


def _share(action: Action, reading: Reading | None) -> float | None:
    if reading is None or action.baseline is None or action.target in (None, action.baseline):
        return None
    return (reading.value - action.baseline) / ((action.target or 0.0) - action.baseline)


def towards(rounds: tuple[Round, ...], targets: tuple[Target, ...], since: Since) -> tuple[Towards, ...]:
    """How far each target is. It is counted from the first round that can be compared with the latest."""
    return tuple(_towards(rounds, target, since) for target in targets)


def _towards(rounds: tuple[Round, ...], target: Target, since: Since) -> Towards:
    broken = breaks_before(rounds, target.dimension)
    first = max(at for at in range(len(rounds)) if at == 0 or broken[at])
    start = next((at for at in range(first, len(rounds)) if _score(rounds[at], target) is not None), None)
    now = _score(rounds[-1], target)
    begun = None if start is None else _score(rounds[start], target)
    if start is None or begun is None or now is None or start == len(rounds) - 1:
        return Towards(target, None, now, None, None)
    whole, way = (target.by - rounds[start].date).days, target.score - begun
    gone = min((rounds[-1].date - rounds[start].date).days / whole, 1.0) if whole > 0 else 1.0
    found = since(start)
    return Towards(
        target=target,
        start=start,
        score=now,
        share=(now - begun) / way if way else None,
        expected=begun + gone * way,
        change=found.dimension(target.dimension) if found else None,
    )


def _score(one: Round, target: Target) -> float | None:
    found = (found.score for found in one.result.dimensions if found.id == target.dimension)
    return next(found, None)

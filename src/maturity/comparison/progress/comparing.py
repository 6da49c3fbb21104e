"""Two rounds compared: every dimension, item and role, each under both criteria for a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from maturity.comparison.progress.apart import Apart, take_apart
from maturity.comparison.progress.given import Round
from maturity.comparison.progress.inference import change, hold
from maturity.comparison.progress.matching import Match, match
from maturity.comparison.progress.model import Comparison, DimensionChange, ItemChange, Moved, RoleChange
from maturity.comparison.progress.panel import Panel, link
from maturity.questionnaire.model import Dimension, Questionnaire
from maturity.scoring.result import DimensionResult, Estimate, ItemResult, Result, RoleScore


def compare(rounds: tuple[Round, ...], before: int, after: int) -> Comparison:
    """Two rounds that have a result, by their places among the rounds."""
    then, now = rounds[before], rounds[after]
    matched = match(then.written, now.written)
    apart = take_apart(matched, then.result, now.result)
    panel = link(matched, then, now)
    dimensions = _dimensions(matched, then.result, now.result, apart, panel)
    return Comparison(
        before=before,
        after=after,
        settings=matched.diff.settings,
        dimensions=_held(dimensions, now.questionnaire),
        items=_held_items(_items(matched, then.result, now.result, apart), now.questionnaire),
        roles=_held_roles(_roles(matched, then.result, now.result), now.questionnaire),
        linked=panel.linked,
        gone=tuple(_gone(matched)),
    )


def _gone(matched: Match) -> Iterator[str]:
    """What is not asked any more and had a score."""
    scored = {*matched.old.nodes, *(item.id for item in matched.old.scored_items)}
    parts = (*matched.diff.dimensions, *matched.diff.items)
    return (one.id for one in parts if one.verdict == "removed" and one.id in scored)


def _dimensions(
    matched: Match, before: Result, after: Result, apart: Apart, panel: Panel
) -> Iterator[DimensionChange]:
    was = {found.id: found for found in before.dimensions}
    for found in after.dimensions:
        verdict = matched.dimension(found.id)
        then, now = (one.estimate if one else None for one in (was.get(found.id), found))
        comparable = verdict.verdict in ("same", "comparable")
        moved = None
        if then and now and comparable:
            moved = change(then, now, matched.new, panel.leaves.get(found.id))
        yield DimensionChange(
            id=found.id,
            verdict=verdict.verdict,
            reasons=verdict.reasons,
            before=then,
            after=now,
            change=moved,
            parts=apart.parts.get(found.id),
            moved="unclear" if moved else "no-score" if comparable else "not-comparable",
            items=apart.items.get(found.id, ()),
        )


def _held(found: Iterable[DimensionChange], questionnaire: Questionnaire) -> tuple[DimensionChange, ...]:
    """Holm over the dimensions of one depth, and what then may be called a change."""
    depth = {node.id: level for top in questionnaire.dimensions for node, level in _depths(top, 0)}
    dimensions = list(found)
    for level in set(depth.values()):
        places = [at for at, one in enumerate(dimensions) if depth[one.id] == level]
        changes = hold([dimensions[at].change for at in places], questionnaire.scoring.confidence)
        for at, one in zip(places, changes, strict=True):
            dimensions[at] = replace(dimensions[at], change=one)
    return tuple(replace(one, moved=_moved(one, questionnaire)) for one in dimensions)


def _depths(node: Dimension, level: int) -> Iterator[tuple[Dimension, int]]:
    yield node, level
    for part in node.dimensions:
        yield from _depths(part, level + 1)


def _moved(one: DimensionChange, questionnaire: Questionnaire) -> Moved:
    """A change is yours only if the like-for-like part alone is large enough to be called one."""
    if one.change is None or not one.change.changed:
        return one.moved
    size, parts = one.change.size, one.parts
    least = questionnaire.conventions.change * questionnaire.scale.length - 1e-9
    if parts is not None and parts.you * (1 if size > 0 else -1) < least:
        return "others-answered" if one.mostly != "questionnaire" else "questionnaire"
    return "risen" if size > 0 else "fallen"


def _items(matched: Match, before: Result, after: Result, apart: Apart) -> Iterator[ItemChange]:
    was, earlier = {found.id: found for found in before.items}, dict(matched.items)
    agreed = [{item: level for item, level, *_ in one.agreed_reasons} for one in (before, after)]
    for found in after.items:
        twin = earlier.get(found.id)
        then = was.get(twin) if twin else None
        moved = None
        if then and then.estimate and found.estimate:
            moved = change(then.estimate, found.estimate, matched.new)
        yield ItemChange(
            id=found.id,
            before=twin,
            verdict=matched.item(found.id).verdict,
            change=moved,
            groups=apart.groups.get(found.id, ()),
            agreed=(agreed[0].get(twin) if twin else None, agreed[1].get(found.id)),
            reasons=matched.item(found.id).reasons,
        )


def _held_items(found: Iterable[ItemChange], questionnaire: Questionnaire) -> tuple[ItemChange, ...]:
    items = list(found)
    changes = hold([one.change for one in items], questionnaire.scoring.confidence)
    return tuple(replace(one, change=moved) for one, moved in zip(items, changes, strict=True))


def _roles(matched: Match, before: Result, after: Result) -> Iterator[RoleChange]:
    was = {found.id: found for found in before.dimensions}
    items = [{found.id: found for found in one.items} for one in (before, after)]
    for leaf in matched.new.leaves:
        now, then = after.dimension(leaf.id), was.get(leaf.id)
        for role, scores in _alone(then, now):
            found = _role(matched, leaf, role, scores, items)
            if found is not None:
                yield found


def _alone(
    then: DimensionResult | None, now: DimensionResult
) -> Iterator[tuple[str, tuple[RoleScore, RoleScore]]]:
    """The roles that stand alone in a leaf both times."""
    earlier = {one.roles: one for one in (then.roles if then else ())}
    for one in now.roles:
        if len(one.roles) == 1 and one.roles in earlier:
            yield one.roles[0], (earlier[one.roles], one)


def _role(
    matched: Match,
    leaf: Dimension,
    role: str,
    scores: tuple[RoleScore, RoleScore],
    items: list[dict[str, ItemResult]],
) -> RoleChange | None:
    """A role on the items that it answered both times, with the uncertainty of its whole scores."""
    inside = {item.id: item.weight for item in leaf.items}
    pairs = {
        new: means
        for new, old in matched.items
        if new in inside
        and None not in (means := (_mean(items[0].get(old), role), _mean(items[1].get(new), role)))
    }
    if len(pairs) < min(matched.new.scoring.role_items, len(inside)):
        return None
    whole = sum(inside[id_] for id_ in pairs)
    both = [sum(inside[id_] * (pair[side] or 0.0) for id_, pair in pairs.items()) / whole for side in (0, 1)]
    then, now = (
        Estimate(mean, one.estimate.n, one.estimate.error, one.estimate.freedom)
        for mean, one in zip(both, scores, strict=True)
    )
    return RoleChange(role, leaf.id, change(then, now, matched.new), tuple(pairs))


def _mean(item: ItemResult | None, role: str) -> float | None:
    groups = item.groups if item else ()
    return next((group.mean for group in groups if group.roles == (role,)), None)


def _held_roles(found: Iterable[RoleChange], questionnaire: Questionnaire) -> tuple[RoleChange, ...]:
    roles = list(found)
    changes = hold([one.change for one in roles], questionnaire.scoring.confidence)
    return tuple(replace(one, change=moved) for one, moved in zip(roles, changes, strict=True) if moved)

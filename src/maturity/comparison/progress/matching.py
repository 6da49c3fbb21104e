"""Which parts of two questionnaires are compared, and the structure that both have in common.

What is comparable is what `maturity diff` says. Weights that differ are replaced by their mean and rules that
differ by the arithmetic mean, so that neither version is favoured and the order of rounds does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from maturity.questionnaire.comparing import Change, Diff, diff
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.plan import Branch, Floats, make_plan


@dataclass(frozen=True, slots=True)
class Common:
    """What two questionnaires have in common, in the columns of the newer one."""

    items: tuple[str, ...]
    nodes: tuple[str, ...]
    branches: tuple[Branch, ...]
    """Of the parts that both have, parts before parents; with shared weights and rules."""

    @property
    def leaves(self) -> tuple[Branch, ...]:
        """The branches that hold items."""
        return tuple(branch for branch in self.branches if branch.is_leaf)


@dataclass(frozen=True, slots=True)
class Match:
    """An older and a newer questionnaire, part by part, in the order of the newer one."""

    old: Questionnaire
    new: Questionnaire
    diff: Diff
    items: tuple[tuple[str, str], ...]
    """Newer and older id of each scored item that can be compared."""
    common: Common

    def dimension(self, id_: str) -> Change:
        """What became of a dimension of the newer questionnaire."""
        return next(change for change in self.diff.dimensions if change.id == id_)

    def item(self, id_: str) -> Change:
        """What became of an item of the newer questionnaire."""
        return next(change for change in self.diff.items if change.id == id_)


def match(old: Questionnaire, new: Questionnaire) -> Match:
    """Two questionnaires side by side, in the same language if texts are to count."""
    read = old.fingerprint and new.fingerprint
    return _match(_Pair(old, new, (*_known(old), *_known(new)) if read else (id(old), id(new))))


def _known(one: Questionnaire) -> tuple[object, ...]:
    """What tells a questionnaire from others. Its privacy may be an assessment's rather than its own."""
    return one.fingerprint, one.language, one.privacy


@dataclass(frozen=True)
class _Pair:
    """Two questionnaires that are told from others by their fingerprints: reading all of them takes long."""

    old: Questionnaire
    new: Questionnaire
    key: tuple[object, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pair) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=32)
def _match(pair: _Pair) -> Match:
    old, new = pair.old, pair.new
    found = diff(old, new)
    old_scored, new_scored = ({item.id for item in one.scored_items} for one in (old, new))
    named = ((change.id, change.before or change.id, change.verdict) for change in found.items)
    items = tuple(
        (now, before)
        for now, before, verdict in named
        if verdict in ("same", "comparable") and now in new_scored and before in old_scored
    )
    return Match(old, new, found, items, _common(old, new, dict(items)))


def _common(old: Questionnaire, new: Questionnaire, items: dict[str, str]) -> Common:
    """The branches of the parts that both have, with weights between those of both."""
    plan, earlier = make_plan(new), make_plan(old)
    old_branches = {earlier.nodes[branch.column]: branch for branch in earlier.branches}
    branches = []
    for branch in plan.branches:
        before = old_branches.get(plan.nodes[branch.column])
        if before is None or before.is_leaf != branch.is_leaf:
            continue
        names, was = (plan.items, earlier.items) if branch.is_leaf else (plan.nodes, earlier.nodes)
        place = {was[part]: at for at, part in enumerate(before.parts.tolist())}
        pairs = [
            (at, place[twin])
            for at, part in enumerate(branch.parts.tolist())
            if (twin := items.get(names[part]) if branch.is_leaf else names[part]) in place
        ]
        if pairs:
            branches.append(_shared(before, branch, pairs))
    return Common(plan.items, plan.nodes, tuple(branches))


def _shared(before: Branch, after: Branch, pairs: list[tuple[int, int]]) -> Branch:
    now, then = ([pair[side] for pair in pairs] for side in (0, 1))
    shares = (_shares(after.weights[now]) + _shares(before.weights[then])) / 2
    kept = before.aggregation == after.aggregation
    rule = after.aggregation if kept else "arithmetic"
    return replace(after, parts=after.parts[now], weights=shares, aggregation=rule, needed=1)


def _shares(weights: Floats) -> Floats:
    shares: Floats = weights / np.sum(weights)
    return shares

"""The part of a result that is about dimensions, at any depth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maturity.answers.model import Agreed
from maturity.scoring import below
from maturity.scoring.aggregation import parts_of
from maturity.scoring.agreement import verdict
from maturity.scoring.grades import Basis, Letter, grade_of
from maturity.scoring.levels import chances, gate, level_of
from maturity.scoring.means import sum_by
from maturity.scoring.plan import Bools, Branch, Floats
from maturity.scoring.result import DimensionResult, Estimate, Interval, RoleScore
from maturity.scoring.rolemix import moved_by_roles
from maturity.scoring.uncertainty import Uncertainty
from maturity.scoring.working import Working, estimates, only_if, percentile_interval


@dataclass(frozen=True, slots=True)
class _Columns:
    """What is computed for all nodes at once, one entry for each."""

    estimates: list[Estimate | None]
    unknown: list[float | None]
    deviation: list[float | None]
    r_wg: list[float | None]
    evidence: list[float | None]
    bounds: list[list[float]]
    moved: list[bool]
    withheld: list[bool]
    roles_heard: list[int]


def dimension_results(
    working: Working,
    spread: Uncertainty,
    roles: dict[int, tuple[RoleScore, ...]],
    draws: Floats | None,
    consensus: dict[str, Agreed],
    importance: dict[str, Estimate],
) -> tuple[DimensionResult, ...]:
    """Every dimension, parents before parts. `spread` is how sure the leaves' scores are."""
    deviation, r_wg = below.agreement(working)
    columns = _Columns(
        estimates=_estimates(working, spread, draws),
        unknown=below.unknown_shares(working),
        deviation=deviation,
        r_wg=r_wg,
        evidence=below.evidence(working),
        bounds=working.node_bounds.T.tolist(),
        moved=moved_by_roles(working).tolist(),
        withheld=below.withheld(working).tolist(),
        roles_heard=_roles_heard(working),
    )
    found: dict[int, DimensionResult] = {}
    for branch in working.plan.branches:
        id_ = working.plan.nodes[branch.column]
        grade = _grade(working, branch, columns, found)
        found[branch.column] = _dimension(
            working, branch, columns, grade, importance.get(id_), roles.get(branch.column, ()), consensus
        )
    return tuple(found[column] for column in range(len(working.plan.nodes)))


def _dimension(
    working: Working,
    branch: Branch,
    columns: _Columns,
    grade: Letter | None,
    importance: Estimate | None,
    roles: tuple[RoleScore, ...],
    consensus: dict[str, Agreed],
) -> DimensionResult:
    plan, questionnaire, at = working.plan, working.questionnaire, branch.column
    names, scores = (plan.items, working.items) if branch.is_leaf else (plan.nodes, working.nodes)
    kept, left_out = parts_of(branch, scores)
    estimate, deviation = columns.estimates[at], columns.deviation[at]
    node = questionnaire.nodes[plan.nodes[at]]
    return DimensionResult(
        id=node.id,
        estimate=estimate,
        level=None if estimate is None else level_of(questionnaire, estimate.mean).id,
        chances=() if estimate is None else chances(questionnaire, estimate.mean, estimate.error),
        parts=tuple((names[part], share) for part, share in kept),
        left_out=tuple(names[part] for part in left_out),
        aggregation=branch.aggregation,
        withheld=columns.withheld[at],
        unknown_share=columns.unknown[at],
        bounds=None if estimate is None else Interval(*columns.bounds[at]),
        average_deviation=deviation,
        r_wg=columns.r_wg[at],
        verdict=None if deviation is None else verdict(deviation, plan.length, questionnaire.conventions),
        evidence=columns.evidence[at],
        grade=grade,
        roles=roles,
        role_mix=columns.moved[at],
        importance=importance,
        gated=gate(questionnaire, node, consensus, branch.needed) if branch.is_leaf else None,
    )


def _grade(
    working: Working, branch: Branch, columns: _Columns, made: dict[int, DimensionResult]
) -> Letter | None:
    """How much a score rests on. An upper dimension is as good as its weakest part."""
    at, estimate = branch.column, columns.estimates[branch.column]
    if estimate is None:
        return None
    if not branch.is_leaf:
        return max(grade for part in branch.parts.tolist() if (grade := made[part].grade) is not None)
    leaf = working.plan.leaves.index(at)
    basis = Basis(columns.roles_heard[leaf], estimate, columns.deviation[at], columns.unknown[at])
    return grade_of(basis, working.plan.length, working.questionnaire.conventions)


def _roles_heard(working: Working) -> list[int]:
    """How many roles have people with a score of their own in each leaf."""
    strata = working.strata
    sizes = strata.member.sum(axis=1)
    heard: list[int] = sum_by(strata.column, sizes, len(working.plan.leaves)).astype(int).tolist()
    return heard


def _estimates(working: Working, spread: Uncertainty, draws: Floats | None) -> list[Estimate | None]:
    """The scores with their uncertainty: from a formula for arithmetic leaves, from draws for the others."""
    plan = working.plan
    there = (~np.isnan(working.people)).astype(int)
    leaves = working.nodes[list(plan.leaves)]
    by_formula = dict(zip(plan.leaves, estimates(leaves, there.sum(axis=0).tolist(), spread), strict=True))
    holds = (plan.below.astype(int) @ plan.in_leaf.T) > 0
    people = ((there @ holds.T) > 0).sum(axis=0).tolist()
    found: list[Estimate | None] = [None] * len(plan.nodes)
    for branch in plan.branches:
        at = branch.column
        if branch.is_leaf and branch.aggregation == "arithmetic":
            found[at] = by_formula[at]
        elif working.present[at]:
            found[at] = _drawn(working, at, people[at], draws)
    return only_if((~_rest_on_one_of_few(working)).tolist(), found)


def _rest_on_one_of_few(working: Working) -> Bools:
    """Nodes with one scored item, of which few answers were given: the two are as sure as each other."""
    inside = working.plan.below & working.scored
    few: Bools = (inside.sum(axis=1) == 1) & ((inside & ~working.detailed).any(axis=1))
    return few


def _drawn(working: Working, at: int, n: int, draws: Floats | None) -> Estimate:
    score = float(working.nodes[at])
    interval = None
    if draws is not None:
        interval = percentile_interval(draws[:, at], working.questionnaire.scoring.confidence)
    if draws is None or interval is None:
        return Estimate(score, n)
    return Estimate(score, n, float(np.nanstd(draws[:, at], ddof=1)), None, interval)

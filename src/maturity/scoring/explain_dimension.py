"""The receipt of a dimension: parts, aggregation, level, interval, agreement, roles, agreed levels."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.problems import N_
from maturity.questionnaire.model import Questionnaire
from maturity.scoring import steps
from maturity.scoring.levels import supported
from maturity.scoring.plan import share_of
from maturity.scoring.receipt import Input, Step
from maturity.scoring.result import DimensionResult, Estimate, Gap, Gated, Result, RoleScore


def dimension_steps(questionnaire: Questionnaire, result: Result, found: DimensionResult) -> Iterator[Step]:
    """The steps of a dimension, in the order of the work."""
    yield _coverage(questionnaire, found)
    if found.estimate is not None:
        yield from _scored(questionnaire, result, found, found.estimate)
    yield from _agreement(questionnaire, result, found)
    for role in found.roles:
        yield _role(questionnaire, result, role)
    for gap in result.gaps:
        if gap.dimension == found.id:
            yield _gap(questionnaire, result, gap)
    if found.gated is not None:
        yield _gated(questionnaire, result, found, found.gated)


def _coverage(questionnaire: Questionnaire, found: DimensionResult) -> Step:
    node = questionnaire.nodes[found.id]
    share = questionnaire.scoring.coverage if node.coverage is None else node.coverage
    count = len(found.parts) + len(found.left_out)
    return Step(
        "coverage",
        N_("{scored} of its {count} parts have a score; {needed} are needed."),
        {
            "scored": len(found.parts),
            "count": count,
            "share": share,
            "needed": max(1, share_of(share, count)),
            "left_out": found.left_out,
        },
    )


def _scored(
    questionnaire: Questionnaire, result: Result, found: DimensionResult, estimate: Estimate
) -> Iterator[Step]:
    inputs = tuple(_parts(questionnaire, result, found))
    yield steps.aggregated(questionnaire, inputs, found.aggregation, estimate.mean)
    yield steps.shown(questionnaire, estimate.mean)
    yield Step(
        "level",
        N_("That lies in the level {level}."),
        {"score": estimate.mean, "level": found.level},
        tuple(
            Input(cut, id=level.id)
            for cut, level in zip(questionnaire.cuts, questionnaire.levels[1:], strict=True)
        ),
    )
    yield from steps.uncertain(questionnaire, estimate)
    if found.chances:
        yield Step(
            "chances",
            N_(
                "If the true score is normal about {mean} with the standard error {error}, the levels "
                "are so probable."
            ),
            {"mean": estimate.mean, "error": estimate.error, "cuts": questionnaire.cuts},
            tuple(Input(chance.probability, id=chance.level) for chance in found.chances),
        )
    if found.bounds is not None:
        yield steps.bounded(found.bounds, tuple(_bounds(questionnaire, result, found)), found.aggregation)


def _weight(questionnaire: Questionnaire, id_: str) -> float:
    nodes = questionnaire.nodes
    return nodes[id_].weight if id_ in nodes else questionnaire.items[id_].weight


def _is_leaf(questionnaire: Questionnaire, found: DimensionResult) -> bool:
    return not questionnaire.nodes[found.id].dimensions


def _parts(questionnaire: Questionnaire, result: Result, found: DimensionResult) -> Iterator[Input]:
    leaf = _is_leaf(questionnaire, found)
    for id_, share in found.parts:
        score = result.item(id_).score if leaf else result.dimension(id_).score
        assert score is not None
        yield Input(score, id=id_, weight=_weight(questionnaire, id_), share=share)


def _bounds(questionnaire: Questionnaire, result: Result, found: DimensionResult) -> Iterator[Input]:
    leaf = _is_leaf(questionnaire, found)
    for id_, share in found.parts:
        bounds = result.item(id_).unknown_bounds if leaf else result.dimension(id_).bounds
        assert bounds is not None
        yield Input(bounds.low, id=id_, share=share, other=bounds.high)


def _agreement(questionnaire: Questionnaire, result: Result, found: DimensionResult) -> Iterator[Step]:
    items = [
        result.item(item.id)
        for leaf in questionnaire.nodes[found.id].leaves()
        for item in leaf.items
        if item.scored
    ]
    counted = [(item.id, item.counts) for item in items if item.counts is not None]
    if found.unknown_share is not None:
        yield Step(
            "unknown",
            N_("{share} of the answers that could be given are that one does not know."),
            {"share": found.unknown_share},
            tuple(Input(c.unknown, id=id_, other=c.asked - c.not_applicable) for id_, c in counted),
        )
    if found.average_deviation is not None:
        yield Step(
            "agreement",
            N_(
                "The items' average deviations have the mean {average_deviation}, their r*wg the mean {r_wg}."
            ),
            {"average_deviation": found.average_deviation, "r_wg": found.r_wg, "verdict": found.verdict},
            tuple(
                Input(item.spread.average_deviation, id=item.id, other=item.spread.r_wg)
                for item in items
                if item.spread is not None and item.spread.average_deviation is not None
            ),
        )
    if found.evidence is not None:
        yield Step(
            "dimension-evidence",
            N_("The mean of the items' evidence grades is {evidence}, 0 being the weakest."),
            {"evidence": found.evidence},
            tuple(Input(item.evidence, id=item.id) for item in items if item.evidence is not None),
        )


def _role(questionnaire: Questionnaire, result: Result, role: RoleScore) -> Step:
    return Step(
        "role",
        N_("The mean of the groups' means on the items that they answered is {score}."),
        {"score": role.estimate.mean, "n": role.estimate.n, "roles": role.roles},
        tuple(_group_means(questionnaire, result, role.roles, role.items)),
    )


def _group_means(
    questionnaire: Questionnaire, result: Result, roles: tuple[str, ...], items: tuple[str, ...]
) -> Iterator[Input]:
    for id_ in items:
        group = next(group for group in result.item(id_).groups if group.roles == roles)
        yield Input(group.mean, id=id_, roles=roles, weight=_weight(questionnaire, id_), n=group.n)


def _gap(questionnaire: Questionnaire, result: Result, gap: Gap) -> Step:
    first = _group_means(questionnaire, result, (gap.first,), gap.items)
    second = _group_means(questionnaire, result, (gap.second,), gap.items)
    pairs = zip(first, second, strict=True)
    return Step(
        "gap",
        N_("On the items that both answered, {first} stand {difference} from {second}."),
        {"first": gap.first, "second": gap.second, "difference": gap.difference},
        tuple(Input(one.value, id=one.id, weight=one.weight, other=two.value) for one, two in pairs),
    )


def _gated(questionnaire: Questionnaire, result: Result, found: DimensionResult, gated: Gated) -> Step:
    own = {item.id for item in questionnaire.nodes[found.id].items}
    agreed = [entry for entry in result.agreed_reasons if entry[0] in own]
    return Step(
        "gated",
        N_(
            "On {agreed} agreed levels, each no higher than its evidence supports, {share} of the items must "
            "reach a level and none lie more than one below: that is {level}. The lowest is {minimum}."
        ),
        {
            "agreed": gated.agreed,
            "share": questionnaire.conventions.gate.share,
            "level": gated.level,
            "minimum": gated.minimum,
            "mean": gated.mean,
            "optimism": gated.optimism,
            "bottlenecks": gated.bottlenecks,
        },
        tuple(Input(level, id=id_, other=supported(questionnaire, grade)) for id_, level, _, grade in agreed),
    )

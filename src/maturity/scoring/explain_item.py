"""The receipt of an item: states, groups and their weights, interval, bounds, agreement, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.problems import N_
from maturity.questionnaire.model import Questionnaire
from maturity.scoring import steps
from maturity.scoring.receipt import Input, Step
from maturity.scoring.result import Estimate, ItemResult, Result, Spread

_WEIGHTED = {
    "role-balanced": N_(
        "Every role that answered weighs the same: the weighted mean of the groups is {score}."
    ),
    "pooled": N_("Every person who answered weighs the same: the weighted mean of the groups is {score}."),
}


def item_steps(questionnaire: Questionnaire, result: Result, found: ItemResult) -> Iterator[Step]:
    """The steps of an item, in the order of the work."""
    yield from _counted(found)
    if found.estimate is None:
        yield _without_score(result, found)
    else:
        yield from _scored(questionnaire, result, found, found.estimate)
    if found.evidence is not None:
        yield Step(
            "evidence",
            N_("What the answers rest on is graded {evidence} on average, 0 being the weakest."),
            {"evidence": found.evidence},
            tuple(Input(n, id=str(grade)) for grade, n in enumerate(found.evidence_counts or ())),
        )


def _counted(found: ItemResult) -> Iterator[Step]:
    counts = found.counts
    if counts is None:
        return
    yield Step(
        "counts",
        N_(
            "{asked} were asked: {valid} gave a value, {unknown} did not know, {not_applicable} found it not "
            "applicable, {missing} did not answer."
        ),
        {
            "asked": counts.asked,
            "valid": counts.valid,
            "unknown": counts.unknown,
            "not_applicable": counts.not_applicable,
            "missing": counts.missing,
        },
    )


def _without_score(result: Result, found: ItemResult) -> Step:
    if found.withheld:
        message = N_("Fewer than {threshold} people gave a value: it is withheld and counts for nothing.")
        return Step("withheld", message, {"threshold": result.threshold})
    return Step("no-answers", N_("Nobody gave a value: there is no score."), {})


def _scored(
    questionnaire: Questionnaire, result: Result, found: ItemResult, estimate: Estimate
) -> Iterator[Step]:
    groups = tuple(
        Input(g.mean, roles=g.roles, share=g.weight, n=g.n, other=g.unvalued) for g in found.groups
    )
    scale = questionnaire.scale
    message = _WEIGHTED[questionnaire.scoring.respondents]
    yield Step("groups", message, {"score": estimate.mean, "n": estimate.n}, groups)
    yield steps.shown(questionnaire, estimate.mean)
    kept_back = found.spread is not None and found.spread.average_deviation is None
    if not kept_back:
        yield from steps.uncertain(questionnaire, estimate)
    if found.unknown_bounds is not None:
        yield Step(
            "item-bounds",
            N_(
                "If those in these roles who gave no value had chosen the lowest it would be {low}; with the "
                "highest, {high}."
            ),
            {
                "low": found.unknown_bounds.low,
                "high": found.unknown_bounds.high,
                "from": scale.from_,
                "to": scale.to,
            },
            groups,
        )
    if found.spread is not None:
        yield (
            _few(questionnaire, result, found.spread)
            if kept_back
            else _spread(questionnaire, found, found.spread)
        )


def _few(questionnaire: Questionnaire, result: Result, spread: Spread) -> Step:
    message = N_(
        "Fewer than {few} people gave a value: an interval, or how far they lie apart, would give away each "
        "answer. Neither is shown."
    )
    few = max(result.threshold, questionnaire.privacy.distribution)
    return Step("few", message, {"few": few, "verdict": spread.verdict})


def _spread(questionnaire: Questionnaire, found: ItemResult, spread: Spread) -> Step:
    points = questionnaire.items[found.id].points
    conventions, length = questionnaire.conventions, questionnaire.scale.length
    return Step(
        "spread",
        N_(
            "People are {average_deviation} from their common mean on average; up to {agree} counts as "
            "agreement, more than {disagree} as disagreement."
        ),
        {
            "average_deviation": spread.average_deviation,
            "deviation": spread.deviation,
            "r_wg": spread.r_wg,
            "verdict": spread.verdict,
            "agree": conventions.agree * length,
            "disagree": conventions.disagree * length,
            "points": points,
            "length": length,
        },
        tuple(Input(n, id=str(point)) for point, n in enumerate(found.distribution or (), start=1)),
    )

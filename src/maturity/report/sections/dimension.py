"""Each dimension on its own page: items, distribution, evidence, recommendations, cases."""

from __future__ import annotations

from maturity.problems import N_
from maturity.report.charts.describe import StackedChart, StackRow
from maturity.report.context import Context, anchor
from maturity.report.model import Advised, CaseBox, DimensionPage
from maturity.report.sections.extremes import told_extremes
from maturity.report.sections.told import told_recommendation
from maturity.report.words import NOTHING, VERDICTS
from maturity.scoring.result import DimensionResult, ItemResult

FULL = 1
"""How many recommendations a page tells in full."""
BRIEF = 2
"""How many more it tells by title."""
REASONS = 2
"""How many reasons it gives for each; the profile gives them all."""
CASES = 1
"""How many cases a page tells."""


def make_dimensions(context: Context) -> tuple[DimensionPage, ...]:
    """One page for each dimension that holds items."""
    return tuple(_page(context, leaf.id) for leaf in context.questionnaire.leaves)


def _page(context: Context, id_: str) -> DimensionPage:
    words, node, result = context.words, context.questionnaire.nodes[id_], context.result.dimension(id_)
    advice = _advice(context, id_)
    finding = _finding(context, result)
    return DimensionPage(
        anchor=anchor(id_),
        code=node.code,
        name=node.title,
        path=words.path(node),
        question=node.question,
        description=node.description,
        score=words.score(result.score),
        interval=words.interval(result.estimate.interval if result.estimate else None),
        level=words.level(result.level),
        level_number=words.level_number(result.level),
        facts=_facts(context, result),
        finding=finding,
        items=_chart(context, id_, finding),
        advice=advice[:FULL],
        then=advice[FULL : FULL + BRIEF],
        cases=_cases(advice)[:CASES],
    )


def _advice(context: Context, id_: str) -> tuple[Advised, ...]:
    chosen = next((a.recommendations for a in context.advice.by_dimension if a.dimension == id_), ())
    return tuple(told_recommendation(context, one, reasons=REASONS) for one in chosen)


def _cases(advice: tuple[Advised, ...]) -> tuple[CaseBox, ...]:
    told: dict[str, CaseBox] = {}
    for turn in range(max((len(one.cases) for one in advice), default=0)):
        for one in advice:
            if turn < len(one.cases):
                told.setdefault(one.cases[turn].id, one.cases[turn])
    return tuple(told.values())


def _facts(context: Context, result: DimensionResult) -> tuple[tuple[str, str], ...]:
    words = context.words
    facts = [
        (words.say("People"), str(result.estimate.n) if result.estimate else NOTHING),
        (words.say("Agreement"), words.say(VERDICTS[result.verdict]) if result.verdict else NOTHING),
        (words.say("Don’t know"), words.percent(result.unknown_share)),
    ]
    evidence = context.questionnaire.evidence
    if evidence and result.evidence is not None:
        grade = evidence.grades[min(round(result.evidence), len(evidence.grades) - 1)]
        facts.append((words.say("Evidence, on average"), grade.name))
    if result.grade:
        facts.append((words.say("Grade"), result.grade))
    if result.gated:
        facts.append((words.say("Agreed level"), words.level(result.gated.level)))
    return tuple(facts)


def _finding(context: Context, result: DimensionResult) -> str:
    items = context.questionnaire.nodes[result.id].items
    return told_extremes(
        context.words,
        [(item.id, context.result.item(item.id).score) for item in items if item.scored],
        none=N_("No item here has enough answers for a score"),
        same=N_("Every item scores {score}"),
        both=N_("Strongest: {best} ({best_score}). Weakest: {weakest} ({weakest_score})"),
    )


def _chart(context: Context, id_: str, finding: str) -> StackedChart | None:
    words = context.words
    rubrics = [item for item in context.questionnaire.nodes[id_].items if item.points]
    if not rubrics or len({item.points for item in rubrics}) != 1:
        return None
    points = rubrics[0].points or 0
    named = points == len(context.questionnaire.levels)
    levels = (
        [words.level(level.id) for level in context.questionnaire.levels]
        if named
        else [str(n + 1) for n in range(points)]
    )
    return StackedChart(
        title=finding,
        description=words.say("How many people chose each level of each item, and how many do not know."),
        unit=words.say("Number of answers"),
        rows=tuple(_row(context, context.result.item(item.id)) for item in rubrics),
        levels=tuple(levels),
        unknown_label=words.say("Don’t know"),
        heads=(words.say("Item"), words.say("People")),
        other_label=words.say("No answer"),
    )


def _row(context: Context, item: ItemResult) -> StackRow:
    words = context.words
    label = f"{words.name(item.id)} · {words.score(item.score)}"
    if item.distribution is None or item.counts is None:
        return StackRow(label, (), 0, "", withheld=words.say("Too few answers to show how they are spread"))
    shown = item.counts.asked - item.counts.not_applicable
    return StackRow(label, item.distribution, item.counts.unknown, str(shown), other=item.counts.missing)

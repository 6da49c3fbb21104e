"""The top dimensions: a radar of one against median and middle half, and the same as boxes on the scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from maturity.comparison.benchmark.model import Standing
from maturity.problems import N_
from maturity.report.benchmark.context import Context, ends
from maturity.report.benchmark.model import Profile
from maturity.report.charts.describe import Axis, BoxChart, BoxRow, DotChart, DotRow, RadarChart
from maturity.report.sections.extremes import told_alike, told_extremes
from maturity.report.words import NOTHING
from maturity.scoring.rounding import rounded


def make_profile(context: Context) -> Profile:
    """The profile of a benchmark that is not withheld."""
    finding = _finding(context)
    return Profile(
        finding=finding,
        radar=_radar(context, finding) if len(context.tops) >= 3 else _dots(context, finding),
        boxes=box_chart(context, context.tops, _boxes_title(context)),
        remarks=_remarks(context),
    )


def box_chart(
    context: Context, standings: tuple[Standing, ...], title: str, head: str | None = None
) -> BoxChart:
    """What the others have in some dimensions or items, with the client marked."""
    say = context.words.say
    heads, rows = _filled(_figure_heads(context), [_box(context, one) for one in standings])
    return BoxChart(
        title=title,
        description=say(
            "For each row the median and the middle half of the organisations, on a scale. The same "
            "numbers stand in the "
            "tables."
        ),
        unit=context.unit,
        rows=rows,
        levels=context.rings,
        scale_from=context.scale[0],
        scale_to=context.scale[1],
        heads=(head or say("Dimension"), *heads),
        names=(
            say("Median"),
            say("Middle half"),
            say("From the lowest to the highest {count}, on average", count=context.benchmark.threshold),
            say("You, with your interval") if context.for_client else "",
            say("Target"),
        ),
    )


def _figure_heads(context: Context) -> tuple[str, ...]:
    say = context.words.say
    if context.for_client:
        return say("You"), say("Median"), say("Percentile")
    return say("Median"), say("Middle half")


def _filled(heads: Sequence[str], rows: Sequence[BoxRow]) -> tuple[tuple[str, ...], tuple[BoxRow, ...]]:
    """Headings and rows without those columns of figures, after the first, in which no row has anything."""
    kept = [at for at in range(len(heads)) if not at or any(row.figures[at] != NOTHING for row in rows)]
    return tuple(heads[at] for at in kept), tuple(
        replace(row, figures=tuple(row.figures[at] for at in kept)) for row in rows
    )


def _box(context: Context, one: Standing) -> BoxRow:
    words = context.words
    if context.for_client:
        figures: tuple[str, ...] = (
            words.score(one.client),
            words.score(one.median),
            context.place(one.percentile),
        )
    else:
        figures = (words.score(one.median), context.middle(one))
    return BoxRow(
        label=words.name(one.id),
        median=one.median,
        middle=ends(one.middle),
        ends=ends(one.ends),
        value=one.client,
        interval=ends(one.interval),
        figures=figures,
        target=one.target,
    )


def _boxes_title(context: Context) -> str:
    say = context.words.say
    if not context.for_client:
        return say("How far the organisations are from each other")
    overall = context.benchmark.overall
    if overall.rank is None:
        return say("Where you stand among the others")
    return say(
        "By the overall number you have rank {ranks} of {of} in nine of ten draws, also with other weights",
        ranks=context.ranks(overall.rank),
        of=overall.rank.of,
    )


def _finding(context: Context) -> str:
    return _client_finding(context) if context.for_client else _group_finding(context)


def _client_finding(context: Context) -> str:
    words, say = context.words, context.words.say
    decimals = context.questionnaire.scale.decimals
    apart = {  # as it reads: what reads as 0 is neither above nor below
        one.id: float(rounded(one.client - one.median, decimals))
        for one in context.tops
        if one.client is not None and one.median is not None
    }
    if not apart:
        return say("There is no dimension in which you and enough others have a score")
    low, high = min(apart.values()), max(apart.values())
    worst, best = ([id_ for id_, by in apart.items() if by == end] for end in (low, high))
    return say(
        _message(low, high),
        best=told_alike(words, best),
        high=context.signed(high),
        worst=told_alike(words, worst),
        low=context.signed(low),
    )


def _message(low: float, high: float) -> str:
    """What is said of a client that stands at most so far below the median and so far above it."""
    if low == high == 0:
        return N_("You stand at the median of your peers in every dimension")
    if low >= 0:
        return N_(
            "You stand at or above the median of your peers in every dimension, most in {best} ({high})"
        )
    if high <= 0:
        return N_(
            "You stand at or below the median of your peers in every dimension, most in {worst} ({low})"
        )
    return N_(
        "You stand furthest above the median in {best} ({high}) and furthest below it in {worst} ({low})"
    )


def _group_finding(context: Context) -> str:
    medians = [(one.id, one.median) for one in context.tops if one.median is not None]
    none = N_("There are too few scores for a profile of the group")
    if len(medians) < 2:
        return context.words.say(none)
    return told_extremes(
        context.words,
        medians,
        none=none,
        same=N_("Every median is {score}"),
        both=N_(
            "{best} is the strongest in the group (median {best_score}) and {weakest} the weakest "
            "(median {weakest_score})"
        ),
    )


def _description(context: Context) -> str:
    if context.for_client:
        return context.words.say(
            "Your score in each dimension as a line, the median of the others as a dashed line, their "
            "middle half as a band."
        )
    return context.words.say(
        "The median of the organisations in each dimension as a line, their middle half as a band."
    )


def _radar(context: Context, finding: str) -> RadarChart:
    words, tops, say = context.words, context.tops, context.words.say
    targets = tuple(one.target for one in tops)
    mine = context.for_client
    has_target = any(target is not None for target in targets)
    return RadarChart(
        title=finding,
        description=_description(context),
        axes=tuple(_axis(context, one) for one in tops),
        rings=context.rings,
        scale_from=context.scale[0],
        scale_to=context.scale[1],
        heads=(
            say("Dimension"),
            say("You") if mine else say("Median"),
            say("Your interval") if mine else say("Interval"),
        ),
        compare=tuple(one.median for one in tops) if mine else None,
        compare_shown=tuple(words.score(one.median) for one in tops) if mine else (),
        compare_label=say("Median of the others") if mine else None,
        band=tuple(ends(one.middle) for one in tops) if any(one.middle for one in tops) else None,
        band_shown=tuple(context.middle(one) for one in tops),
        band_label=say("Middle half of the others") if mine else say("Middle half"),
        target=targets if has_target else None,
        target_shown=tuple(words.score(target) for target in targets) if has_target else (),
        target_label=say("Target") if has_target else None,
    )


def _axis(context: Context, one: Standing) -> Axis:
    words = context.words
    code = context.questionnaire.nodes[one.id].code or ""
    if not context.for_client:
        return Axis(words.name(one.id), code, one.median, None, None, words.score(one.median))
    low, high = ends(one.interval) or (None, None)
    return Axis(
        words.name(one.id), code, one.client, low, high, words.score(one.client), words.interval(one.interval)
    )


def _dots(context: Context, finding: str) -> DotChart:
    say = context.words.say
    rows = tuple(_dot(context, one) for one in context.tops)
    return DotChart(
        title=finding,
        description=_description(context),
        unit=context.unit,
        rows=rows,
        levels=context.rings,
        scale_from=context.scale[0],
        scale_to=context.scale[1],
        heads=(say("Dimension"), say("Score"), say("Interval"), ""),
    )


def _dot(context: Context, one: Standing) -> DotRow:
    words = context.words
    value, between = (one.client, one.interval) if context.for_client else (one.median, one.middle)
    low, high = ends(between) or (None, None)
    return DotRow(words.name(one.id), value, low, high, words.score(value), words.interval(between))


def _remarks(context: Context) -> tuple[str, ...]:
    overall, words = context.benchmark.overall, context.words
    say = words.say
    told = []
    if context.for_client and overall.rank and overall.percentile:
        told.append(
            say(
                "Overall: {score}, with {share} of the others below you. The number hides what the profile "
                "shows.",
                score=words.score(overall.client),
                share=context.place(overall.percentile),
            )
        )
    if all(one.middle is None for one in context.tops):
        told.append(
            say(
                "Only medians are shown: in a middle half too few organisations, or too few that are anonymous, "
                "would stand on one side."
            )
        )
    if overall.median is not None and not context.for_client:
        told.append(_overall_median(context))
    return tuple(told)


def _overall_median(context: Context) -> str:
    overall, words = context.benchmark.overall, context.words
    score = words.score(overall.median)
    if overall.middle is None:
        return words.say("The median of the overall number is {score}.", score=score)
    return words.say(
        "The median of the overall number is {score} (middle half {middle}).",
        score=score,
        middle=context.middle(overall),
    )

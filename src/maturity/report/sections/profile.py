"""The profile on one page: the radar, the scores with interval and level, bottleneck, strengths, priorities."""

from __future__ import annotations

from maturity.advice.model import Strength
from maturity.problems import N_
from maturity.report.charts.describe import Axis, DotChart, DotRow, RadarChart
from maturity.report.context import Context, anchor
from maturity.report.model import Profile, ProfileLine, StrengthLine
from maturity.report.sections.extremes import names_of_weakest, told_extremes
from maturity.report.sections.told import told_recommendation
from maturity.report.words import AGGREGATIONS, NOTHING
from maturity.scoring.result import DimensionResult, Interval


def make_profile(context: Context) -> Profile:
    """The profile from a result that is not withheld."""
    tops = [context.result.dimension(id_) for id_ in context.result.top]
    finding = _finding(context, tops)
    return Profile(
        finding=finding,
        radar=_chart(context, tops, finding),
        lines=tuple(_line(context, dimension) for dimension in tops),
        levels=tuple(
            (context.words.level(level.id), level.meaning or "") for level in context.questionnaire.levels
        ),
        bottleneck=_bottleneck(context),
        strengths=tuple(_strength(context, strength) for strength in context.advice.strengths),
        priorities=tuple(told_recommendation(context, chosen) for chosen in context.advice.priorities),
        overall=_overall(context),
    )


def _finding(context: Context, tops: list[DimensionResult]) -> str:
    return told_extremes(
        context.words,
        [(one.id, one.score) for one in tops],
        none=N_("No dimension has enough answers for a score"),
        same=N_("Every dimension scores {score}"),
        both=N_("{best} is the strongest ({best_score}) and {weakest} the weakest ({weakest_score})"),
    )


def _chart(context: Context, tops: list[DimensionResult], finding: str) -> RadarChart | DotChart:
    words, scale = context.words, context.questionnaire.scale
    description = words.say(
        "One value for each dimension, on a scale from {scale}, with its interval. The same numbers stand in the table "
        "beside it.",
        scale=context.scale,
    )
    heads = (words.say("Dimension"), words.say("Score"), words.say("Interval"))
    if len(tops) < 3:
        rows = tuple(
            DotRow(words.name(d.id), d.score, *_ends(d), words.score(d.score), words.interval(_between(d)))
            for d in tops
        )
        return DotChart(
            title=finding,
            description=description,
            unit=words.say("Scale {scale}", scale=context.scale),
            rows=rows,
            levels=context.rings,
            scale_from=scale.from_,
            scale_to=scale.to,
            heads=(*heads, words.say("People")),
        )
    return RadarChart(
        title=finding,
        description=description,
        axes=tuple(_axis(context, dimension) for dimension in tops),
        rings=context.rings,
        scale_from=scale.from_,
        scale_to=scale.to,
        heads=heads,
    )


def _axis(context: Context, dimension: DimensionResult) -> Axis:
    words = context.words
    code = context.questionnaire.nodes[dimension.id].code or ""
    low, high = _ends(dimension)
    shown, between = words.score(dimension.score), words.interval(_between(dimension))
    return Axis(words.name(dimension.id), code, dimension.score, low, high, shown, between)


def _between(dimension: DimensionResult) -> Interval | None:
    return dimension.estimate.interval if dimension.estimate else None


def _ends(dimension: DimensionResult) -> tuple[float | None, float | None]:
    between = _between(dimension)
    return (between.low, between.high) if between else (None, None)


def _line(context: Context, dimension: DimensionResult) -> ProfileLine:
    words = context.words
    return ProfileLine(
        anchor=anchor(dimension.id),
        name=words.name(dimension.id),
        score=words.score(dimension.score),
        interval=words.interval(_between(dimension)),
        level=words.level(dimension.level),
        level_number=words.level_number(dimension.level),
        grade=dimension.grade or NOTHING,
        remark=_remark(context, dimension),
    )


def _remark(context: Context, dimension: DimensionResult) -> str:
    words = context.words
    if dimension.score is None:
        return words.say("Too few answers for a score")
    second = sorted(dimension.chances, key=lambda chance: -chance.probability)
    if dimension.verdict == "disagree":
        return words.say("People disagree: talk before you act")
    if len(second) > 1 and second[1].probability >= 0.1:
        return words.say(
            "{probability} chance of level {level}",
            probability=words.percent(second[1].probability),
            level=words.level_number(second[1].level),
        )
    if (dimension.unknown_share or 0) >= context.questionnaire.conventions.unknown:
        return words.say("{share} do not know", share=words.percent(dimension.unknown_share))
    return ""


def _bottleneck(context: Context) -> str | None:
    robust, words = context.result.robustness, context.words
    if robust is None:
        return None
    if robust.weakest_resampled is None:
        # Without draws nothing tells apart those whose score reads the same.
        weakest = names_of_weakest(words, context.result)
        return words.say("The bottleneck is {name}.", name=words.language.join(weakest)) if weakest else None
    return words.say(
        "The bottleneck is {name}. With other people of the same kind it would be the weakest in {resampled} of the "
        "cases, weighed or added up in other ways in {reweighted}.",
        name=words.name(robust.weakest),
        resampled=words.percent(robust.weakest_resampled),
        reweighted=words.percent(robust.weakest_reweighted),
    )


def _strength(context: Context, strength: Strength) -> StrengthLine:
    words = context.words
    return StrengthLine(
        words.name(strength.about), words.score(strength.score), words.reasons(strength.reasons)
    )


def _overall(context: Context) -> tuple[str, ...]:
    overall, words = context.result.overall, context.words
    if overall is None:
        return ()
    between = words.interval(overall.interval)
    first = (
        words.say(
            "If one number is asked for: {score} ({between}), the {method} of the dimensions on the "
            "scale from {scale}.",
            score=words.score(overall.score),
            between=between,
            method=words.say(AGGREGATIONS[overall.aggregation]),
            scale=context.scale,
        )
        if between
        else words.say(
            "If one number is asked for: {score}, the {method} of the dimensions on the scale from {scale}.",
            score=words.score(overall.score),
            method=words.say(AGGREGATIONS[overall.aggregation]),
            scale=context.scale,
        )
    )
    second = words.say(
        "The arithmetic mean is {arithmetic}, the lowest dimension {minimum}. With other weights it "
        "could be from {low} "
        "to {high}. The number hides what the profile shows.",
        arithmetic=words.score(overall.arithmetic),
        minimum=words.score(overall.minimum),
        low=words.score(overall.weight_low),
        high=words.score(overall.weight_high),
    )
    return (first, second)

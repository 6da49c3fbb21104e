"""The numbers behind the charts, as tables: for screen readers, for spreadsheets, and for whoever wants to check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from maturity.report.context import Context
from maturity.report.model import Cell, Column, Table
from maturity.report.sections.differences import role_group
from maturity.scoring.result import DimensionResult, Interval, ItemResult


def make_tables(context: Context) -> tuple[Table, ...]:
    """Every table of a result that is not withheld."""
    tables = [_dimensions(context), _items(context), _roles(context), _gaps(context)]
    return tuple(table for table in tables if table.rows)


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (interval.low, interval.high) if interval else (None, None)


def _dimensions(context: Context) -> Table:
    words = context.words
    say = words.say
    columns = (
        Column(say("Dimension")),
        Column(say("Score"), "score"),
        Column(say("From"), "score"),
        Column(say("To"), "score"),
        Column(say("Level")),
        Column(say("People"), "count"),
        Column(say("Don’t know"), "share"),
        Column(say("Least"), "score"),
        Column(say("Most"), "score"),
        Column(say("Spread"), "precise"),
        Column(say("Grade")),
    )

    def row(d: DimensionResult) -> tuple[Cell, ...]:
        low, high = _ends(d.estimate.interval if d.estimate else None)
        least, most = _ends(d.bounds)
        return (
            words.name(d.id),
            d.score,
            low,
            high,
            words.level(d.level),
            d.estimate.n if d.estimate else None,
            d.unknown_share,
            least,
            most,
            d.average_deviation,
            d.grade,
        )

    note = say(
        "Least and most: the score if every don’t know were the lowest, or the highest, level. "
        "Spread: average deviation, in levels."
    )
    return Table(
        "dimensions", say("Dimensions"), columns, tuple(row(d) for d in context.result.dimensions), note
    )


def _items(context: Context) -> Table:
    words = context.words
    say = words.say
    points = max((len(item.distribution) for item in context.result.items if item.distribution), default=0)
    agreed = {item: as_step(level) for item, level, _, _ in context.result.agreed_reasons}
    columns = (
        Column(say("Item")),
        Column(say("Score"), "score"),
        Column(say("From"), "score"),
        Column(say("To"), "score"),
        *(Column(str(point), "count") for point in range(1, points + 1)),
        Column(say("Answers"), "count"),
        Column(say("Don’t know"), "count"),
        Column(say("N/A"), "count"),
        Column(say("Spread"), "precise"),
        Column(say("Evidence"), "precise"),
        Column(say("Agreed"), level_kind(agreed.values())),
    )
    note = say(
        "From and to: the interval. 1, 2, 3 …: how many chose each level. N/A: not applicable. "
        "Spread: average deviation. "
        "Evidence: mean grade, 0 for an impression. Agreed: the level that the team agreed on."
    )
    few = max(context.result.threshold, context.questionnaire.privacy.distribution)
    if any(item.spread and item.spread.average_deviation is None for item in context.result.items):
        note += " " + say(
            "Where fewer than {few} people answered, no interval and no spread are shown: they would give away "
            "each answer.",
            few=few,
        )
    rows = tuple(_item_row(context, item, points, agreed.get(item.id)) for item in context.result.items)
    return Table("items", say("Items"), columns, rows, note)


def level_kind(levels: Iterable[float]) -> Literal["count", "score"]:
    """Agreed levels are steps and written as such, unless one lies between two of them."""
    return "count" if all(float(level).is_integer() for level in levels) else "score"


def as_step(level: float) -> float:
    """An agreed level as a whole number, if it is one."""
    return int(level) if float(level).is_integer() else level


def _item_row(context: Context, item: ItemResult, points: int, agreed: float | None) -> tuple[Cell, ...]:
    counts, chosen = item.counts, item.distribution or ()
    return (
        context.words.name(item.id),
        item.score,
        *_ends(item.estimate.interval if item.estimate else None),
        *chosen,
        *(None,) * (points - len(chosen)),
        *((counts.valid, counts.unknown, counts.not_applicable) if counts else (None, None, None)),
        item.spread.average_deviation if item.spread else None,
        item.evidence,
        agreed,
    )


def _roles(context: Context) -> Table:
    say = context.words.say
    columns = (
        Column(say("Dimension")),
        Column(say("Role")),
        Column(say("Score"), "score"),
        Column(say("From"), "score"),
        Column(say("To"), "score"),
        Column(say("People"), "count"),
        Column(say("Don’t know"), "share"),
    )
    rows = tuple(
        (
            context.words.name(d.id),
            role_group(context, role.roles),
            role.estimate.mean,
            *_ends(role.estimate.interval),
            role.estimate.n,
            role.unknown_share,
        )
        for d in context.result.dimensions
        for role in d.roles
    )
    return Table("roles", say("Roles"), columns, rows)


def _gaps(context: Context) -> Table:
    say, name = context.words.say, context.words.name
    columns = (
        Column(say("Dimension")),
        Column(say("First role")),
        Column(say("Second role")),
        Column(say("Difference"), "precise"),
        Column(say("From"), "precise"),
        Column(say("To"), "precise"),
        Column(say("Cliff’s delta"), "precise"),
        Column(say("Items"), "count"),
    )
    rows = tuple(
        (
            name(gap.dimension),
            name(gap.first),
            name(gap.second),
            gap.difference,
            *_ends(gap.interval),
            gap.delta,
            len(gap.items),
        )
        for gap in context.result.gaps
    )
    note = say("First role less second role, on the items that both answered.")
    return Table("gaps", say("Differences between roles"), columns, rows, note)


def agreed_table(context: Context) -> Table:
    """What the team agreed on, with the reason and the evidence: too long for paper, at hand in a spreadsheet."""
    say, grades = context.words.say, context.questionnaire.evidence
    columns = (
        Column(say("Item")),
        Column(say("Agreed level"), level_kind(level for _, level, _, _ in context.result.agreed_reasons)),
        Column(say("Evidence")),
        Column(say("Reason")),
    )
    rows = tuple(
        (
            context.words.name(item),
            as_step(level),
            grades.grades[grade].name if grades and grade is not None else None,
            reason,
        )
        for item, level, reason, grade in context.result.agreed_reasons
    )
    return Table("agreed", say("What the team agreed on"), columns, rows)

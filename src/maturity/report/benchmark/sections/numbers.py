"""The numbers behind the charts, as tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from maturity.comparison.benchmark.model import Row, Standing
from maturity.report.benchmark.context import Context
from maturity.report.benchmark.sections.drivers import separation_table
from maturity.report.model import Cell, Column, Table
from maturity.scoring.result import Interval


def make_tables(context: Context) -> tuple[Table, ...]:
    """Every table of a benchmark that is not withheld, apart from those that stand in the text."""
    found, say = context.benchmark, context.words.say
    tables = [
        _standings(context, "dimensions", say("Dimensions"), (found.overall, *found.dimensions)),
        _standings(context, "items", say("Items"), found.items),
        separation_table(context),
        _organisations(context),
    ]
    return tuple(table for table in tables if table.rows)


def make_row_tables(context: Context) -> tuple[Table, ...]:
    """Dimensions and items of each organisation that may be shown."""
    ids = [one.id for one in context.benchmark.dimensions]
    first = _rows(context, "by-dimension", context.words.say("Organisations by dimension"), ids)
    return tuple(table for table in (first, *_item_rows(context)) if table.rows)


def _standings(context: Context, id_: str, title: str, standings: Iterable[Standing]) -> Table:
    say = context.words.say
    heads = (
        Column(say("Dimension") if id_ == "dimensions" else say("Item")),
        Column(say("Organisations"), "count"),
        Column(say("Median"), "score"),
        Column(say("Middle from"), "score"),
        Column(say("Middle to"), "score"),
        Column(say("Low end"), "score"),
        Column(say("High end"), "score"),
    )
    columns = (*heads, *_own_columns(context)) if context.for_client else heads
    return _without_empty(Table(id_, title, columns, tuple(_standing(context, one) for one in standings)))


def _without_empty(table: Table) -> Table:
    """The table without columns that have no value in any row, such as ends in a small group."""
    kept = [at for at in range(len(table.columns)) if any(row[at] is not None for row in table.rows)]
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)


def _own_columns(context: Context) -> tuple[Column, ...]:
    say = context.words.say
    return (
        Column(say("You"), "score"),
        Column(say("From"), "score"),
        Column(say("To"), "score"),
        Column(say("Percentile"), "share"),
        Column(say("At least"), "share"),
        Column(say("At most"), "share"),
        Column(say("Rank")),
    )


def _standing(context: Context, one: Standing) -> tuple[Cell, ...]:
    name = context.words.say("Overall") if one is context.benchmark.overall else context.words.name(one.id)
    found = (name, one.n, one.median, *_ends(one.middle), *_ends(one.ends))
    if not context.for_client:
        return found
    place = one.percentile
    shares = (place.share, place.low, place.high) if place else (None, None, None)
    return (*found, one.client, *_ends(one.interval), *shares, context.ranks(one.rank) if one.rank else None)


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (interval.low, interval.high) if interval else (None, None)


def _organisations(context: Context) -> Table:
    say = context.words.say
    columns = (
        Column(say("Organisation")),
        Column(say("Overall"), "score"),
        Column(say("Rank from"), "count"),
        Column(say("Rank to"), "count"),
        Column(say("Group"), "count"),
        Column(say("Marks")),
    )
    rows = tuple(
        (
            context.row_name(row),
            row.overall,
            row.rank.low if row.rank else None,
            row.rank.high if row.rank else None,
            row.tier,
            context.marks(row.marks),
        )
        for row in context.benchmark.rows
    )
    ranked = context.benchmark.ranked
    note = say(
        "Ranked among {of}. Rows with the same group cannot be told apart from the highest in it.", of=ranked
    )
    return Table("organisations", say("Organisations"), columns, rows, note if ranked else None)


def _rows(context: Context, id_: str, title: str, ids: list[str]) -> Table:
    columns = (
        Column(context.words.say("Organisation")),
        *(Column(context.words.name(one), "score") for one in ids),
    )
    rows = tuple((context.row_name(row), *row.dimensions) for row in context.benchmark.rows)
    return Table(id_, title, columns, rows)


def _item_rows(context: Context) -> Iterable[Table]:
    """One table for each leaf dimension, so that none is wider than a page."""
    place = {one.id: at for at, one in enumerate(context.benchmark.items)}
    for leaf in context.questionnaire.leaves:
        ids = [item.id for item in leaf.items if item.id in place]

        def values(row: Row, ids: list[str] = ids) -> tuple[Cell, ...]:
            return tuple(row.items[place[id_]] for id_ in ids)

        columns = (
            Column(context.words.say("Organisation")),
            *(
                Column(context.questionnaire.items[id_].code or context.words.name(id_), "score")
                for id_ in ids
            ),
        )
        rows = tuple((context.row_name(row), *values(row)) for row in context.benchmark.rows)
        yield Table(f"by-item-{leaf.id}", leaf.title, columns, rows)

"""Organisations one by one: ranges of rank, and heatmaps of dimensions and items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from maturity.comparison.benchmark.model import Row
from maturity.report.benchmark.context import MARK_MEANINGS, MARK_NAMES, Context
from maturity.report.benchmark.model import Rows
from maturity.report.charts.describe import HeatCell, HeatChart, HeatRow, RankChart, RankRow
from maturity.report.words import NOTHING

A_PAGE = 30
"""The most rows of one picture: what fits on a page."""
MOST = 60
"""The most organisations whose items are drawn one by one; of more they stand in spreadsheets only."""


def make_rows(context: Context) -> Rows:
    """The rows of a group's benchmark, on as many pictures as needed."""
    found = context.benchmark
    return Rows(
        ranks=tuple(_ranks(context, rows) for rows in pages(found.rows)) if found.ranked else (),
        heat=tuple(_dimensions(context, rows) for rows in pages(found.rows)),
        items=tuple(chart for rows in pages(found.rows) for chart in _items(context, rows))
        if len(found.rows) <= MOST
        else (),
        remarks=tuple(_remarks(context)),
    )


def pages(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Rows in stretches of about the same length that fit on a page."""
    count = -(-len(rows) // A_PAGE)
    cuts = [round(at * len(rows) / count) for at in range(count + 1)] if count else [0]
    return [rows[start:end] for start, end in pairwise(cuts)]


def _ranks(context: Context, rows: Sequence[Row]) -> RankChart:
    say = context.words.say
    tiers = len({row.tier for row in context.benchmark.rows if row.tier})
    return RankChart(
        title=context.words.plural(
            "None can be told apart from the highest with certainty: they form {count} group",
            "The organisations form {count} groups: the highest of each can be told apart from the highest of "
            "the group above",
            tiers,
        ),
        description=say(
            "For each organisation the range of its rank by the overall number, from 1 to {of}.",
            of=context.benchmark.ranked,
        ),
        unit=say("Rank, 90 % range; a line where a new group begins"),
        rows=tuple(
            RankRow(
                context.row_name(row),
                row.rank.low if row.rank else None,
                row.rank.high if row.rank else None,
                context.ranks(row.rank),
                row.tier,
            )
            for row in rows
        ),
        of=context.benchmark.ranked,
        heads=(say("Organisation"), say("Rank"), say("Group")),
    )


def _dimensions(context: Context, rows: Sequence[Row]) -> HeatChart:
    words = context.words
    ids = [one.id for one in context.benchmark.dimensions]
    tops = [ids.index(id_) for id_ in context.benchmark.top]
    columns = tuple(
        (words.name(id_), context.questionnaire.nodes[id_].code or id_) for id_ in context.benchmark.top
    )
    median = HeatRow(
        words.say("Median"), tuple(_cell(context, one.median) for one in context.tops), strong=True
    )
    return _heat(
        context,
        words.say("The organisations by dimension, the highest overall number first"),
        (median, *(_row(context, row, [row.dimensions[at] for at in tops]) for row in rows)),
        columns,
    )


def _items(context: Context, rows: Sequence[Row]) -> Iterator[HeatChart]:
    """One picture for each leaf dimension."""
    place = {one.id: at for at, one in enumerate(context.benchmark.items)}
    for leaf in context.questionnaire.leaves:
        ids = [item.id for item in leaf.items if item.id in place]
        if not ids:
            continue
        medians = tuple(_cell(context, context.benchmark.items[place[id_]].median) for id_ in ids)
        lines = (_row(context, row, [row.items[place[id_]] for id_ in ids]) for row in rows)
        columns = tuple(
            (context.words.name(id_), context.questionnaire.items[id_].code or id_) for id_ in ids
        )
        yield _heat(
            context, leaf.title, (HeatRow(context.words.say("Median"), medians, strong=True), *lines), columns
        )


def _heat(
    context: Context, title: str, rows: tuple[HeatRow, ...], columns: tuple[tuple[str, str], ...]
) -> HeatChart:
    say = context.words.say
    return HeatChart(
        title=title,
        description=say("A grid of scores, shaded by level. The same numbers stand in the tables."),
        rows=rows,
        columns=columns,
        levels=tuple(context.words.level(level.id) for level in context.questionnaire.levels),
        row_head=say("Organisation"),
    )


def _row(context: Context, row: Row, values: list[float | None]) -> HeatRow:
    star = " *" if row.marks else ""
    return HeatRow(context.row_name(row) + star, tuple(_cell(context, value) for value in values))


def _cell(context: Context, value: float | None) -> HeatCell:
    return HeatCell(context.level_of(value), context.words.score(value) if value is not None else NOTHING)


def _remarks(context: Context) -> Iterator[str]:
    found, words = context.benchmark, context.words
    hidden = found.organisations - len(found.rows)
    if not found.rows:
        yield words.say(
            "No organisation has agreed to be named, so that none is shown by itself: whoever knew the "
            "group before one "
            "more joined would recognise its row. A working copy shows them without names."
        )
    elif hidden:
        yield words.plural(
            "Shown are those who agreed to be named, ranked among themselves. {count} more counts in the "
            "medians.",
            "Shown are those who agreed to be named, ranked among themselves. {count} more count in the "
            "medians.",
            hidden,
        )
    if len(found.rows) > MOST:
        yield words.say("Items are not drawn for so many: they stand in the spreadsheet (.xlsx, .csv).")
    for mark in dict.fromkeys(mark for row in found.rows for mark in row.marks):
        names = [context.row_name(row) for row in found.rows if mark in row.marks]
        yield words.say(
            "* {mark} ({names}): {meaning}.",
            mark=words.say(MARK_NAMES[mark]),
            names=context.some(names),
            meaning=words.say(MARK_MEANINGS[mark]),
        )

"""Organisations one by one as a grid that can be sorted: for the screen, where paper has pictures of pages.

It holds the rows that the benchmark holds and no others, so that no order can show who is hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from maturity.comparison.benchmark.model import Row
from maturity.report.benchmark.context import MARK_MEANINGS, MARK_NAMES, Context
from maturity.report.charts.describe import HeatCell
from maturity.report.words import NOTHING

NAME, OVERALL = "name", "overall"
"""What rows can be sorted by beside the columns."""

Reader = Callable[[Row], float | None]


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column, and whether the lowest comes first. The usual order is the benchmark's own."""

    by: str = OVERALL
    up: bool = False


USUAL = Sort()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A dimension or an item."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One organisation that may be shown. `marks` are told in words."""

    code: str
    label: str
    marks: str
    overall: HeatCell
    rank: str
    tier: int | None
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Scores of some dimensions or items, a row for each organisation, the medians above them."""

    title: str
    columns: tuple[GridColumn, ...]
    medians: tuple[HeatCell, ...]
    overall_median: HeatCell
    rows: tuple[GridRow, ...]
    sort: Sort
    levels: tuple[str, ...]
    """The names of the levels with their numbers."""
    meanings: tuple[tuple[str, str], ...]
    """What each mark in it means."""


def make_grid(context: Context, part: str = "", sort: Sort = USUAL) -> Grid | None:
    """The grid of the top dimensions, or of the items of the leaf dimension `part`; None if no organisation may
    be shown. Without such a part or column, the usual ones are taken."""
    found = context.benchmark
    if not found.rows:
        return None
    columns = _columns(context, part)
    rows = _sorted(context, found.rows, columns, sort)
    readers = _readers(context, [one.id for one in columns])
    used = dict.fromkeys(mark for row in found.rows for mark in row.marks)
    say = context.words.say
    return Grid(
        title=_title(context, part),
        columns=columns,
        medians=tuple(_cell(context, found.standing(one.id).median) for one in columns),
        overall_median=_cell(context, found.overall.median),
        rows=tuple(_row(context, row, readers) for row in rows),
        sort=sort if sort.by in (NAME, OVERALL, *(one.id for one in columns)) else USUAL,
        levels=tuple(context.words.level(level.id) for level in context.questionnaire.levels),
        meanings=tuple((say(MARK_NAMES[mark]), say(MARK_MEANINGS[mark])) for mark in used),
    )


def parts(context: Context) -> tuple[tuple[str, str], ...]:
    """What the columns can be: id and title; the first is the top dimensions."""
    leaves = ((leaf.id, leaf.title) for leaf in context.questionnaire.leaves if _items(context, leaf.id))
    return (("", context.words.say("Dimensions")), *leaves)


def _title(context: Context, part: str) -> str:
    titles = dict(parts(context))
    return titles.get(part, titles[""])


def _columns(context: Context, part: str) -> tuple[GridColumn, ...]:
    ids = _items(context, part) or context.benchmark.top
    return tuple(GridColumn(id_, context.words.name(id_)) for id_ in ids)


def _items(context: Context, part: str) -> tuple[str, ...]:
    """The items of a leaf dimension that are compared."""
    there = {one.id for one in context.benchmark.items}
    leaves = (leaf for leaf in context.questionnaire.leaves if leaf.id == part)
    return tuple(item.id for leaf in leaves for item in leaf.items if item.id in there)


def _sorted(
    context: Context, rows: tuple[Row, ...], columns: tuple[GridColumn, ...], sort: Sort
) -> list[Row]:
    """Whoever has no value stands last, whichever way."""
    if sort.by == NAME:
        return sorted(rows, key=lambda row: context.row_name(row).casefold(), reverse=not sort.up)
    if sort.by not in {one.id for one in columns}:
        return list(reversed(rows)) if sort == Sort(OVERALL, up=True) else list(rows)
    (value_of,) = _readers(context, [sort.by])
    known = [(value, row) for row in rows if (value := value_of(row)) is not None]
    known.sort(key=lambda one: one[0], reverse=not sort.up)
    return [row for _, row in known] + [row for row in rows if value_of(row) is None]


def _row(context: Context, row: Row, readers: Sequence[Reader]) -> GridRow:
    return GridRow(
        code=row.code,
        label=context.row_name(row),
        marks=context.marks(row.marks),
        overall=_cell(context, row.overall),
        rank=context.ranks(row.rank),
        tier=row.tier,
        cells=tuple(_cell(context, read(row)) for read in readers),
    )


def _readers(context: Context, ids: Iterable[str]) -> list[Reader]:
    """For each dimension or item how its value is had from a row."""
    found = context.benchmark
    dimensions = {one.id: at for at, one in enumerate(found.dimensions)}
    items = {one.id: at for at, one in enumerate(found.items)}
    return [
        partial(_item, items[id_]) if id_ in items else partial(_dimension, dimensions[id_]) for id_ in ids
    ]


def _item(at: int, row: Row) -> float | None:
    return row.items[at]


def _dimension(at: int, row: Row) -> float | None:
    return row.dimensions[at]


def _cell(context: Context, value: float | None) -> HeatCell:
    return HeatCell(context.level_of(value), context.words.score(value) if value is not None else NOTHING)

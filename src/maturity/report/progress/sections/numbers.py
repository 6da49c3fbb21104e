"""The numbers behind the findings, and the receipts down to groups of roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from maturity.comparison.progress.model import Change, Comparison, GroupParts, ItemChange
from maturity.problems import N_
from maturity.report.model import Cell, Column, Table
from maturity.report.progress.context import Context
from maturity.report.sections.numbers import as_step, level_kind


def make_tables(context: Context) -> tuple[Table, ...]:
    """Changes of dimensions, items and roles since last time and since the first."""
    return tuple(table for prefix, one in _both(context) for table in _tables(context, prefix, one))


def make_receipts(context: Context) -> tuple[Table, ...]:
    """Each item's difference down to the groups of roles."""
    return tuple(_receipt(context, prefix, one) for prefix, one in _both(context))


def _both(context: Context) -> Iterator[tuple[str, Comparison]]:
    for prefix, one in (("latest", context.progress.latest), ("whole", context.progress.whole)):
        if one is not None:
            yield prefix, one


def _tables(context: Context, prefix: str, one: Comparison) -> Iterator[Table]:
    say, name, when = context.words.say, context.words.name, context.name_of(one.before)
    dimensions = [((name(d.id),), d.change) for d in one.dimensions if d.change]
    items = [((name(item.id),), item.change) for item in one.items if item.change]
    roles = [((name(role.dimension), name(role.role)), role.change) for role in one.roles]
    dimension, item, role = Column(say("Dimension")), Column(say("Item")), Column(say("Role"))
    yield _changes(
        context, f"{prefix}-dimensions", say("Dimensions since {round}", round=when), (dimension,), dimensions
    )
    yield _changes(context, f"{prefix}-items", say("Items since {round}", round=when), (item,), items)
    agreed = _agreed(context, f"{prefix}-agreed", one)
    if agreed.rows:
        yield agreed
    if roles:
        title = say("Roles since {round}", round=when)
        table = _changes(context, f"{prefix}-roles", title, (dimension, role), roles)
        note = say(
            "Over the items that the role answered both times: a score here may differ from the same round’s in "
            "another table."
        )
        yield replace(table, note=note)


def _agreed(context: Context, id_: str, one: Comparison) -> Table:
    """The levels that the team agreed on both times."""
    say = context.words.say
    found = [
        (item.id, before, after)
        for item in one.items
        if (before := item.agreed[0]) is not None and (after := item.agreed[1]) is not None
    ]
    kind = level_kind(level for _, *levels in found for level in levels)
    columns = (Column(say("Item")), *(Column(say(head), kind) for head in (N_("Before"), N_("After"))))
    rows = tuple((context.words.name(id_), as_step(before), as_step(after)) for id_, before, after in found)
    return Table(id_, say("Agreed levels since {round}", round=context.name_of(one.before)), columns, rows)


def _changes(
    context: Context,
    id_: str,
    title: str,
    heads: tuple[Column, ...],
    changes: Iterable[tuple[tuple[str, ...], Change]],
) -> Table:
    say = context.words.say
    columns = (
        *heads,
        Column(say("Before"), "precise"),
        Column(say("After"), "precise"),
        Column(say("Change"), "signed"),
        Column(say("From"), "signed"),
        Column(say("To"), "signed"),
        Column(say("p, corrected"), "precise"),
        Column(say("Detectable"), "precise"),
        Column(say("What may be concluded")),
    )
    return Table(id_, title, columns, tuple((*names, *_cells(context, one)) for names, one in changes))


def _cells(context: Context, one: Change) -> tuple[Cell, ...]:
    low, high = (one.interval.low, one.interval.high) if one.interval else (None, None)
    p = context.words.p(one.p_holm)
    return one.before, one.after, one.size, low, high, p, one.detectable, context.verdict(one)


def _receipt(context: Context, prefix: str, one: Comparison) -> Table:
    say = context.words.say
    columns = (
        Column(say("Item")),
        Column(say("Roles")),
        Column(say("Share before"), "precise"),
        Column(say("Share after"), "precise"),
        Column(say("Mean before"), "precise"),
        Column(say("Mean after"), "precise"),
        Column(say("People before"), "count"),
        Column(say("People after"), "count"),
        Column(say("You changed"), "signed"),
        Column(say("Who answered"), "signed"),
    )
    rows = tuple(_line(context, item, group) for item in one.items for group in item.groups)
    title = say("Receipts since {round}", round=context.name_of(one.before))
    note = say("The last two columns of an item add up to its difference.")
    return Table(f"{prefix}-receipts", title, columns, rows, note)


def _line(context: Context, item: ItemChange, group: GroupParts) -> tuple[Cell, ...]:
    return (
        context.words.name(item.id),
        context.words.roles(group.roles),
        group.share_before,
        group.share_after,
        group.mean_before,
        group.mean_after,
        group.n_before,
        group.n_after,
        group.you,
        group.who,
    )

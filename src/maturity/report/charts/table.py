"""The table behind each chart, with the same texts and numbers: for screen readers and spreadsheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from maturity.report.charts.describe import (
    BoxChart,
    ChangeChart,
    Chart,
    DotChart,
    HeatChart,
    RadarChart,
    RankChart,
    RoleChart,
    RoleRow,
    StackedChart,
    StackRow,
    TrendChart,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the reader's language. A row's first cell is its heading; rows are as long as `header`."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


MISSING = "–"
"""What stands where there is no value."""


def table_of(chart: Chart) -> Table:
    """The table that says what the chart shows."""
    header, rows = TABLES[type(chart)](chart)
    return Table(chart.title, header, rows)


_Cells = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def _radar(chart: RadarChart) -> _Cells:
    more = (
        (chart.compare_label, chart.compare_shown),
        (chart.band_label, chart.band_shown),
        (chart.target_label, chart.target_shown),
    )
    told = [(label or "", shown) for label, shown in more if shown]
    rows = tuple(
        (axis.label, axis.shown, axis.interval, *(shown[at] for _, shown in told))
        for at, axis in enumerate(chart.axes)
    )
    return (*chart.heads, *(label for label, _ in told)), rows


def _dots(chart: DotChart) -> _Cells:
    return chart.heads, tuple((row.label, row.shown, row.interval, row.n_text) for row in chart.rows)


def _stacked(chart: StackedChart) -> _Cells:
    """One column for each level and for unknown; `other` only if there is any."""
    other = any(row.other for row in chart.rows)
    extra = (chart.unknown_label, *((chart.other_label,) if other else ()))
    header = (chart.heads[0], *chart.levels, *extra, chart.heads[1])
    return header, tuple(_stack_row(row, len(header), other) for row in chart.rows)


def _stack_row(row: StackRow, columns: int, other: bool) -> tuple[str, ...]:
    if row.withheld:
        return (row.label, *[MISSING] * (columns - 2), row.withheld)
    counts = (*row.counts, row.unknown, *((row.other,) if other else ()))
    return (row.label, *map(str, counts), row.n)


def _roles(chart: RoleChart) -> _Cells:
    """One column for each role, in the order in which it first appears."""
    names = tuple(dict.fromkeys(mark.role_label for row in chart.rows for mark in row.marks))
    return (chart.row_head, *names), tuple(_role_row(row, names) for row in chart.rows)


def _role_row(row: RoleRow, names: tuple[str, ...]) -> tuple[str, ...]:
    shown = {mark.role_label: mark.shown for mark in row.marks}
    return (row.label, *(shown.get(name, MISSING) for name in names))


def _trends(chart: TrendChart) -> _Cells:
    rows = (
        (panel.label, point.when, point.shown, point.interval)
        for panel in chart.panels
        for point in panel.points
    )
    return chart.heads, tuple(rows)


def _changes(chart: ChangeChart) -> _Cells:
    return chart.heads, tuple(
        (row.label, row.before_shown, row.after_shown, row.change, row.interval, row.verdict)
        for row in chart.rows
    )


def _heat(chart: HeatChart) -> _Cells:
    header = (chart.row_head, *(name for name, _ in chart.columns))
    return header, tuple((row.label, *(cell.shown for cell in row.cells)) for row in chart.rows)


def _boxes(chart: BoxChart) -> _Cells:
    return chart.heads, tuple((row.label, *row.figures) for row in chart.rows)


def _ranks(chart: RankChart) -> _Cells:
    return chart.heads, tuple(
        (row.label, row.shown, MISSING if row.tier is None else str(row.tier)) for row in chart.rows
    )


TABLES: dict[type[Chart], Callable[[Any], _Cells]] = {
    RadarChart: _radar,
    DotChart: _dots,
    StackedChart: _stacked,
    RoleChart: _roles,
    TrendChart: _trends,
    ChangeChart: _changes,
    HeatChart: _heat,
    BoxChart: _boxes,
    RankChart: _ranks,
}

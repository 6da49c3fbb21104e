"""What a group has as boxes, one of the group marked, as a Plotly figure: from 340 px of width upwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from maturity.report.charts.describe import BoxChart, BoxRow
from maturity.report.charts.plotly.figure import SYMBOLS, Figure, Series, Trace, told
from maturity.report.charts.plotly.rows import (
    beside,
    end_names,
    level_axis,
    row_layout,
    segments,
    spans,
    strokes,
)
from maturity.report.charts.svg.palette import Palette, at_lightness

ROW = 50
_HALF = 0.22
"""Half the height of a box, in rows."""
_LIGHT = 88.0
_Rows = Sequence[tuple[int, BoxRow]]


def boxes_figure(chart: BoxChart, palette: Palette) -> Figure:
    """Ends, middle half, median and target of each row, and the marked one on its interval."""
    parts = tuple(_parts(chart, palette))
    traces = tuple(trace for _, _, _, found in parts for trace in found)
    return Figure(traces, _layout(chart, palette), tuple(_series(parts)))


_Part = tuple[str, str, str, tuple[Trace, ...]]


def _parts(chart: BoxChart, palette: Palette) -> Iterator[_Part]:
    """Name, sign, colour and traces of what is there in any row; what is below comes first."""
    median, middle, ends, value, target = chart.names
    rows, shade = list(enumerate(chart.rows)), at_lightness(palette.ours, _LIGHT)
    whisker, across = {"color": palette.rule, "width": 1}, {"color": palette.ink, "width": 2.5}
    if found := [(at, *row.ends) for at, row in rows if row.ends]:
        yield ends, "─", palette.rule, (segments(found, whisker),)
    if found := [(at, *row.middle) for at, row in rows if row.middle]:
        yield middle, "▭", palette.rule, (spans(found, 2 * _HALF, shade, palette.rule),)
    if medians := [(at, row.median) for at, row in rows if row.median is not None]:
        yield median, "┃", palette.ink, (strokes(medians, _HALF, across),)
    if targets := [(at, row.target) for at, row in rows if row.target is not None]:
        dotted = {"color": palette.accent, "width": 2.5, "dash": "2px,3px"}
        yield target, "┊", palette.accent, (strokes(targets, 1.5 * _HALF, dotted),)
    if there := [(at, row) for at, row in rows if row.value is not None]:
        yield value, "◆", palette.ours, (_intervals(there, palette), _marks(there, chart, palette))


def _series(parts: Sequence[_Part]) -> Iterator[Series]:
    first = 0
    for name, sign, colour, traces in parts:
        yield Series(name, sign, colour, tuple(range(first, first + len(traces))))
        first += len(traces)


def _intervals(rows: _Rows, palette: Palette) -> Trace:
    found = [(at, *row.interval) for at, row in rows if row.interval]
    return segments(found, {"color": palette.ours, "width": 2})


def _marks(rows: _Rows, chart: BoxChart, palette: Palette) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.value for _, row in rows],
        "y": [at for at, _ in rows],
        "hoverinfo": "text",
        "hovertext": [_told(row, chart) for _, row in rows],
        "cliponaxis": False,
        "marker": {
            "color": palette.ours,
            "size": 13,
            "symbol": SYMBOLS["diamond"],
            "line": {"color": palette.paper, "width": 1},
        },
    }


def _told(row: BoxRow, chart: BoxChart) -> str:
    figures = zip(chart.heads[1:], row.figures, strict=True)
    return told(row.label, *(f"{head}: {figure}" for head, figure in figures if figure))


def _layout(chart: BoxChart, palette: Palette) -> dict[str, Any]:
    figures = [row.figures[0] if row.figures else "" for row in chart.rows]
    return row_layout(
        [row.label for row in chart.rows],
        figures,
        ROW,
        palette,
        barmode="overlay",
        xaxis=level_axis(chart.levels, chart.scale_from, chart.scale_to, palette),
        unit=chart.unit,
        notes=[*end_names(chart.levels, palette), *beside(figures, palette, [True] * len(figures))],
    )

"""Values with intervals, a row each, as a Plotly figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from maturity.report.charts.describe import DotChart, DotRow
from maturity.report.charts.plotly.figure import (
    SYMBOLS,
    Figure,
    Trace,
    escaped,
    layout,
    row_axis,
    scale_axis,
    told,
)
from maturity.report.charts.svg.palette import Palette

ROW = 52
_HEAD = 80


def dots_figure(chart: DotChart, palette: Palette) -> Figure:
    """A mark for each value with its interval. Rows without a value stay empty."""
    rows = [(place, row) for place, row in enumerate(chart.rows) if row.value is not None]
    frame = layout(
        palette,
        xaxis=scale_axis(chart.levels, chart.scale_from, chart.scale_to, palette),
        yaxis=row_axis(row.label for row in chart.rows),
        height=_HEAD + ROW * len(chart.rows),
        margin={"l": 10, "r": 20, "t": 60, "b": 10},
    )
    return Figure((_marks(rows, palette),), frame)


def _marks(rows: Sequence[tuple[int, DotRow]], palette: Palette) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row.value for _, row in rows],
        "y": [place for place, _ in rows],
        "text": [escaped(row.shown) for _, row in rows],
        "textposition": "top center",
        "hoverinfo": "text",
        "hovertext": [told(row.label, row.shown, row.interval, row.n_text) for _, row in rows],
        "cliponaxis": False,
        "marker": {
            "color": palette.ours,
            "size": 12,
            "symbol": [SYMBOLS[row.shape] for _, row in rows],
            "line": {"color": palette.ours, "width": 2},
        },
        "error_x": _intervals([row for _, row in rows], palette),
    }


def _intervals(rows: Sequence[DotRow], palette: Palette) -> dict[str, Any]:
    above = [(row.high - (row.value or 0)) if row.high is not None else 0 for row in rows]
    below = [((row.value or 0) - row.low) if row.low is not None else 0 for row in rows]
    colour, whisker = palette.ours, {"thickness": 2, "width": 5}
    return {
        "type": "data",
        "symmetric": False,
        "array": above,
        "arrayminus": below,
        "color": colour,
        **whisker,
    }

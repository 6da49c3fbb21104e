"""What was and what is, as a Plotly figure: from 340 px of width upwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from maturity.report.charts.describe import ChangeChart, ChangeRow
from maturity.report.charts.plotly.figure import Figure, Series, Trace, told
from maturity.report.charts.plotly.rows import beside, end_names, level_axis, row_layout
from maturity.report.charts.svg.palette import Palette

ROW = 50
_HEAD = 0.1
"""The least way that has room for an arrow's head on a phone, as a share of the scale."""
_Rows = Sequence[tuple[int, ChangeRow]]


def changes_figure(chart: ChangeChart, palette: Palette) -> Figure:
    """An open mark, an arrow, a filled mark. A thin dashed arrow is no reliable change."""
    rows = list(enumerate(chart.rows))
    parts = [
        (Series(name, sign, colour, (place,)), trace)
        for place, (name, sign, colour, trace) in enumerate(_parts(chart, rows, palette))
    ]
    return Figure(
        tuple(trace for _, trace in parts), _layout(chart, palette), tuple(series for series, _ in parts)
    )


def _parts(chart: ChangeChart, rows: _Rows, palette: Palette) -> Iterator[tuple[str, str, str, Trace]]:
    """Name, sign, colour and trace of the arrows, then of the marks: of what is there."""
    room = (chart.scale_to - chart.scale_from) * _HEAD
    both = [(at, row) for at, row in rows if row.before is not None and row.after is not None]
    if firm := [(at, row) for at, row in both if row.firm]:
        yield chart.firm_label, "━", palette.ours, _arrows(firm, room, {"color": palette.ours, "width": 3})
    if loose := [(at, row) for at, row in both if not row.firm]:
        dashed = {"color": palette.rule, "width": 1.5, "dash": "3px,3px"}
        yield chart.loose_label, "┄", palette.muted, _arrows(loose, room, dashed)
    if before := [(at, row) for at, row in rows if row.before is not None]:
        yield chart.heads[1], "○", palette.muted, _marks(before, chart, palette, now=False)
    if after := [(at, row) for at, row in rows if row.after is not None]:
        yield chart.heads[2], "●", palette.ours, _marks(after, chart, palette, now=True)


def _arrows(rows: _Rows, room: float, line: dict[str, Any]) -> Trace:
    """From before to after. The head keeps clear of the mark, and is left out where the way is shorter than
    `room`."""
    far = [abs((row.after or 0) - (row.before or 0)) > room for _, row in rows]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [value for _, row in rows for value in (row.before, row.after, None)],
        "y": [value for at, _ in rows for value in (at, at, None)],
        "hoverinfo": "skip",
        "line": line,
        "marker": {
            "symbol": "arrow",
            "angleref": "previous",
            "standoff": 7,
            "size": [size for there in far for size in (0, 13 if there else 0, 0)],
            "color": line["color"],
            "line": {"width": 0},
        },
    }


def _marks(rows: _Rows, chart: ChangeChart, palette: Palette, *, now: bool) -> Trace:
    colour = palette.ours if now else palette.muted
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.after if now else row.before for _, row in rows],
        "y": [at for at, _ in rows],
        "hoverinfo": "text",
        "hovertext": [_told(row, chart) for _, row in rows],
        "cliponaxis": False,
        "marker": {
            "color": palette.ours if now else palette.paper,
            "size": 12,
            "symbol": "circle",
            "line": {"color": colour, "width": 2},
        },
    }


def _told(row: ChangeRow, chart: ChangeChart) -> str:
    _, before, after, change, interval, _ = chart.heads
    return told(
        row.label,
        f"{before}: {row.before_shown}",
        f"{after}: {row.after_shown}",
        f"{change}: {row.change}",
        f"{interval}: {row.interval}" if row.interval else "",
        row.verdict,
    )


def _layout(chart: ChangeChart, palette: Palette) -> dict[str, Any]:
    figures = [row.change for row in chart.rows]
    return row_layout(
        [row.label for row in chart.rows],
        figures,
        ROW,
        palette,
        xaxis=level_axis(chart.levels, chart.scale_from, chart.scale_to, palette),
        unit=chart.unit,
        notes=[
            *end_names(chart.levels, palette),
            *beside(figures, palette, [row.firm for row in chart.rows]),
        ],
    )

"""What stands in one panel of a trend: the line and its gaps, intervals, breaks, and marks in time."""

from __future__ import annotations

from typing import Any

from maturity.report.charts.describe import TimeMark, TrendChart, TrendPanel
from maturity.report.charts.plotly.figure import SMALL, Trace, escaped, told
from maturity.report.charts.svg.palette import Palette


def axis(letter: str, at: int) -> str:
    """The name of a panel's axis, as Plotly counts them: x, x2, x3."""
    return letter if at == 0 else f"{letter}{at + 1}"


def _in(at: int, **more: Any) -> Trace:
    return {"type": "scatter", "xaxis": axis("x", at), "yaxis": axis("y", at), "cliponaxis": False, **more}


def values(panel: TrendPanel, at: int, palette: Palette) -> Trace:
    """The values, joined where they may be: nothing joins across a missing value or a break."""
    x: list[float | None] = []
    y: list[float | None] = []
    said: list[str] = []
    for place, point in enumerate(panel.points):
        if point.breaks and place:
            x, y, said = [*x, None], [*y, None], [*said, ""]
        x, y = [*x, point.at], [*y, point.value]
        said.append(told(panel.label, f"{point.when}: {point.shown}", point.interval))
    return _in(
        at,
        mode="lines+markers",
        x=x,
        y=y,
        hoverinfo="text",
        hovertext=said,
        connectgaps=False,
        line={"color": palette.ours, "width": 2.5},
        marker={"color": palette.ours, "size": 9, "line": {"color": palette.paper, "width": 1}},
    )


def intervals(panel: TrendPanel, at: int, palette: Palette) -> Trace:
    """A whisker with ends for each value that has an interval."""
    points = [
        (point.at, point.value, point.low, point.high)
        for point in panel.points
        if point.value is not None and point.low is not None and point.high is not None
    ]
    return _in(
        at,
        mode="markers",
        x=[when for when, *_ in points],
        y=[value for _, value, _, _ in points],
        hoverinfo="skip",
        marker={"opacity": 0},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [high - value for _, value, _, high in points],
            "arrayminus": [value - low for _, value, low, _ in points],
            "color": palette.ours,
            "thickness": 1.5,
            "width": 4,
        },
    )


def breaks(panel: TrendPanel, at: int, palette: Palette) -> Trace:
    """Two slanting strokes before each value that cannot be compared with the one before."""
    points = [point for point in panel.points[1:] if point.breaks and point.value is not None]
    return _in(
        at,
        mode="text",
        x=[point.at for point in points],
        y=[point.value for point in points],
        text=["//  "] * len(points),
        textposition="middle left",
        textfont={"size": SMALL + 2, "color": palette.accent, "weight": 600},
        hoverinfo="skip",
    )


def mark_line(mark: TimeMark, at: int, chart: TrendChart, palette: Palette) -> Trace:
    """A dotted line through the panel where something happened, with its sign at the top."""
    return _in(
        at,
        mode="lines+text",
        x=[mark.at, mark.at],
        y=[chart.scale_from, chart.scale_to],
        text=["", escaped(mark.sign)],
        textposition="middle right",
        textfont={"size": SMALL, "color": palette.accent},
        hoverinfo="text",
        hovertext=told(mark.text),
        line={"color": palette.accent, "width": 1.5, "dash": "2px,3px"},
    )

"""Values over time as a Plotly figure: a panel for each line, all on the same scales.

Up to six panels stand below each other, more in two columns: so they read from 340 px of width upwards, and
their height is 170 px for each row of panels.
"""

from __future__ import annotations

from collections.abc import Iterator

from maturity.report.charts.describe import TrendChart
from maturity.report.charts.plotly.figure import Figure, Series, Trace
from maturity.report.charts.plotly.trend_layout import times_of, trend_layout
from maturity.report.charts.plotly.trend_panel import breaks, intervals, mark_line, values
from maturity.report.charts.svg.palette import Palette


def trends_figure(chart: TrendChart, palette: Palette) -> Figure:
    """A line for each panel with intervals, breaks and marks; each of them can be hidden in all panels.

    A mark before the first or after the last time has no place in the figure.
    """
    traces: list[Trace] = []
    series = []
    for name, sign, colour, found in _kinds(chart, palette):
        if found:
            series.append(Series(name, sign, colour, tuple(range(len(traces), len(traces) + len(found)))))
            traces += found
    return Figure(tuple(traces), trend_layout(chart, palette), tuple(series))


def _kinds(chart: TrendChart, palette: Palette) -> Iterator[tuple[str, str, str, list[Trace]]]:
    """Name, sign, colour, and a trace in each panel that has such; what is below comes first."""
    panels, (first, last) = list(enumerate(chart.panels)), times_of(chart)
    for mark in chart.marks:
        if first <= mark.at <= last:
            yield (
                mark.text,
                mark.sign,
                palette.accent,
                [mark_line(mark, at, chart, palette) for at, _ in panels],
            )
    ranged = [(at, panel) for at, panel in panels if any(point.low is not None for point in panel.points)]
    broken = [(at, panel) for at, panel in panels if any(point.breaks for point in panel.points[1:])]
    yield chart.heads[2], "●", palette.ours, [values(panel, at, palette) for at, panel in panels]
    yield chart.heads[3], "│", palette.ours, [intervals(panel, at, palette) for at, panel in ranged]
    yield chart.break_label, "//", palette.accent, [breaks(panel, at, palette) for at, panel in broken]

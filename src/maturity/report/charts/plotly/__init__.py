"""Turns a chart's description into a Plotly figure: plain data for the screen, where plotly.js draws it.

One painter for each kind of chart, found through `PAINTERS`; the same descriptions are drawn as SVG by
`maturity.report.charts.svg`. The plotly package is not needed for this: a figure is JSON. To add a kind:
describe it, copy a painter, name it here.
"""

from __future__ import annotations

from collections.abc import Callable
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
    StackedChart,
    TrendChart,
)
from maturity.report.charts.plotly.boxes import boxes_figure
from maturity.report.charts.plotly.changes import changes_figure
from maturity.report.charts.plotly.dots import dots_figure
from maturity.report.charts.plotly.figure import Figure
from maturity.report.charts.plotly.heat import heat_figure
from maturity.report.charts.plotly.radar import radar_figure
from maturity.report.charts.plotly.ranks import ranks_figure
from maturity.report.charts.plotly.roles import roles_figure
from maturity.report.charts.plotly.stacked import stacked_figure
from maturity.report.charts.plotly.trends import trends_figure
from maturity.report.charts.svg.palette import Palette

__all__ = ["PAINTERS", "Figure", "figure_of"]

PAINTERS: dict[type[Chart], Callable[[Any, Palette], Figure]] = {
    RadarChart: radar_figure,
    DotChart: dots_figure,
    StackedChart: stacked_figure,
    RoleChart: roles_figure,
    TrendChart: trends_figure,
    ChangeChart: changes_figure,
    HeatChart: heat_figure,
    BoxChart: boxes_figure,
    RankChart: ranks_figure,
}


def figure_of(chart: Chart, palette: Palette | None = None) -> dict[str, Any]:
    """The chart as `{"data", "layout", "series", "title", "least"}`, ready to be written as JSON.

    `data` and `layout` are Plotly's. `series` are what a reader can show and hide: a name, a sign, a colour,
    and the places of its traces in `data`; empty where there is only one. `least` is the width in px from
    which the figure can be read; 0 where every page is wide enough.
    """
    return PAINTERS[type(chart)](chart, palette or Palette()).plain(chart.title)

"""Paints a chart as SVG that stands inside a page: for the screen and for paper, without a browser.

One painter for each kind of chart, found through `PAINTERS`. To add a kind: describe it, copy a painter, name
it here and in `maturity.report.charts.table`.
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
from maturity.report.charts.svg.boxes import paint_boxes
from maturity.report.charts.svg.changes import paint_changes
from maturity.report.charts.svg.dots import paint_dots
from maturity.report.charts.svg.draw import Drawing, Look, svg
from maturity.report.charts.svg.heat import paint_heat
from maturity.report.charts.svg.palette import Palette
from maturity.report.charts.svg.radar import paint_radar
from maturity.report.charts.svg.ranks import paint_ranks
from maturity.report.charts.svg.roles import paint_roles
from maturity.report.charts.svg.stacked import paint_stacked
from maturity.report.charts.svg.trends import paint_trends

__all__ = ["PAINTERS", "WIDTH", "Palette", "height_of", "paint"]

PAINTERS: dict[type[Chart], Callable[[Any, Look], Drawing]] = {
    RadarChart: paint_radar,
    DotChart: paint_dots,
    StackedChart: paint_stacked,
    RoleChart: paint_roles,
    TrendChart: paint_trends,
    ChangeChart: paint_changes,
    HeatChart: paint_heat,
    BoxChart: paint_boxes,
    RankChart: paint_ranks,
}
WIDTH = 640.0
"""Width of a picture, in px: the width of the text on A4 (169 mm)."""


def paint(chart: Chart, *, id_prefix: str, width: float = WIDTH, palette: Palette | None = None) -> str:
    """The chart as an `<svg>` element, `width` px wide (from 480) and as high as it needs to be.

    `id_prefix` must be unique on the page: the picture's ids begin with it. The same chart always gives the
    same text.
    """
    look = Look(width, palette or Palette())
    drawing = PAINTERS[type(chart)](chart, look)
    return svg(drawing, look, title=chart.title, description=chart.description, id_prefix=id_prefix)


def height_of(chart: Chart, width: float = WIDTH) -> float:
    """How high the picture becomes in px, if it is `width` px wide."""
    return PAINTERS[type(chart)](chart, Look(width, Palette())).height

"""Ranges of ranks as a Plotly figure: from 340 px of width upwards, however many are ranked."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from maturity.report.charts.describe import RankChart, RankRow
from maturity.report.charts.plotly.figure import SMALL, Figure, told
from maturity.report.charts.plotly.rows import beside, row_layout, spans
from maturity.report.charts.svg.palette import Palette, at_lightness

ROW = 30
_LIGHT = 62.0
_TICKS = 5
_STEPS = tuple(step * 10**power for power in range(9) for step in (1, 2, 5))


def ranks_figure(chart: RankChart, palette: Palette) -> Figure:
    """A bar from the best to the worst rank of each row, and a line between rows that can be told apart."""
    edge = max(0.4, chart.of / 100)
    rows = [
        (at, row, row.low, row.high)
        for at, row in enumerate(chart.rows)
        if row.low is not None and row.high is not None
    ]
    colour = at_lightness(palette.ours, _LIGHT)
    bars = spans(
        ((at, low - edge, high + edge) for at, _, low, high in rows),
        0.42,
        colour,
        colour,
        hoverinfo="text",
        hovertext=[_told(row, chart) for _, row, _, _ in rows],
    )
    return Figure((bars,), _layout(chart, palette))


def _told(row: RankRow, chart: RankChart) -> str:
    tier = "" if row.tier is None else f"{chart.heads[2]}: {row.tier}"
    return told(row.label, f"{chart.heads[1]}: {row.shown}", tier)


def _layout(chart: RankChart, palette: Palette) -> dict[str, Any]:
    figures = [row.shown for row in chart.rows]
    return row_layout(
        [row.label for row in chart.rows],
        figures,
        ROW,
        palette,
        xaxis=_axis(chart, palette),
        unit=chart.unit,
        head=30,
        notes=beside(figures, palette),
        shapes=_borders(chart, palette),
    )


def _axis(chart: RankChart, palette: Palette) -> dict[str, Any]:
    """The first rank, the last, and a few between."""
    every = next(step for step in _STEPS if step * _TICKS >= chart.of)
    ranks = list(dict.fromkeys((1, *range(every, chart.of - every // 2, every), chart.of)))
    edge = max(1.0, chart.of * 0.04)
    return {
        "range": [1 - edge, chart.of + edge],
        "tickvals": ranks,
        "tickfont": {"size": SMALL, "color": palette.muted},
        "side": "top",
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "tickangle": 0,
    }


def _borders(chart: RankChart, palette: Palette) -> list[dict[str, Any]]:
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": at - 0.5,
            "y1": at - 0.5,
            "line": {"color": palette.rule, "width": 1},
        }
        for at, (above, below) in enumerate(pairwise(chart.rows), 1)
        if above.tier != below.tier
    ]

"""Where the panels of a trend stand, their names and last values, and the scales that they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from maturity.report.charts.describe import TrendChart, TrendPanel
from maturity.report.charts.plotly.figure import SIZE, SMALL, escaped, layout, lines
from maturity.report.charts.plotly.rows import unit_note
from maturity.report.charts.plotly.trend_panel import axis
from maturity.report.charts.svg.palette import Palette

_SINGLE = 6
"""With more panels than this there are two columns."""
_ROW, _PLOT = 170, 100
"""Height of a panel with its name and its times, and of its plot alone, in px."""
_BOTTOM = 40
_GUTTER = 0.14
"""Between two columns, as a share of the width."""
_LABEL = {1: 300.0, 2: 140.0}
"""How wide a panel's name may be, in px."""
_TIMES = {1: 6, 2: 3}
"""How many times have room below a panel."""
_TIME = 52.0


def times_of(chart: TrendChart) -> tuple[float, float]:
    """The first and the last time."""
    found = [point.at for panel in chart.panels for point in panel.points] or [0.0]
    return min(found), max(found)


def trend_layout(chart: TrendChart, palette: Palette) -> dict[str, Any]:
    """The frame of all panels, the first at the top left."""
    columns = 1 if len(chart.panels) <= _SINGLE else 2
    wide = 1.0 if columns == 1 else (1 - _GUTTER) / 2
    rows = max(-(-len(chart.panels) // columns), 1)
    inner = rows * _ROW - (_ROW - _PLOT)
    notes, above = unit_note(chart.unit, 34, palette, _LABEL[1])
    axes: dict[str, Any] = {}
    for at, panel in enumerate(chart.panels):
        row, column = divmod(at, columns)
        left, top = column * (1 - wide), 1 - row * _ROW / inner
        x, y = axis("x", at), axis("y", at)
        across, down = [left, left + wide], [max(top - _PLOT / inner, 0), top]
        axes[x.replace("x", "xaxis")] = {**_times(chart, columns, palette), "domain": across, "anchor": y}
        axes[y.replace("y", "yaxis")] = {**_values(chart, palette), "domain": down, "anchor": x}
        notes += [_name(panel, left, top, columns, palette), *_last(panel, at, palette)]
    margin = {"l": 22, "r": 44, "t": above, "b": _BOTTOM}
    return layout(palette, **axes, annotations=notes, height=above + inner + _BOTTOM, margin=margin)


def _times(chart: TrendChart, columns: int, palette: Palette) -> dict[str, Any]:
    """The first time, the last, and those between that have room."""
    first, last = times_of(chart)
    whens = {point.at: point.when for panel in chart.panels for point in panel.points}
    taken = [first, last] if last > first else [first]
    for at in sorted(whens):
        if all(abs(at - other) >= (last - first) / _TIMES[columns] for other in taken):
            taken.append(at)
    edge = (last - first or 1.0) * 0.04
    return {
        "range": [first - edge, last + edge],
        "tickvals": sorted(taken),
        "ticktext": [lines(whens.get(at, ""), _TIME, SMALL) for at in sorted(taken)],
        "tickfont": {"size": SMALL, "color": palette.muted},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickangle": 0,
    }


def _values(chart: TrendChart, palette: Palette) -> dict[str, Any]:
    edge = (chart.scale_to - chart.scale_from) * 0.06
    return {
        "range": [chart.scale_from - edge, chart.scale_to + edge],
        "tickvals": [level.at for level in chart.levels],
        "ticktext": [escaped(level.number) for level in chart.levels],
        "tickfont": {"size": SMALL, "color": palette.muted},
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
    }


def _name(panel: TrendPanel, left: float, top: float, columns: int, palette: Palette) -> dict[str, Any]:
    return {
        "x": left,
        "xref": "paper",
        "xanchor": "left",
        "y": top,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
        "align": "left",
        "text": lines(panel.label, _LABEL[columns]),
        "showarrow": False,
        "font": {"size": SIZE, "weight": 600, "color": palette.ink},
    }


def _last(panel: TrendPanel, at: int, palette: Palette) -> Iterator[dict[str, Any]]:
    """The last value that there is, beside its mark."""
    there = [point for point in panel.points if point.value is not None]
    if there:
        yield {
            "x": there[-1].at,
            "xref": axis("x", at),
            "xanchor": "left",
            "xshift": 8,
            "y": there[-1].value,
            "yref": axis("y", at),
            "text": escaped(there[-1].shown),
            "showarrow": False,
            "font": {"size": SIZE, "weight": 600, "color": palette.ink},
        }

"""A grid of values as a Plotly figure: the shade says the level, the number in the cell the value.

It reads from 340 px of width with up to five columns; each column more needs 40 px, and the figure says so
(`Figure.least`). With many columns only their short labels stand above them; the pointer says the full name.
"""

from __future__ import annotations

from typing import Any

from maturity.report.charts.describe import HeatCell, HeatChart
from maturity.report.charts.plotly.figure import SMALL, Figure, Series, Trace, escaped, lines, told
from maturity.report.charts.plotly.rows import ROOM, row_layout
from maturity.report.charts.svg.palette import Palette

ROW = 32
_COLUMN = 40
_NAMED = 8
"""With more columns than this, they are named by their short labels."""
_NAME = 118.0
"""How wide a column's name may be before it is wrapped, in px."""
_HEAD = 124
"""Height of the names above the grid when they stand upright, in px."""
_CELL = 0.97

_Cell = tuple[int, int, HeatCell]


def heat_figure(chart: HeatChart, palette: Palette) -> Figure:
    """One trace for each level, so that a level can be hidden, and one for cells without a value."""
    cells = [(y, x, cell) for y, row in enumerate(chart.rows) for x, cell in enumerate(row.cells)]
    ramp = palette.ramp(len(chart.levels))
    traces = [
        _level([one for one in cells if one[2].level == number], chart, colour, palette)
        for number, colour in enumerate(ramp, 1)
    ]
    series = tuple(
        Series(name, "■", colour, (at,))
        for at, (name, colour) in enumerate(zip(chart.levels, ramp, strict=True))
    )
    traces.append(_empty([one for one in cells if one[2].level is None], chart, palette))
    least = round(ROOM) + 20 + _COLUMN * len(chart.columns)
    return Figure(tuple(traces), _layout(chart, palette), series, least=least)


def _level(cells: list[_Cell], chart: HeatChart, colour: str, palette: Palette) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [x - _CELL / 2 for _, x, _ in cells],
        "x": [_CELL] * len(cells),
        "y": [y for y, _, _ in cells],
        "width": 0.94,
        "text": [escaped(cell.shown) for _, _, cell in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "constraintext": "none",
        "textangle": 0,
        "textfont": {
            "size": SMALL,
            "color": palette.on(colour),
            "weight": [600 if chart.rows[y].strong else 400 for y, _, _ in cells],
        },
        "hoverinfo": "text",
        "hovertext": [_told(one, chart) for one in cells],
        "marker": {"color": colour, "line": {"width": 0}},
    }


def _empty(cells: list[_Cell], chart: HeatChart, palette: Palette) -> Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for _, x, _ in cells],
        "y": [y for y, _, _ in cells],
        "text": [escaped(cell.shown) for _, _, cell in cells],
        "textfont": {"size": SMALL, "color": palette.muted},
        "hoverinfo": "text",
        "hovertext": [_told(one, chart) for one in cells],
    }


def _told(one: _Cell, chart: HeatChart) -> str:
    y, x, cell = one
    level = "" if cell.level is None else chart.levels[cell.level - 1]
    return told(chart.rows[y].label, f"{chart.columns[x][0]}: {cell.shown}", level)


def _layout(chart: HeatChart, palette: Palette) -> dict[str, Any]:
    labels = [row.label for row in chart.rows]
    many = len(chart.columns) > _NAMED
    names = [escaped(short) if many else lines(name, _NAME, SMALL) for name, short in chart.columns]
    return row_layout(
        labels,
        (),
        ROW,
        palette,
        barmode="overlay",
        head=40 if many else _HEAD,
        xaxis=_columns(names, palette),
        shapes=_rules(chart, palette),
    )


def _columns(names: list[str], palette: Palette) -> dict[str, Any]:
    """The columns' names, upright where they have room and slanting where they have not."""
    return {
        "range": [-0.5, len(names) - 0.5],
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "tickfont": {"size": SMALL, "color": palette.muted},
        "autotickangles": [0, -90],
        "side": "top",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def _rules(chart: HeatChart, palette: Palette) -> list[dict[str, Any]]:
    """A line below what is a statistic of many."""
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": at + 0.5,
            "y1": at + 0.5,
            "line": {"color": palette.rule, "width": 1},
        }
        for at, row in enumerate(chart.rows)
        if row.strong
    ]

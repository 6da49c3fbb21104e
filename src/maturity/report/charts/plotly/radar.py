"""A profile as a Plotly figure, alone or against others and a target.

It needs 470 px of width for its labels (`Figure.least`); where a page is narrower, show the drawn chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from maturity.report.charts.describe import Axis, RadarChart
from maturity.report.charts.plotly.figure import SMALL, Figure, Series, Trace, escaped, layout, lines, told
from maturity.report.charts.plotly.radar_band import band, band_shade
from maturity.report.charts.svg.palette import Palette, channels

HEIGHT = 520
LEAST = 470
"""Where a page is narrower there is no room for names around the net, in px."""
_ROOM = 155.0
"""How wide a dimension's name may be, in px."""


def radar_figure(chart: RadarChart, palette: Palette) -> Figure:
    """The values as a surface, their intervals as lines across it, the comparison as a dashed line, the
    target as a dotted one; others' middle half is shaded below them."""
    angles = [360 * place / len(chart.axes) for place in range(len(chart.axes))]
    parts = tuple(_parts(chart, angles, palette))
    series = tuple(Series(name, sign, colour, (at,)) for at, (name, sign, colour, _) in enumerate(parts))
    return Figure(tuple(trace for *_, trace in parts), _layout(chart, angles, palette), series, LEAST)


def _parts(
    chart: RadarChart, angles: Sequence[float], palette: Palette
) -> Iterator[tuple[str, str, str, Trace]]:
    """Name, sign, colour and trace of what is there; what is below comes first."""
    if chart.band is not None:
        yield chart.band_label or "", "■", band_shade(palette), band(chart.band, angles, palette)
    yield chart.heads[1], "●", palette.ours, _values(chart, angles, palette)
    if any(axis.low is not None for axis in chart.axes):
        yield chart.heads[2], "│", palette.ours, _intervals(chart.axes, angles, palette)
    if chart.compare is not None:
        yield chart.compare_label or "", "┄", palette.muted, _comparison(chart, angles, palette)
    if chart.target is not None:
        yield chart.target_label or "", "┈", palette.accent, _target(chart, angles, palette)


def _values(chart: RadarChart, angles: Sequence[float], palette: Palette) -> Trace:
    whole = chart.band is None and all(axis.value is not None for axis in chart.axes)
    others = chart.band_shown if chart.band is not None else [""] * len(chart.axes)
    hover = [
        told(axis.label, axis.shown, axis.interval, f"{chart.band_label}: {other}" if other else "")
        for axis, other in zip(chart.axes, others, strict=True)
    ]
    return _around(
        [axis.value for axis in chart.axes],
        angles,
        mode="lines+markers",
        hovertext=[*hover, hover[0]],
        line={"color": palette.ours, "width": 2.5},
        marker={"color": palette.ours, "size": 9},
        **({"fill": "toself", "fillcolor": _veil(palette.ours)} if whole else {}),
    )


def _veil(colour: str) -> str:
    red, green, blue = (round(part) for part in channels(colour))
    return f"rgba({red},{green},{blue},0.12)"


def _around(values: Sequence[float | None], angles: Sequence[float], **more: Any) -> Trace:
    """A closed line: its first point comes again at the end. A value that is not there leaves it open."""
    return {
        "type": "scatterpolar",
        "r": [*values, values[0]],
        "theta": [*angles, angles[0]],
        "hoverinfo": "text",
        "connectgaps": False,
        "cliponaxis": False,
        **more,
    }


def _intervals(axes: Iterable[Axis], angles: Sequence[float], palette: Palette) -> Trace:
    r: list[float | None] = []
    theta: list[float | None] = []
    for axis, angle in zip(axes, angles, strict=True):
        if axis.low is not None and axis.high is not None:
            r += [axis.low, axis.high, None]
            theta += [angle, angle, None]
    return {
        "type": "scatterpolar",
        "mode": "lines",
        "r": r,
        "theta": theta,
        "hoverinfo": "skip",
        "connectgaps": False,
        "line": {"color": palette.ours, "width": 5},
        "opacity": 0.45,
    }


def _comparison(chart: RadarChart, angles: Sequence[float], palette: Palette) -> Trace:
    return _around(
        chart.compare or (),
        angles,
        mode="lines+markers",
        hovertext=_hover(chart, chart.compare_label, chart.compare_shown),
        line={"color": palette.muted, "width": 1.5, "dash": "dash"},
        marker={"color": palette.paper, "size": 7, "line": {"color": palette.muted, "width": 1.5}},
    )


def _target(chart: RadarChart, angles: Sequence[float], palette: Palette) -> Trace:
    return _around(
        chart.target or (),
        angles,
        mode="lines+markers",
        hovertext=_hover(chart, chart.target_label, chart.target_shown),
        line={"color": palette.accent, "width": 2, "dash": "dot"},
        marker={"color": palette.accent, "size": 6, "symbol": "diamond"},
    )


def _hover(chart: RadarChart, label: str | None, shown: Sequence[str]) -> list[str]:
    """What each mark of a line says; the first comes again at the end."""
    found = [
        told(axis.label, f"{label or ''}: {value}") for axis, value in zip(chart.axes, shown, strict=True)
    ]
    return [*found, found[0]]


def _layout(chart: RadarChart, angles: Sequence[float], palette: Palette) -> dict[str, Any]:
    names = [f"{lines(axis.label, _ROOM)}<br>{escaped(axis.shown)}" for axis in chart.axes]
    radial = {
        "range": [chart.centre, chart.scale_to],
        "angle": 90 + 180 / len(angles),
        "tickangle": 90 + 180 / len(angles),  # upright: it is measured from the axis
        "tickvals": [ring.at for ring in chart.rings],
        "ticktext": [escaped(ring.number) for ring in chart.rings],
        "tickfont": {"size": SMALL, "color": palette.muted},
        "gridcolor": palette.grid,
        "showline": False,
        "ticks": "",
    }
    angular = {
        "tickvals": list(angles),
        "ticktext": names,
        "direction": "clockwise",
        "rotation": 90,
        "gridcolor": palette.grid,
        "linecolor": palette.grid,
        "ticks": "",
    }
    polar = {"radialaxis": radial, "angularaxis": angular, "gridshape": "linear", "bgcolor": palette.paper}
    margin = {"l": 120, "r": 120, "t": 70, "b": 60}
    return layout(palette, polar=polar, height=HEIGHT, margin=margin)

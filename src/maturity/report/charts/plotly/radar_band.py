"""What lies behind a profile in a Plotly figure: the shaded middle half of others."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.report.charts.plotly.figure import Trace
from maturity.report.charts.svg.palette import Palette, at_lightness

_LIGHT = 91.0

_Ends = tuple[float, float] | None


def band(ends: Sequence[_Ends], angles: Sequence[float], palette: Palette) -> Trace:
    """The band between neighbouring axes that both have one: a surface each, with gaps between them."""
    r: list[float | None] = []
    theta: list[float | None] = []
    around = zip(ends, (*ends[1:], ends[0]), angles, (*angles[1:], angles[0]), strict=True)
    for here, there, angle, following in around:
        if here and there:
            r += [here[0], here[1], there[1], there[0], here[0], None]
            theta += [angle, angle, following, following, angle, None]
    shade = band_shade(palette)
    return {
        "type": "scatterpolar",
        "mode": "lines",
        "r": r,
        "theta": theta,
        "fill": "toself",
        "fillcolor": shade,
        "line": {"color": shade, "width": 1},
        "hoverinfo": "skip",
        "connectgaps": False,
    }


def band_shade(palette: Palette) -> str:
    """The colour of the band."""
    return at_lightness(palette.ours, _LIGHT)

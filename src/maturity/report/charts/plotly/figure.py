"""What every Plotly figure of ours has in common: typeface, colours, margins, and texts that stay texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from maturity.report.charts.describe import Ring, Shape
from maturity.report.charts.svg.palette import Palette
from maturity.report.charts.svg.widths import wrap

Trace = dict[str, Any]
FONT = "Source Sans, Source Sans Pro, Helvetica, Arial, sans-serif"
SIZE, SMALL = 16, 14
"""Sizes of text, in px."""
LEVEL_ROOM = 108.0
"""How wide a level's name may be, in px."""
ROOM = 190.0
"""How wide a row's label may be before it is wrapped, in px."""
SYMBOLS: dict[Shape, str] = {
    "circle": "circle",
    "square": "square-open",
    "triangle": "triangle-up-open",
    "diamond": "diamond",
    "cross": "x-thin-open",
    "plus": "cross-thin-open",
}
"""The shapes of the drawn charts, as Plotly calls them."""
SIGNS: dict[Shape, str] = {
    "circle": "●",
    "square": "□",
    "triangle": "△",
    "diamond": "◆",
    "cross": "✕",
    "plus": "＋",
}
"""The same shapes as characters, for the buttons that show and hide."""


@dataclass(frozen=True, slots=True)
class Series:
    """Something that a reader can show and hide: its name and sign, its colour, and its traces."""

    name: str
    sign: str
    colour: str
    traces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Traces and layout as Plotly wants them, the series in them, and the least width in px at which the
    figure can be read: a narrower page lets it scroll."""

    data: tuple[Trace, ...]
    layout: dict[str, Any]
    series: tuple[Series, ...] = ()
    least: int = 0

    def plain(self, title: str) -> dict[str, Any]:
        """As data that can be written as JSON."""
        series = [
            {"name": one.name, "sign": one.sign, "colour": one.colour, "traces": list(one.traces)}
            for one in self.series
        ]
        return {
            "title": escaped(title),
            "data": list(self.data),
            "layout": self.layout,
            "series": series if len(series) > 1 else [],
            "least": self.least,
        }


def escaped(text: str) -> str:
    """Text that Plotly shows as it is: it would read tags in it otherwise."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def lines(text: str, room: float = ROOM, size: float = SIZE) -> str:
    """A label in as many lines as it needs."""
    return "<br>".join(escaped(line) for line in wrap(text, room, size))


def told(*parts: str) -> str:
    """What is said when the pointer rests on a mark: its parts below each other.

    No tag but `<br>`: Plotly makes style attributes of the others, which our pages do not allow.
    """
    return "<br>".join(escaped(part) for part in parts if part)


def layout(palette: Palette, **more: Any) -> dict[str, Any]:
    """The frame of a figure: nothing in it but what is asked for."""
    return {
        "font": {"family": FONT, "size": SIZE, "color": palette.ink},
        "paper_bgcolor": palette.paper,
        "plot_bgcolor": palette.paper,
        "showlegend": False,
        "hoverlabel": hover_label(palette),
        "hovermode": "closest",
        "dragmode": False,
        **more,
    }


def hover_label(palette: Palette) -> dict[str, Any]:
    """The box beside the pointer."""
    font = {"family": FONT, "size": SIZE, "color": palette.paper}
    return {
        "bgcolor": palette.ink,
        "bordercolor": palette.ink,
        "font": font,
        "align": "left",
        "namelength": 0,
    }


def scale_axis(levels: Sequence[Ring], low: float, high: float, palette: Palette) -> dict[str, Any]:
    """The levels along the top, a quiet line for each."""
    edge = (high - low) * 0.04
    return {
        "range": [low - edge, high + edge],
        "tickvals": [level.at for level in levels],
        "ticktext": [
            f"{escaped(level.number)}<br>{lines(level.name, LEVEL_ROOM, SMALL)}" for level in levels
        ],
        "tickfont": {"size": SMALL, "color": palette.muted},
        "side": "top",
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "tickangle": 0,
        "automargin": True,
    }


def row_axis(labels: Iterable[str], room: float = ROOM) -> dict[str, Any]:
    """The rows by their names, the first one on top."""
    names = [lines(label, room) for label in labels]
    return {
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "tickfont": {"size": SIZE},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
        "ticklabelstandoff": 8,
    }

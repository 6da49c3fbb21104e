"""What figures with a row for each thing have in common, so that they read from 340 px of width upwards.

Labels stand at the left in at most 130 px and as many lines as they need; one figure for each row stands at
the right, the others are said under the pointer. The lines carry the levels' numbers, and only the ends of the
scale are named: there is not room for more on a phone. The height follows from the labels; the width is that
of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from maturity.report.charts.describe import Ring
from maturity.report.charts.plotly.figure import SIZE, SMALL, Trace, escaped, layout, lines, row_axis
from maturity.report.charts.svg.palette import Palette
from maturity.report.charts.svg.widths import width_of, wrap

ROOM = 130.0
"""How wide a row's label may be before it is wrapped, in px."""
HEAD = 56
"""Height of the scale above the rows, in px: the numbers, and the names of its ends."""
_UNIT = 190.0
"""How wide the lines that name the unit may be, in px."""
_LINE = 1.3 * SIZE
_MARGIN = 16


def height_of(labels: Iterable[str], least: float) -> int:
    """Height of a row, in px: of the longest label, and at least of what stands in it."""
    most = max((len(wrap(label, ROOM, SIZE)) for label in labels), default=1)
    return round(max(least, most * _LINE + 8))


def unit_note(
    unit: str, below: int, palette: Palette, room: float = _UNIT
) -> tuple[list[dict[str, Any]], int]:
    """What the numbers are, above what stands on `below` px over the plot; and the height of both, in px."""
    said = wrap(unit, room, SMALL) if unit else ()
    note = {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": below,
        "align": "left",
        "text": "<br>".join(escaped(line) for line in said),
        "showarrow": False,
        "font": {"size": SMALL, "color": palette.muted},
    }
    return [note] if said else [], below + round(len(said) * 1.4 * SMALL) + (4 if said else 0)


def row_layout(
    labels: Sequence[str],
    figures: Sequence[str],
    least: float,
    palette: Palette,
    *,
    head: int = HEAD,
    unit: str = "",
    notes: Sequence[dict[str, Any]] = (),
    **more: Any,
) -> dict[str, Any]:
    """The frame: the unit and the scale on top, labels at the left, room for the figures at the right."""
    named, above = unit_note(unit, head, palette)
    aside = max((width_of(figure, SIZE, strong=True) for figure in figures), default=0.0)
    return layout(
        palette,
        **{
            "yaxis": row_axis(labels, ROOM),
            "height": above + height_of(labels, least) * len(labels) + 4,
            "margin": {"l": 10, "r": round(aside) + _MARGIN if aside else 2, "t": above, "b": 4},
            "annotations": [*named, *notes],
            **more,
        },
    )


def beside(figures: Iterable[str], palette: Palette, strong: Iterable[bool] = ()) -> list[dict[str, Any]]:
    """One figure at the right of each row."""
    bold = list(strong)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 6,
            "y": place,
            "text": escaped(figure),
            "showarrow": False,
            "font": {"size": SIZE, "color": palette.ink, "weight": 600 if bold and bold[place] else 400},
        }
        for place, figure in enumerate(figures)
    ]


def level_axis(levels: Sequence[Ring], low: float, high: float, palette: Palette) -> dict[str, Any]:
    """The levels' numbers along the top, a quiet line for each."""
    edge = (high - low) * 0.05
    return {
        "range": [low - edge, high + edge],
        "tickvals": [level.at for level in levels],
        "ticktext": [escaped(level.number) for level in levels],
        "tickfont": {"size": SMALL, "color": palette.muted},
        "side": "top",
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "tickangle": 0,
    }


def end_names(levels: Sequence[Ring], palette: Palette) -> list[dict[str, Any]]:
    """The names of the lowest and the highest level, above their numbers."""
    ends = (("left", levels[0]), ("right", levels[-1])) if len(levels) > 1 else ()
    return [
        {
            "x": 0 if anchor == "left" else 1,
            "xref": "x domain",
            "xanchor": anchor,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": 24,
            "align": anchor,
            "text": lines(level.name, 100.0, SMALL),
            "showarrow": False,
            "font": {"size": SMALL, "color": palette.muted},
        }
        for anchor, level in ends
    ]


def segments(ends: Iterable[tuple[int, float, float]], line: dict[str, Any]) -> Trace:
    """Lines along their rows: `(row, from, to)` each."""
    found = list(ends)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [value for _, low, high in found for value in (low, high, None)],
        "y": [value for place, _, _ in found for value in (place, place, None)],
        "hoverinfo": "skip",
        "line": line,
    }


def strokes(at: Iterable[tuple[int, float]], half: float, line: dict[str, Any]) -> Trace:
    """Lines across their rows: `(row, value)` each, `half` a row's height up and down."""
    found = list(at)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [value for _, x in found for value in (x, x, None)],
        "y": [value for place, _ in found for value in (place - half, place + half, None)],
        "hoverinfo": "skip",
        "line": line,
    }


def spans(
    ends: Iterable[tuple[int, float, float]], thick: float, colour: str, edge: str, **more: Any
) -> Trace:
    """Bars along their rows: `(row, from, to)` each, `thick` of a row's height."""
    found = list(ends)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [low for _, low, _ in found],
        "x": [high - low for _, low, high in found],
        "y": [place for place, _, _ in found],
        "width": thick,
        "hoverinfo": "skip",
        "marker": {"color": colour, "line": {"color": edge, "width": 1}},
        **more,
    }

"""Draws a grid of values: the shade says the level, the number in the cell the value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from maturity.report.charts.describe import HeatChart, HeatRow
from maturity.report.charts.svg.columns import GUTTER, Band, bands, label_width, labels_of
from maturity.report.charts.svg.draw import (
    LEADING,
    SMALL,
    Drawing,
    Look,
    Point,
    centred,
    line,
    lines,
    rect,
    text,
)
from maturity.report.charts.svg.key import SIGN, Entry, key
from maturity.report.charts.svg.widths import widest, wrap

_ROW = 21.0
_SLIT = 1.5
_LABELS = 0.3
"""How much of the picture's width labels may take."""
_WIDEST = 92.0
"""A column need not be wider than this, unless a word of its name is."""
_PAD = 4.0


def paint_heat(chart: HeatChart, look: Look) -> Drawing:
    """The rows with the key of levels and the columns' names above them."""
    labels = [row.label for row in chart.rows]
    room = label_width(labels, look, _LABELS)
    left = room + GUTTER
    wide = _column(chart, look.width - left)
    ramp = look.palette.ramp(len(chart.levels))
    names, top = key([Entry(n, _swatch(c)) for n, c in zip(chart.levels, ramp, strict=True)], 0, look)
    heads = _heads(chart, wide - _PAD)
    depth = max((len(head) for head in heads), default=0)
    first = top + 6 + depth * SMALL * LEADING + 4
    rows = bands(labels, room, first, [_ROW] * len(labels))
    parts = [*names, *_headings(heads, left, wide, first, look), *labels_of(rows, look)]
    for row, band in zip(chart.rows, rows, strict=True):
        parts += _cells(row, band, (left, wide), ramp, look)
    bottom = rows[-1].top + rows[-1].height if rows else first
    return Drawing(tuple(parts), bottom + 4)


def _swatch(colour: str) -> Callable[[Point], str]:
    return lambda at: rect(at[0] - SIGN / 2, at[1] - SIGN / 2, SIGN, SIGN, colour)


def _column(chart: HeatChart, room: float) -> float:
    """How wide a column is: wider than most if the names fit then."""
    share, needed = room / max(len(chart.columns), 1), _longest(chart) + _PAD
    return needed if _WIDEST < needed <= share else min(share, _WIDEST)


def _heads(chart: HeatChart, room: float) -> list[tuple[str, ...]]:
    """The columns' names in lines, or their short labels if a word of any name is too wide."""
    fits = _longest(chart) <= room
    return [wrap(name if fits else short, room, SMALL) for name, short in chart.columns]


def _longest(chart: HeatChart) -> float:
    """How wide the widest word of the columns' names is."""
    return widest([word for name, _ in chart.columns for word in name.split()], SMALL)


def _headings(
    heads: Sequence[tuple[str, ...]], left: float, wide: float, bottom: float, look: Look
) -> Iterator[str]:
    for at, head in enumerate(heads):
        y = bottom - 5 - (len(head) - 1) * SMALL * LEADING
        yield from lines((left + (at + 0.5) * wide, y), head, look.palette.muted, size=SMALL, anchor="middle")


def _cells(
    row: HeatRow, band: Band, place: tuple[float, float], ramp: Sequence[str], look: Look
) -> Iterator[str]:
    """The cells of a row; one without a value stays empty but for its sign."""
    left, wide = place
    for at, cell in enumerate(row.cells):
        x, y = left + at * wide, centred(band.middle, 1, SMALL)
        colour = None if cell.level is None else ramp[cell.level - 1]
        if colour:
            yield rect(x, band.top, wide - _SLIT, band.height - _SLIT, colour)
        ink = look.palette.on(colour) if colour else look.palette.muted
        middle = (x + (wide - _SLIT) / 2, y)
        yield text(middle, cell.shown, ink, size=SMALL, anchor="middle", strong=row.strong)
    if row.strong:
        bottom = band.top + band.height + 0.5
        yield line((0, bottom), (left + len(row.cells) * wide - _SLIT, bottom), look.palette.rule)

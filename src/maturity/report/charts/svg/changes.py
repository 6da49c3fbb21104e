"""Draws what was and what is: an open mark, an arrow, a filled mark. A dashed arrow may be chance."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.report.charts.describe import ChangeChart, ChangeRow
from maturity.report.charts.svg.columns import GUTTER, Band, column_width, label_room, labels_of, row_bands
from maturity.report.charts.svg.draw import (
    LABEL,
    SMALL,
    Drawing,
    Look,
    Point,
    centred,
    element,
    line,
    path,
    text,
)
from maturity.report.charts.svg.key import Entry, key
from maturity.report.charts.svg.scale import Scale, grid, head, unit_line

_ROW = 32.0
_MARGIN = 24.0
_RADIUS = 4.5
_HEAD = 5.0
"""Length of an arrow's head, in px."""
_SAMPLE = 26.0
_DASHES = "3 3"


def paint_changes(chart: ChangeChart, look: Look) -> Drawing:
    """The rows with their key and scale above them."""
    labels = [row.label for row in chart.rows]
    room = label_room(labels, look)
    figures = _columns(chart)
    plot_end = look.width - sum(width + GUTTER for width in figures if width)
    scale = Scale(chart.scale_from, chart.scale_to, room + GUTTER + _MARGIN, plot_end - _MARGIN)
    unit, top = unit_line(chart.unit, look)
    names, top = key(_entries(chart, look), top, look)
    above = head(scale, chart.levels, top + 4, look, to=plot_end)
    rows = row_bands(labels, look, above.bottom, [_ROW] * len(labels))
    bottom = rows[-1].top + rows[-1].height if rows else above.bottom
    parts = [*unit, *names, *above.parts, *_headings(chart, figures, above.bottom, look)]
    parts += [*grid(scale, chart.levels, above.bottom, bottom, look), *labels_of(rows, look)]
    for row, band in zip(chart.rows, rows, strict=True):
        parts += [*_arrow(row, band.middle, scale, look), *_figures(row, band, figures, look)]
    return Drawing(tuple(parts), bottom + 4)


def _columns(chart: ChangeChart) -> tuple[float, float]:
    """The widths of the change and of its interval."""
    return (
        column_width([row.change for row in chart.rows], chart.heads[3], LABEL, strong=True),
        column_width([row.interval for row in chart.rows], chart.heads[4]),
    )


def _ends(figures: tuple[float, float], look: Look) -> tuple[float, float]:
    return look.width - (figures[1] + GUTTER if figures[1] else 0.0), look.width


def _headings(chart: ChangeChart, figures: tuple[float, float], bottom: float, look: Look) -> Iterator[str]:
    ends = _ends(figures, look)
    for heading, end, width in zip(chart.heads[3:5], ends, figures, strict=True):
        if width:
            yield text((end, bottom - 7), heading, look.palette.muted, size=SMALL, anchor="end")


def _figures(row: ChangeRow, band: Band, figures: tuple[float, float], look: Look) -> Iterator[str]:
    change, interval = _ends(figures, look)
    y, palette = centred(band.middle, 1), look.palette
    yield text((change, y), row.change, palette.ink, anchor="end", strong=row.firm)
    if row.interval:
        yield text((interval, y), row.interval, palette.muted, size=SMALL, anchor="end")


def _arrow(row: ChangeRow, y: float, scale: Scale, look: Look) -> Iterator[str]:
    """From where it stood to where it stands. What is missing is not drawn."""
    before = None if row.before is None else scale.x(row.before)
    after = None if row.after is None else scale.x(row.after)
    if before is not None and after is not None:
        yield from _shaft(before, after, y, look, firm=row.firm)
    if before is not None:
        yield _ring((before, y), look)
    if after is not None:
        yield _dot((after, y), look)


def _shaft(start: float, end: float, y: float, look: Look, *, firm: bool) -> Iterator[str]:
    """The line between two marks, with a head where there is room for one."""
    way = 1 if end > start else -1
    start, end = start + way * _RADIUS, end - way * (_RADIUS + 1)
    if (end - start) * way <= 0:
        return
    colour, width = (look.palette.ours, 2.25) if firm else (look.palette.rule, 1.25)
    more = {} if firm else {"stroke_dasharray": _DASHES}
    yield line((start, y), (end, y), colour, width, **more)
    if (end - start) * way > _HEAD:
        tip = [(end - way * _HEAD, y - _HEAD * 0.8), (end, y), (end - way * _HEAD, y + _HEAD * 0.8)]
        yield path(tip, fill="none", stroke=colour, stroke_width=width)


def _ring(at: Point, look: Look) -> str:
    return element(
        "circle",
        cx=at[0],
        cy=at[1],
        r=_RADIUS,
        fill=look.palette.paper,
        stroke=look.palette.muted,
        stroke_width=1.5,
    )


def _dot(at: Point, look: Look) -> str:
    return element("circle", cx=at[0], cy=at[1], r=_RADIUS, fill=look.palette.ours, stroke=look.palette.paper)


def _entries(chart: ChangeChart, look: Look) -> tuple[Entry, ...]:
    def shaft(at: Point, firm: bool) -> str:
        half = _SAMPLE / 2 + _RADIUS
        return "".join(_shaft(at[0] - half, at[0] + half, at[1], look, firm=firm))

    return (
        Entry(chart.heads[1], lambda at: _ring(at, look)),
        Entry(chart.heads[2], lambda at: _dot(at, look)),
        Entry(chart.firm_label, lambda at: shaft(at, True), _SAMPLE),
        Entry(chart.loose_label, lambda at: shaft(at, False), _SAMPLE),
    )

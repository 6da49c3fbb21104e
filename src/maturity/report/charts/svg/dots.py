"""Draws values with intervals on one scale, a row each; the figures line up to the right as in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.report.charts.describe import DotChart, DotRow
from maturity.report.charts.svg.columns import GUTTER, Band, column_width, label_room, labels_of, row_bands
from maturity.report.charts.svg.draw import LABEL, SMALL, Drawing, Look, centred, line, text
from maturity.report.charts.svg.scale import Scale, grid, head, unit_line
from maturity.report.charts.svg.shapes import mark

_ROW = 34.0
_END = 4.0
_MARGIN = 24.0
"""Between the scale's ends and what stands beside the plot."""


def paint_dots(chart: DotChart, look: Look) -> Drawing:
    """The rows with their scale above them."""
    labels = [row.label for row in chart.rows]
    room = label_room(labels, look)
    figures = _columns(chart)
    plot_end = look.width - sum(width + GUTTER for width in figures if width)
    scale = Scale(chart.scale_from, chart.scale_to, room + GUTTER + _MARGIN, plot_end - _MARGIN)
    unit, top = unit_line(chart.unit, look)
    above = head(scale, chart.levels, top, look, to=plot_end)
    rows = row_bands(labels, look, above.bottom, [_ROW] * len(labels))
    bottom = rows[-1].top + rows[-1].height if rows else above.bottom
    parts = [*unit, *above.parts, *_headings(chart, figures, above.bottom, look)]
    parts += [*grid(scale, chart.levels, above.bottom, bottom, look), *labels_of(rows, look)]
    for row, band in zip(chart.rows, rows, strict=True):
        parts += [*_value(row, band, scale, look), *_figures(row, band, figures, look)]
    return Drawing(tuple(parts), bottom + 4)


def _columns(chart: DotChart) -> tuple[float, float, float]:
    """The widths of value, interval and n."""
    rows, heads = chart.rows, chart.heads
    return (
        column_width([row.shown for row in rows], heads[1], LABEL, strong=True),
        column_width([row.interval for row in rows], heads[2]),
        column_width([row.n_text for row in rows], ""),
    )


def _ends(figures: Sequence[float], look: Look) -> list[float]:
    """Where each column of figures ends."""
    return [
        look.width - sum(width + GUTTER for width in figures[i + 1 :] if width) for i in range(len(figures))
    ]


def _headings(chart: DotChart, figures: Sequence[float], bottom: float, look: Look) -> Iterator[str]:
    for heading, end, width in zip(
        (chart.heads[1], chart.heads[2]), _ends(figures, look), figures, strict=False
    ):
        if width:
            yield text((end, bottom - 7), heading, look.palette.muted, size=SMALL, anchor="end")


def _value(row: DotRow, band: Band, scale: Scale, look: Look) -> Iterator[str]:
    """The interval with its ends, and the mark on it. A missing value is not drawn."""
    if row.value is None:
        return
    y, ours = band.middle, look.palette.ours
    if row.low is not None and row.high is not None:
        low, high = scale.x(row.low), scale.x(row.high)
        yield line((low, y), (high, y), ours, 1.5)
        yield from (line((x, y - _END), (x, y + _END), ours, 1.5) for x in (low, high))
    yield mark(row.shape, (scale.x(row.value), y), look.palette)


def _figures(row: DotRow, band: Band, figures: Sequence[float], look: Look) -> Iterator[str]:
    value, interval, n = _ends(figures, look)
    ink, muted = look.palette.ink, look.palette.muted
    y = centred(band.middle, 1)
    yield text((value, y), row.shown, ink, anchor="end", strong=True)
    if row.interval:
        yield text((interval, y), row.interval, muted, size=SMALL, anchor="end")
    if row.n_text:
        yield text((n, y), row.n_text, muted, size=SMALL, anchor="end")

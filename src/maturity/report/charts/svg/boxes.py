"""Draws what a group has as boxes, one of the group marked: middle half, median, ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.report.charts.describe import BoxChart, BoxRow
from maturity.report.charts.svg.columns import GUTTER, Band, column_width, label_room, labels_of, row_bands
from maturity.report.charts.svg.draw import SMALL, Drawing, Look, Point, centred, line, rect, text
from maturity.report.charts.svg.key import Entry, key
from maturity.report.charts.svg.palette import at_lightness
from maturity.report.charts.svg.scale import Scale, grid, head, unit_line
from maturity.report.charts.svg.shapes import mark

_ROW = 32.0
_BOX = 14.0
_MARGIN = 20.0
_SAMPLE = 22.0
_LIGHT = 88.0


def paint_boxes(chart: BoxChart, look: Look) -> Drawing:
    """The rows with their key and scale above them, and the figures beside them."""
    labels = [row.label for row in chart.rows]
    room = label_room(labels, look)
    figures = [
        column_width([row.figures[at] for row in chart.rows], chart.heads[at + 1])
        for at in range(len(chart.heads) - 1)
    ]
    plot_end = look.width - sum(width + GUTTER for width in figures if width)
    scale = Scale(chart.scale_from, chart.scale_to, room + GUTTER + _MARGIN, plot_end - _MARGIN)
    unit, top = unit_line(chart.unit, look)
    names, top = key(tuple(_entries(chart, look)), top, look)
    above = head(scale, chart.levels, top + 4, look, to=plot_end)
    rows = row_bands(labels, look, above.bottom, [_ROW] * len(labels))
    bottom = rows[-1].top + rows[-1].height if rows else above.bottom
    ends = _ends(figures, look)
    parts = [*unit, *names, *above.parts, *_headings(chart, figures, ends, above.bottom, look)]
    parts += [*grid(scale, chart.levels, above.bottom, bottom, look), *labels_of(rows, look)]
    for row, band in zip(chart.rows, rows, strict=True):
        parts += [*_box(row, band, scale, look), *_value(row, band, scale, look)]
        parts += [*_figures(row, band, ends, look)]
    return Drawing(tuple(parts), bottom + 4)


def _ends(figures: Sequence[float], look: Look) -> list[float]:
    """Where each column of figures ends."""
    count = len(figures)
    return [look.width - sum(w + GUTTER for w in figures[at + 1 :] if w) for at in range(count)]


def _headings(
    chart: BoxChart, figures: Sequence[float], ends: Sequence[float], bottom: float, look: Look
) -> Iterator[str]:
    for heading, width, end in zip(chart.heads[1:], figures, ends, strict=True):
        if width:
            yield text((end, bottom - 7), heading, look.palette.muted, size=SMALL, anchor="end")


def _box(row: BoxRow, band: Band, scale: Scale, look: Look) -> Iterator[str]:
    """Ends, middle half, median, target; what is withheld is not drawn."""
    y, colour = band.middle, look.palette.rule
    if row.ends:
        yield line((scale.x(row.ends[0]), y), (scale.x(row.ends[1]), y), colour)
    if row.middle:
        low, high = scale.x(row.middle[0]), scale.x(row.middle[1])
        yield rect(low, y - _BOX / 2, max(high - low, 1.0), _BOX, _shade(look), stroke=colour)
    if row.median is not None:
        yield _across(scale.x(row.median), y, look.palette.ink, 2.0)
    if row.target is not None:
        yield _target(scale.x(row.target), y, look)


def _value(row: BoxRow, band: Band, scale: Scale, look: Look) -> Iterator[str]:
    """The marked one, on its interval."""
    if row.value is None:
        return
    y, ours = band.middle, look.palette.ours
    if row.interval:
        yield line((scale.x(row.interval[0]), y), (scale.x(row.interval[1]), y), ours, 1.5)
    yield mark("diamond", (scale.x(row.value), y), look.palette)


def _figures(row: BoxRow, band: Band, ends: Sequence[float], look: Look) -> Iterator[str]:
    y = centred(band.middle, 1, SMALL)
    for at, (figure, end) in enumerate(zip(row.figures, ends, strict=True)):
        strong = at == 0
        colour = look.palette.ink if strong else look.palette.muted
        yield text((end, y), figure, colour, size=SMALL, anchor="end", strong=strong)


def _entries(chart: BoxChart, look: Look) -> Iterator[Entry]:
    """What is drawn in any row."""
    median, middle, ends, value, target = chart.names
    rows, colour = chart.rows, look.palette.rule
    if any(row.value is not None for row in rows):
        yield Entry(value, lambda at: mark("diamond", at, look.palette))
    if any(row.median is not None for row in rows):
        yield Entry(median, lambda at: _across(at[0], at[1], look.palette.ink, 2.0))
    if any(row.middle for row in rows):
        yield Entry(middle, lambda at: _sample(at, look), _SAMPLE)
    if any(row.ends for row in rows):
        yield Entry(ends, lambda at: line((at[0] - 11, at[1]), (at[0] + 11, at[1]), colour), _SAMPLE)
    if any(row.target is not None for row in rows):
        yield Entry(target, lambda at: _target(at[0], at[1], look))


def _sample(at: Point, look: Look) -> str:
    return rect(at[0] - _SAMPLE / 2, at[1] - 5, _SAMPLE, 10, _shade(look), stroke=look.palette.rule)


def _target(x: float, y: float, look: Look) -> str:
    return _across(x, y, look.palette.accent, 1.5, stroke_dasharray="1.5 2")


def _across(x: float, y: float, colour: str, width: float, **more: str) -> str:
    return line((x, y - _BOX / 2), (x, y + _BOX / 2), colour, width, **more)


def _shade(look: Look) -> str:
    return at_lightness(look.palette.ours, _LIGHT)

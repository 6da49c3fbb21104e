"""Draws ranges of ranks: a bar from the best to the worst rank, a line where a new group begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from maturity.report.charts.describe import RankChart, RankRow
from maturity.report.charts.svg.columns import GUTTER, Band, bands, column_width, label_width, labels_of
from maturity.report.charts.svg.draw import SMALL, Drawing, Look, centred, line, rect, text
from maturity.report.charts.svg.palette import at_lightness
from maturity.report.charts.svg.scale import unit_line

_ROW = 21.0
_BAR = 9.0
_MARGIN = 12.0
_LABELS = 0.34
_TICKS = 8
_STEPS = tuple(step * 10**power for power in range(9) for step in (1, 2, 5))
_LIGHT = 62.0


def paint_ranks(chart: RankChart, look: Look) -> Drawing:
    """The rows with the ranks above them."""
    labels = [row.label for row in chart.rows]
    left = label_width(labels, look, _LABELS) + GUTTER + _MARGIN
    right = look.width - column_width([row.shown for row in chart.rows], chart.heads[1]) - GUTTER - _MARGIN
    unit, top = unit_line(chart.unit, look)
    first = top + SMALL + 8
    rows = bands(labels, left - GUTTER - _MARGIN, first, [_ROW] * len(labels))
    bottom = rows[-1].top + rows[-1].height if rows else first
    step = (right - left) / max(chart.of - 1, 1)
    parts = [*unit, *_ticks(chart, left, step, (first, bottom), look), *labels_of(rows, look)]
    parts.append(text((look.width, first - 6), chart.heads[1], look.palette.muted, size=SMALL, anchor="end"))
    for row, band in zip(chart.rows, rows, strict=True):
        parts += _bar(row, band, (left, step), look)
    for (above, _), (below, band) in pairwise(zip(chart.rows, rows, strict=True)):
        if above.tier != below.tier:
            parts.append(line((0, band.top), (look.width, band.top), look.palette.rule))
    return Drawing(tuple(parts), bottom + 4)


def _ticks(
    chart: RankChart, left: float, step: float, ends: tuple[float, float], look: Look
) -> Iterator[str]:
    """Some ranks with a quiet line down the rows: the first, the last, and a few between."""
    every = next(step for step in _STEPS if step * _TICKS >= chart.of)
    for rank in dict.fromkeys((1, *range(every, chart.of - every // 2, every), chart.of)):
        x = left + (rank - 1) * step
        yield line((x, ends[0]), (x, ends[1]), look.palette.grid)
        yield text((x, ends[0] - 6), str(rank), look.palette.muted, size=SMALL, anchor="middle")


def _bar(row: RankRow, band: Band, place: tuple[float, float], look: Look) -> Iterator[str]:
    y = centred(band.middle, 1, SMALL)
    yield text((look.width, y), row.shown, look.palette.ink, size=SMALL, anchor="end")
    if row.low is None or row.high is None:
        return
    left, step = place
    low, high = (left + (rank - 1) * step for rank in (row.low, row.high))
    colour = at_lightness(look.palette.ours, _LIGHT)
    yield rect(low - 3, band.middle - _BAR / 2, high - low + 6, _BAR, colour, rx=4)

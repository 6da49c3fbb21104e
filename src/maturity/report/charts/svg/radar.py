"""Draws a profile as a radar: a line with the lightest fill, and intervals as whiskers.

There is no score in the area: it depends on the order of the axes. Ring numbers stand on the first axis; the
rings' names stand below, because names among the lines could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from maturity.report.charts.describe import Axis, RadarChart
from maturity.report.charts.svg.draw import Drawing, Look, Point, element, line, path
from maturity.report.charts.svg.key import Entry, key, level_entry
from maturity.report.charts.svg.polar import Polar, direction, runs
from maturity.report.charts.svg.radar_band import band, band_sample
from maturity.report.charts.svg.radar_labels import CLEAR, blocks, radius_for
from maturity.report.charts.svg.radar_labels import draw as draw_block
from maturity.report.charts.svg.radar_net import Segment, numbers, rings

_RADIUS = 0.25
"""Of the outermost ring, as a share of the picture's width: what is left holds the longest labels."""
_LARGEST = 168.0
_END = 4.0
"""Half the width of a whisker's end, in px."""
_SAMPLE = 24.0
"""Length of a line in the key, in px."""
_DASHES = "5 3"
_DOTS = "1.5 3"


def paint_radar(chart: RadarChart, look: Look) -> Drawing:
    """The radar with its labels around it, and its key below."""
    radius = radius_for(chart.axes, min(look.width * _RADIUS, _LARGEST), look.width / 2)
    around = blocks(chart.axes, radius, look.width / 2)
    up = max(radius + CLEAR, *(-block.top for block in around))
    down = max(radius, *(block.bottom for block in around))
    unit = radius / (chart.scale_to - chart.centre)
    polar = Polar((look.width / 2, up), unit, chart.centre, len(chart.axes))
    words = [part for block in around for part in draw_block(block, polar.middle, look)]
    names, end = key([level_entry(ring, look) for ring in chart.rings], up + down + 14, look)
    signs, end = key(tuple(_entries(chart, look)), end, look)
    return Drawing((*_picture(chart, polar, look), *words, *names, *signs), end + 4)


def _picture(chart: RadarChart, polar: Polar, look: Look) -> Iterator[str]:
    """Fill, net, earlier values, values, intervals: each covers what comes before."""
    points = polar.points([axis.value for axis in chart.axes])
    whole = [point for point in points if point]
    if chart.band:
        yield from band(chart.band, polar, look)
    elif len(whole) == len(points):
        yield path(whole, closed=True, fill=look.palette.tint())
    yield from rings(chart.rings, polar, look)
    earlier = runs(polar.points(chart.compare)) if chart.compare else ()
    now = runs(points)
    yield from numbers(chart.rings, polar, _segments(*earlier, *now), look)
    for run in earlier:
        yield path(run, fill="none", stroke=look.palette.muted, stroke_width=1.5, stroke_dasharray=_DASHES)
    for run in runs(polar.points(chart.target)) if chart.target else ():
        yield path(run, fill="none", stroke=look.palette.accent, stroke_width=1.5, stroke_dasharray=_DOTS)
    for run in now:
        yield path(run, fill="none", stroke=look.palette.ours, stroke_width=2, stroke_linejoin="round")
    for i, axis in enumerate(chart.axes):
        yield from _on_axis(axis, i, polar, look)


def _segments(*drawn: tuple[Point, ...]) -> list[Segment]:
    return [pair for run in drawn for pair in pairwise(run)]


def _on_axis(axis: Axis, index: int, polar: Polar, look: Look) -> Iterator[str]:
    """The whisker of one axis, with ends across it, and the value as a dot."""
    if axis.value is None:
        return
    ours = look.palette.ours
    if axis.low is not None and axis.high is not None:
        low, high = polar.at(index, axis.low), polar.at(index, axis.high)
        yield line(low, high, ours, 1.25)
        x, up = direction(index, polar.axes)
        across = (_END * up, _END * x)
        yield from (_across(end, across, ours) for end in (low, high))
    cx, cy = polar.at(index, axis.value)
    yield element("circle", cx=cx, cy=cy, r=4.5, fill=ours, stroke=look.palette.paper)


def _across(at: Point, half: Point, colour: str) -> str:
    return line((at[0] - half[0], at[1] - half[1]), (at[0] + half[0], at[1] + half[1]), colour, 1.25)


def _entries(chart: RadarChart, look: Look) -> Iterator[Entry]:
    """What the key names beside the rings: the interval, and the earlier values."""
    if any(axis.value is not None and axis.low is not None for axis in chart.axes):
        yield Entry(chart.heads[2], lambda at: _whisker_sample(at, look), _SAMPLE)
    if chart.compare and chart.compare_label:
        yield Entry(chart.compare_label, lambda at: _dashed_sample(at, look), _SAMPLE)
    if chart.band and chart.band_label:
        yield Entry(chart.band_label, lambda at: band_sample(at, _SAMPLE, look), _SAMPLE)
    if chart.target and chart.target_label:
        yield Entry(chart.target_label, lambda at: _dotted_sample(at, look), _SAMPLE)


def _whisker_sample(at: Point, look: Look) -> str:
    (x, y), ours = at, look.palette.ours
    ends = [(x - _SAMPLE / 2 + 1, y), (x + _SAMPLE / 2 - 1, y)]
    dot = element("circle", cx=x, cy=y, r=4.5, fill=ours, stroke=look.palette.paper)
    return line(ends[0], ends[1], ours, 1.25) + "".join(_across(end, (0, _END), ours) for end in ends) + dot


def _dashed_sample(at: Point, look: Look) -> str:
    start, end = (at[0] - _SAMPLE / 2, at[1]), (at[0] + _SAMPLE / 2, at[1])
    return line(start, end, look.palette.muted, 1.5, stroke_dasharray=_DASHES)


def _dotted_sample(at: Point, look: Look) -> str:
    start, end = (at[0] - _SAMPLE / 2, at[1]), (at[0] + _SAMPLE / 2, at[1])
    return line(start, end, look.palette.accent, 1.5, stroke_dasharray=_DOTS)

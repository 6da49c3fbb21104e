"""Draws values over time: a small picture for each line with intervals, breaks and marks, on equal scales."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from maturity.report.charts.describe import TimeMark, TrendChart, TrendPanel, TrendPoint
from maturity.report.charts.svg.draw import (
    CAP,
    LABEL,
    LEADING,
    SMALL,
    Drawing,
    Look,
    Point,
    element,
    line,
    path,
    text,
)
from maturity.report.charts.svg.key import Entry, key, level_entry
from maturity.report.charts.svg.scale import unit_line
from maturity.report.charts.svg.widths import STRONG, width_of, wrap

_PLOT = 118.0
"""Height of a plot, in px."""
_BETWEEN = 26.0
_LEAST = 120.0
"""Width of a picture in which its first and last time stand side by side."""
_NUMBERS = 16.0
"""Room for the levels' numbers at the left of a plot."""
_RIGHT = 30.0
"""Room for the last value at the right of a plot."""
_END = 3.0
_APART = 8.0
_DASHES = "2 3"


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a plot lies on the page, and the scales of both directions."""

    left: float
    top: float
    width: float
    times: tuple[float, float]
    values: tuple[float, float]

    def at(self, when: float, value: float) -> Point:
        return self.x(when), self.y(value)

    def x(self, when: float) -> float:
        first, last = self.times
        inside = self.width - _NUMBERS - _RIGHT
        share = (when - first) / (last - first) if last > first else 0.5
        return self.left + _NUMBERS + 6 + share * (inside - 6)

    def y(self, value: float) -> float:
        low, high = self.values
        return self.top + _PLOT - (value - low) / (high - low) * _PLOT


def paint_trends(chart: TrendChart, look: Look) -> Drawing:
    """The pictures in rows, with what their signs mean above them."""
    unit, top = unit_line(chart.unit, look)
    names, top = key([level_entry(level, look) for level in chart.levels], top, look)
    signs, top = key(tuple(_entries(chart, look)), top, look)
    columns = max(1, min(chart.columns, int((look.width + _BETWEEN) // (_LEAST + _BETWEEN))))
    width = (look.width - (columns - 1) * _BETWEEN) / columns
    times, values = _times(chart), (chart.scale_from, chart.scale_to)
    parts = [*unit, *names, *signs]
    for first in range(0, len(chart.panels), columns):
        row = chart.panels[first : first + columns]
        labels = [wrap(panel.label, width / STRONG) for panel in row]
        plot = top + 10 + max(map(len, labels)) * LABEL * LEADING + 8
        for at, (panel, label) in enumerate(zip(row, labels, strict=True)):
            left = at * (width + _BETWEEN)
            parts += _heading(label, left, plot, look)
            parts += _panel(panel, chart, _Frame(left, plot, width, times, values), look)
        top = plot + _PLOT + SMALL * LEADING + 10
    return Drawing(tuple(parts), top)


def _times(chart: TrendChart) -> tuple[float, float]:
    found = [point.at for panel in chart.panels for point in panel.points] or [0.0]
    return min(found), max(found)


def _heading(label: tuple[str, ...], left: float, plot: float, look: Look) -> list[str]:
    first = plot - 10 - (len(label) - 1) * LABEL * LEADING
    return [
        text((left, first + i * LABEL * LEADING), words, look.palette.ink, strong=True)
        for i, words in enumerate(label)
    ]


def _panel(panel: TrendPanel, chart: TrendChart, frame: _Frame, look: Look) -> Iterator[str]:
    right = frame.left + frame.width - _RIGHT + 8
    for level in chart.levels:
        y = frame.y(level.at)
        yield line((frame.left + _NUMBERS, y), (right, y), look.palette.grid)
        yield text((frame.left, y + CAP * SMALL / 2), level.number, look.palette.muted, size=SMALL)
    yield from _marks(chart.marks, frame, look)
    yield from _whens(panel.points, frame, look)
    for run in _runs(panel.points):
        places = [frame.at(point.at, point.value or 0.0) for point in run]
        yield path(places, fill="none", stroke=look.palette.ours, stroke_width=2, stroke_linejoin="round")
    for point in panel.points:
        yield from _point(point, frame, look)
    yield from _last(panel.points, frame, look)


def _runs(points: tuple[TrendPoint, ...]) -> Iterator[list[TrendPoint]]:
    """The stretches of points that a line may join. A missing value and a break end one."""
    run: list[TrendPoint] = []
    for point in points:
        if (point.breaks or point.value is None) and run:
            yield run
            run = []
        if point.value is not None:
            run.append(point)
    if run:
        yield run


def _point(point: TrendPoint, frame: _Frame, look: Look) -> Iterator[str]:
    """The interval with its ends, and the value on it; before a break, the sign of one."""
    if point.value is None:
        return
    ours, x = look.palette.ours, frame.x(point.at)
    if point.low is not None and point.high is not None:
        ends = frame.y(point.low), frame.y(point.high)
        yield line((x, ends[0]), (x, ends[1]), ours, 1.25)
        yield from (line((x - _END, y), (x + _END, y), ours, 1.25) for y in ends)
    y = frame.y(point.value)
    yield element("circle", cx=x, cy=y, r=3.75, fill=ours, stroke=look.palette.paper)
    if point.breaks:
        yield _break((x - 9, y), look)


def _break(at: Point, look: Look) -> str:
    """Two slanting strokes, as where an axis is cut."""
    x, y = at
    return "".join(
        line((x + shift - 2, y + 6), (x + shift + 2, y - 6), look.palette.accent, 1.5) for shift in (-2, 2)
    )


def _last(points: tuple[TrendPoint, ...], frame: _Frame, look: Look) -> Iterator[str]:
    there = [point for point in points if point.value is not None]
    if there:
        x, y = frame.at(there[-1].at, there[-1].value or 0.0)
        yield text((x + 8, y + CAP * LABEL / 2), there[-1].shown, look.palette.ink, strong=True)


def _whens(points: tuple[TrendPoint, ...], frame: _Frame, look: Look) -> Iterator[str]:
    """The times below the plot: first and last, and those between that have room."""
    y = frame.top + _PLOT + SMALL * LEADING + 2
    taken: list[tuple[float, float]] = []
    for at, point in sorted(
        enumerate(points), key=lambda pair: (pair[0] not in (0, len(points) - 1), pair[0])
    ):
        half = width_of(point.when, SMALL) / 2
        x = max(frame.x(point.at), frame.left + half)
        if (
            at
            and at < len(points) - 1
            and any(abs(x - other) < half + wide + _APART for other, wide in taken)
        ):
            continue
        taken.append((x, half))
        yield text((x, y), point.when, look.palette.muted, size=SMALL, anchor="middle")


def _marks(marks: tuple[TimeMark, ...], frame: _Frame, look: Look) -> Iterator[str]:
    for mark in marks:
        if frame.times[0] <= mark.at <= frame.times[1]:
            x = frame.x(mark.at)
            top, bottom = (x, frame.top - 2), (x, frame.top + _PLOT)
            yield line(top, bottom, look.palette.accent, stroke_dasharray=_DASHES)
            yield text((x + 3, frame.top + SMALL * CAP), mark.sign, look.palette.accent, size=SMALL)


def _entries(chart: TrendChart, look: Look) -> Iterator[Entry]:
    if any(point.low is not None for panel in chart.panels for point in panel.points):
        yield Entry(chart.heads[3], lambda at: _sample(at, look))
    if any(point.breaks for panel in chart.panels for point in panel.points[1:]):
        yield Entry(chart.break_label, lambda at: _break(at, look))
    for mark in chart.marks:
        yield Entry(mark.text, _sign(mark.sign, look))


def _sample(at: Point, look: Look) -> str:
    (x, y), ours = at, look.palette.ours
    ends = y - 7, y + 7
    dot = element("circle", cx=x, cy=y, r=3.75, fill=ours, stroke=look.palette.paper)
    whisker = "".join(line((x - _END, end), (x + _END, end), ours, 1.25) for end in ends)
    return line((x, ends[0]), (x, ends[1]), ours, 1.25) + whisker + dot


def _sign(sign: str, look: Look) -> Callable[[Point], str]:
    colour = look.palette.accent
    return lambda at: text((at[0], at[1] + CAP * SMALL / 2), sign, colour, size=SMALL, anchor="middle")

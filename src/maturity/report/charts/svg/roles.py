"""Draws where roles stand: a row for each dimension, a shape for each role, a line between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count

from maturity.report.charts.describe import Mark, RoleChart, Shape
from maturity.report.charts.svg.columns import GUTTER, Band, label_room, labels_of, row_bands
from maturity.report.charts.svg.draw import SMALL, Anchor, Drawing, Look, Point, centred, line, text
from maturity.report.charts.svg.key import Entry, key
from maturity.report.charts.svg.scale import Scale, grid, head, unit_line
from maturity.report.charts.svg.shapes import REACH, mark

_ROW = 36.0
_LANE = 13.0
"""From one mark to the next above or below, where values are too close to stand side by side."""
_CLOSE = 2.1 * REACH
_FIGURE = REACH + 5.0
"""From a mark's middle to the figure beside it."""
_EDGE = 34.0
"""Room beyond the scale's ends for figures."""


def paint_roles(chart: RoleChart, look: Look) -> Drawing:
    """The rows with the key of shapes and the scale above them."""
    labels = [row.label for row in chart.rows]
    room = label_room(labels, look)
    unit, top = unit_line(chart.unit, look)
    names, top = key(tuple(_entries(chart, look)), top, look)
    scale = Scale(chart.scale_from, chart.scale_to, room + GUTTER + _EDGE, look.width - _EDGE)
    above = head(scale, chart.levels, top + 6, look, to=look.width)
    offsets = [_offsets(_drawn(row.marks), scale) for row in chart.rows]
    needed = [max(_ROW, 2 * (_LANE * max(map(abs, row), default=0) + REACH + 6)) for row in offsets]
    rows = row_bands(labels, look, above.bottom, needed)
    bottom = rows[-1].top + rows[-1].height if rows else above.bottom
    parts = [
        *unit,
        *names,
        *above.parts,
        *grid(scale, chart.levels, above.bottom, bottom, look),
        *labels_of(rows, look),
    ]
    for row, band, lanes in zip(chart.rows, rows, offsets, strict=True):
        parts += _row(_drawn(row.marks), lanes, band, scale, look)
    return Drawing(tuple(parts), bottom + 4)


def _entries(chart: RoleChart, look: Look) -> Iterator[Entry]:
    """Each role that is drawn, once, in the order in which it first appears."""
    shapes = {one.role_label: one.shape for row in chart.rows for one in row.marks if one.value is not None}
    for name, shape in shapes.items():
        yield Entry(name, _sign(shape, look))


def _sign(shape: Shape, look: Look) -> Callable[[Point], str]:
    return lambda at: mark(shape, at, look.palette)


def _drawn(marks: Sequence[Mark]) -> list[tuple[float, Mark]]:
    """The marks that have a value, lowest first; equal ones stay in the roles' order."""
    found = [(one.value, one) for one in marks if one.value is not None]
    return sorted(found, key=lambda pair: pair[0])


def _offsets(marks: Sequence[tuple[float, Mark]], scale: Scale) -> list[int]:
    """For each mark the lane nearest to the middle (0, -1, 1, -2, ...) in which it touches no other."""
    ends: dict[int, float] = {}
    found: list[int] = []
    for value, _ in marks:
        x = scale.x(value)
        lane = next(lane for lane in _lanes() if lane not in ends or x - ends[lane] >= _CLOSE)
        ends[lane] = x
        found.append(lane)
    return found


def _lanes() -> Iterator[int]:
    yield 0
    for step in count(1):
        yield from (-step, step)


def _row(
    marks: Sequence[tuple[float, Mark]], lanes: Sequence[int], band: Band, scale: Scale, look: Look
) -> Iterator[str]:
    """The line from lowest to highest, the marks, and the figures of the two at its ends."""
    if not marks:
        return
    places = [
        (scale.x(value), band.middle + lane * _LANE) for (value, _), lane in zip(marks, lanes, strict=True)
    ]
    if len(marks) > 1:
        yield line((places[0][0], band.middle), (places[-1][0], band.middle), look.palette.rule)
        yield _figure(marks[0][1].shown, places[0], -_FIGURE, look)
    yield _figure(marks[-1][1].shown, places[-1], _FIGURE, look)
    yield from (mark(one.shape, at, look.palette) for (_, one), at in zip(marks, places, strict=True))


def _figure(shown: str, at: Point, beside: float, look: Look) -> str:
    anchor: Anchor = "start" if beside > 0 else "end"
    place = (at[0] + beside, centred(at[1], 1, SMALL))
    return text(place, shown, look.palette.ink, size=SMALL, anchor=anchor)

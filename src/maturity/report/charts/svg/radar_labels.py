"""The words around a radar: at the end of each axis its label, value and interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from maturity.report.charts.describe import Axis
from maturity.report.charts.svg.draw import CAP, LABEL, LEADING, SMALL, Anchor, Look, Point, lines, text
from maturity.report.charts.svg.polar import direction
from maturity.report.charts.svg.widths import longest_word, width_of, wrap

CLEAR = 14.0
"""From the outermost ring to a label, in px."""
_OVER_NUMBER = 10.0
"""More at 12 o'clock, where the outermost ring's number stands."""
_LINE = LABEL * LEADING
_BETWEEN = 6.0
_MIDDLE = 0.1
"""Nearer to the vertical, as a share of the distance, a label stands above or below its axis."""
_SMALLEST = 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """The words of one axis: its label, then its value and interval. `top` is relative to the middle."""

    axis: Axis
    label: tuple[str, ...]
    x: float
    top: float
    anchor: Anchor

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last, in px."""
        return (len(self.label) + 1) * _LINE

    @property
    def bottom(self) -> float:
        """The foot of the last line, relative to the middle of the radar."""
        return self.top + self.height


def blocks(axes: Sequence[Axis], radius: float, half: float) -> tuple[Block, ...]:
    """A block for each axis, around a radar of `radius` with `half` the picture on either side."""
    beside = (radius + CLEAR) * direction(1, len(axes))[0] - _BETWEEN
    rooms = (half, 2 * beside)
    placed = [_block(axis, direction(i, len(axes)), radius + CLEAR, rooms) for i, axis in enumerate(axes)]
    right = [i for i, block in enumerate(placed) if block.anchor == "start"]
    left = [i for i, block in enumerate(placed) if block.anchor == "end"]
    for side in (right, left[::-1]):
        for i, moved in zip(side, _apart([placed[i] for i in side]), strict=True):
            placed[i] = moved
    return tuple(placed)


def radius_for(axes: Sequence[Axis], most: float, half: float) -> float:
    """The largest radius up to `most` that leaves every word whole beside it, but not less than half of `most`:
    a small net reads better than a word that is cut, and a very long word may be cut."""
    ways = [direction(i, len(axes))[0] for i in range(len(axes))]
    free = (
        (half - longest_word(axis.label)) / _out(x) - CLEAR
        for axis, x in zip(axes, ways, strict=True)
        if abs(x) >= _MIDDLE
    )
    return max(min((most, *free)), most * _SMALLEST)


def _out(x: float) -> float:
    """How far out to its side a label begins, as a share of its distance from the middle."""
    return max(abs(x), 0.8)


def _block(axis: Axis, way: Point, reach: float, rooms: tuple[float, float]) -> Block:
    """A block where its axis ends. `rooms`: half the picture; what is free at the top."""
    x, up = way
    reach += _OVER_NUMBER if up == 1 else 0
    anchor: Anchor = "middle" if abs(x) < _MIDDLE else "start" if x > 0 else "end"
    room = rooms[1] if anchor == "middle" else rooms[0] - reach * _out(x)
    label = wrap(axis.label, room)
    height = (len(label) + 1) * _LINE
    return Block(axis, label, reach * x, -reach * up - height * (1 + up) / 2, anchor)


def _apart(column: Sequence[Block]) -> list[Block]:
    """The blocks of one side from the top down, moved away from its middle until they are clear."""
    half_way = sum(block.top + block.bottom < 0 for block in column)
    found: list[Block] = []
    for block in column[half_way:]:
        least = found[-1].bottom + _BETWEEN if found else block.top
        found.append(replace(block, top=max(block.top, least)))
    for block in reversed(column[:half_way]):
        most = found[0].top - _BETWEEN - block.height if found else block.top
        found.insert(0, replace(block, top=min(block.top, most)))
    return found


def draw(block: Block, middle: Point, look: Look) -> list[str]:
    """The elements of a block around the middle of the radar."""
    x, y = middle[0] + block.x, middle[1] + block.top + LABEL * (LEADING + CAP) / 2
    parts = lines((x, y), block.label, look.palette.ink, anchor=block.anchor)
    return parts + _figures(block, (x, y + len(block.label) * _LINE), look)


def _figures(block: Block, at: Point, look: Look) -> list[str]:
    """The value, and its interval beside it. Both together are anchored as the label is."""
    axis = block.axis
    value, gap = width_of(axis.shown, strong=True), 7.0 if axis.interval else 0.0
    whole = value + gap + width_of(axis.interval, SMALL)
    start = at[0] - {"start": 0.0, "middle": whole / 2, "end": whole}[block.anchor]
    parts = [text((start, at[1]), axis.shown, look.palette.ink, strong=True)]
    if axis.interval:
        parts.append(text((start + value + gap, at[1]), axis.interval, look.palette.muted, size=SMALL))
    return parts

"""The columns of a row chart: labels, a plot, and figures that line up as in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maturity.report.charts.svg.draw import LABEL, LEADING, SMALL, Look, centred, lines
from maturity.report.charts.svg.widths import longest_word, widest, width_of, wrap

GUTTER = 14.0
"""Between columns, in px."""
_LABEL_SHARE = 0.25
"""How much of the picture's width labels may take."""
_WORD_SHARE = 0.4
"""How much they may take so that no word is cut."""


@dataclass(frozen=True, slots=True)
class Band:
    """One row: its label in lines, and where it lies."""

    label: tuple[str, ...]
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The y of the row's middle."""
        return self.top + self.height / 2


def label_width(labels: Sequence[str], look: Look, share: float = _LABEL_SHARE) -> float:
    """What the labels need when they are wrapped at their share of the picture, or at a larger one where a long
    word would be cut."""
    word = max((longest_word(label) for label in labels), default=0.0)
    room = max(look.width * share, min(word, look.width * _WORD_SHARE))
    return max((widest(wrap(label, room)) for label in labels), default=0.0)


def bands(labels: Sequence[str], room: float, top: float, needed: Sequence[float]) -> tuple[Band, ...]:
    """Rows below each other from `top`, each as high as its label and its content (`needed`) ask for."""
    found: list[Band] = []
    for label, content in zip(labels, needed, strict=True):
        wrapped = wrap(label, room)
        height = max(content, len(wrapped) * LABEL * LEADING + 6)
        found.append(Band(wrapped, top, height))
        top += height
    return tuple(found)


def labels_of(rows: Sequence[Band], look: Look) -> list[str]:
    """The labels, each in the middle of its row."""
    return [
        part
        for row in rows
        for part in lines((0, centred(row.middle, len(row.label))), row.label, look.palette.ink)
    ]


def column_width(
    contents: Sequence[str], heading: str, size: float = SMALL, *, strong: bool = False
) -> float:
    """The width of a column of figures; 0 if there is nothing in it."""
    if not any(contents):
        return 0.0
    return max(width_of(heading, SMALL), *(width_of(content, size, strong=strong) for content in contents))

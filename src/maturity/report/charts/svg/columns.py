"""The columns of a row chart: labels, a plot, and figures that line up as in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from maturity.report.charts.svg.draw import LABEL, LEADING, SMALL, Look, centred, lines, rect
from maturity.report.charts.svg.widths import longest_word, widest, width_of, wrap

GUTTER = 14.0
"""Between columns, in px."""
_LABEL_SHARE = 0.25
"""How much of the picture's width labels may take."""
_WORD_SHARE = 0.4
"""How much they may take so that no word is cut."""
_NARROW = 420.0
"""In px: beside labels, a picture narrower than this (a phone's) leaves a plot no room."""


@dataclass(frozen=True, slots=True)
class Band:
    """One row: its label in lines, and where it lies."""

    label: tuple[str, ...]
    top: float
    height: float
    over: float = 0.0
    """What the label takes of the height if it stands above the row's content."""

    @property
    def middle(self) -> float:
        """The y of the middle of the row's content."""
        return self.top + (self.over + self.height) / 2


def label_room(labels: Sequence[str], look: Look) -> float:
    """What labels take of the width beside a plot: nothing where it is so narrow that they stand above their rows."""
    return 0.0 if look.width < _NARROW else label_width(labels, look)


def row_bands(labels: Sequence[str], look: Look, top: float, needed: Sequence[float]) -> tuple[Band, ...]:
    """As `bands`, with labels where `label_room` puts them."""
    above = look.width < _NARROW
    return bands(labels, look.width if above else label_width(labels, look), top, needed, above=above)


def label_width(labels: Sequence[str], look: Look, share: float = _LABEL_SHARE) -> float:
    """What the labels need when they are wrapped at their share of the picture, or at a larger one where a long
    word would be cut."""
    word = max((longest_word(label) for label in labels), default=0.0)
    room = max(look.width * share, min(word, look.width * _WORD_SHARE))
    return max((widest(wrap(label, room)) for label in labels), default=0.0)


def bands(
    labels: Sequence[str], room: float, top: float, needed: Sequence[float], *, above: bool = False
) -> tuple[Band, ...]:
    """Rows below each other from `top`, each as high as its label and its content (`needed`) ask for; with `above`
    the one on top of the other."""
    found: list[Band] = []
    for label, content in zip(labels, needed, strict=True):
        wrapped = wrap(label, room)
        written = len(wrapped) * LABEL * LEADING + 6
        over = written if above else 0.0
        band = Band(wrapped, top, over + content if above else max(content, written), over)
        found.append(band)
        top += band.height
    return tuple(found)


def labels_of(rows: Sequence[Band], look: Look) -> list[str]:
    """The labels, each in the middle of its row, or above it on a strip that covers the grid."""
    return [part for row in rows for part in _label(row, look)]


def _label(row: Band, look: Look) -> Iterator[str]:
    if row.over:
        yield rect(0, row.top, widest(row.label) + GUTTER, row.over, look.palette.paper)
    middle = row.top + row.over / 2 if row.over else row.middle
    yield from lines((0, centred(middle, len(row.label))), row.label, look.palette.ink)


def column_width(
    contents: Sequence[str], heading: str, size: float = SMALL, *, strong: bool = False
) -> float:
    """The width of a column of figures; 0 if there is nothing in it."""
    if not any(contents):
        return 0.0
    return max(width_of(heading, SMALL), *(width_of(content, size, strong=strong) for content in contents))

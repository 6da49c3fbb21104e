"""How wide text becomes, so that charts wrap it before it collides: no font is opened for that.

Advance widths of Source Sans Regular, rounded up to the next 25 thousandths of the size. Kerning only makes
text narrower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from maturity.report.charts.svg.draw import LABEL

_GROUPS = {
    125: "\u202f",
    200: " ",
    225: "\xa0",
    250: "',.:;ij|í·’‘",
    275: "IlÍ",
    300: "!f",
    325: "()-[]{}•",
    350: "/\\rt°",
    425: '"*?sz“”„',
    450: "x«»",
    475: "cvyý",
    500: "#$+0123456789<=>FJLY^_ek~éÝ–≥≤±×−§€",
    525: "VXagåäá",
    550: "AESTZ`hnouÅÄöøÉüÁðóú",
    575: "CPRbdpqþ",
    600: "BKÞ",
    625: "&DG",
    650: "NUÜÐÚ",
    675: "HOQÖØÓ",
    725: "w",
    750: "M",
    800: "Wæ—",
    825: "%Æ½",
    850: "@m",
    950: "…",
}
_PARTS = re.compile(r"[^-–/]*[-–/]+|[^-–/]+")
_UNLISTED = 0.85
"""For a character of another script: wide enough for most of them."""
STRONG = 1.05
"""How much wider Semibold is."""


class _Advances(dict[str, float]):
    def __missing__(self, character: str) -> float:
        return _UNLISTED


_advance = _Advances(
    {character: width / 1000 for width, group in _GROUPS.items() for character in group}
).__getitem__


def width_of(content: str, size: float = LABEL, *, strong: bool = False) -> float:
    """The width of one line of text, in the unit of `size`: exact to a few per cent, and rather too wide."""
    return sum(map(_advance, content)) * size * (STRONG if strong else 1.0)


@lru_cache(maxsize=4096)
def wrap(content: str, room: float, size: float = LABEL) -> tuple[str, ...]:
    """The text in as few lines as fit in `room`, about equally long.

    Lines break at spaces and after hyphens; inside a word only where it is wider than the room. Remembered,
    since the same names stand in many charts.
    """
    pieces = tuple(_pieces(content, room, size))
    fewest = _filled(pieces, room, size)
    if len(fewest) < 2:
        return fewest or ("",)
    tried = (_filled(pieces, room * share / 100, size) for share in range(50, 100, 5))
    return min(
        (fewest, *(found for found in tried if len(found) == len(fewest))), key=lambda x: widest(x, size)
    )


def longest_word(content: str, size: float = LABEL) -> float:
    """The width of the widest stretch in which `wrap` breaks no line while there is room for it."""
    return widest((piece.strip() for piece in _pieces(content, float("inf"), size)), size)


def widest(found: Iterable[str], size: float = LABEL) -> float:
    """The width of the widest line."""
    return max((width_of(line, size) for line in found), default=0.0)


def _filled(pieces: Iterable[str], room: float, size: float) -> tuple[str, ...]:
    """Lines that are filled before the next one begins."""
    found: list[str] = []
    for piece in pieces:
        if found and width_of((found[-1] + piece).rstrip(), size) <= room:
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(line.strip() for line in found)


def _pieces(content: str, room: float, size: float) -> Iterator[str]:
    """The stretches that stay together, each with the space after it."""
    for word in content.split():
        *parts, last = _PARTS.findall(word)
        for part in parts:
            yield from _cut(part, room, size, end="")
        yield from _cut(last, room, size, end=" ")


def _cut(word: str, room: float, size: float, *, end: str) -> Iterator[str]:
    """A word in as few pieces as fit, with a hyphen where it is cut."""
    while len(word) > 1 and width_of(word, size) > room:
        fits = max((n for n in range(1, len(word)) if width_of(word[:n] + "-", size) <= room), default=1)
        yield word[:fits] + "-"
        word = word[fits:]
    yield word + end

"""One measured figure and its goal, and the table of them that people read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, how much it is, and how much it may be (or, with `at_least`, must be)."""

    what: str
    value: float
    unit: Literal["ms", "times", "kB", "MB", "saves"]
    goal: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def cells(self) -> tuple[str, str, str, str]:
        limit = "at least" if self.at_least else "at most"
        return (
            self.what,
            f"{_figure(self.value)} {self.unit}",
            f"{limit} {self.goal:g} {self.unit}",
            "yes" if self.met else "no",
        )


def _figure(value: float) -> str:
    """Three significant figures, and never an exponent."""
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def as_table(figures: Iterable[Figure]) -> str:
    """A Markdown table, padded so that it reads well in a terminal too."""
    rows = [("What", "Figure", "Goal", "Met"), *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])

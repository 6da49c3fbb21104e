"""A benchmark as its page on screen needs it: the same `BenchmarkReport` that paper is made from, its charts drawn
and as figures, and the rows as a grid that can be sorted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from maturity.report.benchmark.formats import Bundle
from maturity.report.benchmark.grid import Grid
from maturity.report.benchmark.model import BenchmarkReport
from maturity.report.charts.describe import RadarChart
from maturity.report.model import Table
from maturity.web.benchmarks.room import next_sort
from maturity.web.reading.drawing import LEVELS, Drawing

DRAWN = 2
"""The most pictures of ranks; more organisations find theirs in the grid."""


@dataclass(frozen=True, slots=True)
class BenchmarkSheet(Drawing):
    """One benchmark on screen."""

    bundle: Bundle
    grid: Grid | None = None
    """None: there is nobody to show one by one."""
    parts: tuple[tuple[str, str], ...] = ()
    """What the grid's columns can be."""
    beside: tuple[RadarChart, ...] = ()
    """Small profiles of those who were chosen."""

    @property
    def shown(self) -> Bundle:
        """The report with its look."""
        return self.bundle

    @property
    def report(self) -> BenchmarkReport:
        """What stands in it."""
        return self.bundle.report

    @property
    def draws_ranks(self) -> bool:
        """Whether the ranges of rank are drawn."""
        return self.report.rows is not None and len(self.report.rows.ranks) <= DRAWN

    @property
    def numbers(self) -> Iterator[Table]:
        """The tables that do not stand elsewhere on the page."""
        drivers = self.report.drivers
        told = drivers.separation.id if drivers and drivers.separation else ""
        return (one for one in self.report.tables if one.id not in (told, "organisations"))

    def heat_class(self, level: int | None) -> str:
        """The shade of a cell, where the style sheet has one for this many levels."""
        return f"heat-{level}" if level and self.report.levels == LEVELS else ""

    def next_sort(self, by: str) -> str:
        """What the button of a column asks for."""
        assert self.grid is not None
        return next_sort(self.grid.sort, by)

    def sorted(self, by: str) -> str:
        """How a column is sorted, in ARIA's words; empty if it is not."""
        assert self.grid is not None
        if self.grid.sort.by != by:
            return ""
        return "ascending" if self.grid.sort.up else "descending"

"""What every report on screen needs: its charts drawn and as figures, its cells written, its levels' signs."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from maturity.language import Language
from maturity.report.charts.describe import Chart
from maturity.report.charts.plotly import figure_of
from maturity.report.charts.svg import WIDTH, paint
from maturity.report.charts.svg.palette import Palette
from maturity.report.charts.table import Table as ChartTable
from maturity.report.charts.table import table_of
from maturity.report.html import HasLevels, format_cell, numeric
from maturity.report.model import Cell, Column, Table
from maturity.report.theme import Theme

LEVELS = 5
"""How many levels the style sheet has tones for; with other numbers, they are told by name alone."""


class Shown(Protocol):
    """A report of any kind with its language and how it is to look."""

    @property
    def report(self) -> HasLevels: ...  # noqa: D102
    @property
    def language(self) -> Language: ...  # noqa: D102
    @property
    def theme(self) -> Theme: ...  # noqa: D102


class Drawing:
    """The base of every report on screen. templates/web/reading/parts.html asks it."""

    __slots__ = ()

    @property
    def shown(self) -> Shown:
        """The report that is on screen."""
        raise NotImplementedError

    @property
    def palette(self) -> Palette:
        """The colours of its charts."""
        return Palette(ours=self.shown.theme.ours, accent=self.shown.theme.warm)

    def paint(self, chart: Chart, id_prefix: str, width: float = WIDTH) -> Markup:
        """A chart, drawn."""
        return Markup(paint(chart, id_prefix=id_prefix, width=width, palette=self.palette))

    def figure(self, chart: Chart) -> dict[str, object]:
        """A chart as plotly.js wants it."""
        return figure_of(chart, self.palette)

    def table(self, chart: Chart) -> ChartTable:
        """The table behind a chart."""
        return table_of(chart)

    def cell(self, column: Column, value: Cell) -> str:
        """A typed cell as its readers write it."""
        return format_cell(self.shown.language, column, value)

    def numeric(self, table: Table, place: int) -> bool:
        """Whether a column holds numbers."""
        return numeric(table, place)

    def level_class(self, number: int | None) -> str:
        """The style of a level's sign."""
        tone = f" level-{number}" if number and self.shown.report.levels == LEVELS else ""
        return f"level{tone}"

"""One row of a sheet: its values, and the name of each of its cells when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from maturity.answers.place import Mark, Place

MOST_ROWS = 200_000
"""Rows in one sheet: 5,000 respondents with one row for each of 40 answers."""


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row from its first column on. What stands beyond them is empty."""

    values: Sequence[object]
    number: int
    file: str
    sheet: str | None = None

    def at(self, column: int) -> Mark:
        """The cell in a column, counted from 0."""
        value = self.values[column] if column < len(self.values) else None
        name = cell_name(self.number, column + 1)
        return Mark(value, Place(self.file, cell=f"{self.sheet}!{name}" if self.sheet else name))

    def marks(self) -> Iterator[Mark]:
        """Every cell, from the first column on."""
        return (self.at(column) for column in range(len(self.values)))

    def filled(self) -> list[int]:
        """The columns in which something stands."""
        return [n for n, value in enumerate(self.values) if value is not None and str(value).strip()]


def cell_name(row: int, column: int) -> str:
    """What spreadsheets call a cell, such as "C7"; both from 1."""
    return f"{_letters(column)}{row}"


@cache
def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

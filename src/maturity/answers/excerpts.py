"""The part of a file around a place: so that people see what is meant without opening the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from maturity.answers.row import Row, cell_name
from maturity.problems import Problem, Problems

LONGEST = 60
"""Characters of a cell or line that are shown."""
_CELL = re.compile(r"(?:(?P<sheet>.*)!)?(?P<letters>[A-Z]+)(?P<row>\d+)\Z", re.DOTALL)
_REACH = 1
"""How many rows, columns and lines are shown on either side."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some rows with their numbers, below the letters of their columns; of a text, lines without letters."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    at: tuple[int, int]
    """The row's number, and the cell's place in it, from 0."""


class Excerpts:
    """What stands around places of one file. It is read again for them, once, when the first is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self._ending = name.rpartition(".")[2].lower()

    def around(self, problem: Problem) -> Excerpt | None:
        """What stands around a problem; None if it has no place, or the file cannot be shown."""
        if self._ending in ("csv", "tsv", "xlsx"):
            return _around_cell(self._sheets, problem.cell) if problem.cell else None
        return _around_line(self._lines, problem.line) if problem.line else None

    @cached_property
    def _lines(self) -> list[str]:
        return self._data.decode("utf-8", "replace").splitlines()

    @cached_property
    def _sheets(self) -> dict[str, dict[int, Row]]:
        """The rows by the title of their sheet ("" in CSV) and their number; none of a file that is
        unreadable."""
        from maturity.answers.csvfile import csv_rows
        from maturity.answers.xlsxfile import xlsx_rows

        data, name = self._data, self._name
        try:
            grids = xlsx_rows(data, name) if self._ending == "xlsx" else [csv_rows(data, name)]
        except Problems:
            return {}
        return {grid[0].sheet or "": {row.number: row for row in grid} for grid in grids if grid}


def _around_cell(sheets: dict[str, dict[int, Row]], cell: str) -> Excerpt | None:
    found = _CELL.match(cell)
    rows = sheets.get((found["sheet"] or "") if found else "")
    if not found or not rows:
        return None
    at, row = _number(found["letters"]), int(found["row"])
    first = max(1, at - _REACH)
    columns = sorted({1, *range(first, at + _REACH + 1)})
    numbers = [number for number in range(row - _REACH, row + _REACH + 1) if number in rows]
    if row not in numbers:
        return None
    told = tuple((number, tuple(_short(rows[number].at(c - 1).text) for c in columns)) for number in numbers)
    letters = tuple(cell_name(1, column).rstrip("1") for column in columns)
    return Excerpt(letters, told, (row, columns.index(at)))


def _around_line(lines: list[str], line: int) -> Excerpt | None:
    if not 1 <= line <= len(lines):
        return None
    numbers = range(max(1, line - _REACH), min(len(lines), line + _REACH) + 1)
    return Excerpt((), tuple((n, (_short(lines[n - 1]),)) for n in numbers), (line, 0))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _number(letters: str) -> int:
    """A column's number, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

"""Rows and columns, as CSV and XLSX have them: facts at the top, then a row of headings, then the answers.

A sheet has answers if its headings name respondents and roles (one row for each person, or for each answer),
agreed levels if they name items and answers, and facts if its rows begin with "organisation", "date" and the
like. All else in a workbook is for people to read, and left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.answers.lexicon import Lexicon
from maturity.answers.notes import NO_KEY, Notes
from maturity.answers.place import Mark, Place
from maturity.answers.raw import RawAssessment, Unread
from maturity.answers.row import Row
from maturity.answers.tables import Table, make_table, split
from maturity.answers.words import COLUMN_OF, FACT_OF, FACTS, fold
from maturity.problems import N_

Grid = Sequence[Row]


def read_grids(grids: Sequence[Grid], place: Place, lexicon: Lexicon, notes: Notes) -> list[Unread]:
    """The assessments in all sheets of a file together: one, unless columns tell organisations or dates apart.

    A file without respondents and roles is an error. What is noticed about the whole file goes into `notes`.
    """
    facts: dict[str, Mark] = {}
    tables: list[Table] = []
    known = [(grid, headings_at(grid)) for grid in grids]
    if all(found is None or found[1] == "agreed" for _, found in known):
        notes.error(place, N_("No row has the headings respondent and role"))
    for grid, found in known:
        if found is not None:
            _facts(grid[: found[0]], facts, notes)
            tables.append(make_table(grid[found[0] :], found[1], lexicon, notes))
        elif has_facts(grid):
            _facts(grid, facts, notes)
    return split(tables, RawAssessment(place, facts, notes=notes))


def headings_at(grid: Grid) -> tuple[int, str] | None:
    """The row of headings (from 0), and what it heads: "wide", "long" or "agreed". None if there is none."""
    for number, row in enumerate(grid):
        found = {COLUMN_OF.get(fold(value)) for value in row.values if isinstance(value, str)}
        if {"respondent", "role"} <= found:
            return number, "long" if {"item", "answer"} <= found else "wide"
        if {"item", "answer"} <= found:
            return number, "agreed"
    return None


def has_facts(grid: Grid) -> bool:
    """Whether a sheet says which organisation answered, and when: a list of names alone is not about that."""
    firsts = {FACT_OF.get(fold(row.values[0])) for row in grid if row.values}
    return {"organisation", "date"} <= firsts


def _facts(rows: Grid, facts: dict[str, Mark], notes: Notes) -> None:
    for key, value in _pairs(rows):
        fact = FACT_OF.get(fold(key.text))
        if fact is None:
            notes.misspelt(key, NO_KEY, FACT_OF, known=", ".join(FACTS))
        elif fact in facts and not facts[fact].empty:
            notes.error(key.place, N_("{key} stands here twice"), key=key.text)
        else:
            facts[fact] = value


def _pairs(rows: Grid) -> Iterator[tuple[Mark, Mark]]:
    """What stands first in each row, and what stands after it, or the empty cell beside it."""
    for row in rows:
        given = row.filled()
        if given:
            yield row.at(given[0]), row.at(given[1] if len(given) > 1 else given[0] + 1)

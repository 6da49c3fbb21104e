"""The tables of a file, and the assessments in them: one, or one for each organisation and date that the rows
name.

A file with a column for the organisation is what a spreadsheet of many municipalities is. What stands at the
top of the file, such as the date, holds for every row that does not say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from maturity.answers.columns import Columns, agreed_columns, long_columns, wide_columns
from maturity.answers.lexicon import Lexicon
from maturity.answers.notes import Notes
from maturity.answers.place import Mark
from maturity.answers.raw import RawAssessment, Unread
from maturity.answers.row import Row
from maturity.answers.rows import read_agreed_rows, read_long, read_wide
from maturity.answers.words import fold
from maturity.problems import N_

Key = tuple[str, ...]
_KEY = ("code", "organisation", "date")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings: of the kind "wide", "long" or "agreed"."""

    kind: str
    columns: Columns
    rows: Sequence[Row]


def make_table(grid: Sequence[Row], kind: str, lexicon: Lexicon, notes: Notes) -> Table:
    """A table from its row of headings on."""
    headings, rows = grid[0], grid[1:]
    if kind == "wide":
        return Table(kind, wide_columns(headings, lexicon, notes), rows)
    named = agreed_columns if kind == "agreed" else long_columns
    return Table(kind, named(headings, lexicon, notes), rows)


def split(tables: Sequence[Table], whole: RawAssessment) -> list[Unread]:
    """The assessments in some tables, in the order in which they begin. `whole` holds what the file says about
    all of them."""
    if not any(table.columns.facts for table in tables):
        return [partial(_read, whole, tables)]
    found: dict[Key, list[Table]] = {}
    for table in tables:
        for key, rows in _grouped(table).items():
            found.setdefault(key, []).append(Table(table.kind, table.columns, rows))
    parts: list[Unread] = [partial(_read_part, whole, rows) for rows in found.values()]
    return parts or [partial(_read, whole, tables)]


def _grouped(table: Table) -> dict[Key, list[Row]]:
    """The rows by what they say of organisation and date; empty rows, and those with an id alone, are left
    out."""
    columns = [table.columns.facts[fact] for fact in _KEY if fact in table.columns.facts]
    alone = table.columns.named.get("respondent", -1)
    groups: dict[Key, list[Row]] = {}
    for row in table.rows:
        if row.filled() not in ([], [alone]):
            groups.setdefault(tuple(fold(row.at(column).text) for column in columns), []).append(row)
    return groups


def _read_part(whole: RawAssessment, tables: Sequence[Table]) -> RawAssessment:
    first = tables[0]
    part = RawAssessment(
        first.rows[0].at(first.columns.facts.get("organisation", 0)).place, dict(whole.facts)
    )
    for table in tables:
        part.facts.update(_facts(table, part.notes))
    return _read(part, tables)


def _facts(table: Table, notes: Notes) -> Iterator[tuple[str, Mark]]:
    """What the rows say about their organisation and round. They must not contradict each other."""
    for fact, column in table.columns.facts.items():
        given = [mark for mark in (row.at(column) for row in table.rows) if not mark.empty]
        for mark in _others(given):
            message = N_("{value} stands here, and {first} in an earlier row about the same organisation")
            notes.error(mark.place, message, value=mark.text, first=given[0].text)
        if given or fact in ("organisation", "date"):
            yield fact, given[0] if given else table.rows[0].at(column)


def _others(given: Sequence[Mark]) -> Iterable[Mark]:
    """The first of each value that is not the first one's."""
    first = {fold(mark.text): mark for mark in reversed(given)}
    return [mark for word, mark in first.items() if word != fold(given[0].text)]


def _read(raw: RawAssessment, tables: Iterable[Table]) -> RawAssessment:
    for table in tables:
        if table.kind == "agreed":
            raw.consensus.extend(read_agreed_rows(table.rows, table.columns))
        else:
            read = read_long if table.kind == "long" else read_wide
            read(table.rows, table.columns, raw.respondents, raw.consensus, raw.notes)
    return raw

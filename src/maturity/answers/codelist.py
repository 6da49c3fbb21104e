"""An official list of municipalities with their codes, as statistical offices publish them: CSV or XLSX.

One row for each, under headings in any of our languages: code and name, and if there are any, country,
population and tags. Everything else in the file is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from maturity.answers.csvfile import csv_rows
from maturity.answers.facts import country_of, parse_inhabitants
from maturity.answers.notes import Notes
from maturity.answers.place import Mark, Place
from maturity.answers.row import Row
from maturity.answers.words import FACTS, Table, fold, meanings
from maturity.answers.xlsxfile import xlsx_rows
from maturity.problems import N_, Problem, Problems

TAGS: Table = {
    "tags": {
        "en": ("tags", "tag", "group"),
        "sv": ("etiketter", "taggar", "grupp", "kommungrupp"),
        "da": ("mærker", "tags", "gruppe", "kommunegruppe"),
        "nb": ("merkelapper", "tagger", "gruppe", "kommunegruppe"),
    }
}
_HEADINGS = meanings(
    {
        **{key: FACTS[key] for key in ("country", "code", "population")},
        "name": {
            language: (*words, *more)
            for (language, words), more in zip(
                FACTS["organisation"].items(),
                ((), ("kommunnamn",), ("kommunenavn",), ("kommunenavn",)),
                strict=True,
            )
        },
        **TAGS,
    }
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a list. What is not in the list is None."""

    code: str | None
    name: str | None
    country: str | None = None
    population: int | None = None
    tags: tuple[str, ...] = ()


def read_codes(data: bytes, file: str) -> tuple[tuple[Listed, ...], tuple[Problem, ...]]:
    """The rows of a list, and the cells that were not understood and left out.

    Raises Problems if the file cannot be read, or has no headings with code or name.
    """
    notes = Notes()
    for rows in _sheets(data, file):
        found = _headings(rows)
        if found is not None:
            at, columns = found
            listed = tuple(_listed(row, columns, notes) for row in rows[at + 1 :] if row.filled())
            kept = tuple(one for one in _padded(listed) if one.code or one.name)
            return kept, tuple(notes.in_order())
    message = N_("No row has the headings code and name. The first row says what stands in each column")
    raise Problems([Place(file, cell="A1").problem(message, {})])


def _sheets(data: bytes, file: str) -> Sequence[Sequence[Row]]:
    ending = file.rpartition(".")[2].lower()
    if ending == "xlsx":
        return xlsx_rows(data, file)
    if ending in ("csv", "tsv", "txt"):
        return [csv_rows(data, file)]
    raise Problems([Problem(N_("{name} is neither CSV nor XLSX"), {"name": file})])


def _headings(rows: Sequence[Row]) -> tuple[int, dict[str, int]] | None:
    """The row of headings, and the column of each; the first of two that mean the same."""
    for at, row in enumerate(rows):
        columns: dict[str, int] = {}
        for column, value in enumerate(row.values):
            meaning = _HEADINGS.get(fold(value)) if isinstance(value, str) else None
            if meaning:
                columns.setdefault(meaning, column)
        if {"code", "name"} <= columns.keys():
            return at, columns
    return None


def _listed(row: Row, columns: Mapping[str, int], notes: Notes) -> Listed:
    marks = {meaning: row.at(column) for meaning, column in columns.items()}
    return Listed(
        code=_text(marks.get("code"), 40, notes),
        name=_text(marks.get("name"), 200, notes),
        country=country_of(marks.get("country"), notes.warning),
        population=_population(marks.get("population"), notes),
        tags=tuple(_tags(marks.get("tags"))),
    )


def _text(mark: Mark | None, most: int, notes: Notes) -> str | None:
    if mark is None or mark.empty:
        return None
    if len(mark.text) > most:
        notes.warning(mark.place, N_("This is longer than {most} characters"), most=most)
        return None
    return " ".join(mark.text.split())


def _population(mark: Mark | None, notes: Notes) -> int | None:
    if mark is None or mark.empty:
        return None
    number = parse_inhabitants(mark.text)
    if number is None or number > 30_000_000:
        notes.warning(mark.place, N_("{value} is not a number of inhabitants"), value=mark.text)
        return None
    return number


def _tags(mark: Mark | None) -> Iterator[str]:
    for part in re.split(r"[;,|]", mark.text if mark else ""):
        if part.strip():
            yield " ".join(part.split())[:60]


def _padded(listed: Sequence[Listed]) -> Iterator[Listed]:
    """Spreadsheets eat the zeros that codes begin with: within a country, whose codes are equally long, they
    come back."""
    longest: dict[str, int] = {}
    for one in listed:
        if one.country and one.code:
            longest[one.country] = max(longest.get(one.country, 0), len(one.code))
    for one in listed:
        short = one.country and one.code and one.code.isdigit() and len(one.code) == longest[one.country] - 1
        yield replace(one, code=f"0{one.code}") if short else one

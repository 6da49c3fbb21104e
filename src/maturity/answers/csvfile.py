"""Answers in CSV, as spreadsheets save it: three separators, UTF-8 with or without a byte order mark."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from maturity.answers.grid import headings_at, read_grids
from maturity.answers.lexicon import Lexicon
from maturity.answers.notes import Notes
from maturity.answers.place import Place
from maturity.answers.raw import Unread
from maturity.answers.row import MOST_ROWS, Row
from maturity.problems import N_, Problem, Problems

SEPARATORS = (";", ",", "\t")
_NEUTRALISED = re.compile(r"'+[=+\-@\t\r]")
_NAMED_SEPARATOR = re.compile(r"sep=(.)\r?\n")


def read_csv(data: bytes, file: str, lexicon: Lexicon, notes: Notes) -> list[Unread]:
    """The assessments in a CSV file. Raises Problems if it is not UTF-8 or not CSV."""
    return read_grids([csv_rows(data, file)], Place(file, cell="A1"), lexicon, notes)


def csv_rows(data: bytes, file: str) -> list[Row]:
    """The rows of a CSV file. Raises Problems if it is not UTF-8 or not CSV."""
    text = _decoded(data, file)
    named = _NAMED_SEPARATOR.match(text)
    separator = named[1] if named else _separator(text)
    try:
        rows = list(_rows(text, separator, file))
    except csv.Error as error:
        message = N_("The file cannot be read as CSV: {error}")
        raise Problems([Problem(message, {"error": str(error)}, file)]) from None
    return rows[1:] if named else rows


def neutralise(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before = + - @. `revive` undoes it."""
    return f"'{text}" if re.match(r"'*[=+\-@\t\r]", text) else text


def revive(text: str) -> str:
    """The text that was neutralised."""
    return text[1:] if text[:1] == "'" and _NEUTRALISED.match(text) else text


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = N_("The file is not UTF-8. In Excel choose Save as, and the type CSV UTF-8")
        raise Problems([Problem(message, {}, file, line)]) from None


def _separator(text: str) -> str:
    """The separator that makes the most of the headings."""
    sample = text[:100_000]

    def columns(separator: str) -> int:
        try:
            rows = list(_rows(sample, separator, ""))
        except csv.Error:
            return 0
        found = headings_at(rows)
        return (
            1000 + len(rows[found[0]].values) if found else max((len(row.values) for row in rows), default=0)
        )

    return max(SEPARATORS, key=columns)


def _rows(text: str, separator: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    for number, cells in enumerate(reader, start=1):
        if number > MOST_ROWS:
            raise Problems([Problem(N_("The file has more than {most} rows"), {"most": MOST_ROWS}, file)])
        yield Row([revive(cell) for cell in cells], number, file)

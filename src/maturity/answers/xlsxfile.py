"""Answers in XLSX. A workbook is a zip from outside: its size is checked before it is unpacked."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from maturity.answers.grid import has_facts, headings_at, read_grids
from maturity.answers.lexicon import Lexicon
from maturity.answers.notes import Notes
from maturity.answers.place import Place
from maturity.answers.raw import Unread
from maturity.answers.row import MOST_ROWS, Row
from maturity.problems import N_, Problem, Problems

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST_UNPACKED = 100_000_000
"""Bytes of all parts together, as the zip states them; Python's zipfile reads no more than is stated."""
MOST_PARTS = 2_000
MOST_CELLS = 3_000_000


def read_xlsx(data: bytes, file: str, lexicon: Lexicon, notes: Notes) -> list[Unread]:
    """The assessments in a workbook. Formulas count by the value that was saved with them; macros are not run.

    Raises Problems if it is no workbook, or a harmful one.
    """
    formulas = check_zip(data, file)
    try:
        sheets = _sheets(data, file)
        unsaved = _unsaved_formulas(data, sheets, file) if formulas else {}
    except Problems:
        raise
    except Exception:  # openpyxl raises whatever it stumbles over
        raise _unreadable(file) from None
    for title, rows in sheets.items():
        if headings_at(rows) is not None or has_facts(rows):
            for place in unsaved.get(title, ()):
                notes.error(
                    place, N_("This formula was saved without a value. Open the file, and save it again")
                )
    return read_grids(list(sheets.values()), Place(file), lexicon, notes)


def xlsx_rows(data: bytes, file: str) -> list[list[Row]]:
    """The filled rows of each sheet of a workbook, whatever it is about. Raises Problems if it is no
    workbook, or a harmful one."""
    check_zip(data, file)
    try:
        return list(_sheets(data, file).values())
    except Problems:
        raise
    except Exception:  # openpyxl raises whatever it stumbles over
        raise _unreadable(file) from None


def _unreadable(file: str) -> Problems:
    message = N_(
        "The file is not an XLSX workbook that can be read. Save it again as XLSX, without a password"
    )
    return Problems([Problem(message, {}, file)])


def check_zip(data: bytes, file: str) -> bool:
    """Refuses what would not fit, or names entities; returns whether there may be formulas."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if size > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
                message = N_(
                    "The workbook has {size} bytes when unpacked, more than {largest}, or too many parts"
                )
                raise Problems([Problem(message, {"size": size, "largest": LARGEST_UNPACKED}, file)])
            texts = {
                part.filename: archive.read(part)
                for part in parts
                if part.filename.endswith((".xml", ".rels"))
            }
    except Problems:
        raise
    except Exception:  # a broken or encrypted zip fails in many ways
        raise _unreadable(file) from None
    if any(b"<!DOCTYPE" in text or b"<!ENTITY" in text for text in texts.values()):
        raise _unreadable(file)
    return any(b"<f" in text for name, text in texts.items() if "/worksheets/" in name)


def _sheets(data: bytes, file: str) -> dict[str, list[Row]]:
    sheets: dict[str, list[Row]] = {}
    for sheet in _open(data, values=True).worksheets:
        rows = [Row([cell.value for cell in cells], n, file, sheet.title) for n, cells in _cells(sheet, file)]
        sheets[sheet.title] = [row for row in rows if row.filled()]
    return sheets


def _unsaved_formulas(data: bytes, sheets: dict[str, list[Row]], file: str) -> dict[str, list[Place]]:
    """The cells of each sheet that hold a formula, but no value that it came to."""
    found: dict[str, list[Place]] = {}
    for sheet in _open(data, values=False).worksheets:
        values = {row.number: row for row in sheets[sheet.title]}
        for number, cells in _cells(sheet, file):
            row = values.get(number, Row((), number, file, sheet.title))
            marks = [row.at(column) for column, cell in enumerate(cells) if cell.data_type == "f"]
            found.setdefault(sheet.title, []).extend(mark.place for mark in marks if mark.value is None)
    return found


def _cells(sheet: Any, file: str) -> Iterator[tuple[int, Any]]:
    """The rows of a sheet with their numbers. What a sheet says about its size is not believed."""
    sheet.reset_dimensions()
    cells = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells += len(row)
        if number > MOST_ROWS or cells > MOST_CELLS:
            message = N_("The sheet {sheet} has more than {rows} rows or {cells} cells")
            values: dict[str, object] = {"sheet": sheet.title, "rows": MOST_ROWS, "cells": MOST_CELLS}
            raise Problems([Problem(message, values, file)])
        yield number, row


def _open(data: bytes, *, values: bool) -> Workbook:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)

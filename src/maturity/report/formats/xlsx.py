"""A workbook: one sheet for each table, with typed values."""

import datetime
import io
from collections.abc import Iterable

from maturity.report.formats.bundle import Bundle
from maturity.report.formats.cells import rounded
from maturity.report.formats.sheets import sheets_of
from maturity.report.model import Table

FORMATS = {"score": "0.0", "precise": "0.00", "signed": "+0.00;-0.00;0.00", "share": "0 %", "count": "0"}

_WIDE = 44
"""A text longer than this is wrapped in its cell."""


def write(bundle: Bundle) -> bytes:
    """The report as XLSX: its tables, and what they are about."""
    return workbook(bundle.report.title, bundle.result.date, sheets_of(bundle))


def workbook(title: str, date: str, tables: Iterable[Table]) -> bytes:
    """Tables as XLSX. The same tables give the same bytes; text is always written as text, never as a formula."""
    import xlsxwriter

    packed = io.BytesIO()
    book = xlsxwriter.Workbook(
        packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": title, "created": datetime.datetime.fromisoformat(date)})
    styles = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.title, book.sheetnames))
        sheet.freeze_panes(1, 1)
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, column.title, bold)
            sheet.set_column(place, place, _width(table, place))
        for line, row in enumerate(table.rows, 1):
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                shown = rounded(column, value)
                if isinstance(shown, int | float):
                    sheet.write_number(line, place, shown, styles.get(column.kind))
                elif shown:
                    sheet.write_string(line, place, shown, wrapped if len(shown) > _WIDE else None)
        if table.note:
            sheet.write_string(len(table.rows) + 2, 0, table.note)
    book.close()
    return packed.getvalue()


def _width(table: Table, place: int) -> int:
    """How wide a column is, in letters: its first one for labels, others as wide as their texts ask for."""
    longest = max((len(cell) for row in table.rows if isinstance(cell := row[place], str)), default=0)
    if longest > _WIDE:
        return 60
    return _WIDE if place == 0 or longest > 24 else 16


def _sheet_name(title: str, taken: Iterable[str]) -> str:
    """A title as spreadsheets allow it, and not one that is taken already."""
    name = "".join(" " if c in "[]:*?/\\" else c for c in title)[:31].strip()
    others, number = {one.casefold() for one in taken}, 1
    stem = name
    while name.casefold() in others:
        number += 1
        name = f"{stem[:28].rstrip()} {number}"
    return name

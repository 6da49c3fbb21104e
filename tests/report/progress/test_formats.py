"""Every format of the report about progress."""

from __future__ import annotations

import io
import json
import re

import html5lib
import openpyxl
import pikepdf
import pytest

from maturity.language import SUPPORTED
from maturity.report.html import format_cell
from maturity.report.pdf import render_pdf
from maturity.report.progress.formats import WRITERS, html

from .conftest import example


@pytest.mark.parametrize("tag", SUPPORTED)
def test_the_page_is_valid_and_its_ids_are_unique(tag):
    page = html(example(tag)).decode("utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert f'<html lang="{tag}">' in page
    anchors = re.findall(r'href="#([^"]+)"', page)
    assert set(anchors) <= set(ids)


def test_nothing_is_fetched_from_anywhere():
    page = html(example()).decode("utf-8")
    addresses = re.findall(r'(?:src|href)\s*=\s*"([^"]+)"|url\("?([^)"]+)', page)
    assert all(one.startswith(("#", "data:")) for pair in addresses for one in pair if one)


def test_the_pdf_is_tagged_and_nothing_is_complained_about():
    packed = render_pdf(html(example("sv")).decode("utf-8"), strict=True)
    with pikepdf.open(io.BytesIO(packed)) as pdf:
        assert pdf.Root.Lang == "sv"
        assert pdf.Root.MarkInfo.Marked
        assert 8 <= len(pdf.pages) <= 14


def test_the_workbook_has_a_sheet_for_every_table_with_numbers_as_numbers():
    bundle = example("sv")
    book = openpyxl.load_workbook(io.BytesIO(WRITERS[".xlsx"](bundle)))
    report = bundle.report
    assert len(book.sheetnames) == len(report.tables) + 2 + len(report.receipts) + 1
    parts = book.worksheets[len(report.tables)]
    assert parts["B2"].value == pytest.approx(report.latest.parts.rows[0][1], abs=0.005)


def test_the_receipts_in_the_workbook_add_up():
    for table, comparison in zip(
        example().report.receipts, (example().progress.latest, example().progress.whole), strict=True
    ):
        sums: dict[str, float] = {}
        for row in table.rows:
            sums[row[0]] = sums.get(row[0], 0.0) + row[-1] + row[-2]
        sizes = [one.change.size for one in comparison.items if one.groups]
        assert list(sums.values()) == pytest.approx(sizes)


def test_the_table_of_all_numbers_reads_in_swedish_spreadsheets():
    text = WRITERS[".csv"](example("sv")).decode("utf-8-sig")
    assert ";" in text.splitlines()[0]
    assert re.search(r";-?\d+,\d+\r\n", text)


def test_the_data_say_everything_and_name_the_results_by_their_hashes():
    data = json.loads(WRITERS[".json"](example()))
    assert [one["date"] for one in data["rounds"]] == ["2022-04-05", "2024-03-19", "2026-03-12"]
    assert data["whole"]["dimensions"][0]["moved"] == "risen"
    assert data["marks"][0] == {"date": "2022-09-11", "text": "Val"}
    assert all(len(one["answers_hash"]) == 64 for one in data["rounds"])


@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != ".pdf"])
def test_the_same_progress_gives_the_same_bytes(ending):
    assert WRITERS[ending](example()) == WRITERS[ending](example())


@pytest.mark.parametrize(("tag", "least"), [("en", "<0.01"), ("sv", "<0,01")])
def test_a_p_is_never_written_as_nothing(tag, least):
    """However small: nothing is impossible."""
    told = example(tag)
    written = []
    for table in (*told.report.tables, *told.report.receipts):
        place = [n for n, column in enumerate(table.columns) if column.title.startswith("p,")]
        written += [format_cell(told.language, table.columns[n], row[n]) for n in place for row in table.rows]
    assert least in written
    assert {"0.00", "0,00"} & set(written) == set()
    assert least.replace("<", "&lt;").encode() in html(told)
    assert least.encode() in WRITERS[".csv"](told)
    book = openpyxl.load_workbook(io.BytesIO(WRITERS[".xlsx"](told)))
    assert least in {cell.value for sheet in book for row in sheet for cell in row}

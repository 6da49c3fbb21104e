from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from maturity.language import SUPPORTED
from maturity.report.formats import ENDINGS, writer
from maturity.report.formats.bundle import Bundle
from maturity.report.formats.cells import rounded, safe_text, tables_of
from maturity.report.formats.sheets import sheets_of
from maturity.report.model import Column, Table
from maturity.scoring import from_json

Write = Callable[[Bundle], bytes]
FORMULAS = ("=1+1", "+46 8 1", "-2", "@SUM(A1)", "\t=1", "\r=1")


def rows_of(data: bytes, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


def workbook(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture
def risky(make: SimpleNamespace) -> Bundle:
    """A report with texts that a spreadsheet could take for a formula."""
    made = make.by_hand()
    columns = (Column("=name"), Column("-text"), Column("Score", "score"))
    table = Table("=t", "=title", columns, tuple((word, word, -1.25) for word in FORMULAS), "=note")
    bundle: Bundle = replace(made, report=replace(made.report, tables=(table,))).bundle()
    return bundle


def test_every_ending_has_its_writer() -> None:
    assert set(ENDINGS) >= {".csv", ".html", ".json", ".pdf", ".xlsx"}
    assert all(callable(writer(ending)) for ending in ENDINGS)


@pytest.mark.parametrize("ending", [".csv", ".html", ".json", ".xlsx"])
def test_the_same_report_gives_the_same_bytes(make: SimpleNamespace, ending: str) -> None:
    bundle = make.example("sv").bundle()
    assert writer(ending)(bundle) == writer(ending)(bundle)


@pytest.mark.parametrize(("tag", "separator", "sign"), [("en", ",", "."), ("sv", ";", ","), ("da", ";", ",")])
def test_csv_has_the_separators_of_its_language(
    make: SimpleNamespace, tag: str, separator: str, sign: str
) -> None:
    made = make.example(tag)
    rows = rows_of(writer(".csv")(made.bundle()), separator)
    assert {len(row) for row in rows} == {4}
    found = next(row for row in rows if row[1] == made.report.profile.lines[0].name)
    assert found[3] == made.language.number(made.result.dimensions[0].score)
    assert sign in found[3]


def test_csv_begins_with_a_mark_so_that_spreadsheets_read_its_letters(make: SimpleNamespace) -> None:
    data = writer(".csv")(make.example("da").bundle())
    assert data.startswith(b"\xef\xbb\xbf")
    assert "Bruger- og borgerinddragelse" in data.decode("utf-8-sig")


def test_csv_holds_every_number_of_every_table(make: SimpleNamespace) -> None:
    bundle = make.example("en").bundle()
    written = Counter((row[0], row[3]) for row in rows_of(writer(".csv")(bundle), ","))
    wanted = Counter(
        (table.title, str(rounded(column, value)))
        for table in tables_of(bundle)
        for row in table.rows
        for column, value in zip(table.columns, row, strict=True)
        if isinstance(value, int | float)
    )
    assert wanted
    assert wanted <= written


def test_no_text_in_csv_is_a_formula(risky: Bundle) -> None:
    rows = rows_of(writer(".csv")(risky), ",")
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+@\t\r")]
    assert "'=1+1 · =1+1" in cells
    assert {cell for cell in cells if cell.startswith("-")} == {"-1.3"}


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(text: str) -> None:
    assert safe_text(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Innovation", "3 · Established", "a=b", "'"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


def test_numbers_are_as_precise_as_the_report_shows_them() -> None:
    assert rounded(Column("", "score"), 2.25) == 2.3
    assert rounded(Column("", "precise"), 0.125) == 0.13
    assert rounded(Column("", "share"), 0.125) == 0.13
    assert rounded(Column("", "count"), 7) == 7
    assert rounded(Column("", "score"), None) is None
    assert rounded(Column(""), "word") == "word"


@pytest.mark.parametrize("tag", SUPPORTED)
def test_a_workbook_has_a_sheet_for_each_table_with_typed_values(make: SimpleNamespace, tag: str) -> None:
    bundle = make.example(tag).bundle()
    book, tables = workbook(writer(".xlsx")(bundle)), sheets_of(bundle)
    assert set(tables_of(bundle)) <= set(tables)
    assert len(book.sheetnames) == len(tables)
    for sheet, table in zip(book.worksheets, tables, strict=True):
        assert [cell.value for cell in sheet[1]] == [column.title for column in table.columns]
        for line, row in enumerate(table.rows, 2):
            cells = [sheet.cell(line, place).value for place in range(1, len(row) + 1)]
            shown = [rounded(c, value) for c, value in zip(table.columns, row, strict=True)]
            assert cells == [None if value == "" else value for value in shown]


def sheet_named(bundle: Bundle, id_: str) -> Any:
    """A sheet by the id of its table."""
    book = workbook(writer(".xlsx")(bundle))
    return book.worksheets[[table.id for table in sheets_of(bundle)].index(id_)]


def columns_of(sheet: Any) -> list[list[Any]]:
    """The values below each heading."""
    return [[cell.value for cell in column[1:]] for column in sheet.iter_cols()]


def test_a_workbook_says_what_it_is_about_and_what_it_rests_on(make: SimpleNamespace) -> None:
    made = make.example("sv")
    names, values = columns_of(sheet_named(made.bundle(), "about"))[:2]
    assert made.report.front.organisation in values
    assert {made.result.questionnaire_hash, made.result.answers_hash} <= set(values)
    assert "Kommun" in names or "Organisation" in names


def test_a_workbook_has_the_one_number_with_its_interval(make: SimpleNamespace) -> None:
    made = make.example("en")
    sheet = sheet_named(made.bundle(), "overall")
    overall = made.result.overall
    first = [cell.value for cell in sheet[2]]
    assert first[1:] == [
        rounded(Column("", "score"), value)
        for value in (overall.score, overall.interval.low, overall.interval.high)
    ]
    assert "hides" in sheet.cell(sheet.max_row, 1).value


def test_a_workbook_has_all_advice_with_what_comes_first(make: SimpleNamespace) -> None:
    made = make.example("nb")
    titles, first, *_ = columns_of(sheet_named(made.bundle(), "advice"))
    chosen = [one for each in made.advice.by_dimension for one in (*each.recommendations, *each.further)]
    assert len(titles) == len(chosen) + len(made.advice.patterns)
    places = {place: title for place, title in zip(first, titles, strict=True) if place}
    assert [places[place] for place in (1, 2, 3)] == [one.title for one in made.report.profile.priorities]


def test_a_workbook_has_the_plan_and_the_sources(make: SimpleNamespace) -> None:
    made = make.example("da")
    bundle = made.bundle()
    assert columns_of(sheet_named(bundle, "plan"))[0] == [
        line.action for line in made.report.plan if line.action
    ]
    assert columns_of(sheet_named(bundle, "sources"))[0] == [line.heading for line in made.report.sources]


def test_advice_and_facts_in_a_workbook_stay_text(make: SimpleNamespace) -> None:
    made = make.example("en")
    front = replace(made.report.front, organisation="=1+1", note="@SUM(A1)")
    source = replace(made.report.sources[0], heading="+46", detail="-2")
    report = replace(made.report, front=front, sources=(source,))
    book = workbook(writer(".xlsx")(replace(made, report=report).bundle()))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert {"=1+1", "@SUM(A1)", "+46", "-2"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s", "n"}


def test_text_in_a_workbook_stays_text(risky: Bundle) -> None:
    sheet = sheet_named(risky, "=t")
    assert [sheet.cell(line, 1).value for line in range(2, 6)] == list(FORMULAS[:4])
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s", "n"}


def test_sheet_names_are_short_and_plain(risky: Bundle) -> None:
    table = replace(risky.report.tables[0], title="[a]:b*?/\\" + "x" * 40)
    long = replace(risky, report=replace(risky.report, tables=(table,)))
    name = sheet_named(long, "=t").title
    assert len(name) <= 31
    assert not set(name) & set("[]:*?/\\")


def test_two_tables_of_one_name_have_two_sheets(risky: Bundle) -> None:
    table = replace(risky.report.tables[0], title="The same title, which is longer than a name may be")
    twice = replace(risky, report=replace(risky.report, tables=(table, table)))
    names = workbook(writer(".xlsx")(twice)).sheetnames
    assert len(set(names)) == len(names) == len(sheets_of(twice))


def test_json_gives_the_result_back_as_it_was(make: SimpleNamespace) -> None:
    made = make.example("nb")
    data = json.loads(writer(".json")(made.bundle()))
    assert from_json(json.dumps(data["result"])) == made.result
    assert [chosen["recommendation"] for chosen in data["advice"]["priorities"]] == [
        chosen.recommendation for chosen in made.advice.priorities
    ]


def test_json_is_the_same_in_every_language_but_for_the_questions(make: SimpleNamespace) -> None:
    one, other = (json.loads(writer(".json")(make.example(tag).bundle())) for tag in ("en", "da"))
    assert one["result"] == other["result"]
    assert set(leaves(one["advice"])) == set(leaves(other["advice"]))


def leaves(data: Any, path: str = "") -> Iterator[str]:
    """The path of every value, whatever it is."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from leaves(value, f"{path}.{place}")
    else:
        yield path


def test_a_withheld_result_can_be_written_in_every_format(make: SimpleNamespace) -> None:
    bundle = make.tiny("rubric", "sv", 3).bundle()
    for ending in (".csv", ".html", ".json", ".xlsx"):
        assert writer(ending)(bundle)


def test_a_workbook_says_nothing_about_when_it_was_made(make: SimpleNamespace) -> None:
    with zipfile.ZipFile(io.BytesIO(writer(".xlsx")(make.example("en").bundle()))) as archive:
        assert b"2026-03-12T" in archive.read("docProps/core.xml")
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}

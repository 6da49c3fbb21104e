"""Official lists of codes, as statistical offices publish them."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from maturity.answers.codelist import Listed, read_codes
from maturity.problems import Problems


def read(text: str, name: str = "codes.csv"):
    return read_codes(text.encode("utf-8"), name)


def test_a_list_is_read_whatever_its_separator_and_language():
    wanted = (Listed("0114", "Upplands Väsby", "SE", 48_200, ("suburb",)),)
    assert read("code,name,country,population,tags\n0114,Upplands Väsby,se,48200,suburb")[0] == wanted
    assert (
        read("\ufeffKommunkod;Kommunnamn;Land;Folkmängd;Etiketter\n0114;Upplands Väsby;SE;48 200;suburb")[0]
        == wanted
    )
    assert (
        read("kommunenummer\tkommunenavn\tland\tfolketall\tgruppe\n0114\tUpplands Väsby\tSE\t48.200\tsuburb")[
            0
        ]
        == wanted
    )


@pytest.mark.parametrize(
    ("people", "meant"),
    [
        (text, 48_200)
        for text in ("48 200", "48\u00a0200", "48.200", "48,200", "48200", "48200,0", "48.200,00")
    ]
    + [(text, 33_000) for text in ("33 000", "33.000", "33,000", "33000.000")]
    + [("1.200.000", 1_200_000)],
)
def test_inhabitants_are_read_as_people_write_them(people, meant):
    rows, odd = read(f'code;name;population\n1;A;"{people}"')
    assert rows[0].population == meant
    assert not odd


def test_what_is_above_the_headings_and_other_columns_are_left_alone():
    rows, _ = read("Folkmängd 2025\n\nkod;namn;area\n0114;Väsby;75,4\n\n;;\n0115;Vallentuna;")
    assert [(row.code, row.name) for row in rows] == [("0114", "Väsby"), ("0115", "Vallentuna")]


def test_a_cell_that_is_not_understood_is_left_out_and_told():
    rows, odd = read("code;name;country;population\n1;A;Sweden;many\n2;B;SE;200")
    assert [(row.country, row.population) for row in rows] == [(None, None), ("SE", 200)]
    assert [problem.cell for problem in odd] == ["C2", "D2"]


def test_zeros_that_a_spreadsheet_ate_come_back_within_a_country():
    rows, _ = read("code;name;country\n114;A;SE\n1480;B;SE\n101;C;DK\n25;County;SE")
    assert [row.code for row in rows] == ["0114", "1480", "101", "25"]


def test_a_workbook_is_read_from_the_first_sheet_that_has_headings():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("About").write_row(0, 0, ["Source", "Statistics"])
        sheet = book.add_worksheet("Codes")
        sheet.write_row(0, 0, ["Code", "Municipality", "Population"])
        sheet.write_row(1, 0, [1480, "Göteborg", 607_882.0])
    rows, odd = read_codes(made.getvalue(), "codes.xlsx")
    assert (rows, odd) == ((Listed("1480", "Göteborg", None, 607_882),), ())


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"a;b\n1;2", "codes.csv", "No row has the headings"),
        (b"code;name", "codes.pdf", "neither CSV nor XLSX"),
        (b"not a zip", "codes.xlsx", "not an XLSX workbook"),
        ("kod;namn\n1;Å".encode("latin-1"), "codes.csv", "not UTF-8"),
        (b"", "codes.csv", "No row has the headings"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(data, name, told):
    with pytest.raises(Problems) as refused:
        read_codes(data, name)
    assert told in refused.value.problems[0].message


def test_a_number_of_very_many_digits_is_told_and_left_out():
    rows, odd = read_codes(b"code;name;population\n1;Uppby;" + b"9" * 5000 + b"\n", "a.csv")
    assert rows[0].population is None
    assert len(odd) == 1

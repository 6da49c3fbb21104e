"""What stands around a place in a file."""

import io

import openpyxl

from maturity.answers.excerpts import LONGEST, Excerpts
from maturity.problems import Problem

CSV = b"organisation;Uppby\nid;role;A1;A2\nr1;staff;3;4\nr2;staff;9;4\n"


def at(**place):
    return Problem("wrong", file="a", **place)


def test_the_cell_stands_among_its_neighbours_and_beside_the_id():
    found = Excerpts(CSV, "a.csv").around(at(cell="D3"))
    assert found.columns == ("A", "C", "D", "E")
    assert found.rows == (
        (2, ("id", "A1", "A2", "")),
        (3, ("r1", "3", "4", "")),
        (4, ("r2", "9", "4", "")),
    )
    assert found.at == (3, 2)


def test_a_sheet_is_known_by_its_title():
    book = openpyxl.Workbook()
    book.active.title = "Svar!1"
    book.active["B2"] = "wrong"
    data = io.BytesIO()
    book.save(data)
    found = Excerpts(data.getvalue(), "a.xlsx").around(at(cell="Svar!1!B2"))
    assert found.rows == ((2, ("", "wrong", "")),)
    assert Excerpts(data.getvalue(), "a.xlsx").around(at(cell="Other!B2")) is None


def test_a_text_shows_the_lines_around():
    found = Excerpts(b"one\ntwo\nthree\nfour\n", "a.yaml").around(at(line=2, column=1))
    assert found.rows == ((1, ("one",)), (2, ("two",)), (3, ("three",)))
    assert found.at == (2, 0)


def test_long_texts_are_shortened():
    found = Excerpts(b"x" * 500, "a.yaml").around(at(line=1))
    assert len(found.rows[0][1][0]) == LONGEST


def test_what_has_no_place_or_cannot_be_read_shows_nothing():
    assert Excerpts(CSV, "a.csv").around(at()) is None
    assert Excerpts(CSV, "a.csv").around(at(cell="A99")) is None
    assert Excerpts(b"\xff\xff", "a.csv").around(at(cell="A1")) is None
    assert Excerpts(b"no zip", "a.xlsx").around(at(cell="A!A1")) is None
    assert Excerpts(b"one\n", "a.yaml").around(at(line=9)) is None

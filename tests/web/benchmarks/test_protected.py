"""A suspicious client reads everything it is given, to the last attribute and cell, and finds out nothing about
another municipality that did not agree to be named."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from maturity.scoring import from_json
from maturity.store import organisations
from maturity.store.tables import Assessment, StoredResult

COUNT, NAMED, CLIENT = 14, 4, 9
FORMATS = ("page", "html", "xlsx", "csv", "json")
_NUMBER = re.compile(r"(?<![\w.,])-?\d+[.,]\d{3,}")
_HASH = re.compile(r"\b[0-9a-f]{64}\b")


@pytest.fixture
def places(keep):
    """The first ones agreed to be named; the others are anonymous."""
    return keep(COUNT, named=NAMED)


@pytest.fixture
def reader(member_browser):
    """Somebody who may read, and sees what may be passed on."""
    return member_browser("reader")


@pytest.fixture
def read(reader, room):
    """Everything that stands in a benchmark as its reader gets it, in one format, as text."""

    def reading(group, form, client=None):
        query = f"?client={client.id}" if client else ""
        path = f"{room}/{group.id}" + ("" if form == "page" else f"/file.{form}") + query
        answer = reader.get(path)
        assert answer.status_code == 200
        data = (
            gzip.decompress(answer.data) if answer.headers.get("Content-Encoding") == "gzip" else answer.data
        )
        if form == "xlsx":
            return _told_by_workbook(data)
        text = data.decode("utf-8")
        return text.split('<div class="body">', 1)[1] if form == "page" else text

    return reading


def _told_by_workbook(data: bytes) -> str:
    """Every part of the file but when it was made, and every cell of every sheet, hidden ones too."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = [packed.read(name).decode("utf-8", "replace") for name in sorted(packed.namelist())]
    cells = [
        str(cell.value)
        for sheet in load_workbook(io.BytesIO(data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    return re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "", "\n".join([*parts, *cells]))


def _results(session, places):
    """The results of some municipalities, as the workspace holds them."""
    rows = session.execute(
        select(Assessment.organisation_id, StoredResult.result).join(
            StoredResult, StoredResult.assessment_id == Assessment.id
        )
    )
    known = {one.id for one in places}
    return [from_json(text) for id_, text in rows if id_ in known]


def _scores(result):
    """Every score of a result that is not at an end of the scale."""
    told = [one.estimate for one in (*result.items, *result.dimensions)]
    return {one.mean for one in told if 1 < one.mean < 5} | {result.overall.score}


def _numbers(text):
    """Every number with three decimals or more, as it is written."""
    return [found.replace(",", ".") for found in _NUMBER.findall(text)]


def _others(places, client):
    return [one for one in places[NAMED:] if one is not client]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("whose", ["the group's", "a client's"])
def test_no_name_code_or_hash_of_another_is_in_it(read, make_group, places, session, form, whose):
    client = places[CLIENT] if whose == "a client's" else None
    told = read(make_group(), form, client)
    hidden = _others(places, client)
    for place, result in zip(hidden, _results(session, hidden), strict=True):
        assert place.name not in told
        assert place.id not in told
        assert not re.search(rf"(?<![\d.,#]){place.code}(?![\d.,])", told)
        assert result.answers_hash[:6] not in _HASH.sub("", told)
        assert result.answers_hash not in told


@pytest.mark.parametrize("form", FORMATS)
def test_the_codes_that_a_group_was_chosen_by_name_nobody(read, make_group, places, form):
    group = make_group(codes=[place.code for place in places])
    told = read(group, form, places[CLIENT])
    for place in _others(places, places[CLIENT]):
        assert not re.search(rf"(?<![\d.,#]){place.code}(?![\d.,])", told)
    if form in ("page", "html"):
        assert "chosen by their official codes" in told


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("whose", ["the group's", "a client's"])
def test_no_score_of_another_is_in_it(read, make_group, places, session, form, whose):
    client = places[CLIENT] if whose == "a client's" else None
    written = _numbers(read(make_group(), form, client))
    shown = {number for one in (*places[:NAMED], client) if one for number in _of(session, one)}
    for score in {number for one in _others(places, client) for number in _of(session, one)} - shown:
        found = [one for one in written if abs(float(one) - score) < 0.5 * 10 ** -len(one.split(".")[1])]
        assert not [one for one in found if len(one.split(".")[1]) > 3], f"{score} is told"


def test_the_same_means_find_what_may_be_told(read, make_group, places, session):
    """Otherwise that they find nothing of the others would say nothing. (Pages and sheets are rounded; for
    them the test below says more.)"""
    written = {round(float(one), 3) for one in _numbers(read(make_group(), "json"))}
    for place in places[:NAMED]:
        assert any(round(score, 3) in written for score in _of(session, place))


def _of(session, place):
    return _scores(_results(session, [place])[0])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("whose", ["the group's", "a client's"])
def test_who_among_the_anonymous_scored_what_changes_nothing(read, make_group, places, session, form, whose):
    """Were two of them to change places, everything that is told would stay the same, character by
    character: nothing in it depends on who is who."""
    group = make_group()
    client = places[CLIENT] if whose == "a client's" else None
    before = read(group, form, client)
    one, other = places[5], places[12]
    facts = ("name", "code", "country", "population")
    swapped = [tuple(getattr(place, fact) for fact in facts) for place in (other, one)]
    one.name = one.code = "for a moment"
    session.flush()
    for place, given in zip((one, other), swapped, strict=True):
        for fact, value in zip(facts, given, strict=True):
            setattr(place, fact, value)
    session.commit()
    assert _HASH.sub("", read(group, form, client)) == _HASH.sub("", before)


@pytest.mark.parametrize("form", FORMATS)
def test_a_group_that_differs_from_everybody_by_one_tells_nothing(read, make_group, places, session, form):
    for place in places:
        place.tags = ["all but one"]
    places[CLIENT].tags = []
    session.commit()
    told = read(make_group("All but one", tags=["all but one"]), form)
    everybody = read(make_group("Everybody"), form)
    assert places[CLIENT].name not in told + everybody
    if form == "json":
        found = json.loads(told)
        assert found["withheld"] == "rest"
        assert not [one for one in (*found["dimensions"], *found["items"]) if one["median"] is not None]
        assert found["rows"] == []


def test_files_of_too_few_hold_no_number(read, make_group, places, session):
    for place in places[6:]:
        organisations.decide(session, place, "not-included", "itself")
    for place in places[:4]:
        organisations.decide(session, place, "anonymous", "member")
    session.commit()
    found = json.loads(read(make_group(threshold=5), "json", places[0]))
    assert found["organisations"] == 5
    group = make_group("Six are needed", threshold=6)
    for form in FORMATS:
        told = read(group, form, places[0])
        assert not [one for one in places[1:] if one.name in told]
        if form == "json":
            assert json.loads(told)["withheld"] == "few"


@pytest.mark.parametrize("form", FORMATS)
def test_who_withdraws_is_gone_from_what_is_made_afterwards(read, make_group, places, session, form):
    group, place = make_group(), places[0]
    assert place.name in read(group, form)
    organisations.decide(session, place, "not-included", "itself")
    session.commit()
    told = read(group, form)
    assert place.name not in told
    scores = {f"{score:.6f}"[:7] for score in _of(session, place)}
    assert not [one for one in _numbers(told) if one[:7] in scores and len(one) > 6]


def test_asking_for_the_rows_of_others_shows_nothing_of_them(reader, read, make_group, places, session, room):
    """Rows have codes in the working copy; a client who knows or guesses one gets nothing for it."""
    group = make_group()
    codes = [result.answers_hash[:6] for result in _results(session, places[NAMED:])]
    wanted = "&".join(f"with={code}" for code in codes)
    for more in (wanted, f"{wanted}&part=items", f"{wanted}&sort=-name&copy=shared"):
        answer = reader.get(f"{room}/{group.id}?{more}")
        assert answer.status_code == 200
        packed = answer.headers.get("Content-Encoding") == "gzip"
        told = (gzip.decompress(answer.data) if packed else answer.data).decode("utf-8")
        body = told.split('<div class="body">', 1)[1]
        shown = re.sub(r'(href|value)="[^"]*"', "", body)  # what was asked for stands in the page's own links
        assert not [code for code in codes if code in _HASH.sub("", shown)]
        assert not [place for place in places[NAMED:] if place.name in body]


def test_a_reader_gets_no_copy_that_shows_the_anonymous_one_by_one(reader, make_group, places, room):
    group = make_group()
    for path in ("", *(f"/file.{form}" for form in FORMATS[1:])):
        assert reader.get(f"{room}/{group.id}{path}?copy=working").status_code == 403

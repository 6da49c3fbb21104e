"""Facts from an official list: what would change is known before, and nothing else changes."""

from __future__ import annotations

import pytest

from maturity.answers.codelist import Listed
from maturity.store import codes, organisations


@pytest.fixture
def places(session, workspace):
    def make(*given):
        return [organisations.create(session, workspace.id, *one) for one in given]

    return make


def test_rows_are_found_by_code_and_by_name_whatever_the_spelling(session, workspace, places):
    coded, named = places(("Whatever it is called", "SE", "180"), (" exempelköping KOMMUN", None, None))
    rows = [Listed("0180", "Stockholm", "SE", 990_000), Listed("9999", "Exempelköping", "SE", 48_200)]
    planned = codes.plan(session, workspace.id, rows)
    assert [(one.name, one.code, one.population) for one in planned.fills] == [
        (named.name, (None, "9999"), (None, 48_200)),
        (coded.name, None, (None, 990_000)),
    ]
    assert codes.fill(session, workspace.id, planned, {coded.id, named.id}) == 2
    assert (named.code, named.country, named.population) == ("9999", "SE", 48_200)
    assert coded.code == "180"
    assert codes.plan(session, workspace.id, rows).fills == ()


def test_a_row_is_found_by_another_name_that_an_organisation_has(session, workspace, places):
    (one,) = places(("Nyby", "SE"))
    one.also = ["Gamla staden", "Gammelby kommun"]
    rows = [Listed("1", "Gammelby", "SE"), Listed("2", "Gamla staden", "NO")]
    assert [found.code for found in codes.plan(session, workspace.id, rows).fills] == [(None, "1")]


def test_only_what_was_chosen_changes(session, workspace, places):
    one, other = places(("Ettstad",), ("Tvåstad",))
    rows = [Listed("1", "Ettstad", tags=("coast",)), Listed("2", "Tvåstad")]
    planned = codes.plan(session, workspace.id, rows)
    assert codes.fill(session, workspace.id, planned, {one.id, "somebody else's"}) == 1
    assert (one.code, one.tags, other.code) == ("1", ["coast"], None)


def test_tags_are_added_and_none_is_lost(session, workspace, places):
    (one,) = places(("Ettstad",))
    one.tags = ["coast", "university"]
    planned = codes.plan(session, workspace.id, [Listed(None, "Ettstad", tags=("coast", "small"))])
    codes.fill(session, workspace.id, planned, {one.id})
    assert one.tags == ["coast", "university", "small"]


@pytest.mark.parametrize(
    "rows",
    [
        [Listed("1", "Ettstad"), Listed("2", "Ettstad")],
        [Listed("9", "Ettstad"), Listed("9", "Another")],
    ],
)
def test_several_rows_that_fit_change_nothing(session, workspace, places, rows):
    places(("Ettstad", None, "9" if rows[1].name == "Another" else None))
    planned = codes.plan(session, workspace.id, rows)
    assert planned.fills == ()
    assert planned.unclear == ("Ettstad",)


def test_another_code_than_the_one_it_has_is_not_taken(session, workspace, places):
    places(("Ettstad", "SE", "1111"))
    planned = codes.plan(session, workspace.id, [Listed("2222", "Ettstad", "SE", 5)])
    assert (planned.fills, planned.unclear) == ((), ("Ettstad",))


def test_two_do_not_get_the_same_code(session, workspace, places):
    places(("Ettstad",), ("Ettstads kommun", "SE", "1111"))
    planned = codes.plan(session, workspace.id, [Listed("1111", "Ettstad", "SE")])
    assert planned.fills == ()
    assert planned.unclear == ("Ettstad",)


def test_a_code_of_another_country_is_another_s(session, workspace, places):
    places(("Uppby", "SE", "0301"))
    planned = codes.plan(session, workspace.id, [Listed("0301", "Oslo", "NO", 700_000)])
    assert planned.unlisted == ("Uppby",)


def test_the_rows_that_matter_make_the_same_plan_and_a_change_makes_another(session, workspace, places):
    (one,) = places(("Ettstad",))
    planned = codes.plan(session, workspace.id, [Listed("1", "Ettstad"), Listed("7", "Elsewhere")])
    assert planned.rows == (Listed("1", "Ettstad"),)
    assert codes.plan(session, workspace.id, planned.rows).mark == planned.mark
    one.code = "1"
    assert codes.plan(session, workspace.id, planned.rows).mark != planned.mark

"""The list of municipalities, and the facts of one."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from maturity.store import organisations
from maturity.store.tables import AuditEntry


@pytest.fixture
def address(workspace):
    return f"/workspaces/{workspace.id}/municipalities"


@pytest.fixture
def places(session, workspace):
    made = [
        organisations.create(session, workspace.id, "Norrvik", "SE", "9999", 48_200),
        organisations.create(session, workspace.id, "Prøvedal", "DK", "101", 9_800),
    ]
    made[1].tags = ["coast", "university"]
    session.commit()
    session.expire_all()
    return made


def facts(**given):
    return {
        "name": "Testvik",
        "country": "NO",
        "code": "0301",
        "population": "9 800",
        "tags": "coast; small",
        "language": "",
        **given,
    }


def verbs(session):
    session.commit()
    session.expire_all()
    return [entry.verb for entry in session.scalars(select(AuditEntry))]


def test_an_empty_list_says_what_to_do(owner_browser, address):
    page = owner_browser.get(address).text
    assert "There is no municipality here yet" in page
    assert f"{address}/new" in page


def test_the_list_shows_facts_and_decisions(owner_browser, address, places):
    page = owner_browser.get(address).text
    for words in (
        "Norrvik",
        "9999",
        "48,200",
        "Sweden",
        "coast, university",
        "Anonymous",
        "not asked yet",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("norrv", {"Norrvik"}),
        ("101", {"Prøvedal"}),
        ("coast denmark", {"Prøvedal"}),
        ("anonymous", {"Norrvik", "Prøvedal"}),
        ("nowhere", set()),
        ("<b>", set()),
    ],
)
def test_the_list_is_filtered_by_words(owner_browser, address, places, sought, found):
    page = owner_browser.get(address, query_string={"q": sought}).text
    assert {one.name for one in places if one.name in page} == found
    assert ("No municipality has these words" in page) == (not found)


def test_a_municipality_is_added_and_changed(owner_browser, address, session, workspace):
    assert owner_browser.send(f"{address}/new", facts(language="sv")).status_code == 303
    (made,) = organisations.of_workspace(session, workspace.id)
    assert (made.name, made.country, made.code, made.population) == ("Testvik", "NO", "0301", 9_800)
    assert (made.tags, made.language) == (["coast", "small"], "sv")
    page = owner_browser.get(f"{address}/{made.id}").text
    assert 'value="coast, small"' in page
    assert (
        owner_browser.send(f"{address}/{made.id}", facts(name="Testby", tags="", code="")).status_code == 303
    )
    session.commit()
    session.expire_all()
    assert (made.name, made.tags, made.code, made.language) == ("Testby", [], None, None)
    assert {"organisation-added", "organisation-changed"} <= set(verbs(session))


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_lost(owner_browser, address, session):
    wrong = facts(name=" ", population="many", code="x" * 41, tags="coast, här")
    answer = owner_browser.send(f"{address}/new", wrong)
    assert answer.status_code == 422
    assert answer.text.count('<li><a href="#') == 3
    assert 'value="coast, här"' in answer.text


def test_two_that_would_be_taken_for_one_are_refused(owner_browser, address, places):
    answer = owner_browser.send(f"{address}/new", facts(country="SE", code="9999"))
    assert answer.status_code == 422
    assert '<a href="#code">Norrvik has the code 9999 already</a>' in answer.text
    assert 'id="code-error"' in answer.text


def test_readers_read_and_change_nothing(member_browser, address, places):
    reader = member_browser("reader")
    page = reader.get(address).text
    assert "Norrvik" in page
    assert "Add a municipality" not in page
    for path in ("/new", f"/{places[0].id}", f"/{places[0].id}/taking-part", "/codes"):
        assert reader.get(address + path).status_code == 403
        assert reader.send(address + path, facts()).status_code == 403


def test_others_find_nothing(stranger_browser, address, places):
    for path in ("", "/new", f"/{places[0].id}", f"/{places[0].id}/taking-part", "/codes"):
        assert stranger_browser.get(address + path).status_code == 404


@pytest.mark.parametrize("tag", ["en", "sv", "da", "nb"])
def test_every_country_has_a_name(owner_browser, address, tag):
    page = owner_browser.get(f"{address}/new", headers={"Cookie": f"language={tag}"}).text
    offered = re.findall(r'<option value="([A-Z]{2})">([^<]+)</option>', page)
    assert len(offered) > 200
    assert [code for code, name in offered if code == name] == []


def test_other_names_are_kept_told_and_found(owner_browser, session, address, places):
    page = f"{address}/{places[0].id}"
    given = {"also": "Norrviks  kommun\nnorrvik\n\nNorrvk\nNORRVK", "name": "Norrvik", "code": "9999"}
    assert owner_browser.send(page, facts(**given)).status_code == 303
    session.commit()
    session.expire_all()
    assert places[0].also == ["Norrviks kommun", "Norrvk"]
    assert "Norrviks kommun\nNorrvk</textarea>" in owner_browser.get(page).text
    assert "also called Norrviks kommun and Norrvk" in owner_browser.get(f"{address}?q=norrvk").text

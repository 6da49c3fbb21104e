"""Facts from an official list, in the browser."""

from __future__ import annotations

import html
import io
import re

import pytest
from sqlalchemy import select

from maturity.store import organisations
from maturity.store.tables import AuditEntry

LIST = "\ufeffkommunkod;kommunnamn;land;folkmängd;taggar\n9999;Exempelköping;SE;48 200;kust\n9998;Testvik;SE;lots;\n"


@pytest.fixture
def places(session, workspace):
    made = [
        organisations.create(session, workspace.id, name)
        for name in ("Exempelköping", "Testvik", "Elsewhere")
    ]
    session.commit()
    session.expire_all()
    return made


@pytest.fixture
def address(workspace):
    return f"/workspaces/{workspace.id}/municipalities/codes"


def bring(client, address, text=LIST, name="codes.csv"):
    given = {"csrf_token": client.token(), "file": (io.BytesIO(text.encode()), name)}
    return client.post(address, data=given, content_type="multipart/form-data")


def hidden(page: str, name: str) -> str:
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', page)[1])


def test_what_would_change_is_shown_and_nothing_has_changed(owner_browser, address, places, session):
    page = bring(owner_browser, address).text
    for words in (
        "2 municipalities would change",
        "48,200",
        "kust",
        "1 municipality is not in the list",
        "D3",
    ):
        assert words in page
    session.commit()
    session.expire_all()
    assert [one.code for one in places] == [None] * 3


def test_what_is_ticked_is_changed(owner_browser, address, places, session):
    page = bring(owner_browser, address).text
    form = {"rows": hidden(page, "rows"), "seen": hidden(page, "seen"), "take": places[0].id}
    assert owner_browser.send(f"{address}/fill", form).status_code == 303
    session.commit()
    session.expire_all()
    assert [(one.code, one.population, one.tags) for one in places] == [
        ("9999", 48_200, ["kust"]),
        (None, None, []),
        (None, None, []),
    ]
    (entry,) = [e for e in session.scalars(select(AuditEntry)) if e.verb == "organisations-filled"]
    assert entry.detail == {"count": 1}


def test_a_change_in_between_is_shown_again(owner_browser, address, places, session):
    page = bring(owner_browser, address).text
    places[0].population = 7
    session.commit()
    form = {"rows": hidden(page, "rows"), "seen": hidden(page, "seen"), "take": places[0].id}
    again = owner_browser.send(f"{address}/fill", form).text
    assert "was changed in the meantime" in again
    assert "48,200" in again
    session.commit()
    session.expire_all()
    assert places[0].population == 7
    form = {"rows": hidden(again, "rows"), "seen": hidden(again, "seen"), "take": places[0].id}
    assert owner_browser.send(f"{address}/fill", form).status_code == 303


def test_rows_that_somebody_touched_are_not_taken(owner_browser, address, places, session):
    page = bring(owner_browser, address).text
    for rows in ("", hidden(page, "rows")[:-4], "[]"):
        form = {"rows": rows, "seen": hidden(page, "seen"), "take": places[0].id}
        assert owner_browser.send(f"{address}/fill", form).location.endswith("/codes")
    session.commit()
    session.expire_all()
    assert places[0].code is None


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("a;b\n1;2", "codes.csv", "No row has the headings"),
        (LIST, "codes.doc", "neither CSV nor XLSX"),
        ("nothing", "codes.xlsx", "not an XLSX workbook"),
        ("", "", "Choose a file"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(owner_browser, address, text, name, told):
    answer = bring(owner_browser, address, text, name)
    assert answer.status_code == 422
    assert told in answer.text


def test_a_list_that_changes_nothing_says_so(owner_browser, address, places):
    assert "Nothing would change" in bring(owner_browser, address, "code;name\n1;Nowhere").text

"""The pages of long lists."""

from __future__ import annotations

import re

import pytest

from maturity.store import assessments, audit, organisations, questionnaires
from maturity.web.paging import Page, wanted_page


@pytest.mark.parametrize(
    ("asked", "rows", "number", "count"),
    [
        ("", 0, 1, 1),
        ("", 100, 1, 2),
        ("?page=2", 100, 2, 2),
        ("?page=2", 101, 2, 3),
        ("?page=3", 100, 1, 2),
        ("?page=0", 100, 1, 2),
        ("?page=-1", 100, 1, 2),
        ("?page=two", 100, 1, 2),
        ("?page=" + "9" * 30, 100, 1, 2),
    ],
)
def test_a_page_is_there_whatever_is_asked_for(app, asked, rows, number, count):
    with app.test_request_context(f"/{asked}"):
        assert wanted_page(rows, 50) == Page(number, count, 50)


def test_the_pages_hold_every_row_once():
    rows = list(range(101))
    pages = [Page(number, 3, 50).of(rows) for number in (1, 2, 3)]
    assert [row for page in pages for row in page] == rows
    assert [len(page) for page in pages] == [50, 50, 1]


def _rounds(session, workspace, labels):
    """Rounds, and one more that does not have their word."""
    place = organisations.create(session, workspace.id, "Testvik")
    version = questionnaires.bundled(session, "innovation-capacity-short")
    for label in (*labels, "Another"):
        assessments.create(session, workspace.id, place, version, label=label)


def _log(session, workspace, labels):
    for label in labels:
        audit.record(session, workspace.id, None, "group-created", name=label)


@pytest.mark.parametrize(
    ("name", "fill", "size", "sought", "amount"),
    [("rounds", _rounds, assessments.PAGE, "&q=row", "51 rounds."), ("log", _log, audit.PAGE, "", "")],
)
def test_a_long_list_stands_on_two_pages(owner_browser, session, workspace, name, fill, size, sought, amount):
    rows = [f"Row {number:03}" for number in range(size + 1)]
    fill(session, workspace, rows)
    session.commit()
    where = f"/workspaces/{workspace.id}/{name}"
    first, second = (owner_browser.get(f"{where}?page={number}{sought}").text for number in (1, 2))
    told = [re.findall(r"Row \d{3}", page) for page in (first, second)]
    assert [len(found) for found in told] == [size, 1]
    assert sorted(told[0] + told[1]) == rows
    assert f'href="{where}?page=2{sought.replace("&", "&amp;")}">Next page' in first
    assert amount in second
    assert "Page 1 of 2" in owner_browser.get(f"{where}?page=9{'0' * 30}").text

"""The pages of long lists."""

from __future__ import annotations

import pytest

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

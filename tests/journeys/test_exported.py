"""A report that was saved as one file of HTML, opened on a phone and on a laptop, with no server behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from maturity import resources
from maturity.cli import main

MADE = {
    "report": "report {0}/exempelkoping-2026.yaml",
    "summary": "report {0}/exempelkoping-2026.yaml --summary",
    "progress": "progress {0}/exempelkoping-2022.yaml {0}/exempelkoping-2026.yaml"
    " --actions {0}/exempelkoping-actions.yaml",
    "benchmark": "benchmark {0}/benchmark --client Exempelvik --consent named --draws 20",
}
PLACES = """() => [...document.querySelectorAll("table")].map((table) => {
    const place = table.closest("[role=group][tabindex='0'][aria-labelledby]");
    if (!place) return [table.caption.textContent, null, null];
    const edge = parseFloat(getComputedStyle(place, "::after").width) > 0;
    return [table.caption.textContent, place.scrollWidth > place.clientWidth, edge];
})"""
"""Of each table its caption, whether it is cut, and whether an edge says so."""
CHARTS = """() => [...document.querySelectorAll("figure")].map((figure) =>
    [...figure.querySelectorAll("svg")].filter((e) => e.checkVisibility()).map((e) => e.clientWidth))"""
"""The widths of the pictures that each figure shows."""


@pytest.fixture(scope="module", params=MADE)
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exported") / f"{request.param}.html"
    words = [word.format(resources.examples()) for word in MADE[request.param].split()]
    made = CliRunner().invoke(main, [*words, "-o", str(path), "--lang", "sv"])
    assert made.exit_code == 0, made.output
    return path


@pytest.fixture
def opened(chromium: Browser, exported: Path) -> Iterator[Callable[[int], Page]]:
    """`opened(375)`: the file in a window so many pixels wide; it may ask for nothing but itself."""
    with chromium.new_context() as context:

        def show(width: int) -> Page:
            page, asked = context.new_page(), []
            page.on("request", lambda request: asked.append(request.url))
            page.set_viewport_size({"width": width, "height": 812})
            page.goto(exported.as_uri())
            assert [url for url in asked if not url.startswith("data:")] == [exported.as_uri()]
            return page

        yield show


def test_on_a_phone_an_edge_shows_which_tables_scroll(opened, check_accessible, check_reflow):
    page = opened(375)
    tables = page.evaluate(PLACES)
    assert any(cut for _, cut, _ in tables)
    assert [caption for caption, cut, edge in tables if cut is None or cut != edge] == []
    pictures = page.evaluate(CHARTS)
    assert pictures
    assert all(len(shown) == 1 and 300 < shown[0] <= 343 for shown in pictures)
    check_accessible(page)
    check_reflow(page)


def test_on_a_laptop_nothing_scrolls_and_there_is_no_edge(opened, check_accessible):
    page = opened(1280)
    assert not [caption for caption, cut, edge in page.evaluate(PLACES) if cut or edge]
    assert all(len(shown) == 1 for shown in page.evaluate(CHARTS))
    check_accessible(page)


def test_a_keyboard_scrolls_a_table_to_its_end_where_the_edge_goes_away(opened):
    page = opened(375)
    page.evaluate(
        "[...document.querySelectorAll('.wide')].find((e) => e.scrollWidth > e.clientWidth).id = 'cut'"
    )
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "cut":
            break
    for _ in range(20):
        page.keyboard.press("ArrowRight", delay=20)
    page.wait_for_function("cut.scrollLeft + cut.clientWidth >= cut.scrollWidth - 1")
    page.wait_for_function("getComputedStyle(cut, '::after').opacity === '0'")

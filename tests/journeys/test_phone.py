"""On a phone: what is touched is large enough, words are not broken in the middle, and the room's pages fit."""

from __future__ import annotations

import pytest
from tests.journeys.test_accessibility import enter, settings
from tests.web.furnished import town

__all__ = ["enter", "settings", "town"]
TARGETS = """() => [...document.querySelectorAll("main :is(a.button, button, summary, .choice, label:has(input))")]
    .filter((e) => e.checkVisibility() && e.getClientRects().length && !e.closest(".hidden-visually"))
    .map((e) => [e.innerText.trim().slice(0, 40), e.getBoundingClientRect().height])
    .filter(([, height]) => height < 43.5)"""
"""What is pressed on a page and lower than 44 pixels."""
BROKEN = """() => {
    const clipped = (e) => e && (getComputedStyle(e).clipPath.startsWith("inset(50%") || clipped(e.parentElement));
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const around = node.parentElement;
        if (!around.checkVisibility() || around.closest("svg, textarea, pre, code") || clipped(around)) continue;
        if (getComputedStyle(around).hyphens === "auto") continue;
        for (const word of node.data.matchAll(/\\p{L}{2,15}/gu)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].filter((r) => r.width).map((r) => Math.round(r.top)));
            if (lines.size > 1) found.push(word[0]);
        }
    }
    return found;
}"""
"""Words of ordinary length that stand on two lines, where they are not hyphenated."""
EDGES = """() => [...document.querySelectorAll(".table")]
    .filter((e) => e.checkVisibility())
    .map((e) => [e.scrollWidth > e.clientWidth, parseFloat(getComputedStyle(e, "::after").width) > 0])"""
"""Of each table whether it is cut, and whether an edge says so."""
ANSWERING = (
    "/answer/{personal}",
    "/answer/{personal}/1",
    "/answer/{personal}/review",
    "/answer/{open}",
    "/live/{open}",
    "/consent/{consent}",
)


@pytest.mark.parametrize("path", ANSWERING)
def test_what_is_touched_when_answering_is_large_enough(path, enter, town, check_reflow):
    page = enter(False, phone=True, language="sv")
    assert page.goto(path.format(**town.ours.tokens)).ok
    assert not page.evaluate(TARGETS)
    check_reflow(page)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/rounds",
        "/rounds/{meeting}",
        "/rounds/{meeting}/report",
        "/rounds/{closed}/actions",
        "/rounds/{closed}/actions/new",
        "/due",
        "/rounds/{open}/invite",
        "/rounds/{meeting}/meeting",
        "/progress/{place}",
        "/progress/{place}/targets",
        "/progress/{place}/marks",
        "/benchmarks",
        "/municipalities",
        "/municipalities/new",
        "/bring-in/{intake}",
        "/groups",
        "/groups/new",
        "/groups/profiles",
        "/members",
        "/log",
    ],
)
def test_no_word_is_broken(path, enter, town):
    page = enter(True, phone=True, language="sv", home=town.ours)
    ids = town.ours.ids
    names = {**town.ours.rounds, "place": ids["organisation_id"], "intake": ids["intake_id"]}
    assert page.goto(f"/workspaces/{town.ours.id}{path}".format(**names)).ok
    assert not page.evaluate(BROKEN)


@pytest.mark.parametrize("phone", [True, False])
def test_an_edge_stands_where_a_table_is_cut_and_nowhere_else(phone, enter, town):
    page = enter(True, phone=phone, language="sv", home=town.ours)
    address = "/workspaces/{}/progress/{}"
    assert page.goto(address.format(town.ours.id, town.ours.ids["organisation_id"])).ok
    edges = page.evaluate(EDGES)
    assert edges
    assert all(cut == shown for cut, shown in edges)
    assert any(cut for cut, _ in edges) == phone

"""Without a mouse: everything that can be pressed can be reached and left, one sees where one is, and the main
things are done with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.journeys.test_accessibility import enter, settings
from tests.web.furnished import PASSWORD, town

__all__ = ["enter", "settings", "town"]
HOME = "/workspaces/{home}"
PAGES = {
    "/": False,
    "/sign-in": False,
    "/try": False,
    "/answer/{personal}/1": False,
    "/live/{link}": False,
    "/account": True,
    HOME: True,
    f"{HOME}/members": True,
    f"{HOME}/rounds/{{draft}}/set-up/people": True,
    f"{HOME}/rounds/{{open}}/invite": True,
    f"{HOME}/rounds/{{meeting}}/meeting/{{item}}": True,
    f"{HOME}/rounds/{{meeting}}/wall/{{item}}": True,
    f"{HOME}/rounds/{{closed}}/actions": True,
    f"{HOME}/rounds/{{closed}}/actions/new": True,
    f"{HOME}/due": True,
    f"{HOME}/questionnaires/{{version}}/edit": True,
    "/consent/{consent}": False,
    f"{HOME}/municipalities": True,
    f"{HOME}/groups/new": True,
    f"{HOME}/progress/{{place}}/targets": True,
}
REACHABLE = """() => {
    const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const seen = [...document.querySelectorAll(kinds)].filter((e) =>
        e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0);
    const groups = new Map();
    for (const e of seen) {
        const group = e.type === "radio" ? `${e.form?.id}:${e.name}` : groups.size;
        if (!groups.has(group) || e.checked) groups.set(group, e);
    }
    let place = 0;
    for (const e of groups.values()) e.dataset.stop = place++;
    return place;
}"""
"""Numbers everything that Tab must reach (one of each group of radio buttons); how many there are."""
WHERE = """() => {
    const e = document.activeElement, shown = e.matches(".hidden-visually") ? e.parentElement : e;
    const marked = [e, e.closest("label"), e.nextElementSibling, e.parentElement].filter(Boolean).some((part) => {
        const style = getComputedStyle(part);
        return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    });
    const box = shown.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight;
    return [e.dataset.stop ?? "", marked && inside, `${e.tagName} ${e.innerText || e.name || ""}`.slice(0, 60)];
}"""
"""Where the focus is: its number, whether one sees it, and what it is."""


@pytest.mark.parametrize("path", PAGES)
def test_everything_is_reached_and_one_sees_where_one_is(path, enter, town):
    home = town.ours
    page = enter(PAGES[path], home=home)
    names = {**home.rounds, "home": home.id, "link": home.tokens["open"], "personal": home.tokens["personal"]}
    names |= {"consent": home.tokens["consent"], "place": home.ids["organisation_id"]}
    answer = page.goto(path.format(**names, item=home.ids["item_id"], version=home.ids["version_id"]))
    assert answer.ok
    wanted = page.evaluate(REACHABLE)
    reached, unseen = set(), []
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        stop, seen, what = page.evaluate(WHERE)
        if stop:
            reached.add(int(stop))
            unseen += [] if seen else [what]
    left = set(range(wanted)) - reached
    names = [
        page.locator(f"[data-stop='{place}']").first.evaluate("e => e.outerHTML.slice(0, 120)")
        for place in left
    ]
    assert not names, "not reached"
    assert not unseen, "one does not see where one is"


def test_the_first_stop_leads_past_the_head(page):
    page.goto("/sign-in")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_menu_opens_and_closes(enter):
    page = enter(True)
    page.goto("/workspaces")
    menu = page.locator(".menu > summary").last
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu[open]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".menu[open]")).to_have_count(0)
    expect(menu).to_be_focused()


def test_signing_in_and_making_a_workspace(page, town):
    page.goto("/sign-in")
    page.locator("#email").focus()
    page.keyboard.type(town.ours.people["owner"])
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/workspaces")
    page.goto("/workspaces/new")
    page.locator("#name").focus()
    page.keyboard.type("Tangentköping")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tangentköping")


def test_answering(enter, town):
    page = enter(False)
    page.goto(f"/answer/{town.ours.tokens['open']}")
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1")
    page.locator(".item input[type=radio]").first.focus()
    with page.expect_response("**/save") as saved:
        page.keyboard.press("ArrowDown")
    assert saved.value.status == 200
    page.locator(".actions button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/2")


def test_who_wants_no_movement_gets_none(enter, town):
    page = enter(False, reduced_motion="reduce")
    page.goto(f"/answer/{town.ours.tokens['personal']}/1")
    moving = """() => [...document.querySelectorAll("*")].filter((e) => {
        const style = getComputedStyle(e);
        const long = (text) => text.split(",").some((part) => parseFloat(part) > 0.01);
        return long(style.transitionDuration) || (style.animationName !== "none" && long(style.animationDuration));
    }).length"""
    assert page.evaluate(moving) == 0

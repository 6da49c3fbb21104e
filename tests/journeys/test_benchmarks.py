"""A consultant looks at a group: chooses a client, sorts the municipalities, sees some of them side by side."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.comparison.benchmark import towns

from maturity.store import assessments, groups, organisations, questionnaires, results

ID = "innovation-capacity-short"


@pytest.fixture
def address(session, workspace):
    version = questionnaires.bundled(session, ID)
    for number, result in enumerate(towns.stream(questionnaires.load(version), 14)):
        place = organisations.create(session, workspace.id, result.organisation, "SE", f"{number}", 9_000)
        place.consent = "named" if number < 6 else "anonymous"
        round_ = assessments.create(session, workspace.id, place, version, state="closed")
        results.freeze(session, round_, result)
    group = groups.add(
        session, workspace.id, ID, name="On the coast", countries=["SE"], population_from=None,
        population_to=None, codes=[], tags=[], threshold=5, profile=None,
    )  # fmt: skip
    session.commit()
    return f"/workspaces/{workspace.id}/benchmarks/{group.id}"


def column(page, place):
    """What stands in a column of the grid, from the top, without the median."""
    page.wait_for_load_state()  # a reading does not wait, as an expectation does
    rows = page.locator("[data-grid] tbody").nth(1).locator("tr")
    return [row.locator("th, td").nth(place).inner_text() for row in rows.all()]


def test_a_client_is_chosen_and_marked_among_its_peers(page, sign_in, owner, address, check_accessible):
    sign_in(page, owner)
    page.goto(address.rsplit("/", 1)[0])
    page.get_by_role("link", name="On the coast", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("On the coast")
    page.get_by_label("Whose benchmark").select_option("Town 00003")
    page.get_by_role("button", name="Show", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Town 00003")
    expect(page.locator("#c-radar[data-live]")).to_be_visible()
    expect(page.get_by_role("cell", name=re.compile(r"\d–\d+ %")).first).to_be_visible()
    check_accessible(page)


def test_the_grid_is_sorted_with_the_keyboard_alone(page, sign_in, owner, address):
    sign_in(page, owner)
    page.goto(address)
    usual = column(page, 3)
    assert usual == sorted(usual, key=float, reverse=True)
    head = page.locator("[data-grid] thead button").nth(2)
    head.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-grid] th[aria-sort=descending]")).to_have_count(1)
    values = [float(one) for one in column(page, 4)]
    assert values == sorted(values, reverse=True)
    page.keyboard.press("Space")
    expect(page.locator("[data-grid] th[aria-sort=ascending]")).to_have_count(1)
    assert [float(one) for one in column(page, 4)] == sorted(values)
    expect(head).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Sorted by")
    shown = column(page, 0)
    page.reload()
    assert [float(one) for one in column(page, 4)] == sorted(values)
    assert sorted(column(page, 0)) == sorted(shown)


def test_it_is_sorted_without_javascript_too(open_browser, sign_in, owner, address):
    page = open_browser(java_script_enabled=False)
    sign_in(page, owner)
    page.goto(f"{address}?copy=working")
    page.get_by_role("button", name="Organisation").click()
    names = column(page, 0)
    assert len(names) == 14
    assert names == sorted(names)
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Organisation")


def test_profiles_stand_side_by_side_in_the_working_copy(page, sign_in, owner, address, check_accessible):
    sign_in(page, owner)
    page.goto(address)
    assert len(column(page, 0)) == 6
    page.get_by_role("link", name="Working copy").click()
    expect(page.get_by_text("do not pass it on").first).to_be_visible()
    boxes = page.locator("[data-grid] input[type=checkbox]")
    expect(boxes).to_have_count(14)
    for place in (0, 3):  # with the keyboard: a chart that comes alive moves what a mouse aims at
        boxes.nth(place).press("Space")
        expect(boxes.nth(place)).to_be_checked()
    page.get_by_role("button", name="Show the ticked profiles side by side").press("Enter")
    expect(page.locator(".multiples > figure")).to_have_count(2)
    check_accessible(page)
    with page.expect_download() as found:
        page.get_by_role("link", name="CSV").press("Enter")
    assert "working-copy" in found.value.suggested_filename
    assert "do not pass it on" in found.value.path().read_text("utf-8-sig")


def test_it_is_read_on_a_phone(open_browser, sign_in, owner, address, check_reflow):
    page = open_browser(phone=True, language="sv")
    page.goto("/sign-in")
    page.locator("input[name=email]").fill(owner.email)
    page.locator("input[name=password]").fill("correct horse battery staple")
    page.keyboard.press("Enter")
    page.wait_for_url("**/workspaces")
    page.goto(f"{address}?copy=working")
    check_reflow(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375

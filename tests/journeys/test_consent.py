"""A consultant gives a municipality its link; the municipality decides, changes its mind, and is gone from what
is made afterwards."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.comparison.benchmark.towns import make_towns

from maturity.store import assessments, groups, organisations, questionnaires, results

QUESTIONNAIRE = "innovation-capacity"
COUNT = 9


@pytest.fixture
def places(session, workspace):
    """Municipalities with a result each, that agreed to be named."""
    version = questionnaires.bundled(session, QUESTIONNAIRE)
    made = []
    for entry in make_towns(questionnaires.load(version), COUNT):
        told = entry.result
        place = organisations.create(
            session, workspace.id, told.organisation, "SE", told.code, told.population
        )
        organisations.decide(session, place, "named", "member")
        row = assessments.create(session, workspace.id, place, version, state="closed", origin="result")
        results.freeze(session, row, told)
        made.append(place)
    facts = {"countries": [], "population_from": None, "population_to": None, "codes": [], "tags": []}
    groups.add(session, workspace.id, QUESTIONNAIRE, name="Everybody", threshold=5, profile=None, **facts)
    session.commit()
    return made


def test_a_municipality_withdraws_and_later_benchmarks_are_without_it(
    page, open_browser, owner, workspace, places, sign_in, check_accessible, check_reflow
):
    sign_in(page, owner)
    assert places[3].name in benchmark(page, workspace)
    link = make_link(page, workspace, places[3], check_accessible)

    guest = open_browser(phone=True)
    guest.goto(link)
    expect(guest.locator("html")).to_have_attribute("lang", "sv")
    guest.goto(f"{link}?lang=en")
    check_accessible(guest)
    check_reflow(guest)
    decide(guest, "Not included")
    expect(guest.locator(".standing")).to_contain_text("Decided by Town 00003 itself")
    check_accessible(guest)

    page.reload()
    expect(page.get_by_role("radio", name="By name")).to_be_disabled()
    assert places[3].name not in benchmark(page, workspace)

    decide(guest, "By name")
    assert places[3].name in benchmark(page, workspace)


def make_link(page, workspace, place, check_accessible):
    """The consultant's way from the workspace to the municipality's link."""
    page.goto(f"/workspaces/{workspace.id}")
    page.get_by_role("link", name="Municipalities").click()
    page.get_by_label("Find by name").fill(place.name)
    page.get_by_role("button", name="Find").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="By name").click()
    page.get_by_role("button", name="Make its link").click()
    check_accessible(page)
    return page.locator("#address").inner_text()


def decide(guest, choice):
    """The municipality's choice."""
    guest.get_by_role("radio", name=choice).check()
    guest.get_by_role("button", name="Save our decision").click()
    expect(guest.get_by_role("status")).to_contain_text("Saved.")


def benchmark(page, workspace):
    """What the benchmark of everybody says now, as a reader would get it, in the grid of those who are named."""
    before = page.url
    page.goto(f"/workspaces/{workspace.id}/benchmarks")
    page.get_by_role("link", name="Everybody").first.click()
    page.wait_for_load_state()
    told = page.locator("[data-grid]").inner_text()
    page.goto(before)
    return told

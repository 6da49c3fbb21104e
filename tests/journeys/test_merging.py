"""A facilitator finds a municipality that is here twice, looks at both, keeps the right one; an owner deletes
one."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import expect
from tests.comparison.benchmark.towns import make_towns

from maturity.store import assessments, marks, organisations, questionnaires, results

QUESTIONNAIRE = "innovation-capacity"


@pytest.fixture
def places(session, workspace):
    """One municipality with a round and a link; the same again, from a file, with two; and another one."""
    version = questionnaires.bundled(session, QUESTIONNAIRE)
    told = [entry.result for entry in make_towns(questionnaires.load(version), 3)]
    made = [organisations.create(session, workspace.id, name, "SE") for name in ("Uppby", "Uppby kommun")]
    made[1].code, made[1].population = "0381", 9_100
    for number, (place, result) in enumerate(zip((made[0], made[1], made[1]), told, strict=True)):
        day = datetime.date(2024 + number, 3, 1)
        facts = {"state": "closed", "held_on": day, "label": f"Spring {day.year}"}
        row = assessments.create(session, workspace.id, place, version, **facts)
        results.freeze(session, row, result)
    marks.add(session, made[1], datetime.date(2025, 9, 1), "Election")
    organisations.make_consent_link(session, made[0], "a secret of this test")
    organisations.decide(session, made[0], "not-included", "itself")
    session.commit()
    return made


def test_a_municipality_that_is_here_twice_becomes_one_and_is_deleted(
    page, owner, workspace, places, sign_in, check_accessible, check_reflow
):
    sign_in(page, owner)
    page.goto(f"/workspaces/{workspace.id}/municipalities")
    check_accessible(page)
    page.get_by_role("link", name="Uppby kommun and Uppby").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Merge Uppby into Uppby kommun?")
    page.get_by_role("link", name="Keep Uppby instead").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Merge Uppby kommun into Uppby?")
    check_accessible(page)
    check_reflow(page)
    page.get_by_role("button", name="Merge the two").click()
    expect(page.get_by_role("status").first).to_contain_text("Uppby kommun is now a part of Uppby.")
    row = page.locator("tbody tr")
    expect(row).to_have_count(1)
    for told in ("Uppby", "0381", "9,100", "3", "Not included"):
        expect(row).to_contain_text(told)

    page.goto(f"/workspaces/{workspace.id}/progress/{places[0].id}")
    expect(page.get_by_text("Election").first).to_be_visible()

    page.goto(f"/workspaces/{workspace.id}/municipalities/{places[0].id}")
    page.get_by_role("link", name="Delete this municipality").click()
    check_accessible(page)
    check_reflow(page)
    page.get_by_label("Write the municipality's name").fill("Uppby")
    page.get_by_role("button", name="Delete the municipality").click()
    expect(page.get_by_text("There is no municipality here yet.")).to_be_visible()

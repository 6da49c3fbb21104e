"""From a round that is closed to the next one, in which the same people are known again by their codes."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import expect

from maturity.store import (
    actions,
    assessments,
    invitations,
    organisations,
    own_codes,
    preparing,
    progressing,
    questionnaires,
    respondents,
)
from maturity.store.ids import make_token

SECRET = "a secret key that is only for tests, and long"
TODAY = datetime.date.today()
BY_HAND = ("blå cykel", "Röd Traktor")
"""The codes of those who answer in a browser."""
OTHERS = ("grön båt", "gul hink", "vit sten", "svart sand")


@pytest.fixture
def first(session, workspace):
    """The first round, open for answers."""
    place = organisations.create(session, workspace.id, "Exempelköping", "SE")
    version = questionnaires.bundled(session, "innovation-capacity-short")
    found = preparing.begin(session, workspace.id, place, version, f"Spring {TODAY.year - 2}")
    preparing.set_questionnaire(session, found, version, ["en", "sv"])
    preparing.set_people(session, found, {"executive": 6})
    preparing.set_dates(session, found, None, TODAY, TODAY)
    preparing.open_round(session, found, TODAY)
    found.held_on = TODAY.replace(year=TODAY.year - 2, day=1)
    actions.add(session, found, "Users from the first week", status="started", owner="Head of development")
    session.commit()
    return found


def _link(session, found):
    invitation = invitations.make(session, found, SECRET, role="executive")
    session.commit()
    return invitations.token_of(invitation, SECRET)


def _answers_by_hand(page, token, value, code, check):
    page.goto(f"/answer/{token}")
    page.get_by_role("button", name="Begin").click()
    for number in range(1, 7):
        page.wait_for_url(f"**/{number}")
        for item in page.locator("[data-counts]").all():
            item.locator(f'input[value="={value}"]').check()
        page.locator("button[name=go][value=next]").click()
    page.wait_for_url("**/review")
    page.get_by_text("Choose a code", exact=True).click()
    page.get_by_label("Your code").fill("1234")
    page.get_by_role("button", name="Keep this code").click()
    expect(page.locator(".summary")).to_contain_text("at least 6 characters")
    check(page)
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Keep this code").click()
    expect(page.locator("#own-code")).to_contain_text("You have chosen a code")
    check(page)
    page.get_by_role("button", name="Send my answers").click()
    page.wait_for_url("**/sent")


def _others_answer(session, found, value):
    asked = questionnaires.load(found.questionnaire_version)
    for place, code in enumerate(OTHERS):
        person = respondents.start(session, found, make_token(), "executive", "sv", SECRET)
        for item in asked.scored_items:
            respondents.save(session, person, item.id, respondents.Draft("value", value + place % 2))
        own_codes.choose(session, person, code, SECRET)
        respondents.submit(session, person)
    session.commit()


def _wave(session, open_browser, found, value, check):
    for code in BY_HAND:
        token = _link(session, found)
        # the browser complains about the page that says what is wrong, as it should
        _answers_by_hand(open_browser(phone=True, watch=False), token, value, code, check)
    _others_answer(session, found, value)


def _fresh(session):
    session.rollback()
    session.expire_all()


def test_a_new_round_begins_from_the_last_and_people_are_known_again(
    page, open_browser, owner, workspace, session, first, sign_in, check_accessible, check_reflow
):
    def check(page):
        check_accessible(page)
        check_reflow(page)

    _wave(session, open_browser, first, 2, check)
    sign_in(page, owner)
    _closed_for_good(page, workspace, first, check)
    _begun_again(page, check)
    _fresh(session)
    second = next(
        one for one in assessments.of_workspace(session, workspace.id) if one.earlier_id == first.id
    )
    assert [one.title for one in actions.of_assessment(session, second)] == ["Users from the first week"]
    _wave(session, open_browser, second, 4, lambda page: None)
    page.goto(f"/workspaces/{workspace.id}/rounds/{second.id}/close-answering")
    page.get_by_role("button", name="Close answering").click()
    _fresh(session)
    place = first.organisation
    found = progressing.of_rounds(session, place, progressing.rounds_of(session, place, "en"))
    assert found is not None
    assert found.latest is not None
    assert found.latest.linked == len(BY_HAND) + len(OTHERS)
    paired = [one.change.paired for one in found.latest.dimensions if one.change]
    assert {(one.n, round(one.change, 6), one.decides) for one in paired} == {(6, 2.0, True)}
    page.goto(f"/workspaces/{workspace.id}/rounds/{second.id}/meeting")
    expect(page.locator(".last-time").first).to_contain_text("Last time 2")
    check(page)


def _closed_for_good(page, workspace, found, check):
    where = f"/workspaces/{workspace.id}/rounds/{found.id}"
    page.goto(f"{where}/close-answering")
    page.get_by_role("button", name="Close answering").click()
    page.get_by_text("Answering is closed.").wait_for()
    page.goto(f"{where}/close")
    check(page)
    page.get_by_label("In two years").check()
    page.get_by_role("button", name="Close for good").click()
    page.get_by_text("It is due on").wait_for()
    check(page)


def _begun_again(page, check):
    page.get_by_role("link", name="New round from this one").click()
    check(page)
    expect(page.get_by_label("Name of the round")).to_have_value(f"Spring {TODAY.year}")
    page.get_by_role("button", name="Begin the new round").click()
    page.get_by_role("button", name="Carry over").click()
    page.get_by_text("Carried over", exact=True).wait_for()
    check(page)
    page.get_by_role("link", name="Continue: Dates").click()
    page.get_by_label("Last day").fill((TODAY + datetime.timedelta(days=9)).isoformat())
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("button", name="Open the round").click()
    page.wait_for_url("**/invite")

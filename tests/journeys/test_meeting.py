"""The meeting and what comes of it: the agenda, the wall, phones in the room, agreed levels, actions."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.web.meeting.conftest import DIVIDED, make_round

from maturity.store import actions, agreed, invitations

__all__ = ["make_round"]
PEOPLE = 3


@pytest.fixture
def meeting(make_round):
    return make_round(threshold=PEOPLE, distribution=PEOPLE)


@pytest.fixture
def path(meeting):
    return f"/workspaces/{meeting.workspace_id}/rounds/{meeting.id}"


@pytest.fixture
def check(check_accessible, check_reflow):
    def checked(page):
        check_accessible(page)
        check_reflow(page)

    return checked


def test_a_team_agrees_and_decides(page, owner, meeting, path, session, sign_in, check):
    sign_in(page, owner)
    page.goto(f"{path}/meeting")
    check(page)
    page.get_by_role("link", name="Begin", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CS2 Resources follow the problem")
    check(page)
    page.get_by_role("radio", name=re.compile("^3 ")).focus()
    page.keyboard.press("Space")
    page.get_by_label("Why this level").fill("Two shared budgets last year.")
    page.get_by_label("I have seen the decision").check()
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("status")).to_contain_text("Agreed on CS2")
    row = agreed.of_assessment(session, meeting)[DIVIDED]
    assert (row.value, row.evidence) == (3, 2)
    session.rollback()
    _decide(page, meeting, session, check)


def test_what_is_missing_is_told_first(open_browser, owner, path, sign_in, check):
    page = open_browser(watch=False)  # the browser says of itself that the form was refused
    sign_in(page, owner)
    page.goto(f"{path}/meeting/{DIVIDED}")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator(".summary")).to_be_focused()
    check(page)
    page.locator(".summary a").click()
    expect(page.locator("#level-0")).to_be_focused()


def _decide(page, meeting, session, check):
    page.get_by_role("link", name="Actions", exact=True).click()
    check(page)
    page.get_by_role("link", name=re.compile("^Take on")).first.click()
    check(page)
    page.get_by_label(re.compile("^Owner")).fill("Head of development")
    page.get_by_label("Done by").fill("2020-01-31")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Overdue", exact=True)).to_be_visible()
    check(page)
    (made,) = actions.of_assessment(session, meeting)
    assert (made.owner, bool(made.recommendation)) == ("Head of development", True)


def test_the_room_answers_on_phones(
    page, open_browser, owner, meeting, path, session, settings, sign_in, check
):
    sign_in(page, owner)
    page.goto(f"{path}/wall")
    check(page)
    page.get_by_role("button", name="Ask the room").click()
    expect(page.get_by_text("0 have answered")).to_be_visible()
    check(page)
    token = invitations.token_of(invitations.open_link(session, meeting), settings.secret())
    session.rollback()
    phones = [open_browser(phone=True) for _ in range(PEOPLE)]
    for number, phone in enumerate(phones, 1):
        expect(page.locator(".spread-count")).to_have_count(0)
        phone.goto(f"/live/{token}")
        phone.locator(f"#mark-{number}").check()
        phone.get_by_role("button", name="Send").click()
        expect(phone.get_by_role("status")).to_be_visible()
    expect(page.locator(".spread-count").first).to_be_visible()  # by itself
    expect(page.get_by_text("All of them are shown.")).to_be_visible()
    expect(phones[0].get_by_role("heading", level=1)).to_have_text("Your answer is on the wall")  # by itself
    check(phones[0])
    page.get_by_role("button", name="Stop asking").click()
    expect(page.get_by_role("heading", name="What the room said")).to_be_visible()
    check(page)
    expect(phones[0].get_by_text("Nothing is asked right now")).to_be_visible()
    check(phones[0])


def test_the_keyboard_leads_from_item_to_item(page, owner, meeting, path, sign_in):
    sign_in(page, owner)
    page.goto(f"{path}/wall")
    expect(page.get_by_text("1 of 30")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("2 of 30")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("1 of 30")).to_be_visible()

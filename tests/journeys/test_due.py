"""Following an action up: from what is due, by way of a measure and its readings, to a line towards the target."""

from __future__ import annotations

import datetime

from playwright.sync_api import expect
from tests.web.meeting.conftest import make_round

from maturity.store import actions

__all__ = ["make_round"]


def _ago(days: int) -> str:
    return (datetime.date.today() - datetime.timedelta(days=days)).isoformat()


def _write_down(page, day, value):
    page.get_by_label("Date").fill(day)
    page.get_by_label("Value").fill(value)
    page.get_by_role("button", name="Write down").click()
    expect(page.get_by_text("The reading is written down.")).to_be_visible()


def test_an_action_that_is_due_is_followed_up(
    page, sign_in, owner, workspace, session, make_round, check_accessible, check_reflow
):
    meeting = make_round()
    due = datetime.date.today() + datetime.timedelta(days=3)
    actions.add(session, meeting, "Users from the first week", owner="Head of development", due=due)
    session.commit()
    sign_in(page, owner)
    page.goto(f"/workspaces/{workspace.id}")
    page.get_by_role("link", name="What is due").click()
    check_accessible(page)
    check_reflow(page)
    page.get_by_label("Tell me by mail").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("You will get no such mails.")).to_be_visible()
    expect(page.get_by_label("Tell me by mail")).not_to_be_checked()

    page.get_by_role("link", name="Users from the first week").click()
    page.get_by_role("link", name="Choose a measure").click()
    page.get_by_text("User involvement", exact=True).click()
    page.get_by_label("Start in the need").check()
    page.get_by_label("What is measured").fill("Projects with users")
    page.get_by_label("Where it stands now").fill("1,5")
    page.get_by_label("Where it is to be").fill("8")
    check_accessible(page)
    check_reflow(page)
    page.get_by_role("button", name="Save").click()

    _write_down(page, _ago(60), "2,5")
    _write_down(page, _ago(1), "6")
    expect(page.get_by_role("img", name="Projects with users: 6")).to_be_visible()
    expect(page.get_by_text("That is 69 % of the way from 1.5 to 8.")).to_be_visible()
    check_accessible(page)
    check_reflow(page)
    page.get_by_role("button", name="Delete").first.click()
    expect(page.get_by_role("figure")).to_have_count(0)

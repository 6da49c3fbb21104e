"""Setting up a round and inviting, from the empty workspace to the first answers, in a browser."""

from __future__ import annotations

import datetime
import re

from playwright.sync_api import expect

from maturity.store import assessments, invitations, respondents


def _day(days: int) -> str:
    return (datetime.date.today() + datetime.timedelta(days=days)).isoformat()


def _set_up(page, workspace, check):
    """From the empty list to a round that is open."""
    page.goto(f"/workspaces/{workspace.id}/rounds")
    check(page)
    page.get_by_role("link", name="Set up a round").click()
    check(page)
    page.get_by_label("Name of the round").fill("Spring 2027")
    page.get_by_label("Country").select_option("SE")
    page.get_by_label("Population").fill("48 200")
    page.get_by_role("button", name="Save and continue").click()
    check(page)
    page.get_by_label("Innovation capacity: ten items").check()
    page.get_by_label("Svenska").check()
    page.get_by_role("button", name="Save and continue").click()
    check(page)
    page.get_by_label("Elected politicians").fill("3")
    page.get_by_role("button", name="Save and continue").click()
    check(page)
    expect(page.get_by_label("People behind any number")).to_have_value("5")
    page.get_by_role("button", name="Save and continue").click()
    check(page)
    page.get_by_label("Last day").fill(_day(14))
    page.get_by_role("button", name="Save and continue").click()
    check(page)
    page.get_by_label("Svenska").fill("Välkommen hit.")
    page.get_by_role("button", name="Save and continue").click()
    check(page)
    page.get_by_role("button", name="Open the round").click()
    page.wait_for_url("**/invite")


def test_a_facilitator_sets_a_round_up_and_invites(
    page, open_browser, owner, workspace, session, settings, sign_in, check_accessible, check_reflow
):
    def check(page):
        check_accessible(page)
        check_reflow(page)

    sign_in(page, owner)
    _set_up(page, workspace, check)
    check(page)
    _links_are_shown_once(page, check)
    _an_open_link_is_answered(page, open_browser, check)
    page.goto(page.url.split("/invite")[0] + "/invite")
    politicians = page.get_by_role("row", name=re.compile("Elected politicians"))
    expect(politicians).to_contain_text("0 of 3")
    _someone_answers(session, settings, workspace)
    expect(politicians).to_contain_text("1 of 3")  # by itself, while the facilitator looks


def _links_are_shown_once(page, check):
    page.get_by_role("link", name="Make links").click()
    check(page)
    page.get_by_role("button", name="Make the links").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your new links")
    check(page)
    with page.expect_download() as found:
        page.get_by_role("link", name="Download as a table").click()
    assert found.value.suggested_filename == "links.csv"
    page.get_by_role("link", name="All ways to invite").click()


def _an_open_link_is_answered(page, open_browser, check):
    page.get_by_role("link", name="Make the open link").click()
    page.get_by_role("button", name="Make the open link").click()
    check(page)
    link = page.locator("#open-link").inner_text()
    phone = open_browser(phone=True, language="sv")
    phone.goto(link)
    expect(phone.get_by_role("main")).to_contain_text("Välkommen hit.")
    page.get_by_role("link", name="Show large, or print").click()
    check(page)
    page.get_by_role("link", name="Back").click()


def _someone_answers(session, settings, workspace):
    (one,) = assessments.of_workspace(session, workspace.id)
    link = next(i for i in invitations.of_assessment(session, one, "personal") if i.role == "politician")
    token = invitations.token_of(link, settings.secret())
    respondents.submit(session, respondents.start(session, one, token, "politician", "sv", settings.secret()))
    session.commit()


def test_mails_are_written_sent_and_taken_back(
    page, owner, workspace, sign_in, check_accessible, check_reflow
):
    sign_in(page, owner)
    _set_up(page, workspace, lambda page: None)
    page.get_by_role("link", name="Write addresses").click()
    page.get_by_label("E-mail addresses").fill("anna@example.org\nnobody")
    page.get_by_role("button", name="Send invitations").click()
    expect(page.locator(".summary")).to_be_focused()
    check_accessible(page)
    page.get_by_label("E-mail addresses").fill("anna@example.org\nbo@example.org")
    page.get_by_role("button", name="Send invitations").click()
    expect(page.get_by_role("status")).to_contain_text("2 mails were sent")
    check_accessible(page)
    check_reflow(page)
    page.get_by_role("button", name="Take back the link of anna@example.org").click()
    expect(page.get_by_role("heading", name="bo@example.org")).to_be_visible()
    expect(page.get_by_role("heading", name="anna@example.org")).to_have_count(0)


def test_a_round_is_set_up_by_keyboard_alone(page, owner, workspace, sign_in):
    sign_in(page, owner)
    page.goto(f"/workspaces/{workspace.id}/rounds/new")
    page.get_by_label("Name of the round").focus()
    page.keyboard.type("Spring")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Questionnaire and languages")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("To the content")


def test_who_has_answered_is_seen_whole_on_a_phone_in_the_longest_words(page, owner, workspace, sign_in):
    sign_in(page, owner)
    _set_up(page, workspace, lambda page: None)
    page.set_viewport_size({"width": 375, "height": 812})
    for tag in ("sv", "da", "nb"):
        page.goto(page.url.split("?")[0] + f"?lang={tag}")
        table = page.locator(".table:has(.rate)")
        assert table.evaluate("box => box.scrollWidth <= box.clientWidth"), tag

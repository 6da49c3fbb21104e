"""Answering on a phone and on a laptop: saved at every choice, through a network that drops, in two tabs."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from maturity.store import assessments, invitations, organisations, questionnaires, respondents

SECRET = "a secret key that is only for tests, and long"


@pytest.fixture
def token(session, workspace) -> str:
    """The token of an executive's personal link to a round of the short questionnaire."""
    place = organisations.create(session, workspace.id, "Exempelköping")
    version = questionnaires.bundled(session, "innovation-capacity-short")
    found = assessments.create(
        session,
        workspace.id,
        place,
        version,
        label="Spring 2026",
        languages=["en", "sv"],
        targets={"politician": 5, "executive": 5},
        state="open",
    )
    invitation = invitations.make(session, found, SECRET, role="executive")
    session.commit()
    return invitations.token_of(invitation, SECRET)


@pytest.fixture
def saved(session, token):
    """What is saved now, by item."""

    def look():
        session.commit()
        session.expire_all()
        return respondents.answers_of(session, respondents.find(session, token, SECRET))

    return look


def begin(page, token):
    page.goto(f"/answer/{token}")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/1")


def choose(page, place, answer):
    """Choose an answer (its value) of the item at a place of the page."""
    page.locator(f'[data-item] >> nth={place} >> input[value="{answer}"]').check()


def said(page, text):
    page.locator("#state", has_text=text).wait_for()


def test_a_person_answers_on_a_phone_and_sends(phone, token, saved, check_accessible, check_reflow):
    phone.goto(f"/answer/{token}")
    check_accessible(phone)
    check_reflow(phone)
    phone.get_by_role("button", name="Begin").click()
    check_accessible(phone)
    check_reflow(phone)
    for number in range(1, 7):
        phone.wait_for_url(f"**/{number}")
        for item in phone.locator("[data-counts]").all():
            item.locator('input[value="=3"]').check()
        check_reflow(phone)
        phone.locator("button[name=go][value=next]").click()
    phone.wait_for_url("**/review")
    expect(phone.get_by_role("heading", level=1)).to_have_text("You have answered everything")
    check_accessible(phone)
    check_reflow(phone)
    phone.get_by_role("button", name="Send my answers").click()
    phone.wait_for_url("**/sent")
    check_accessible(phone)
    assert len(saved()) == 10


def test_every_choice_is_saved_and_a_refresh_or_the_way_back_keeps_it(page, token, saved):
    begin(page, token)
    choose(page, 0, "=4")
    said(page, "Saved")
    assert [row.value for row in saved().values()] == [4]
    page.reload()
    expect(page.locator('[data-item] >> nth=0 >> input[value="=4"]')).to_be_checked()
    page.locator("button[value=next]").click()
    page.wait_for_url("**/2")
    page.go_back()
    expect(page.locator('[data-item] >> nth=0 >> input[value="=4"]')).to_be_checked()
    expect(page.locator(".standing")).to_contain_text("1 of 10 answered")


def test_what_was_chosen_before_the_script_arrived_is_saved_too(page, token, saved):
    waiting = []
    page.route("**/answering.js", lambda route: waiting.append(route))
    page.goto(f"/answer/{token}")
    page.get_by_role("button", name="Begin").click()
    choose(page, 0, "=4")
    first = page.locator("[data-item]").first
    first.locator("details.more:has(textarea) summary").click()
    first.locator("textarea").last.fill("A slow network")
    waiting[0].continue_()
    said(page, "Saved")
    assert [(row.value, row.comment) for row in saved().values()] == [(4, "A slow network")]


def test_the_language_can_change_in_the_middle_and_nothing_is_lost(page, token, saved):
    begin(page, token)
    choose(page, 0, "=2")
    page.locator("details.more >> nth=-1 >> summary").click()
    page.locator("textarea >> nth=-1").fill("Half a thought")
    page.locator(".menu summary").click()
    page.get_by_role("link", name="Svenska").click()
    page.locator("html[lang=sv]").wait_for()
    expect(page.locator("textarea >> nth=-1")).to_have_value("Half a thought")
    page.wait_for_load_state("networkidle")
    assert {row.comment for row in saved().values()} == {None, "Half a thought"}


def test_without_a_network_answers_wait_and_go_when_it_returns(open_browser, token, saved):
    page = open_browser(watch=False)
    begin(page, token)
    page.context.set_offline(True)
    choose(page, 0, "=5")
    said(page, "One answer waits on this device")
    choose(page, 1, "unknown")
    said(page, "2 answers wait on this device")
    page.locator("button[value=next]").click()
    assert page.url.endswith("/1")
    assert saved() == {}
    page.context.set_offline(False)
    said(page, "Everything is saved")
    assert sorted(row.state for row in saved().values()) == ["unknown", "value"]
    assert page.evaluate("localStorage.length") == 0


def test_answers_that_wait_survive_that_the_page_is_closed(open_browser, token, saved):
    page = open_browser(watch=False)
    begin(page, token)
    context = page.context
    context.set_offline(True)
    choose(page, 0, "=5")
    said(page, "One answer waits")
    page.close()
    assert saved() == {}
    context.set_offline(False)
    page = context.new_page()
    page.goto(f"/answer/{token}/1")
    said(page, "Saved")
    assert [row.value for row in saved().values()] == [5]


def test_two_devices_never_overwrite_each_other_silently(open_browser, token, saved, check_accessible):
    laptop, other = open_browser(watch=False), open_browser(phone=True, watch=False)
    begin(laptop, token)
    other.goto(f"/answer/{token}/1")
    choose(other, 0, "=4")
    said(other, "Saved")
    choose(laptop, 0, "=2")
    told = laptop.get_by_role("alert")
    told.wait_for()
    expect(told).to_contain_text("There: 4: ")
    check_accessible(laptop)
    assert [row.value for row in saved().values()] == [4]
    laptop.get_by_role("button", name="Keep the one from there").click()
    expect(laptop.locator('[data-item] >> nth=0 >> input[value="=4"]')).to_be_checked()
    choose(other, 0, "=5")
    said(other, "Saved")
    choose(laptop, 0, "=1")
    laptop.get_by_role("button", name="Keep the one here").click()
    said(laptop, "Saved")
    laptop.wait_for_load_state("networkidle")
    assert [row.value for row in saved().values()] == [1]


def test_without_scripts_the_buttons_save(open_browser, token, saved):
    page = open_browser(java_script_enabled=False)
    begin(page, token)
    choose(page, 0, "=3")
    choose(page, 1, "not-applicable")
    page.locator("[data-item] >> nth=1 >> .reason input").fill("We have none")
    page.locator("button[value=next]").click()
    page.wait_for_url("**/2")
    assert len(saved()) == 2


def test_a_keyboard_is_enough(page, token, saved):
    begin(page, token)
    page.locator('input[value="=1"]').first.focus()
    page.keyboard.press("ArrowDown")
    said(page, "Saved")
    assert [row.value for row in saved().values()] == [2]


def test_a_session_that_ended_does_not_cost_an_answer(open_browser, token, saved):
    page = open_browser(watch=False)
    begin(page, token)
    page.context.clear_cookies()
    choose(page, 0, "=3")
    said(page, "Saved")
    assert [row.value for row in saved().values()] == [3]


def test_when_the_round_closes_in_the_middle_the_page_says_so(open_browser, token, session):
    page = open_browser(watch=False)
    begin(page, token)
    person = respondents.find(session, token, SECRET)
    person.assessment.state = "closed"
    session.commit()
    choose(page, 0, "=3")
    said(page, "Answering is closed")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Answering is closed")


def test_an_answer_shows_the_question_that_follows_from_it(
    page, session, workspace, request, check_accessible
):
    folder = request.config.rootpath / "tests" / "questionnaires" / "show-if"
    files = {"questionnaire.yaml": (folder / "questionnaire.yaml").read_bytes()}
    version = questionnaires.add(session, workspace.id, files, published=True)
    asked = questionnaires.load(version)
    place = organisations.create(session, workspace.id, "Exempelköping")
    found = assessments.create(session, workspace.id, place, version, languages=["en"], state="open")
    token = invitations.token_of(invitations.make(session, found, SECRET, role=asked.role_ids[0]), SECRET)
    session.commit()
    begin(page, token)
    follows = page.locator('[data-item="plan-known"]')
    expect(follows).to_be_hidden()
    page.get_by_role("radio", name="Yes", exact=True).check()
    follows.wait_for()
    check_accessible(page)
    page.get_by_role("radio", name="No", exact=True).check()
    follows.wait_for(state="hidden")

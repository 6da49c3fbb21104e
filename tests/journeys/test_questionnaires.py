"""Changing the questionnaire: from a copy through an error to a published version, in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from maturity.store import questionnaires

PUT = "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }"
"""Puts a long text into a field at once; typing it takes the browser seconds."""


def test_an_owner_changes_a_questionnaire_and_publishes_it(
    page, owner, workspace, session, sign_in, check_accessible, check_reflow
):
    def check():
        check_accessible(page)
        check_reflow(page)

    sign_in(page, owner)
    page.goto(f"/workspaces/{workspace.id}")
    page.get_by_role("link", name="Questionnaires").click()
    check()
    page.get_by_role("button", name="Make a copy").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("questionnaire.yaml")
    check()
    _an_error_is_mended(page, check)
    _it_looks_as_in_answering(page, check)
    page.get_by_role("link", name="See what changed, and publish").click()
    expect(page.get_by_text("There is a version 1.0.0")).to_be_visible()
    check()
    page.get_by_role("link", name="Change the number").click()
    _write(page, "version: 1.0.0", "version: 1.1.0")
    page.get_by_role("link", name="Done").click()
    page.get_by_role("link", name="See what changed, and publish").click()
    expect(page.get_by_role("heading", name="What changed", exact=True)).to_be_visible()
    check()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("status")).to_contain_text("Version 1.1.0 is published")
    check()
    session.commit()
    (mine,) = questionnaires.of_workspace(session, workspace.id)
    assert mine.state == "published"


def _write(page, old, new):
    field = page.get_by_label("Content of questionnaire.yaml")
    text = field.input_value()
    assert old in text
    field.evaluate(PUT, text.replace(old, new, 1))
    page.get_by_role("button", name="Save and check").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved")


def _an_error_is_mended(page, check):
    _write(page, "plural: Elected", "plurall: Elected")
    link = page.get_by_role("link", name="questionnaire.yaml:")
    expect(link).to_be_visible()
    check()
    link.click()
    expect(page.locator("#text")).to_be_focused()
    before = "el => el.value.slice(0, el.selectionStart).split('\\n').pop() + '|' + el.value.slice(el.selectionStart)"
    cursor = page.locator("#text").evaluate(before)
    assert cursor.strip().startswith("|plurall: Elected")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Not saved yet")).to_be_hidden()
    _write(page, "plurall: Elected", "plural: Elected")
    expect(page.get_by_text("Saved. There are no errors.")).to_be_visible()


def _it_looks_as_in_answering(page, check):
    page.get_by_role("link", name="Preview").click()
    check()
    page.get_by_label("Language").select_option("sv")
    page.get_by_role("button", name="Show").click()
    page.locator(".option").first.click()
    check()
    page.get_by_role("link", name="Next page").click()
    page.get_by_role("link", name="End the preview").click()
    check()


def test_everything_works_without_a_script(open_browser, owner, workspace, session, sign_in):
    page = open_browser(java_script_enabled=False)
    sign_in(page, owner)
    page.goto(f"/workspaces/{workspace.id}/questionnaires")
    page.get_by_role("button", name="Make a copy").last.click()
    field = page.get_by_label("Content of questionnaire.yaml")
    field.fill(field.input_value().replace("plural: Elected", "plurall: Elected", 1))
    page.get_by_role("button", name="Save and check").click()
    page.get_by_role("link", name="questionnaire.yaml:").click()
    page.wait_for_url("**/*#line-*")


def test_an_owner_makes_a_token(page, owner, workspace, sign_in, check_accessible, check_reflow):
    sign_in(page, owner)
    page.goto(f"/workspaces/{workspace.id}/tokens")
    check_accessible(page)
    check_reflow(page)
    page.get_by_label("What it is for").fill("Statistics")
    page.get_by_label("Read results").check()
    page.get_by_role("button", name="Make the token").click()
    expect(page.locator("#token")).to_have_text(re.compile(r"^\w{22}$"))
    check_accessible(page)
    check_reflow(page)
    page.get_by_role("link", name="I have copied it").click()
    expect(page.get_by_role("heading", name="Statistics")).to_be_visible()
    check_accessible(page)

"""Signing in, the way people do it."""

from __future__ import annotations

from playwright.sync_api import expect


def test_a_person_signs_in_and_out_by_keyboard_alone(page, owner, workspace, check_accessible, check_reflow):
    page.goto("/sign-in")
    check_accessible(page)
    check_reflow(page)
    page.get_by_label("E-mail address").focus()
    page.keyboard.type(owner.email)
    page.keyboard.press("Tab")
    page.keyboard.type("correct horse battery staple")
    page.keyboard.press("Enter")
    page.wait_for_url("**/workspaces")
    check_accessible(page)
    check_reflow(page)
    page.get_by_text("Account", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Sign out").press("Enter")
    page.wait_for_url("**/")
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_a_wrong_password_is_said_first_and_read_at_once(page, owner):
    page.goto("/sign-in?lang=sv")
    page.locator("#email").fill(owner.email)
    page.locator("#password").fill("not the right one")
    page.locator("main form button").first.click()
    expect(page.locator(".summary")).to_be_focused()

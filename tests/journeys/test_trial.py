"""Trying it alone: from the front page to the report, and back to it by the private link."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


def test_from_the_front_page_to_the_report(open_browser, check_accessible, check_reflow):
    page = open_browser(language="sv")
    page.goto("/")
    check_accessible(page)
    check_reflow(page)
    page.locator(".hero a.button").click()
    page.wait_for_url("**/try")
    check_accessible(page)
    check_reflow(page)
    page.locator('input[name=role][value="executive"]').check()
    page.locator("main form .actions button").click()
    page.wait_for_url("**/try/*")
    check_accessible(page)
    check_reflow(page)
    own = page.url
    page.locator("main .actions a.button").first.click()
    for number in range(1, 6):
        page.wait_for_url(f"**/{number}")
        for item in page.locator("[data-counts]").all():
            item.locator('input[value="=4"]').check()
        page.locator("button[value=next]").click()
    page.wait_for_url("**/6")  # what was chosen last is saved before the browser goes on
    page.goto(own)
    check_accessible(page)
    page.locator("main .actions a.button").first.click()
    page.wait_for_url("**/report")
    expect(page.locator("main")).to_contain_text("4,0")
    check_reflow(page)
    page.goto(own)
    page.locator('form[action$="/pdf"] button').first.click()
    page.wait_for_url("**/pdf/*")


@pytest.mark.parametrize("path", ["/privacy", "/accessibility"])
def test_the_pages_at_the_foot_can_be_read_by_everybody(page, path, check_accessible, check_reflow):
    page.goto(path)
    check_accessible(page)
    check_reflow(page)

"""Journey 6: a report is read on screen, saved as a PDF, and shared with somebody who has no account."""

from __future__ import annotations

import io
import threading

import pikepdf
import pytest
from playwright.sync_api import expect
from tests.web.conftest import make_filled

__all__ = ["make_filled"]


@pytest.fixture
def app(app):
    """Jobs are done beside the pages, as by a worker."""
    queue = app.extensions["maturity-enqueue"]
    app.extensions["maturity-enqueue"] = lambda job: threading.Thread(target=queue, args=(job,)).start()
    return app


@pytest.fixture
def filled(make_filled):
    return make_filled(note="Made up")


@pytest.fixture
def address(workspace, filled):
    return f"/workspaces/{workspace.id}/rounds/{filled.id}"


def test_charts_come_alive_and_can_be_filtered_and_saved(page, owner, sign_in, address, check_accessible):
    sign_in(page, owner)
    page.goto(address + "/report")
    chart = page.locator("#c-roles")
    chart.scroll_into_view_if_needed()
    page.wait_for_selector("#c-roles[data-live]")
    staff = chart.get_by_role("button", name="Staff")
    expect(staff).to_have_attribute("aria-pressed", "true")
    marks = chart.locator(".live .scatterlayer .points path")
    before = marks.count()
    staff.press("Enter")
    expect(staff).to_have_attribute("aria-pressed", "false")
    page.wait_for_function("n => document.querySelectorAll('#c-roles .points path').length < n", arg=before)
    chart.locator(".live .scatterlayer .points path").first.hover(force=True)
    page.wait_for_selector("#c-roles .hoverlayer text")
    with page.expect_download(timeout=60_000) as saved:
        chart.get_by_role("button", name="Save as picture").press("Enter")
    assert saved.value.suggested_filename == "roles.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    page.evaluate("document.getElementById('profile').scrollIntoView()")
    page.wait_for_selector("#c-radar[data-live]")
    check_accessible(page)


def test_the_report_is_whole_without_scripts_and_on_a_phone(
    open_browser, owner, address, check_reflow, check_accessible, sign_in, phone
):
    plain = open_browser(java_script_enabled=False)
    sign_in(plain, owner)
    plain.goto(address + "/report")
    assert plain.locator("figure .broad svg").count() == plain.locator("figure").count() > 5
    sign_in(phone, owner)
    phone.goto(address + "/report?lang=sv")
    expect(phone.locator("script[src*=plotly]"), "the library is not for phones").to_have_count(0)
    expect(phone.locator("figure .slim svg").first).to_be_visible()
    check_accessible(phone)
    check_reflow(phone)


def test_a_pdf_is_made_in_the_readers_language(page, owner, sign_in, address):
    sign_in(page, owner)
    page.goto(address + "/report?lang=sv")
    page.locator(".downloads button").first.click()
    link = page.get_by_role("link", name="Spara PDF-filen")  # not the one that is there until the script is
    link.wait_for(timeout=90_000)
    with page.expect_download(timeout=60_000) as saved:
        link.click()
    with pikepdf.open(io.BytesIO(saved.value.path().read_bytes())) as pdf:
        assert str(pdf.Root.Lang) == "sv"
        assert len(pdf.pages) >= 8
    assert saved.value.suggested_filename == "exempelkoping-varen_2026-sv.pdf"


def test_a_link_is_made_given_away_and_taken_back(
    page, owner, sign_in, address, open_browser, check_accessible
):
    sign_in(page, owner)
    page.goto(address + "/shares")
    check_accessible(page)
    page.get_by_label("For whom").fill("The council")
    page.get_by_label("Language").select_option("da")
    page.get_by_role("button", name="Make the link").click()
    link = page.locator(".copy code").inner_text()
    check_accessible(page)
    council = open_browser()
    council.goto(link)
    expect(council.locator("html")).to_have_attribute("lang", "da")
    expect(council.locator("#profile")).to_be_visible()
    check_accessible(council)
    page.get_by_role("button", name="Take the link back").click()
    page.get_by_text("The link no longer opens the report").wait_for()
    gone = open_browser(watch=False)
    assert gone.goto(link).status == 404

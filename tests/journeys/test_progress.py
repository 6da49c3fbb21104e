"""Journey: a municipality reads what moved, takes paper and slides along, and plans on."""

from __future__ import annotations

import io
import re
import threading

import pikepdf
import pytest
from docx import Document
from playwright.sync_api import expect
from pptx import Presentation
from tests.web.progress.conftest import place, rounds, take_in

__all__ = ["place", "rounds", "take_in"]


@pytest.fixture
def app(app):
    """Jobs are done beside the pages, as by a worker."""
    queue = app.extensions["maturity-enqueue"]
    app.extensions["maturity-enqueue"] = lambda job: threading.Thread(target=queue, args=(job,)).start()
    return app


def test_the_story_is_read_in_swedish_and_taken_along(
    open_browser, owner, sign_in, place, check_accessible, check_reflow
):
    page = open_browser(language="sv")
    page.goto("/sign-in?lang=en")
    sign_in(page, owner)
    page.goto("/workspaces?lang=sv")
    page.goto(place)
    expect(page.locator("#loop")).to_contain_text("Brukare med från första veckan i varje projekt")
    whole = page.locator("#whole")
    expect(whole).to_contain_text("Politiskt ägarskap har stigit med 0,96")
    expect(whole).to_contain_text("Brukar- och invånarinvolvering tycks ha stigit")
    expect(whole).to_contain_text("det betyder inte att Exempelköping har sjunkit")
    page.locator("#c-trends").scroll_into_view_if_needed()
    page.wait_for_selector("#c-trends[data-live]")
    check_accessible(page)
    check_reflow(page)
    paper = Document(io.BytesIO(_saved(page, "docx")))
    assert any("Politiskt ägarskap" in one.text for one in paper.paragraphs)
    assert 8 <= len(Presentation(io.BytesIO(_saved(page, "pptx"))).slides) <= 10


def _saved(page, ending):
    with page.expect_download() as saved:
        page.locator(f".downloads a[href$='.{ending}']").press("Enter")
    return saved.value.path().read_bytes()


def test_the_pdf_is_waited_for_and_saved(page, owner, sign_in, place):
    sign_in(page, owner)
    page.goto(place)
    page.get_by_role("button", name="Progress as PDF").click()
    with page.expect_download(timeout=60_000) as saved:
        page.get_by_role("link", name="Save the PDF").click(timeout=60_000)
    with pikepdf.open(saved.value.path()) as pdf:
        assert len(pdf.pages) > 5


def test_without_scripts_a_mark_is_noted_and_a_target_set(open_browser, owner, sign_in, place, check_reflow):
    page = open_browser(java_script_enabled=False, phone=True, watch=False)
    sign_in(page, owner)
    page.goto(place)
    check_reflow(page)
    page.get_by_role("link", name="Note elections").click()
    page.get_by_label("What happened").fill("Ny direktör")
    page.get_by_label("Day").fill("2025-05-01")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("link", name="Ny direktör")).to_be_visible()
    page.get_by_role("link", name="Back to the progress").click()
    expect(page.locator("#time")).to_contain_text("Ny direktör, May 2025")
    page.get_by_role("link", name="Set targets").click()
    page.get_by_role("link", name=re.compile("Set a target.*User involvement")).click()
    page.get_by_role("textbox", name="Where you want to be").fill("7")
    page.get_by_label("By when").fill("2028-03-31")
    page.get_by_role("button", name="Set the target").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a number from 1 to 5")
    page.get_by_role("textbox", name="Where you want to be").fill("3,5")
    page.get_by_role("button", name="Set the target").click()
    page.get_by_role("link", name="Back to the progress").click()
    expect(page.locator("#targets")).to_contain_text("User involvement")

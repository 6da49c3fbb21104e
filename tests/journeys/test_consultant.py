"""Journey 9: a consultant with eleven spreadsheets from last year gets a report for each client and one for the
group, in three languages, in one ZIP."""

from __future__ import annotations

import io
import threading
import zipfile

import pikepdf
import pytest
from playwright.sync_api import expect

from maturity import resources

LANGUAGES = {"da": 3, "nb": 3, "sv": 5}
GROUP = "Elva i Norden"
WAIT = 240_000


@pytest.fixture
def app(app):
    """Jobs are done beside the pages, as by a worker."""
    queue = app.extensions["maturity-enqueue"]
    app.extensions["maturity-enqueue"] = lambda job: threading.Thread(target=queue, args=(job,)).start()
    return app


@pytest.fixture
def spreadsheets():
    found = sorted((resources.examples() / "benchmark").glob("*.csv"))
    assert len(found) == 11
    return found


def test_eleven_spreadsheets_become_twelve_reports(
    page, owner, workspace, sign_in, spreadsheets, check_accessible
):
    sign_in(page, owner)
    home = f"/workspaces/{workspace.id}"
    bring_in(page, home, spreadsheets)
    make_group(page, home)
    order(page, home, check_accessible)
    page.get_by_role("link", name="Save all as one ZIP file").wait_for(timeout=WAIT)
    expect(page.locator("[data-text]")).to_contain_text("All 12 reports are ready")
    check_accessible(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save all as one ZIP file").click()
    check_zip(saved.value.path().read_bytes())


def bring_in(page, home, files):
    """From the workspace to the results."""
    page.goto(home)
    page.get_by_role("link", name="Bring results in").click()
    page.locator("#files").set_input_files([str(file) for file in files])
    page.get_by_role("button", name="Read the files").click()
    page.get_by_role("button", name="Take in 11 rounds").click(timeout=WAIT)
    page.get_by_role("link", name="Compare them").click()


def make_group(page, home):
    """A group of everybody."""
    page.get_by_role("link", name="Make a group").click()
    page.get_by_label("Name", exact=True).fill(GROUP)
    page.get_by_role("button", name="Save the group").click()
    page.wait_for_url("**/groups")
    page.goto(f"{home}/reports")


def order(page, home, check_accessible):
    """A report for everybody and one for the group, as is usual."""
    page.get_by_role("link", name="Choose reports").click()
    chosen = page.locator("input[name=clients]:checked")
    expect(chosen).to_have_count(11)
    page.get_by_role("button", name="Choose none").click()
    expect(chosen).to_have_count(0)
    page.get_by_role("button", name="Choose all").click()
    check_accessible(page)
    page.get_by_role("button", name="Make the reports").click()
    page.wait_for_url(f"{home}/reports/*")


def check_zip(data):
    """A list and twelve PDFs, each in the language of its country."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        listed = archive.read(names[0]).decode("utf-8-sig")
        papers = {name: archive.read(name) for name in names[1:]}
    assert names[0] == "README.txt"
    assert all(name in listed for name in papers)
    assert len(papers) == 12
    clients = [name for name in papers if not name.startswith("00-")]
    assert {tag: sum(name.endswith(f"-{tag}.pdf") for name in clients) for tag in LANGUAGES} == LANGUAGES
    for name, paper in papers.items():
        with pikepdf.open(io.BytesIO(paper)) as pdf:
            assert str(pdf.Root.Lang) == name.removesuffix(".pdf").rpartition("-")[2]
            assert len(pdf.pages) > 3

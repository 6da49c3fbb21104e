"""A consultant brings eleven spreadsheets from three countries, mends what is wrong, and takes them in."""

from __future__ import annotations

import io

import openpyxl
import pytest
from playwright.sync_api import expect
from tests.bringing import csv_of, rows_of

from maturity import resources
from maturity.answers import template
from maturity.answers.words import FACT_OF, fold
from maturity.questionnaire import load
from maturity.store.tables import Assessment, IntakeFile, Organisation

PLACES = [
    *(("sv", "SE", f"{name}", f"01{n:02d}") for n, name in enumerate(("Ådal", "Björkvik", "Ceder", "Dalby"))),
    *(
        ("nb", "NO", f"{name}", f"42{n:02d}")
        for n, name in enumerate(("Elvenes", "Fjordheim", "Grane", "Holt"))
    ),
    *(("da", "DK", f"{name}", f"07{n:02d}") for n, name in enumerate(("Issø", "Jelling", "Kirkeby"))),
]


def workbook(language: str, country: str, name: str, code: str, wrong: object = None) -> bytes:
    """A template in a language, filled in as people do."""
    asked = load(resources.read_folder(resources.find_questionnaire("innovation-capacity")), language)
    book = openpyxl.load_workbook(io.BytesIO(template(asked, ".xlsx", respondents=25)))
    facts, sheet = book.worksheets[0], book.worksheets[1]
    known = {"organisation": name, "country": country, "code": code, "date": "2025-10-02"}
    for row in facts.iter_rows(max_col=2):
        fact = FACT_OF.get(fold(row[0].value or ""))
        if fact in known:
            row[1].value = known[fact]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    roles = {role.id: role.name for role in asked.roles}
    for number, (id_, role, *points) in enumerate(rows_of(len(name)), 3):
        sheet.cell(number, 1).value, sheet.cell(number, 2).value = id_, roles[role]
        for item, point in zip(asked.scored_items, points, strict=True):
            if point:
                sheet.cell(number, columns[item.id]).value = int(point)
    if wrong is not None:
        sheet.cell(4, columns[asked.scored_items[0].id]).value = wrong
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path):
    """Eleven spreadsheets; one has a mistake."""
    made = tmp_path / "brought"
    made.mkdir()
    for language, country, name, code in PLACES:
        data = workbook(language, country, name, code, "seven" if name == "Grane" else None)
        (made / f"{name}.xlsx").write_bytes(data)
    return made


def test_eleven_spreadsheets_from_three_countries(
    page, owner, workspace, session, sign_in, check_accessible, check_reflow, folder
):
    def check():
        check_accessible(page)
        check_reflow(page)

    sign_in(page, owner)
    page.goto(f"/workspaces/{workspace.id}")
    page.get_by_role("link", name="Bring results in").click()
    check()
    _bring(page, folder)
    expect(page.get_by_role("heading", name="What was understood")).to_be_visible()
    expect(page.locator(".figures li").nth(0)).to_have_text("10 can be taken in")
    expect(page.locator(".figures li").nth(1)).to_have_text("1 with errors")
    expect(page.get_by_text("seven is not a whole number from 1 to 5")).to_be_visible()
    expect(page.locator("td.here").first).to_have_text("seven")
    check()
    assert session.query(Organisation).count() == 0
    page.get_by_role("button", name="Put the files aside").click()
    expect(page.get_by_role("status")).to_contain_text("nothing of them was kept")

    (folder / "Grane.xlsx").write_bytes(workbook(*PLACES[6]))
    _bring(page, folder)
    expect(page.get_by_text("They are rounds of 11 municipalities")).to_be_visible()
    page.get_by_role("button", name="Take in 11 rounds").click()
    expect(page.get_by_role("status")).to_contain_text("11 rounds are here now.")
    check()
    session.commit()
    assert {place.country for place in session.query(Organisation)} == {"SE", "NO", "DK"}
    assert session.query(Assessment).count() == 11
    assert {file.data for file in session.query(IntakeFile)} == {None}

    page.get_by_role("link", name="Bring more").click()
    _bring(page, folder)
    expect(page.get_by_text("Everything in these files is here already")).to_be_visible()
    check()


def _bring(page, folder):
    page.get_by_label("Files", exact=True).set_input_files(sorted(folder.iterdir()))
    page.get_by_role("button", name="Read the files").click()


def test_a_phone_without_a_script_brings_a_file(open_browser, owner, workspace, sign_in, tmp_path):
    page = open_browser(phone=True, java_script_enabled=False)
    file = tmp_path / "a.csv"
    file.write_bytes(csv_of("Ådal"))
    sign_in(page, owner)
    page.goto(f"/workspaces/{workspace.id}/bring-in")
    page.get_by_label("Files", exact=True).set_input_files(file)
    page.get_by_role("button", name="Read the files").click()
    page.get_by_role("button", name="Take in 1 round").click()
    expect(page.get_by_role("heading", name="Taken in")).to_be_visible()

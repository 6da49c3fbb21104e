"""The progress as files: made at once, or ordered."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from docx import Document as Word
from pptx import Presentation

from maturity.store.tables import Document


def test_the_decision_paper_is_in_the_form_of_the_country_and_the_reader_s_language(owner_browser, place):
    owner_browser.set_cookie("language", "sv")
    answer = owner_browser.get(f"{place}/file.docx")
    assert "exempelkoping-progress-sv.docx" in answer.headers["Content-Disposition"]
    text = "\n".join(one.text for one in Word(io.BytesIO(answer.data)).paragraphs)
    assert "En person som räknar nyttan i varje projekt" in text
    assert "Politiskt ägarskap" in text


def test_the_slides_open(owner_browser, place):
    deck = Presentation(io.BytesIO(owner_browser.get(f"{place}/file.pptx").data))
    assert 8 <= len(deck.slides) <= 10


@pytest.mark.parametrize("ending", ["xlsx", "csv", "html", "json"])
def test_other_files_are_made_at_once(owner_browser, place, ending):
    answer = owner_browser.get(f"{place}/file.{ending}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    if ending == "json":
        assert len(json.loads(answer.data)["rounds"]) == 3
    if ending == "xlsx":
        assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None


@pytest.mark.parametrize("ending", ["pdf", "exe", ""])
def test_there_are_no_others(owner_browser, place, ending):
    assert owner_browser.get(f"{place}/file.{ending}").status_code == 404


def test_the_pdf_is_ordered_and_kept_with_the_latest_round(owner_browser, place, session, rounds, workspace):
    answer = owner_browser.send(f"{place}/pdf")
    assert answer.status_code == 303
    waiting = owner_browser.get(answer.location)
    assert "Progress as PDF" in waiting.text
    assert f'href="{place}"' in waiting.text
    session.rollback()
    (kept,) = session.query(Document).all()
    assert (kept.part, kept.assessment_id) == ("progress", rounds[-1].id)
    file = owner_browser.get(f"{place}/pdf/{kept.id}/file")
    assert file.data.startswith(b"%PDF-")
    assert "exempelkoping-varen_2026-progress-en.pdf" in file.headers["Content-Disposition"]
    assert owner_browser.send(f"{place}/pdf").location.endswith("/file")
    report = f"/workspaces/{workspace.id}/rounds/{rounds[-1].id}/report"
    assert owner_browser.get(f"{report}/pdf/{kept.id}").status_code == 404


def test_a_pdf_of_a_report_is_not_read_as_progress(owner_browser, place, session, rounds, workspace):
    report = f"/workspaces/{workspace.id}/rounds/{rounds[-1].id}/report"
    where = owner_browser.send(f"{report}/pdf", {"part": "summary"}).location
    id_ = re.search(r"/pdf/([A-Za-z0-9]{22})", where)[1]
    assert owner_browser.get(f"{report}/pdf/{id_}").status_code == 200
    assert owner_browser.get(f"{place}/pdf/{id_}").status_code == 404


def test_there_is_no_file_of_one_round(owner_browser, workspace, take_in):
    place = f"/workspaces/{workspace.id}/progress/{take_in(2024).organisation_id}"
    assert owner_browser.get(f"{place}/file.docx").status_code == 404
    assert owner_browser.send(f"{place}/pdf").status_code == 404

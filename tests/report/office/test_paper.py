"""The decision paper is a document that officials can go on with."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from maturity.language import SUPPORTED, language
from maturity.report.formats import writer
from maturity.report.office.forms import FORMS, sections
from maturity.report.office.model import Text
from maturity.report.office.packing import LOCALES

from .conftest import packed, paper, report_bundle

KINDS = ("report", "progress")


@pytest.mark.parametrize("what", KINDS)
def test_headings_are_headings_and_the_title_is_a_title(what):
    styles = [(one.style.name, one.text) for one in paper(what).paragraphs]
    assert [name for name, _ in styles[:2]] == ["Subtitle", "Title"]
    headings = [text for name, text in styles if name == "Heading 1"]
    assert headings == ["Proposed decision", "Summary", "The matter", "Assessment", "Costs", "Documents"]


@pytest.mark.parametrize("what", KINDS)
def test_decisions_are_a_numbered_list(what):
    texts = [one.text for one in paper(what).paragraphs if one.style.name == "List Number"]
    assert texts[0] == "The result is noted."
    assert len(texts) >= 2


def test_decisions_about_progress_are_the_actions_decided_now():
    texts = [one.text for one in paper("progress").paragraphs if one.style.name == "List Number"]
    assert texts[1] == (
        "En person som räknar nyttan i varje projekt. Responsible: Ekonomidirektören. "
        "Done by 31 December 2026."
    )


def test_what_moved_is_told_under_its_heading_with_the_day_that_it_is_counted_from():
    texts = [one.text for one in paper("progress").paragraphs]
    at = texts.index("Assessment")
    assert texts[at + 1] == "Since Våren 2022:"
    assert texts[at + 2].startswith("Political ownership has risen by 0.96")


@pytest.mark.parametrize("tag", SUPPORTED)
@pytest.mark.parametrize("what", KINDS)
def test_the_questionnaire_is_told_by_its_title(what, tag):
    asked = report_bundle(tag).questionnaire
    texts = [one.text for one in paper(what, tag).paragraphs if one.style.name == "List Bullet"]
    (told,) = [text for text in texts if text.endswith(f" {asked.version}")]
    assert asked.title in told
    assert not any(asked.id in text for text in texts)


@pytest.mark.parametrize("what", KINDS)
def test_every_table_has_a_row_of_headings(what):
    for table in paper(what).tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("what", KINDS)
def test_a_table_is_as_wide_for_one_office_as_for_another(what):
    for table in paper(what).tables:
        widths = [cell.width for cell in table.rows[0].cells]
        assert [column.width for column in table.columns] == widths
        assert len(set(widths)) > 1


@pytest.mark.parametrize("what", KINDS)
def test_every_picture_has_an_alternative_text_and_is_sharp(what):
    shapes = paper(what).inline_shapes
    assert len(shapes)
    for shape in shapes:
        assert len(shape._inline.docPr.get("descr")) > 40
        assert {shape._inline.get(f"dist{side}") for side in "TBLR"} == {"0"}
    with zipfile.ZipFile(io.BytesIO(packed(what, ".docx"))) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert all(archive.read(name)[16:20] == (1920).to_bytes(4, "big") for name in pictures)


@pytest.mark.parametrize("tag", SUPPORTED)
def test_the_language_is_the_readers(tag):
    document = paper("progress", tag)
    langs = {node.get(qn("w:val")) for node in document.styles.element.iter(qn("w:lang"))}
    assert langs == {LOCALES[tag]}
    assert document.core_properties.language == LOCALES[tag]
    assert document.core_properties.author == "Exempelköping"
    assert document.core_properties.created.date() == datetime.date(2026, 3, 12)


@pytest.mark.parametrize("what", KINDS)
def test_every_part_is_xml_and_every_relation_leads_somewhere(what):
    with zipfile.ZipFile(io.BytesIO(packed(what, ".docx"))) as archive:
        names = set(archive.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        targets = {one.get("Target") for one in relations if one.get("TargetMode") != "External"}
        assert {f"word/{one}".replace("word/../", "") for one in targets} <= names


def test_too_few_people_give_a_paper_that_says_so():
    bundle = report_bundle()
    withheld = replace(bundle, report=replace(bundle.report, profile=None, differences=None))
    texts = [one.text for one in Document(io.BytesIO(writer(".docx")(withheld))).paragraphs]
    assert "Too few people answered for a report." in texts
    assert "Proposed decision" not in texts


def test_what_no_document_may_hold_is_left_out():
    bundle = report_bundle()
    odd = replace(bundle, result=replace(bundle.result, organisation="Exempel\x01köping"))
    document = Document(io.BytesIO(writer(".docx")(odd)))
    assert "Organisation: Exempelköping" in [one.text for one in document.paragraphs]


@pytest.mark.parametrize("country", ["SE", "NO", "DK", "FI", None])
def test_every_country_has_its_order_and_all_parts(country):
    parts = {name: (Text(name),) for name in ("decision", "summary", "matter", "assessment", "documents")}
    found = [section.blocks[0].text for section in sections(language("en"), country, parts)]
    known = [name for name in FORMS.get(country, FORMS[None]) if name != "costs"]
    assert [text for text in found if text in parts] == known
    assert len(found) == 6

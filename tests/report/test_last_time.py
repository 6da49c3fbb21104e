"""What was decided last time: the report of a round that follows another begins with it, in every format."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from types import SimpleNamespace
from xml.etree.ElementTree import Element

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from maturity.language import language
from maturity.report.build import build_report
from maturity.report.formats import writer
from maturity.report.formats.bundle import Bundle
from maturity.report.html import render_html
from maturity.report.model import Before, PlanLine, Report, Taken

Parse = Callable[[str], Element]
BEFORE = Before(
    "Spring 2024",
    (
        Taken(
            "Users <first>.",
            "Head of development",
            datetime.date(2025, 6, 30),
            "Under way",
            True,
            note="=1+1",
            measure="Projects: 4, target 8",
        ),
        Taken("A baseline", status="Dropped"),
    ),
    datetime.date(2026, 3, 12),
)


def with_before(made: SimpleNamespace, before: Before | None, tag: str = "en") -> Report:
    return build_report(made.questionnaire, made.result, made.advice, language(tag), (), before)


def bundled(made: SimpleNamespace) -> Bundle:
    return Bundle(made.questionnaire, made.result, made.advice, with_before(made, BEFORE), made.language)


def test_it_is_the_first_section(make: SimpleNamespace) -> None:
    report = with_before(make.example("en"), BEFORE)
    assert report.front.contents[0] == ("last-time", "What you decided last time")
    assert report.last_time.lead == (
        "After Spring 2024 you decided on 2 actions. This is where they stand on 12 March 2026."
    )
    assert report.last_time.lines[0] == PlanLine(
        "Users <first>.",
        "",
        "Head of development",
        "30 June 2025",
        "Under way · overdue",
        "=1+1",
        "Projects: 4, target 8",
    )


def test_its_table_and_the_plan_can_be_told_apart_by_name(make: SimpleNamespace, parsed: Parse) -> None:
    made = make.example("en")
    root = parsed(render_html(with_before(made, BEFORE), made.language))
    texts = {one.get("id"): "".join(one.itertext()) for one in root.iter() if one.get("id")}
    places = [one.get("aria-labelledby", "").split() for one in root.iter() if one.get("role") == "group"]
    names = [" ".join(texts[id_] for id_ in place) for place in places]
    assert "What you decided last time Who does what by when" in names
    assert len({*names}) == len(names) == len([*root.iter("table")])


def test_it_does_not_claim_that_it_worked(make: SimpleNamespace) -> None:
    assert "no proof" in with_before(make.example("en"), BEFORE).last_time.caution


@pytest.mark.parametrize("before", [None, Before("Spring 2024", (), datetime.date(2026, 3, 12))])
def test_a_first_round_and_one_after_nothing_begin_with_the_profile(
    make: SimpleNamespace, before: Before | None
) -> None:
    report = with_before(make.example("en"), before)
    assert report.last_time is None
    assert report.front.contents[0][0] == "profile"


def test_the_page_tells_it_before_the_profile(make: SimpleNamespace) -> None:
    html = render_html(with_before(make.example("en"), BEFORE), language("en"))
    assert html.index('id="last-time"') < html.index('id="profile"')
    assert "Users &lt;first&gt;." in html
    assert "Projects: 4, target 8" in html


def test_the_paper_and_the_slides_tell_it(make: SimpleNamespace) -> None:
    bundle = bundled(make.example("en"))
    paper = Document(io.BytesIO(writer(".docx")(bundle)))
    told = [one.text for one in paper.paragraphs]
    at = told.index("Decided earlier:")
    assert told[at + 1 : at + 3] == ["Users <first> (under way · overdue)", "A baseline (dropped)"]
    titles = [one.shapes.title.text for one in Presentation(io.BytesIO(writer(".pptx")(bundle))).slides]
    assert "What you decided last time" in titles


def test_spreadsheets_have_it_as_a_table_without_formulas(make: SimpleNamespace) -> None:
    bundle = bundled(make.example("en"))
    book = load_workbook(io.BytesIO(writer(".xlsx")(bundle)))
    rows = [[cell.value for cell in row] for row in book["What you decided last time"].rows]
    assert rows[1] == [
        "Users <first>.",
        "Head of development",
        "30 June 2025",
        "Under way · overdue",
        "Projects: 4, target 8",
        "=1+1",
    ]
    assert book["What you decided last time"].cell(2, 6).data_type == "s"
    assert "'=1+1" in writer(".csv")(bundle).decode("utf-8-sig")

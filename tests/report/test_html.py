from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace
from xml.etree.ElementTree import Element

import pytest

from maturity.language import SUPPORTED
from maturity.report.theme import theme

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
Parse = Callable[[str], Element]


@pytest.fixture(scope="module", params=[(tag, summary) for tag in SUPPORTED for summary in (False, True)])
def page(request: pytest.FixtureRequest, make: SimpleNamespace, parsed: Parse) -> tuple[str, Element]:
    """A language, and a page in it that was parsed without a single error."""
    tag, summary = request.param
    return tag, parsed(make.example_html(tag, summary))


def text_of(element: Element) -> str:
    return "".join(element.itertext()).strip()


def headings(root: Element) -> Iterator[tuple[int, str]]:
    for element in root.iter():
        if re.fullmatch("h[1-6]", str(element.tag)):
            yield int(element.tag[1]), text_of(element)


def test_a_page_says_its_language_and_its_title(page: tuple[str, Element], make: SimpleNamespace) -> None:
    tag, root = page
    assert root.get("lang") == tag
    assert [text_of(title) for title in root.findall("head/title")] == [make.example(tag).report.title]


def test_the_questionnaire_is_told_by_its_title(page: tuple[str, Element], make: SimpleNamespace) -> None:
    tag, root = page
    made = make.example(tag)
    told = made.report.front.questionnaire
    assert made.questionnaire.title in told
    assert told.endswith(f" {made.result.version}")
    values = [text_of(value) for value in root.iter("dd")]
    machine = f"{made.result.questionnaire} {made.result.version}"
    assert text_of(root).count(made.result.questionnaire) == values.count(machine)


def test_ids_are_unique_and_links_lead_to_them(page: tuple[str, Element]) -> None:
    _, root = page
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    targets = {(link.get("href") or "").removeprefix("#") for link in root.iter("a")}
    assert targets <= set(ids)
    named = [element.get(name) for element in root.iter() for name in ("aria-labelledby", "aria-describedby")]
    assert {id_ for names in named if names for id_ in names.split()} <= set(ids)


def test_headings_never_skip_a_level_and_one_is_the_first(page: tuple[str, Element]) -> None:
    levels = [level for level, _ in headings(page[1])]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text for _, text in headings(page[1]))


def test_every_chart_has_its_title_first(page: tuple[str, Element]) -> None:
    charts = list(page[1].iter(f"{SVG}svg"))
    assert charts
    assert all(chart[0].tag == f"{SVG}title" and text_of(chart[0]) for chart in charts)


def test_every_table_has_a_caption_and_headings_with_a_scope(page: tuple[str, Element]) -> None:
    tables = list(page[1].iter("table"))
    assert tables
    captions = [caption for table in tables for caption in table.findall("caption")]
    assert len(captions) == len(tables)
    assert all(text_of(caption) for caption in captions)
    assert all(head.get("scope") in ("col", "row") for table in tables for head in table.iter("th"))
    assert all(table.find("thead") is not None for table in tables)


def test_every_row_of_a_table_is_as_long_as_its_head(page: tuple[str, Element]) -> None:
    for table in page[1].iter("table"):
        assert len({len(row) for row in table.iter("tr")}) == 1


def test_nothing_comes_from_another_host_and_nothing_runs(page: tuple[str, Element]) -> None:
    _, root = page
    assert list(root.iter("script")) == []
    styles = " ".join(text_of(style) for style in root.iter("style"))
    addresses = re.findall(r"url\(\s*[\"']?([^\"')]*)", styles) + re.findall(r"@import[^;]*", styles)
    for element in root.iter():
        for name, value in element.items():
            plain = name.rpartition("}")[2].rpartition(":")[2].lower()
            assert not plain.startswith("on")
            if plain in ("href", "src", "srcset", "action", "data", "poster", "background"):
                addresses.append(value)
            addresses += re.findall(r"url\(\s*[\"']?([^\"')]*)", value)
    assert addresses
    assert [address[:40] for address in addresses if not address.startswith(("#", "data:"))] == []


def test_no_number_that_people_read_has_more_than_two_decimals(page: tuple[str, Element]) -> None:
    words = [
        text_of(part) for part in page[1].iter() if part.tag in ("p", "td", "th", "li", "dd", f"{SVG}text")
    ]
    assert not [
        text for text in words if re.search(r"\d[.,]\d{3,}(?![.,]?\d)", re.sub(r"\d\.\d\.\d", "", text))
    ]


def test_what_people_wrote_stays_text(make: SimpleNamespace, parsed: Parse) -> None:
    made = make.by_hand()
    front = replace(made.report.front, organisation=NASTY, when=NASTY, note=NASTY, notice=NASTY, title=NASTY)
    hurt = replace(made, report=replace(made.report, front=front, title=NASTY))
    for summary in (False, True):
        html = hurt.html(summary=summary)
        root = parsed(html)
        assert "<script>alert" not in html
        assert list(root.iter("script")) == []
        assert list(root.iter("img")) == []
        assert [text_of(title) for title in root.findall("head/title")] == [NASTY]


def test_names_in_the_questionnaire_stay_text_in_charts_and_tables(
    make: SimpleNamespace, parsed: Parse
) -> None:
    names = {"title": NASTY, "question": NASTY}
    themes = [make.theme_of(name, **names) for name in ("trust", "money", "people")]
    hurt = make.asked(*themes, roles=[{"id": "staff", "name": NASTY, "plural": NASTY}])
    people = make.alike(hurt, "staff", 12, {"trust": 3, "money": 2, "people": 4})
    root = parsed(make.made_from(hurt, make.assessed(hurt, people), "en").html())
    assert [root.findall(f".//{name}") for name in ("script", "img", f"{SVG}script")] == [[], [], []]
    assert any(NASTY[:20] in text_of(title) for title in root.iter(f"{SVG}title"))


def test_the_same_report_is_the_same_html(make: SimpleNamespace) -> None:
    assert make.example("sv").html() == make.example_html("sv")


def test_a_municipalitys_own_colour_is_everywhere_instead_of_ours(make: SimpleNamespace) -> None:
    html = make.by_hand().html(theme=theme("#005EA8"))
    assert "--ours: #005ea8" in html
    assert "#1f5f4e" not in html


@pytest.mark.parametrize("folder", ["nested", "yes-no", "number", "undp-hdi", "owasp-samm", "advice"])
def test_reports_of_other_questionnaires_are_as_sound(
    make: SimpleNamespace, parsed: Parse, folder: str
) -> None:
    root = parsed(make.tiny(folder, "sv").html())
    levels = [level for level, _ in headings(root)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert max(ids.values()) == 1


def test_a_withheld_report_is_sound_too(make: SimpleNamespace, parsed: Parse) -> None:
    root = parsed(make.tiny("rubric", "nb", 3).html())
    assert [level for level, _ in headings(root)][:1] == [1]
    assert list(root.iter(f"{SVG}svg")) == []

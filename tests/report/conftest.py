"""Reports to look at: of the examples, of tiny questionnaires, and of one that can be checked by hand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pikepdf
import pytest

from maturity import resources
from maturity.advice import advise
from maturity.advice.model import Advice
from maturity.answers import Answer, Assessment, Organisation, Respondent, read
from maturity.language import SUPPORTED, Language, language
from maturity.questionnaire import load
from maturity.questionnaire.items import Item
from maturity.questionnaire.model import Questionnaire
from maturity.report.build import build_report
from maturity.report.formats.bundle import Bundle
from maturity.report.html import render_html
from maturity.report.model import Report
from maturity.report.pdf import Renderer
from maturity.report.theme import Theme
from maturity.scoring import score
from maturity.scoring.result import Result

TINY = Path(__file__).parent.parent / "questionnaires"
LATEST = "exempelkoping-2026.yaml"
SHORT = "exempelkoping-short-2026.yaml"


@dataclass(frozen=True)
class Made:
    """A report with all that it is made from."""

    questionnaire: Questionnaire
    result: Result
    advice: Advice
    report: Report
    language: Language

    def bundle(self) -> Bundle:
        return Bundle(self.questionnaire, self.result, self.advice, self.report, self.language)

    def html(self, *, theme: Theme | None = None, summary: bool = False) -> str:
        return render_html(self.report, self.language, theme, summary=summary)


def made_from(questionnaire: Questionnaire, assessment: Assessment, tag: str) -> Made:
    result = score(questionnaire, assessment)
    advice = advise(questionnaire, result)
    report = build_report(questionnaire, result, advice, language(tag))
    return Made(questionnaire, result, advice, report, language(tag))


@cache
def example(tag: str, name: str = LATEST) -> Made:
    """The report of one of the examples."""
    id_ = "innovation-capacity-short" if name == SHORT else "innovation-capacity"
    questionnaire = load(resources.read_folder(resources.find_questionnaire(id_)), tag)
    answers = read((resources.examples() / name).read_bytes(), name, questionnaire)
    return made_from(questionnaire, answers, tag)


@cache
def example_html(tag: str, summary: bool = False) -> str:
    return example(tag).html(summary=summary)


def value_of(item: Item, at: int) -> Any:
    """A value that fits the item; others for other people."""
    match item.type:
        case "rubric" | "agreement":
            return 1 + at % (item.points or 1)
        case "yes-no":
            return at % 2 == 0
        case "choice":
            return item.options[at % len(item.options)].id
        case "checklist":
            return tuple(option.id for option in item.options[at % len(item.options) :])
        case "number":
            return item.from_ + (item.to - item.from_) * (at % 7) / 7
    return "words"


def person(questionnaire: Questionnaire, at: int, role: str) -> Respondent:
    """Somebody who answers everything, every ninth time with "don't know"."""
    given = {
        id_: Answer("unknown") if (at + place) % 9 == 8 else Answer("value", value_of(item, at + place))
        for place, (id_, item) in enumerate(questionnaire.all_items.items())
        if item.asked_of(role)
    }
    return Respondent(f"r{at}", role, None, given)


def tiny(folder: str, tag: str, people: int = 24) -> Made:
    """The report of one of the tiny questionnaires, each about one feature of the language."""
    questionnaire = load(resources.read_folder(TINY / folder), tag)
    roles = questionnaire.role_ids
    answers = [person(questionnaire, at, roles[at % len(roles)]) for at in range(people)]
    return made_from(questionnaire, assessed(questionnaire, answers), tag)


def assessed(questionnaire: Questionnaire, people: list[Respondent], **more: Any) -> Assessment:
    facts: dict[str, Any] = {
        "organisation": Organisation("Exempelköping", "SE", "0000", 18500),
        "date": datetime.date(2026, 3, 12),
        "fingerprint": "a" * 64,
    }
    return Assessment(questionnaire.id, questionnaire.version, **(facts | more), respondents=tuple(people))


LEVELS = [{"id": f"level-{at}", "at": at, "name": f"Step {at}", "meaning": f"So {at}."} for at in range(1, 6)]


def rubric(id_: str, **more: Any) -> dict[str, Any]:
    anchors = {point: f"{id_} looks like {point}" for point in range(1, 6)}
    return {"id": id_, "type": "rubric", "title": id_.title(), "text": f"{id_}?", "anchors": anchors} | more


def asked(*dimensions: dict[str, Any], **more: Any) -> Questionnaire:
    """A questionnaire with two roles and levels from 1 to 5."""
    content: dict[str, Any] = {
        "id": "by-hand",
        "version": "1.0.0",
        "language": "en",
        "title": "By hand",
        "levels": LEVELS,
        "roles": [
            {"id": "politician", "name": "Politician", "plural": "Politicians"},
            {"id": "staff", "name": "Staff member", "plural": "Staff"},
        ],
        "dimensions": list(dimensions),
        "fingerprint": "q" * 64,
    }
    return Questionnaire.model_validate(content | more)


def theme_of(name: str, **more: Any) -> dict[str, Any]:
    """A dimension with three rubric items."""
    items = [rubric(f"{name}-{number}") for number in ("one", "two", "three")]
    return {"id": name, "title": name.title(), "items": items} | more


def alike(questionnaire: Questionnaire, role: str, count: int, points: dict[str, int]) -> list[Respondent]:
    """People of a role who all answer each dimension's items with the same point."""
    given = {
        item: Answer("value", points[leaf]) for item, leaf in questionnaire.leaf_of.items() if leaf in points
    }
    return [Respondent(f"{role}-{at}", role, None, given) for at in range(count)]


@cache
def by_hand() -> Made:
    """Three dimensions whose scores one can tell at a glance: 3.0 (roles at 4 and 2), 2.0 and 5.0."""
    questionnaire = asked(theme_of("trust"), theme_of("money"), theme_of("people"))
    people = [
        *alike(questionnaire, "politician", 6, {"trust": 4, "money": 2, "people": 5}),
        *alike(questionnaire, "staff", 6, {"trust": 2, "money": 2, "people": 5}),
    ]
    return made_from(questionnaire, assessed(questionnaire, people), "en")


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The builders above."""
    return SimpleNamespace(
        LATEST=LATEST,
        SHORT=SHORT,
        example=example,
        example_html=example_html,
        tiny=tiny,
        by_hand=by_hand,
        asked=asked,
        theme_of=theme_of,
        rubric=rubric,
        alike=alike,
        assessed=assessed,
        person=person,
        made_from=made_from,
    )


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Element]:
    """Reads HTML as strictly as the standard allows."""

    def read_strictly(html: str) -> Element:
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        root: Element = parser.parse(html)
        return root

    return read_strictly


@pytest.fixture(scope="session", params=SUPPORTED)
def printed(request: pytest.FixtureRequest, renderer: Renderer) -> tuple[str, bytes]:
    """A language, and the example's report in it as PDF; any warning of the layout engine is an error."""
    tag: str = request.param
    return tag, renderer.render(example_html(tag))


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    with Renderer(strict=True) as worker:
        yield worker


@pytest.fixture(scope="session")
def words_of() -> Callable[[pikepdf.Pdf], str]:
    """Reads all text of a PDF, without spaces."""
    return lambda pdf: "".join(_text_of_page(page) for page in pdf.pages)


def _text_of_page(page: pikepdf.Page) -> str:
    letters = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    known: dict[str, str] = {}
    text: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            known = letters[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else operands
            codes = "".join(bytes(part).hex() for part in parts if isinstance(part, pikepdf.String))
            size = len(next(iter(known), "0000"))
            text += [known.get(codes[at : at + size], "?") for at in range(0, len(codes), size)]
    return "".join("".join(text).split())


def _letters(font: pikepdf.Object) -> dict[str, str]:
    """What each glyph of a font stands for, by its hexadecimal number: of four digits, or two."""
    pairs = re.findall(
        r"<((?:[0-9a-f]{2}){1,2})> <([0-9a-f]{4,})>", font.ToUnicode.read_bytes().decode("latin-1").lower()
    )
    return {glyph: bytes.fromhex(letters).decode("utf-16-be") for glyph, letters in pairs}

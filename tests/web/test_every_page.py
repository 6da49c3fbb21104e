"""Every page in every state and language: valid (the client looks), in one language only, with a title of its
own, and with the headers that keep it safe."""

from __future__ import annotations

import gettext
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
from tests.web.furnished import OURS, SECRET, Town, town
from tests.web.pages import pages

from maturity.language import SUPPORTED, language
from maturity.settings import Settings
from maturity.web.languages import NAMES

__all__ = ["town"]
_X = "{http://www.w3.org/1999/xhtml}"
_NEVER_SHOWN = {"Seen", "none"}
"""The label of a hidden field, and a word that Flask-Security keeps for a page of its own."""
_OTHERS = [tag for tag in SUPPORTED if tag != "en"]
_NOT_READ = {f"{_X}{name}" for name in ("script", "textarea", "pre", "code", "head")}
_ENGLISH = re.compile(r"\b(the|you|your|this|with|are|what|which|cannot|when|nothing)\b", re.IGNORECASE)
"""Words that stand in most English sentences, and in none of ours in the other languages."""


@pytest.fixture
def settings(tmp_path: Path, put_database: Callable[..., str], town: Town) -> Settings:
    """The town."""
    put_database(town.data)
    return Settings(instance=tmp_path, secret_key=SECRET, token_misses=1000)  # type: ignore[arg-type]


@pytest.fixture
def visit(app: Any, town: Town) -> Any:
    """Fetches every page in a language, as the owner of our workspace or as somebody with a link."""

    def visited(tag: str) -> dict[str, Any]:
        known, stranger = app.test_client(), app.test_client()
        known.sign_in(town.ours.people["owner"])
        answers = {}
        for page in pages(app, town, town.ours):
            client = known if page.account else stranger
            client.set_cookie("language", tag)
            answer = client.get(page.address)
            if answer.mimetype == "text/html" and not answer.is_json and not 300 <= answer.status_code < 400:
                answers[page.address] = answer
        return answers

    return visited


def test_every_page_is_there_with_its_own_title_and_safe_headers(visit, town):
    titles = defaultdict(set)
    for address, answer in visit("en").items():
        if answer.status_code == 200:
            titles[_title(answer.text)].add(re.sub(r"[A-Za-z0-9]{22}|\d+", "*", address))
        assert answer.status_code in (200, 404), f"{address}: {answer.status_code}"
        _is_safe(address, answer)
    assert len(titles) > 60
    twice = {title: places for title, places in titles.items() if len(places) > 2}
    assert not twice, "pages that cannot be told apart by their titles"
    assert not [title for title in titles if len(title) > 200 and OURS not in title]


def _title(text: str) -> str:
    return re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1].strip()


def _is_safe(address: str, answer: Any) -> None:
    headers = answer.headers
    for part in ("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"):
        assert part in headers["Content-Security-Policy"], address
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert "no-store" in str(headers["Cache-Control"]), address
    for cookie in headers.getlist("Set-Cookie"):
        assert "HttpOnly" in cookie, address
        assert "SameSite=Lax" in cookie, address


def test_no_page_speaks_two_languages(visit, monkeypatch):
    asked = {tag: _listen(monkeypatch, tag) for tag in SUPPORTED}
    visit("en")
    ours = asked["en"] - set(NAMES.values()) - _NEVER_SHOWN
    english = defaultdict(set)
    for tag in _OTHERS:
        for address, answer in visit(tag).items():
            assert f'<html lang="{tag}"' in answer.text, address
            for line in _lines(answer.text):
                if _ENGLISH.search(line):
                    english[tag, line].add(address)
    missing = {tag: {m for m in asked[tag] & ours if OURS not in m} for tag in _OTHERS}
    assert not any(missing.values()), "texts that are not in the catalogue"
    assert not english, "English where another language is spoken"


def _listen(monkeypatch: pytest.MonkeyPatch, tag: str) -> set[str]:
    """The texts that are asked for and are not in the catalogue of this language, as they come.

    Words from a questionnaire are among them, but those are in the reader's language: never the English."""
    missing: set[str] = set()

    class Listening(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            missing.add(message)
            return message

        def ngettext(self, one: str, many: str, n: int) -> str:
            missing.add(one)
            return one if n == 1 else many

        def pgettext(self, context: str, message: str) -> str:
            missing.add(f"{context}: {message}")
            return message

    catalogue = language(tag)._catalogue
    if tag == "en":
        monkeypatch.setattr(language(tag), "_catalogue", Listening())
    else:
        monkeypatch.setattr(catalogue, "_fallback", Listening())
    return missing


def _lines(text: str) -> set[str]:
    """The texts that a reader of this language sees: not what is marked as another language, nor code."""
    found: set[str] = set()
    _collect(html5lib.parse(text), found)
    return found


def _collect(element: ElementTree.Element, found: set[str]) -> None:
    if element.tag in _NOT_READ or (element.get("lang") and element.tag != f"{_X}html"):
        return
    told = [element.get(name) for name in ("aria-label", "title", "alt", "placeholder")]
    for words in (element.text, *told, *(child.tail for child in element)):
        line = " ".join((words or "").split())
        if line:
            found.add(line)
    for child in element:
        if isinstance(child.tag, str):
            _collect(child, found)

"""Which column holds what: headings in any of the languages, by meaning or by item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from maturity.answers.lexicon import Lexicon
from maturity.answers.notes import NO_ITEM, Notes
from maturity.answers.place import Mark
from maturity.answers.row import Row
from maturity.answers.words import COLUMN_OF, FACT_COLUMN_OF, fold
from maturity.problems import N_

PARTS = ("answer", "evidence", "comment", "reason")
ABOUT = ("respondent", "role", "group", "code")
"""Columns about the person."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The number of each column (from 0) by meaning, and for wide sheets by item and part of its answer."""

    named: dict[str, int] = field(default_factory=dict)
    items: dict[str, dict[str, int]] = field(default_factory=dict)
    headings: dict[str, Mark] = field(default_factory=dict)
    """The heading of each item."""
    headed: set[int] = field(default_factory=set)
    """The columns that have a heading, known or not."""
    facts: dict[str, int] = field(default_factory=dict)
    """Columns that say which organisation or round a row belongs to, by the keys of `words.FACTS`."""


def long_columns(headings: Row, lexicon: Lexicon, notes: Notes) -> Columns:
    """The columns of a sheet with one row for each answer."""
    about = ("respondent", "role", "group", "code", "item", *PARTS)
    return _named(headings, about, fact_columns(headings, lexicon), notes)


def agreed_columns(headings: Row, lexicon: Lexicon, notes: Notes) -> Columns:
    """The columns of a sheet with one row for each agreed level."""
    return _named(headings, ("item", *PARTS), fact_columns(headings, lexicon), notes)


def fact_columns(headings: Row, lexicon: Lexicon) -> dict[str, int]:
    """The columns about organisation and round: none, unless one of them tells organisations or dates
    apart. A code that stands before the respondent is the organisation's."""
    found: dict[str, int] = {}
    met = False
    for number in headings.filled():
        word = fold(headings.at(number).text)
        meaning, fact = COLUMN_OF.get(word), FACT_COLUMN_OF.get(word)
        met = met or meaning == "respondent"
        if meaning == "code" and not met:
            fact = "code"
        if fact is not None and lexicon.item(word) is None:
            found.setdefault(fact, number)
    return found if {"organisation", "date"} & found.keys() else {}


def wide_columns(headings: Row, lexicon: Lexicon, notes: Notes) -> Columns:
    """The columns of a sheet with one row for each respondent and a column for each item."""
    columns = Columns(facts=fact_columns(headings, lexicon))
    for number in headings.filled():
        heading = headings.at(number)
        columns.headed.add(number)
        if number in columns.facts.values():
            continue
        meaning, item, part = _meaning(heading, lexicon)
        if item is not None:
            columns.headings.setdefault(item, heading)
            _put(columns.items.setdefault(item, {}), part, number, heading, notes)
        elif meaning in ABOUT:
            _put(columns.named, meaning, number, heading, notes)
        else:
            notes.misspelt(heading, NO_ITEM, lexicon.item_words())
    return columns


def _meaning(heading: Mark, lexicon: Lexicon) -> tuple[str | None, str | None, str]:
    """What a column holds: a meaning of its own, or an item and a part of its answer."""
    meaning, item = COLUMN_OF.get(fold(heading.text)), lexicon.item(heading.text)
    if meaning is not None or item is not None:
        return meaning, None if meaning in ABOUT else item, "answer"
    words, _, last = fold(heading.text).rpartition(" ")
    part = COLUMN_OF.get(last.strip("()"))
    return None, lexicon.item(words.rstrip(" -–:")) if part in PARTS else None, part or "answer"


def _named(headings: Row, known: Iterable[str], facts: dict[str, int], notes: Notes) -> Columns:
    columns, allowed = Columns(facts=facts), tuple(known)
    for number, heading in enumerate(headings.marks()):
        if number in facts.values():
            continue
        meaning = COLUMN_OF.get(fold(heading.text))
        if meaning in allowed:
            _put(columns.named, str(meaning), number, heading, notes)
    return columns


def _put(columns: dict[str, int], meaning: str, number: int, heading: Mark, notes: Notes) -> None:
    if meaning in columns:
        notes.error(heading.place, N_("Two columns are headed {heading}"), heading=heading.text)
    columns.setdefault(meaning, number)

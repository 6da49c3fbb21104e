"""Reading a file of answers: the format is told by the ending of its name."""

from __future__ import annotations

import codecs
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from maturity.answers.build import build
from maturity.answers.lexicon import Lexicon
from maturity.answers.model import Assessment, Organisation
from maturity.answers.notes import Notes
from maturity.answers.raw import Unread
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.model import Questionnaire

LARGEST = 20_000_000
"""Bytes in one file."""


def read(
    data: bytes,
    name: str,
    questionnaire: Questionnaire,
    translations: Sequence[Questionnaire] = (),
    *,
    date: datetime.date | None = None,
    organisation: Organisation | None = None,
) -> Assessment:
    """The assessment in a file; see `read_with_warnings`, whose warnings are dropped here."""
    return read_with_warnings(data, name, questionnaire, translations, date=date, organisation=organisation)[
        0
    ]


def read_with_warnings(
    data: bytes,
    name: str,
    questionnaire: Questionnaire,
    translations: Sequence[Questionnaire] = (),
    *,
    date: datetime.date | None = None,
    organisation: Organisation | None = None,
) -> tuple[Assessment, tuple[Problem, ...]]:
    """The assessment in a file, and what is odd about it.

    `name` is the file's name: its ending says which format it has, and problems begin with it. `translations`
    are the same questionnaire in other languages: items, roles and options may be called by words in any.
    `date` and `organisation` take the place of those in the file. Raises Problems with every error at once.
    """
    lexicon = Lexicon(questionnaire, translations)
    found = read_several(data, name, lexicon, date=date, organisation=organisation)
    if len(found) > 1:
        message = N_("There are {count} assessments in this file, and one is expected")
        raise Problems([Problem(message, {"count": len(found)}, name)])
    if found[0].assessment is None:
        raise Problems(found[0].problems)
    return found[0].assessment, found[0].problems


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the assessments in a file: None, with what is wrong with it; or with what is odd about it."""

    assessment: Assessment | None
    problems: tuple[Problem, ...]
    facts: dict[str, str]
    """What stands in the file about organisation and round, as written, by the keys of `words.FACTS`."""


def read_several(
    data: bytes,
    name: str,
    lexicon: Lexicon,
    *,
    date: datetime.date | None = None,
    organisation: Organisation | None = None,
    share: tuple[int, int] = (0, 1),
) -> list[Reading]:
    """Every assessment in a file: one, or in a table with a column for organisation or date one for each of
    them. What is wrong with one of several does not touch the others.

    `share` is (n, of): only those whose place, divided by `of`, leaves n, for several who share the work.
    Raises Problems if the file cannot be told apart into assessments at all.
    """
    notes = Notes()
    unread = _read_raw(data, name, lexicon, notes)
    if notes.wrong and len(unread) > 1:
        raise Problems(notes.in_order())
    return [_build(one, lexicon, date, organisation) for one in unread[share[0] :: share[1]]]


def refuse_unreadable(data: bytes, name: str) -> None:
    """Raise Problems if no answers can be read from a file, whichever questionnaire they are to: it is of another
    format, too large, empty, not text or no workbook."""
    from maturity.answers import csvfile, jsonfile, xlsxfile, yamlfile

    _reader_of(data, name)
    openers = {
        ".json": jsonfile.read_json,
        ".csv": csvfile.csv_rows,
        ".tsv": csvfile.csv_rows,
        ".xlsx": xlsxfile.xlsx_rows,
    }
    openers.get(_ending(name), yamlfile.read_yaml)(data, name)


def _build(
    unread: Unread, lexicon: Lexicon, date: datetime.date | None, organisation: Organisation | None
) -> Reading:
    raw = unread()
    assessment = build(raw, lexicon, raw.notes, date, organisation)
    facts = {fact: mark.text for fact, mark in raw.facts.items() if not mark.empty}
    return Reading(assessment, tuple(raw.notes.in_order()), facts)


def _read_raw(data: bytes, name: str, lexicon: Lexicon, notes: Notes) -> list[Unread]:
    return _reader_of(data, name)(data, name, lexicon, notes)


def _ending(name: str) -> str:
    return "." + name.rpartition(".")[2].lower() if "." in name else ""


def _reader_of(data: bytes, name: str) -> Reader:
    """The reader of a file's format. Raises Problems if there is none, or nothing or too much to read."""
    ending = _ending(name)
    reader = READERS.get(ending)
    if reader is None:
        message = N_("{ending} is not a format of answers; there are: {known}")
        raise Problems([Problem(message, {"ending": ending or name, "known": ", ".join(READERS)}, name)])
    if len(data) > LARGEST:
        message = N_("The file has {size} bytes, more than {largest}")
        raise Problems([Problem(message, {"size": len(data), "largest": LARGEST}, name)])
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise Problems([Problem(N_("The file is empty"), {}, name)])
    return reader


Reader = Callable[[bytes, str, Lexicon, Notes], list[Unread]]


def _yaml(data: bytes, name: str, _lexicon: Lexicon, notes: Notes) -> list[Unread]:
    from maturity.answers.document import read_document
    from maturity.answers.yamlfile import read_yaml

    return [partial(read_document, read_yaml(data, name), notes)]


def _json(data: bytes, name: str, _lexicon: Lexicon, notes: Notes) -> list[Unread]:
    from maturity.answers.document import read_document
    from maturity.answers.jsonfile import read_json

    return [partial(read_document, read_json(data, name), notes)]


def _csv(data: bytes, name: str, lexicon: Lexicon, notes: Notes) -> list[Unread]:
    from maturity.answers.csvfile import read_csv

    return read_csv(data, name, lexicon, notes)


def _xlsx(data: bytes, name: str, lexicon: Lexicon, notes: Notes) -> list[Unread]:
    from maturity.answers.xlsxfile import read_xlsx

    return read_xlsx(data, name, lexicon, notes)


READERS: dict[str, Reader] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
    ".csv": _csv,
    ".tsv": _csv,
    ".xlsx": _xlsx,
}

"""What stands at the top of a file of answers: which questionnaire, which organisation, and when."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from maturity.answers.answer import clean
from maturity.answers.model import Organisation
from maturity.answers.notes import Notes
from maturity.answers.place import Mark, Place
from maturity.answers.raw import RawAssessment
from maturity.problems import N_
from maturity.questionnaire.model import Questionnaire

_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_SEPARATOR = re.compile(r"[ .,'’\u00a0\u202f]")
_INHABITANTS = re.compile(rf"([0-9]{{1,3}}(?:{_SEPARATOR.pattern}[0-9]{{3}})+|[0-9]{{1,12}})(?:[.,]0+)?")
_NOT_A_DATE = N_("{value} is not a date; write it as 2026-03-12")


def check_questionnaire(raw: RawAssessment, questionnaire: Questionnaire, notes: Notes) -> str:
    """The version that was answered. Another questionnaire is an error, another version a warning."""
    asked = raw.facts.get("questionnaire")
    if asked is not None and not asked.empty and asked.text != questionnaire.id:
        message = N_("These are answers to {other}, but the questionnaire is {questionnaire}")
        notes.error(asked.place, message, other=asked.text, questionnaire=questionnaire.id)
    version = raw.facts.get("version")
    if version is None or version.empty or version.text == questionnaire.version:
        return questionnaire.version
    message = N_("Version {other} was answered, but the questionnaire is version {version}")
    notes.warning(version.place, message, other=version.text, version=questionnaire.version)
    return clean(version, notes) or questionnaire.version


def read_organisation(raw: RawAssessment, given: Organisation | None, notes: Notes) -> Organisation | None:
    """The organisation in the file, unless one is given. None, with an error, if neither has a name."""
    if given is not None:
        return given
    facts = raw.facts
    country = country_of(facts.get("country"), notes.error)
    population = _population(facts.get("population"), notes)
    name, code = clean(facts.get("organisation"), notes), clean(facts.get("code"), notes)
    if name is None:
        notes.error(_place(raw, "organisation"), N_("The name of the organisation is missing"))
        return None
    return Organisation(name, country, code, population)


def read_date(raw: RawAssessment, given: datetime.date | None, notes: Notes) -> datetime.date | None:
    """The date in the file, unless one is given. None, with an error, if there is no possible one."""
    mark = raw.facts.get("date")
    if given is not None:
        return given
    if mark is None or mark.empty:
        notes.error(_place(raw, "date"), N_("The date is missing; write it as 2026-03-12"))
        return None
    try:
        return parse_date(mark.value)
    except ValueError:
        notes.error(mark.place, _NOT_A_DATE, value=mark.text)
        return None


def parse_date(value: object) -> datetime.date:
    """A date from a spreadsheet's date, from 2026-03-12 or from 12.3.2026. ValueError for anything else.

    3/12/2026 is refused: some read it as March and some as December.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    text = str(value).strip()
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return datetime.date(year, month, day)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(text)
    return datetime.date.fromisoformat(text)


def _place(raw: RawAssessment, fact: str) -> Place:
    return raw.facts[fact].place if fact in raw.facts else raw.place


def country_of(mark: Mark | None, tell: Callable[..., None]) -> str | None:
    """A country code in capitals; None if there is none. What is none is told by `tell`, such as `notes.error`."""
    if mark is None or mark.empty:
        return None
    if not re.fullmatch(r"[A-Za-z]{2}", mark.text):
        message = N_("{value} is not a country code; write two letters, such as SE, DK or NO")
        tell(mark.place, message, value=mark.text)
        return None
    return mark.text.upper()


def _population(mark: Mark | None, notes: Notes) -> int | None:
    if mark is None or mark.empty:
        return None
    number = parse_inhabitants(mark.text)
    if number is None:
        notes.error(mark.place, N_("{value} is not a number of inhabitants"), value=mark.text)
    return number


def parse_inhabitants(text: str) -> int | None:
    """A whole number above 0 as people and spreadsheets write it (48200, 48.200, 48 200 or 48200,0); None if it is
    none."""
    found = _INHABITANTS.fullmatch(text.strip())
    return int(_SEPARATOR.sub("", found[1])) or None if found else None

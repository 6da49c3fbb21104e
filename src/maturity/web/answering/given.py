"""What somebody gave to one item: as the page's fields hold it, and as the store keeps it.

The form that is sent by a button and the script that saves each choice send the same fields, so both are read
here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from maturity.language import Language
from maturity.problems import N_
from maturity.questionnaire.items import AnswerError, Checklist, Choice, FreeText, Item, Number, YesNo
from maturity.questionnaire.items.base import Value
from maturity.store.saving import Draft, Kept
from maturity.store.tables import Answer
from maturity.web.forms import stripped
from maturity.web.languages import as_written

STATES = ("unknown", "not-applicable")
NONE = "none"
"""The mark of a checklist on which nothing is ticked, on purpose."""
LONGEST = 2000
"""The most characters of a comment or a reason."""
_TOO_LONG = N_("Write at most {most} characters; these are {count}")
_WRITTEN = (Number, FreeText)


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of one item on the page. Marks of answers begin with "=", so that no option can be taken for
    a state."""

    marks: tuple[str, ...] = ()
    text: str = ""
    reason: str = ""
    evidence: str = ""
    comment: str = ""


def from_form(form: Any, item: Item) -> Given:
    """The item's fields of a form (a MultiDict)."""
    return Given(
        tuple(form.getlist(f"{item.id}.answer")),
        *(
            form.get(f"{item.id}.{name}", "").replace("\r\n", "\n")
            for name in ("text", "reason", "evidence", "comment")
        ),
    )


def from_json(data: Mapping[str, Any]) -> Given:
    """The item's fields as the script sends them; whatever is of another kind counts as empty."""
    marks = data.get("marks")
    words = (data.get(name) for name in ("text", "reason", "evidence", "comment"))
    return Given(
        tuple(mark for mark in marks if isinstance(mark, str)) if isinstance(marks, list) else (),
        *(word if isinstance(word, str) else "" for word in words),
    )


def to_draft(item: Item, given: Given, grades: int) -> Draft:
    """What is to be saved. `grades` is the number of evidence grades. Raises AnswerError if it does not fit
    the item."""
    state, value = _answer(item, given)
    reason = _words(given.reason) if state == "not-applicable" else None
    evidence = _grade(given.evidence, grades) if item.ask_evidence and state == "value" else None
    return Draft(state, value, reason, evidence, _words(given.comment))


def _answer(item: Item, given: Given) -> tuple[str | None, Value | None]:
    for state in STATES:
        if state in given.marks:
            return state, None
    raw = _raw(item, given)
    return (None, None) if raw is None else ("value", item.parse(raw))


def _raw(item: Item, given: Given) -> object:
    """What the item is to read; None if there is nothing."""
    if isinstance(item, _WRITTEN):
        return stripped(given.text) or None
    marks = [mark[1:] for mark in given.marks if mark.startswith("=")]
    if isinstance(item, Checklist):
        return marks if marks or NONE in given.marks else None
    return marks[0] if marks else None


def _words(text: str) -> str | None:
    found = stripped(text) or None
    if found and len(found) > LONGEST:
        raise AnswerError(_TOO_LONG, most=LONGEST, count=len(found))
    return found


def _grade(text: str, grades: int) -> int | None:
    found = int(text[:9]) if text.isascii() and text.isdigit() else grades
    return found if found < grades else None


def of_row(item: Item, row: Answer | Kept | None, language: Language) -> Given:
    """The fields of a saved answer, with numbers as they are written in this language."""
    if row is None:
        return Given()
    marks, text = _fields(item, row, language)
    evidence = "" if row.evidence is None else str(row.evidence)
    return Given(marks, text, row.reason or "", evidence, row.comment or "")


def _fields(item: Item, row: Answer | Kept, language: Language) -> tuple[tuple[str, ...], str]:
    if row.state in STATES:
        return (row.state,), ""
    if row.state is None:
        return (), ""
    if isinstance(item, Number):
        return (), as_written(cast(float, row.value), language)
    if isinstance(item, FreeText):
        return (), str(row.value)
    if isinstance(item, Checklist):
        ticked = tuple(f"={id_}" for id_ in cast(list[str], row.value))
        return ticked or (NONE,), ""
    if isinstance(item, YesNo):
        return ("=yes" if row.value else "=no",), ""
    return (f"={row.value}",), ""


def stamp(given: Given) -> str:
    """A short hash of the fields: a form tells by it which items were left as the page showed them."""
    fields = [sorted(given.marks), given.text, given.reason, given.evidence, given.comment]
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()[:16]


def in_words(item: Item, given: Given, language: Language) -> str:
    """An answer as a person reads it, for showing two of them side by side."""
    if "unknown" in given.marks:
        return language.say(N_("I don’t know"))
    if "not-applicable" in given.marks:
        why = f": {given.reason}" if given.reason else ""
        return language.say(N_("Not applicable")) + why
    if isinstance(item, _WRITTEN):
        return given.text or language.say(N_("No answer"))
    marks = [mark[1:] for mark in given.marks if mark.startswith("=")]
    told = [_mark_in_words(item, mark, language) for mark in marks]
    if not told and NONE in given.marks:
        return language.say(N_("None of these"))
    return "; ".join(told) or language.say(N_("No answer"))


def _mark_in_words(item: Item, mark: str, language: Language) -> str:
    if isinstance(item, Choice | Checklist):
        return next((option.text for option in item.options if option.id == mark), mark)
    if isinstance(item, YesNo):
        return language.say(N_("Yes") if mark == "yes" else N_("No"))
    words = getattr(item, "anchors", None) or getattr(item, "labels", {})
    text = words.get(int(mark)) if mark.isdigit() else None
    return f"{mark}: {text}" if text else mark

"""Answers as a document: the shape of the YAML and JSON formats, whichever of the two it was written in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from maturity.answers.notes import NO_KEY, Notes
from maturity.answers.place import Mark, Place
from maturity.answers.raw import RawAnswer, RawAssessment, RawRespondent
from maturity.problems import N_, Problems

Path = tuple[str | int, ...]
Entry = tuple[Mark, Mark]
"""A key and its value, each with its place."""

_TOP = ("questionnaire", "version", "organisation", "date", "label", "note", "respondents", "consensus")
_PLAN = {"actions", "targets", "marks"}
_FACTS = ("questionnaire", "version", "date", "label", "note")
_ORGANISATION = {"name": "organisation", "country": "country", "code": "code", "population": "population"}
_RESPONDENT = ("id", "role", "group", "code", "answers")
_ANSWER = ("value", "not-applicable", "reason", "evidence", "comment")


def read_document(root: Mark, notes: Notes) -> RawAssessment:
    """The words of a document. What has another shape than it should is noted.

    Raises Problems for a file of actions, targets and marks, which often lies beside the answers.
    """
    if isinstance(root.value, dict) and root.value.keys() <= _PLAN and root.value:
        message = N_(
            "This file holds what was decided (actions, targets, marks) and no answers; on the command line, "
            "maturity progress reads it with --actions"
        )
        raise Problems([root.place.problem(message, {})])
    top = _mapping(root, _TOP, notes)
    facts = {key: _scalar(top[key], notes) for key in _FACTS if key in top}
    if "organisation" in top:
        facts |= _organisation(top["organisation"], notes)
    people = [_respondent(one, notes) for one in _list(top.get("respondents"), notes)]
    consensus = _answers(top.get("consensus"), notes)
    return RawAssessment(root.place, facts, people, consensus, notes)


def _organisation(mark: Mark, notes: Notes) -> dict[str, Mark]:
    if isinstance(mark.value, str):
        return {"organisation": mark}
    given = _mapping(mark, tuple(_ORGANISATION), notes)
    found = {_ORGANISATION[key]: _scalar(value, notes) for key, value in given.items()}
    return {"organisation": Mark(None, mark.place)} | found


def _respondent(mark: Mark, notes: Notes) -> RawRespondent:
    given = _mapping(mark, _RESPONDENT, notes)
    nothing = Mark(None, mark.place)
    return RawRespondent(
        _scalar(given.get("id", nothing), notes),
        _scalar(given.get("role", nothing), notes),
        given.get("group"),
        _answers(given.get("answers"), notes),
        given.get("code"),
    )


def _answers(mark: Mark | None, notes: Notes) -> list[RawAnswer]:
    return [_answer(key, value, notes) for key, value in _entries(mark, notes)]


def _answer(item: Mark, mark: Mark, notes: Notes) -> RawAnswer:
    if not isinstance(mark.value, dict):
        return RawAnswer(item, mark)
    given = _mapping(mark, _ANSWER, notes)
    value, reason = given.get("value", Mark(None, mark.place)), given.get("reason")
    if "not-applicable" in given:
        if not value.empty:
            message = N_("An answer has a value, or it is not applicable; here are both")
            notes.error(value.place, message)
        value, reason = Mark("not-applicable", mark.place), given["not-applicable"]
    return RawAnswer(item, value, reason, given.get("evidence"), given.get("comment"))


def _entries(mark: Mark | None, notes: Notes) -> Iterator[Entry]:
    if mark is None or mark.value is None:
        return
    if not isinstance(mark.value, dict):
        notes.error(mark.place, N_("Keys with values are expected here"))
        return
    yield from mark.value.values()


def _mapping(mark: Mark, known: tuple[str, ...], notes: Notes) -> dict[str, Mark]:
    """The values by key; a key that is not known is a problem and left out."""
    found: dict[str, Mark] = {}
    for key, value in _entries(Mark({}, mark.place) if mark.value is None else mark, notes):
        if key.text in known:
            found[key.text] = value
        else:
            notes.misspelt(key, NO_KEY, known, known=", ".join(known))
    return found


def _list(mark: Mark | None, notes: Notes) -> list[Mark]:
    if mark is None or mark.value is None:
        return []
    if isinstance(mark.value, list):
        return mark.value
    notes.error(mark.place, N_("A list is expected here: each respondent begins with a hyphen"))
    return []


def _scalar(mark: Mark, notes: Notes) -> Mark:
    if not isinstance(mark.value, dict | list):
        return mark
    notes.error(mark.place, N_("A text is expected here"))
    return Mark(None, mark.place)


class PlaceOf(Protocol):
    """Says where the value at a path stands, or its key."""

    def __call__(self, path: Path, *, key: bool = False) -> Place: ...  # noqa: D102


def as_marks(data: object, place: PlaceOf, path: Path = ()) -> Mark:
    """Plain data as marks. A mapping holds, by each key's text, the key and the value."""
    value = data
    if isinstance(data, dict):
        value = {
            str(key): (Mark(key, place((*path, key), key=True)), as_marks(part, place, (*path, key)))
            for key, part in data.items()
        }
    elif isinstance(data, list):
        value = [as_marks(part, place, (*path, number)) for number, part in enumerate(data)]
    return Mark(value, place(path))

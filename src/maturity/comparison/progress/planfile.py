"""What a team decided, in a YAML file beside the answers: actions, targets and marks, each with its place."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar, get_args

from maturity.answers.facts import parse_date
from maturity.answers.notes import Notes
from maturity.answers.place import Mark as Written
from maturity.answers.words import fold
from maturity.answers.yamlfile import read_yaml
from maturity.comparison.progress.given import Action, Mark, Reading, Status, Target
from maturity.problems import N_, Problems, nearest
from maturity.questionnaire.items.base import AnswerError, as_number
from maturity.questionnaire.model import Questionnaire

_TOP = ("actions", "targets", "marks")
_ACTION = (
    "title",
    "owner",
    "decided",
    "due",
    "status",
    "items",
    "note",
    "measure",
    "baseline",
    "target",
    "readings",
)
_Some = TypeVar("_Some")


@dataclass(frozen=True, slots=True)
class Plans:
    """What stands in such a file."""

    actions: tuple[Action, ...] = ()
    targets: tuple[Target, ...] = ()
    marks: tuple[Mark, ...] = ()


def read_plans(data: bytes, file: str, questionnaires: Iterable[Questionnaire]) -> Plans:
    """Actions, targets and marks. Items and dimensions are named by id, code or title.

    Raises Problems with everything that is wrong, each with its line and column.
    """
    notes = Notes()
    reader = _Reader(notes, _known(questionnaires))
    top = reader.mapping(read_yaml(data, file), _TOP)
    found = Plans(
        tuple(reader.each(top.get("actions"), reader.action)),
        tuple(reader.each(top.get("targets"), reader.target)),
        tuple(reader.each(top.get("marks"), reader.happened)),
    )
    if notes.wrong:
        raise Problems(notes.in_order())
    return found


def _known(questionnaires: Iterable[Questionnaire]) -> dict[str, str]:
    """The id of every item and dimension by what people call it; the last questionnaire wins."""
    known: dict[str, str] = {}
    for one in questionnaires:
        parts = (*one.nodes.values(), *one.items.values())
        for part in parts:
            known |= {fold(word): part.id for word in (part.title, part.code) if word}
        known |= {part.id: part.id for part in parts}
    return known


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads parts of the file. What is wrong is noted, and read as if it were not there."""

    notes: Notes
    known: dict[str, str]

    def action(self, written: Written) -> Action | None:
        given = self.mapping(written, _ACTION)
        title = self.needed(written, given, "title")
        if title is None:
            return None
        return Action(
            title=title,
            about=tuple(self.each(given.get("items"), self.part)),
            owner=self.text(given.get("owner")),
            decided=self.date(given.get("decided")),
            due=self.date(given.get("due")),
            status=self.status(given.get("status")),
            note=self.text(given.get("note")),
            measure=self.text(given.get("measure")),
            baseline=self.number(given.get("baseline")),
            target=self.number(given.get("target")),
            readings=tuple(self.each(given.get("readings"), self.reading)),
        )

    def target(self, written: Written) -> Target | None:
        given = self.mapping(written, ("dimension", "score", "by"))
        name = self.needed(written, given, "dimension")
        score, by = (self.needed(written, given, key) for key in ("score", "by"))
        dimension = self.part(given["dimension"]) if name else None
        number, date = self.number(given.get("score")), self.date(given.get("by"))
        if dimension is None or score is None or by is None or number is None or date is None:
            return None
        return Target(dimension, number, date)

    def happened(self, written: Written) -> Mark | None:
        given = self.mapping(written, ("date", "text"))
        text = self.needed(written, given, "text")
        date = self.date(given["date"]) if self.needed(written, given, "date") else None
        return Mark(date, text) if text and date else None

    def reading(self, written: Written) -> Reading | None:
        given = self.mapping(written, ("date", "value", "note"))
        date = self.date(given["date"]) if self.needed(written, given, "date") else None
        value = self.number(given["value"]) if self.needed(written, given, "value") else None
        return None if date is None or value is None else Reading(date, value, self.text(given.get("note")))

    def part(self, written: Written) -> str | None:
        """An item or dimension by id, code or title."""
        found = self.known.get(fold(written.text))
        if found is None:
            guess = nearest(fold(written.text), self.known)
            message = N_("There is no dimension or item called {id}")
            if guess:
                message = N_("There is no dimension or item called {id}; did you mean {guess}?")
            self.notes.error(written.place, message, id=written.text, guess=guess or "")
        return found

    def status(self, written: Written | None) -> Status:
        if written is None or written.empty:
            return "planned"
        for known in get_args(Status):
            if fold(written.text) == known:
                return known  # type: ignore[no-any-return]
        message = N_("{word} is no status of an action; there are: {known}")
        self.notes.error(written.place, message, word=written.text, known=", ".join(get_args(Status)))
        return "planned"

    def needed(self, whole: Written, given: dict[str, Written], key: str) -> str | None:
        """The text of a key that may not be left out."""
        if key in given and not given[key].empty:
            return self.text(given[key])
        self.notes.error(whole.place, N_("{key} is missing here"), key=key)
        return None

    def text(self, written: Written | None) -> str | None:
        if written is None or written.empty:
            return None
        if isinstance(written.value, dict | list):
            self.notes.error(written.place, N_("A text is expected here"))
            return None
        return written.text

    def number(self, written: Written | None) -> float | None:
        if written is None or written.empty:
            return None
        try:
            return as_number(written.value)
        except AnswerError as error:
            self.notes.error(written.place, error.message, **error.values)
            return None

    def date(self, written: Written | None) -> datetime.date | None:
        if written is None or written.empty:
            return None
        try:
            return parse_date(written.value)
        except ValueError:
            message = N_("{value} is not a date; write it as 2026-03-12")
            self.notes.error(written.place, message, value=written.text)
            return None

    def each(self, written: Written | None, read: Callable[[Written], _Some | None]) -> Iterator[_Some]:
        """What stands in a list, read one by one."""
        if written is None or written.empty:
            return
        if not isinstance(written.value, list):
            self.notes.error(written.place, N_("A list is expected here: each entry begins with a hyphen"))
            return
        found = (read(one) for one in written.value)
        yield from (one for one in found if one is not None)

    def mapping(self, written: Written, known: tuple[str, ...]) -> dict[str, Written]:
        """Values by key; a key that is not known is noted and left out."""
        if not isinstance(written.value, dict):
            self.notes.error(written.place, N_("Keys with values are expected here"))
            return {}
        found: dict[str, Written] = {}
        for key, value in written.value.values():
            if key.text in known:
                found[key.text] = value
            else:
                message = N_("{word} is not a key here; there are: {known}")
                self.notes.error(key.place, message, word=key.text, known=", ".join(known))
        return found

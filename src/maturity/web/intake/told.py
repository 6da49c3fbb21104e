"""What the preview says of one file, in the reader's language."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from maturity.questionnaire.model import Questionnaire
from maturity.store.understood import Understood
from maturity.web.languages import spoken

SHOWN = 8
"""Problems of a file that are seen at once; the others unfold."""


@dataclass(frozen=True, slots=True)
class Told:
    """One problem: where, what, and what stands around it."""

    place: str
    text: str
    is_error: bool
    excerpt: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One file, or one of the assessments in it."""

    name: str
    organisation: str
    country: str
    code: str
    day: str
    label: str
    questionnaire: str
    people: str
    counts: str
    decision: str
    is_new: bool
    same_as: str
    clash: bool
    """Whether another round of the same municipality and day is here already."""
    twice: bool
    """Whether another of these files is a round of the same municipality and day."""
    becomes: str
    """The municipality whose round it becomes by its official code, if that has another name."""
    errors: tuple[Told, ...]
    warnings: tuple[Told, ...]


def told(problem: dict[str, Any]) -> Told:
    """A problem as it was kept, in words."""
    return Told(
        str(problem.get("cell") or "") or _line(problem),
        spoken().say(problem["message"], **problem["values"]),
        problem["severity"] == "error",
        problem.get("excerpt"),
    )


def _line(problem: dict[str, Any]) -> str:
    line, column = problem.get("line"), problem.get("column")
    if not line:
        return ""
    if not column:
        return spoken().say("Line {line}", line=line)
    return spoken().say("Line {line}, column {column}", line=line, column=column)


def people(said: Understood, asked: Questionnaire) -> str:
    """How many of each role answered."""
    names = {role.id: role.plural for role in asked.roles}
    return ", ".join(f"{names.get(role, role)} {count}" for role, count in said.get("roles", {}).items())


def counts(said: Understood) -> str:
    """How many people, answers and agreed levels there are, as far as it is known."""
    plural, parts = spoken().plural, []
    if "respondents" in said:
        parts.append(plural("{count} person", "{count} people", said["respondents"]))
    if "answers" in said:
        parts.append(plural("{count} answer", "{count} answers", said["answers"]))
    if said.get("agreed"):
        parts.append(plural("{count} agreed level", "{count} agreed levels", said["agreed"]))
    return ", ".join(parts)


def day(text: str) -> str:
    """A date in words; as it was written, if it is none."""
    try:
        return spoken().date(datetime.date.fromisoformat(text))
    except ValueError:
        return text

"""What was understood of a file that is brought in: plain data, as its row keeps it and the preview shows it.

It is made without a database, by processes that have none (see `maturity.jobs.bringing`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypedDict

from maturity.answers.excerpts import Excerpt
from maturity.problems import Problem


class Understood(TypedDict, total=False):
    """What stands in a file, as far as it could be read."""

    organisation: str
    country: str | None
    code: str | None
    population: int | None
    date: str
    """ISO 8601; of a file with errors, as it was written."""
    label: str | None
    note: str | None
    questionnaire: str
    version: str
    version_id: str
    """Of the row of the questionnaire's version."""
    language: str
    """The questionnaire's own."""
    questionnaire_hash: str
    answers_hash: str
    threshold: int
    withheld: bool
    respondents: int
    roles: dict[str, int]
    answers: int
    """How many answers were given; of a result file nobody knows."""
    agreed: int
    """How many items have an agreed level."""
    consent: str
    """What a result file says about being named."""
    tags: list[str]
    same_as: str
    """The name of another file of this intake that has the same content."""


def about(said: Understood) -> tuple[str, str | None, str | None]:
    """The organisation's name, country and official code."""
    return said.get("organisation", ""), said.get("country"), said.get("code")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One assessment of a file: ready, with its result; or wrong, with what is wrong with it."""

    kind: str
    """answers or result."""
    understood: Understood
    problems: tuple[dict[str, Any], ...] = ()
    """As `plain` makes them."""
    source: str | None = None
    result: str | None = None
    """Canonical JSON; None if it is wrong."""
    digest: str | None = None

    @property
    def state(self) -> str:
        """As `IntakeFile.state` says it."""
        return "wrong" if self.result is None else "ready"


def plain(problem: Problem, excerpt: Excerpt | None = None) -> dict[str, Any]:
    """A problem as JSON keeps it: message and values apart, to be said in the reader's language."""
    found: dict[str, Any] = {
        "message": problem.message,
        "values": {name: storable(value) for name, value in problem.values.items()},
        "severity": problem.severity,
    }
    places = {"line": problem.line, "column": problem.column, "cell": problem.cell}
    found |= {name: storable(value) for name, value in places.items() if value is not None}
    if excerpt is not None:
        rows = [[number, [storable(cell) for cell in cells]] for number, cells in excerpt.rows]
        found["excerpt"] = {"columns": list(excerpt.columns), "rows": rows, "at": list(excerpt.at)}
    return found


def storable(value: object) -> object:
    """A value as every database can keep it: what is wrong with a file may be a character that none takes."""
    if isinstance(value, bool | int | float | None):
        return value
    return str(value).encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")

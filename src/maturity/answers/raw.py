"""What every file format is read into before it is checked: the words of the file, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from maturity.answers.notes import Notes
from maturity.answers.place import Mark, Place


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """One answer as written. `value` may be one of the words for unknown or not applicable."""

    item: Mark
    value: Mark
    reason: Mark | None = None
    evidence: Mark | None = None
    comment: Mark | None = None


@dataclass(frozen=True, slots=True)
class RawRespondent:
    """One person as written."""

    id: Mark
    role: Mark
    group: Mark | None = None
    answers: list[RawAnswer] = field(default_factory=list)
    code: Mark | None = None


@dataclass(frozen=True, slots=True)
class RawAssessment:
    """One assessment as written. `facts` has the keys of `words.FACTS`; `place` is where it begins, and `notes`
    what was noticed on the way."""

    place: Place
    facts: dict[str, Mark] = field(default_factory=dict)
    respondents: list[RawRespondent] = field(default_factory=list)
    consensus: list[RawAnswer] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)


Unread = Callable[[], RawAssessment]
"""One of the assessments in a file: its rows are gone through when it is asked for."""

"""What becomes of two organisations that are made one, as plain data."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from maturity.problems import Problem


@dataclass(frozen=True, slots=True)
class Facts:
    """Who the organisation is afterwards."""

    name: str
    country: str | None
    code: str | None
    population: int | None
    tags: tuple[str, ...]
    language: str | None
    also: tuple[str, ...]
    """The other names that files may use: from now on the other's too."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about being compared; see `maturity.store.tables.Organisation`."""

    consent: str
    by: str | None
    at: datetime.datetime | None
    own: str | None


@dataclass(frozen=True, slots=True)
class Round:
    """A round of one of the two."""

    id: str
    label: str
    day: datetime.date | None
    """None while it has none: it is being prepared, or people answer."""
    moves: bool
    """Whether it was the other's."""
    twin: str | None = None
    """The id of a round of the kept one that came from the same content: then that one stands for both."""
    meets: bool = False
    """Whether both have a round with this day and questionnaire, with other content: both are kept."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A target of the other, and the id of the kept one's for the same dimension, which then stands."""

    id: str
    questionnaire: str
    dimension: str
    score: float
    by: datetime.date
    stands: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """A peer group that one of the two fits, and whether the kept one fits it afterwards."""

    id: str
    name: str
    fitted: bool
    """Whether the kept one fits it now."""
    other_fitted: bool
    fits: bool
    codes: tuple[str, ...]
    """The codes that its rule names afterwards."""
    names_other: bool
    """Whether it names the other's code now, and the kept one's afterwards."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that would become of two organisations."""

    kept: str
    other: str
    facts: Facts
    decision: Decision
    link_moves: bool
    """The kept one has no link to decide by: the other's becomes its own."""
    link_ends: bool
    """Both have one: the other's opens nothing afterwards."""
    rounds: tuple[Round, ...]
    """Of both, by day; those without one last."""
    aims: tuple[Aim, ...]
    """The targets of the other."""
    marks: tuple[str, ...]
    """The ids of the other's marks that move."""
    marks_twice: tuple[str, ...]
    """Of those that both have."""
    reports: tuple[str, ...]
    """The ids of the other's reports in batches that move."""
    reports_twice: tuple[str, ...]
    """Of those that were not made, in a batch that makes the same one for the kept one."""
    groups: tuple[Group, ...]
    codes_end: bool
    """Whether people who answered for the other may have chosen a private code, which cannot be known again
    in rounds of the kept one."""
    unlike: tuple[str, ...]
    """What speaks against it: code, country."""
    problems: tuple[Problem, ...]
    """Why it cannot be done."""

    @property
    def mark(self) -> str:
        """What tells this plan from any other (SHA-256)."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    @property
    def moving(self) -> tuple[Round, ...]:
        """The other's rounds that become the kept one's."""
        return tuple(one for one in self.rounds if one.moves and one.twin is None)

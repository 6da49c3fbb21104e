"""What is compared: one organisation's result, what it agreed to, and how it can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from maturity.scoring.result import Result

Consent = Literal["named", "anonymous", "not-included"]
CONSENTS: tuple[Consent, ...] = get_args(Consent)
"""The more cautious later."""

Mark = Literal["few", "role-missing", "stale", "version", "edition"]
MARKS: tuple[Mark, ...] = get_args(Mark)
"""Why a number is less comparable than others.

few: fewer respondents than a grade B needs; role-missing: a role did not answer; stale: more than 24 months
older than the newest; version: another version of the questionnaire; edition: the same version number with
another content.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A result with what the organisation decided about being named, and words to choose it by."""

    result: Result
    consent: Consent = "anonymous"
    tags: tuple[str, ...] = ()


Identity = tuple[str, str]
"""What is the same in every round of an organisation."""


def identity_of(organisation: str, country: str | None, code: str | None) -> Identity:
    """What tells organisations apart: the country, and the code where there is one, else the name."""
    return country or "", code or " ".join(organisation.split()).casefold()


@dataclass(frozen=True, slots=True)
class Member:
    """What is known of one result apart from its scores."""

    organisation: str
    country: str | None
    code: str | None
    population: int | None
    date: str
    """ISO 8601."""
    version: str
    respondents: int
    consent: Consent
    tags: tuple[str, ...]
    key: str
    """The hash of its answers: what order and seeds are made from."""
    marks: tuple[Mark, ...] = ()
    note: str | None = None
    """For readers of its own report; nobody else sees it."""

    @property
    def identity(self) -> Identity:
        """What is the same in every round."""
        return identity_of(self.organisation, self.country, self.code)

    def answers_to(self, name: str | Identity) -> bool:
        """Whether someone who says this name or code, or knows its identity, means this organisation."""
        if not isinstance(name, str):
            return name == self.identity
        said = " ".join(name.split()).casefold()
        return said in (" ".join(self.organisation.split()).casefold(), (self.code or "").casefold())


@dataclass(frozen=True, slots=True)
class Choice:
    """Which organisations are peers. What is not set does not restrict."""

    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2."""
    population: tuple[int | None, int | None] = (None, None)
    """The least and the most inhabitants, both included."""
    codes: tuple[str, ...] = ()
    """Official codes."""
    tags: tuple[str, ...] = ()
    """At least one of these."""

    def fits(self, member: Member) -> bool:
        """Whether an organisation belongs to the peers. With a population band, its population must be
        known."""
        least, most = self.population
        people = member.population
        return (
            (not self.countries or member.country in self.countries)
            and (not self.codes or member.code in self.codes)
            and (not self.tags or bool(set(self.tags) & set(member.tags)))
            and (least is None or (people is not None and people >= least))
            and (most is None or (people is not None and people <= most))
        )


EVERYBODY = Choice()


Why = Literal["not-included", "withheld", "no-score", "unknown", "not-comparable", "earlier"]
"""Why a result is not compared.

not-included: the organisation's own decision; withheld: too few people answered; no-score: nothing in it has
enough answers for a score; unknown: its questionnaire is not at hand; not-comparable: nothing in its version
means the same; earlier: there is a later round (or, of the same day, another result).
"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A result that is not compared, and why. For whoever gathers the files: reports only count them."""

    organisation: str
    date: str
    reason: Why
    identity: Identity
    """Of the organisation: another one may have the same name."""

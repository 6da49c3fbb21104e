"""What a comparison reads of a result, a tenth of it: so that hundreds of stored results are read at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from pydantic_core import from_json

from maturity.comparison.benchmark.entry import Consent, Entry
from maturity.scoring.result import Estimate, Result

FORMAT = 2
"""The version of a digest's text. One of another version is made again from its result."""
NORMAL_95 = 1.959963984540054

Score = tuple[float | None, float | None, float | None, float | None]
"""Score, standard error, low and high end of the interval; None where a result does not say."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The identity of a result, what was decided about it, and its scores."""

    questionnaire: str
    version: str
    questionnaire_hash: str
    answers_hash: str
    organisation: str
    country: str | None
    code: str | None
    population: int | None
    date: str
    """ISO 8601."""
    respondents: int
    silent: bool
    """Whether nobody answered in one of the roles."""
    withheld: bool
    dimensions: Mapping[str, Score]
    items: Mapping[str, Score]
    overall: Score | None
    consent: Consent = "anonymous"
    tags: tuple[str, ...] = ()
    note: str | None = None
    """What readers of the result must know, such as that it is made up."""


def digest_of(entry: Entry | Result) -> Digest:
    """The digest of a result; a bare one is taken as anonymous."""
    if isinstance(entry, Result):
        entry = Entry(entry)
    result = entry.result
    return Digest(
        questionnaire=result.questionnaire,
        version=result.version,
        questionnaire_hash=result.questionnaire_hash,
        answers_hash=result.answers_hash,
        organisation=result.organisation,
        country=result.country,
        code=result.code,
        population=result.population,
        date=result.date,
        respondents=result.respondents,
        silent=bool({role.role for role in result.roles} - {role.role for role in result.roles if role.n}),
        withheld=result.withheld,
        dimensions={one.id: _score(one.estimate) for one in result.dimensions if one.estimate},
        items={one.id: _score(one.estimate) for one in result.items if one.estimate},
        overall=_overall(result),
        consent=entry.consent,
        tags=entry.tags,
        note=result.note,
    )


def _overall(result: Result) -> Score | None:
    found = result.overall
    return _score(Estimate(found.score, 0, None, None, found.interval)) if found else None


def _score(estimate: Estimate) -> Score:
    """A missing standard error is a quarter of the interval's width (of 95 %), if that is told."""
    between, error = estimate.interval, estimate.error
    if between is None:
        return estimate.mean, error, None, None
    if error is None:
        error = (between.high - between.low) / (2 * NORMAL_95)
    return estimate.mean, error, between.low, between.high


def write_digest(digest: Digest) -> str:
    """A digest as text."""
    content = {"format": FORMAT, **asdict(digest)}
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def read_digest(text: str) -> Digest | None:
    """The digest that was written; None if it is of another format."""
    content = from_json(text)  # in half the time of `json`
    if content.pop("format", None) != FORMAT:
        return None
    content["tags"] = tuple(content["tags"])
    return Digest(**content)

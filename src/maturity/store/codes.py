"""Facts of organisations from an official list: what would change, then changing exactly that."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from maturity.answers.codelist import Listed
from maturity.answers.words import fold
from maturity.store import organisations
from maturity.store.tables import Organisation

_KINDS = (" kommun", " kommune", " stad", " municipality")
"""What names of municipalities may end with."""


@dataclass(frozen=True, slots=True)
class Fill:
    """What a list would change about one organisation. What is None, or no tag, stays as it is."""

    id: str
    name: str
    code: tuple[str | None, str] | None = None
    """Before and after; so are the others."""
    country: tuple[str | None, str] | None = None
    population: tuple[int | None, int] | None = None
    tags: tuple[str, ...] = ()
    """Those that it would get."""

    @property
    def changes(self) -> bool:
        """Whether anything would."""
        return bool(self.code or self.country or self.population or self.tags)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a list would change, and whom it says nothing new or nothing clear about (by name)."""

    fills: tuple[Fill, ...]
    same: tuple[str, ...]
    unlisted: tuple[str, ...]
    unclear: tuple[str, ...]
    """Several rows fit, or the code is another one, or is another organisation's."""
    rows: tuple[Listed, ...] = field(repr=False)
    """The rows that fit somebody: the same plan can be made from them alone."""

    @property
    def mark(self) -> str:
        """What tells this plan from any other (SHA-256)."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def plan(session: Session, workspace_id: str, listed: Iterable[Listed]) -> Plan:
    """What a list would change about a workspace's organisations. Rows fit by code, else by name."""
    rows = _Rows(tuple(listed))
    known = organisations.of_workspace(session, workspace_id)
    found = {one.id: (one, rows.of(one)) for one in known}
    fills = [_fill(one, fitting[0]) for one, fitting in found.values() if len(fitting) == 1]
    refused = _refused(known, fills)
    return Plan(
        fills=tuple(one for one in fills if one.changes and one.id not in refused),
        same=tuple(one.name for one in fills if not one.changes),
        unlisted=tuple(one.name for one, fitting in found.values() if not fitting),
        unclear=tuple(one.name for one, fitting in found.values() if len(fitting) > 1 or one.id in refused),
        rows=tuple(dict.fromkeys(row for _, fitting in found.values() for row in fitting)),
    )


def fill(session: Session, workspace_id: str, planned: Plan, chosen: Collection[str]) -> int:
    """Change the organisations with these ids as planned. Returns how many were changed."""
    count = 0
    for one in planned.fills:
        organisation = organisations.find(session, workspace_id, one.id) if one.id in chosen else None
        if organisation is not None:
            _apply(organisation, one)
            count += 1
    session.flush()
    return count


def _apply(organisation: Organisation, one: Fill) -> None:
    if one.code:
        organisation.code = one.code[1]
    if one.country:
        organisation.country = one.country[1]
    if one.population:
        organisation.population = one.population[1]
    if one.tags:
        organisation.tags = [*organisation.tags, *one.tags]


class _Rows:
    """The rows of a list, found by code and by name."""

    def __init__(self, listed: Sequence[Listed]) -> None:
        self.by_code: dict[str, list[Listed]] = {}
        self.by_name: dict[str, list[Listed]] = {}
        for row in dict.fromkeys(listed):
            if row.code:
                self.by_code.setdefault(folded_code(row.code), []).append(row)
            if row.name:
                self.by_name.setdefault(bare_name(row.name), []).append(row)

    def of(self, one: Organisation) -> list[Listed]:
        """The rows that fit an organisation, of the same country as far as that is known."""
        by_code = self.by_code.get(folded_code(one.code), []) if one.code else []
        by_name = (self.by_name.get(bare_name(name), []) for name in (one.name, *one.also))
        fitting = ([row for row in rows if _same_country(one, row)] for rows in (by_code, *by_name))
        return next(filter(None, fitting), [])


def _same_country(one: Organisation, row: Listed) -> bool:
    return not (one.country and row.country) or one.country == row.country


def folded_code(code: str) -> str:
    """A code as it is compared: spreadsheets drop the zeros before it."""
    return fold(code).lstrip("0")


def bare_name(name: str) -> str:
    """A name as it is compared: without what says only that it is a municipality."""
    folded = fold(name)
    return next((folded.removesuffix(kind) for kind in _KINDS if folded.endswith(kind)), folded)


def _fill(one: Organisation, row: Listed) -> Fill:
    told = Fill(one.id, one.name)
    if row.code and (one.code is None or folded_code(one.code) != folded_code(row.code)):
        told = replace(told, code=(one.code, row.code))
    if row.country and row.country != one.country:
        told = replace(told, country=(one.country, row.country))
    if row.population and row.population != one.population:
        told = replace(told, population=(one.population, row.population))
    return replace(told, tags=tuple(tag for tag in dict.fromkeys(row.tags) if tag not in one.tags))


def _refused(known: Sequence[Organisation], fills: Sequence[Fill]) -> set[str]:
    """Those that would get another code than they have, or one that another organisation has or would get:
    the two would be one in a benchmark."""
    found = {one.id for one in fills if one.code and one.code[0]}
    would = {one.id: one for one in fills}
    places: dict[tuple[str, str], list[str]] = {}
    for one in known:
        planned = would.get(one.id)
        code = planned.code[1] if planned and planned.code else one.code
        country = planned.country[1] if planned and planned.country else one.country
        if code:
            places.setdefault((country or "", folded_code(code)), []).append(one.id)
    doubled = {id_ for ids in places.values() if len(ids) > 1 for id_ in ids}
    return found | (doubled & {one.id for one in fills if one.code or one.country})

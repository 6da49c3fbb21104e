"""Organisations of a workspace that could be one, as when a file called "Uppby kommun" what is "Uppby" here.

It is only suggested. Nothing but a person's decision makes them one: see `maturity.store.merging`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from maturity.answers.words import fold
from maturity.store.codes import bare_name, folded_code
from maturity.store.tables import Organisation


@dataclass(frozen=True, slots=True)
class Double:
    """Two that could be one. The one with more rounds comes first: it is the one to keep."""

    kept: Organisation
    other: Organisation
    why: Literal["code", "name"]
    """What they have in common."""


def doubles(known: Sequence[Organisation], rounds: Mapping[str, int]) -> tuple[Double, ...]:
    """Those that have the same official code, or nearly the same name, and in which nothing speaks against it.
    `rounds` is how many each has, by its id."""
    found: dict[frozenset[str], Double] = {}
    for why, keys in (("code", _code_keys), ("name", _name_keys)):
        places: dict[str, list[Organisation]] = {}
        for one in known:
            for key in sorted(keys(one)):
                places.setdefault(key, []).append(one)
        pairs = (pair for group in places.values() for pair in itertools.combinations(group, 2))
        for first, second in pairs:
            both = frozenset((first.id, second.id))
            if both not in found and _may_be_one(first, second):
                kept, other = sorted((first, second), key=lambda one: _rank(one, rounds))
                found[both] = Double(kept, other, why)  # type: ignore[arg-type]
    return tuple(
        sorted(found.values(), key=lambda one: (one.kept.name.casefold(), one.other.name.casefold()))
    )


def others_like(organisation: Organisation, found: Iterable[Double]) -> tuple[Organisation, ...]:
    """Those that could be this one."""
    pairs = ((one.kept, one.other) for one in found)
    both = (pair for pair in pairs if organisation in pair)
    return tuple(one for pair in both for one in pair if one is not organisation)


def _code_keys(one: Organisation) -> set[str]:
    return {folded_code(one.code)} if one.code else set()


def _name_keys(one: Organisation) -> set[str]:
    """A name without what it ends with, and without the genitive before that: "Exempels stad" is "Exempel"."""
    name, bare = fold(one.name), bare_name(one.name)
    return {name} if bare == name else {bare, bare.removesuffix("s")}


def _may_be_one(first: Organisation, second: Organisation) -> bool:
    """Whether neither their countries nor their codes tell them apart."""
    countries, codes = {first.country, second.country}, {first.code, second.code}
    same_code = None in codes or len({folded_code(code) for code in codes if code}) == 1
    return (None in countries or len(countries) == 1) and same_code


def _rank(one: Organisation, rounds: Mapping[str, int]) -> tuple[object, ...]:
    return -rounds.get(one.id, 0), one.code is None, one.created_at, one.id

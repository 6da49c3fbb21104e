"""Which of a workspace's organisations a file means: by country and official code, else by name, else by another
name that it is known to have."""

from __future__ import annotations

from collections.abc import Iterable

from maturity.comparison.benchmark.entry import identity_of
from maturity.problems import N_, Problem, Problems
from maturity.store.tables import Organisation


class Known:
    """Organisations, looked up by what a file says of one."""

    def __init__(self, organisations: Iterable[Organisation] = ()) -> None:
        self._by_identity: dict[tuple[str, str], Organisation] = {}
        self._by_name: dict[str, list[Organisation]] = {}
        self._by_other_name: dict[str, list[Organisation]] = {}
        for one in organisations:
            self.add(one)

    def add(self, one: Organisation) -> None:
        """Know one more, or one again that has got other facts."""
        self._by_identity.setdefault(identity_of(one.name, one.country, one.code), one)
        _put(self._by_name, one.name, one)
        for name in one.also or ():
            _put(self._by_other_name, name, one)

    def find(self, name: str, country: str | None, code: str | None) -> Organisation | None:
        """The organisation that is meant. One without a code, or without a country, is found by its name if
        nothing speaks against it; None if there is none, or more than one."""
        found = self._by_identity.get(identity_of(name, country, code))
        return found or _only(self.namesakes(name, country, code))

    def check(self, name: str, country: str | None, code: str | None) -> None:
        """Raise Problems if it cannot be told which of several organisations is meant."""
        if self.find(name, country, code) is None and len(self.namesakes(name, country, code)) > 1:
            message = N_("Several municipalities here are called {name}. Write the official code")
            raise Problems([Problem(message, {"name": name})])

    def namesakes(self, name: str, country: str | None, code: str | None) -> list[Organisation]:
        """The organisations of this name that nothing else tells apart from it; if there is none, those that are
        also called so."""
        for names in (self._by_name, self._by_other_name):
            known = names.get(_folded(name), ())
            if found := [one for one in known if _may_be(one.country, country) and _may_be(one.code, code)]:
                return found
        return []


About = tuple[str, str | None, str | None]
"""What a file says of an organisation: its name, country and official code."""


def count_meant(files: Iterable[About], known: Known) -> tuple[int, int]:
    """How many organisations files are about, and how many of these are not known."""
    met, count, new = Known(), 0, 0
    for name, country, code in files:
        if met.find(name, country, code) is None:
            met.add(Organisation(name=name, country=country, code=code))
            count += 1
            new += known.find(name, country, code) is None
    return count, new


def _put(names: dict[str, list[Organisation]], name: str, one: Organisation) -> None:
    known = names.setdefault(_folded(name), [])
    if one not in known:
        known.append(one)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _may_be(known: str | None, said: str | None) -> bool:
    return not known or not said or known == said


def _only(found: list[Organisation]) -> Organisation | None:
    return found[0] if len(found) == 1 else None

"""What municipalities are called where one is chosen among several: two can have the same name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from maturity.store.tables import Organisation
from maturity.web.languages import spoken


def told_apart(known: Sequence[Organisation]) -> dict[str, str]:
    """The name of each by its id, with its official code; where that reads the same as another, with its country
    as well."""
    names = {one.id: _told(one.name, one.code) for one in known}
    often = Counter(names.values())
    alike = [one for one in known if often[names[one.id]] > 1]
    return names | {one.id: _told(one.name, one.code, spoken().country(one.country)) for one in alike}


def _told(name: str, *more: str | None) -> str:
    """ "Herøy (1515)" """
    beside = ", ".join(part for part in more if part)
    return f"{name} ({beside})" if beside else name

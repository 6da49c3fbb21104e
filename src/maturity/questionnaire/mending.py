"""A questionnaire with mistakes of shape, mended just enough to look for mistakes of another kind in the
rest.

Whoever makes three mistakes wants to hear of three, not of one after the other. What is optional and wrong is
left out; what is required and wrong is replaced by a stand-in; and what is then found about either is not
told.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from maturity.problems import nearest
from maturity.questionnaire.faults import Finding, id_like, spot_of
from maturity.questionnaire.items import KINDS
from maturity.questionnaire.yaml import Path

_TEXT = {"text": "?", "title": "?", "first-step": "?", "benefit": "?"}
_STAND_INS: dict[str, dict[str, Any]] = {
    "levels": {"at": 0, "name": "?"},
    "roles": {"name": "?"},
    "grades": {"name": "?", "supports": 0},
    "dimensions": {"title": "?"},
    "items": {"type": "text", "text": "?"},
    "closing": {"type": "text", "text": "?"},
    "options": {"text": "?", "points": 0},
    "recommendations": {**_TEXT, "about": "stand-in", "step": "start"},
    "patterns": {**_TEXT, "when": {"any": []}},
    "cases": {
        "country": "SE",
        "organisation": "?",
        "kind": "example",
        "result-kind": "none",
        "dimensions": [],
        "title": "?",
        "what": "?",
        "result": "?",
        "caution": "?",
        "source": "stand-in",
    },
    "sources": {"heading": "?", "publisher": "?", "date": "?", "language": "?"},
}
_TOP = {"id": "stand-in", "version": "0.0.0", "language": "en", "title": "?"}


@dataclass(frozen=True, slots=True)
class Repair:
    """Data that may validate, and what in it is not the author's."""

    data: Any
    touched: frozenset[Path]
    lost: frozenset[str]
    """Ids of what was replaced."""

    def is_sound(self, finding: Finding) -> bool:
        """Whether a finding is an error, and not about something that was mended."""
        if finding.severity != "error" or self.lost & set(map(str, finding.values.values())):
            return False
        return not any(_related(path, finding.path) for path in self.touched)


def mended(errors: list[Any], data: Any, before: Repair | None = None) -> Repair | None:
    """The data with every refused value left out or replaced; None if it is beyond that."""
    mending = _Mending(copy.deepcopy(data))
    if before is not None:
        mending.touched |= before.touched
        mending.lost |= before.lost
    for error in errors:
        if not mending.mend(error):
            return None
    return Repair(mending.data, frozenset(mending.touched), frozenset(mending.lost))


def _related(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _ids_in(data: Any) -> Iterator[str]:
    """Every id in some data, at any depth."""
    if isinstance(data, dict):
        yield str(data.get("id"))
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in inner:
        yield from _ids_in(value)


class _Mending:
    def __init__(self, data: Any) -> None:
        self.data = data
        self.touched: set[Path] = set()
        self.lost: set[str] = set()

    def mend(self, error: Any) -> bool:
        """Whether the part that this error is about can be done without."""
        spot = spot_of(error["loc"], self.data)
        path = spot.path
        if error["type"] == "extra_forbidden" and self._drop(path):
            return True
        if error["type"] == "union_tag_invalid" and self._guess_type(path):
            return True
        if (
            spot.field
            and not spot.field.required
            and path
            and path[-1] == spot.field.key
            and self._drop(path)
        ):
            return True
        if path and path[-1] == "id" and isinstance(self._at(path), str):
            self._at(path[:-1])["id"] = id_like(self._at(path))
            self.touched.add(path)
            return True
        return self._replace(path)

    def _guess_type(self, path: Path) -> bool:
        """Read a misspelt type as what was probably meant, to find what else is wrong in the item."""
        item = self._at(path)
        guess = nearest(str(item["type"]), KINDS) if "type" in item else None
        if guess:
            item["type"] = guess
            self.touched.add((*path, "type"))
        return guess is not None

    def _drop(self, path: Path) -> bool:
        around = self._at(path[:-1])
        self.touched.add(path)
        if isinstance(around, dict):
            around.pop(path[-1], None)
        return isinstance(around, dict)

    def _replace(self, path: Path) -> bool:
        """Replace the nearest list member around a path by a stand-in that keeps its id and its place."""
        for end in range(len(path), 1, -1):
            kind, place = path[end - 2], path[end - 1]
            around = self._at(path[: end - 1])
            if not isinstance(around, list) or not isinstance(place, int) or kind not in _STAND_INS:
                continue
            if place < len(around):  # or what was there has gone with an earlier repair
                around[place] = self._stand_in(str(kind), around[place], path[:end])
                return True
        if len(path) == 1 and path[0] in _TOP:
            self.data[path[0]] = _TOP[str(path[0])]
            self.touched.add(path)
            return True
        return False

    def _stand_in(self, kind: str, given: Any, path: Path) -> dict[str, Any]:
        id_ = given.get("id") if isinstance(given, dict) else None
        keep = isinstance(id_, str) and id_.replace("-", "").isalnum() and id_ == id_.lower()
        name = str(id_) if keep else f"stand-in-{len(self.lost)}"
        self.touched.add(path)
        self.lost |= {name, *_ids_in(given)}
        return {"id": name, **_STAND_INS[kind]}

    def _at(self, path: Path) -> Any:
        value = self.data
        for step in path:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

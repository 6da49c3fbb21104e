"""Which parts of another version's results may stand in a column: what `diff` calls same or comparable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from maturity.comparison.benchmark.digest import Digest
from maturity.comparison.benchmark.model import Incomparable
from maturity.questionnaire.comparing import Change, Diff, diff
from maturity.questionnaire.model import Questionnaire

KEPT = ("same", "comparable")


@dataclass(frozen=True)
class Reading:
    """How results of one version are read: for each of our items and dimensions the id that it has there, or
    None where a score there means something else."""

    version: str
    items: tuple[str | None, ...]
    nodes: tuple[str | None, ...]
    overall: bool
    incomparable: tuple[Incomparable, ...] = ()
    edition: bool = False
    """Whether the version number is ours and the content is not."""

    @cached_property
    def empty(self) -> bool:
        """Whether nothing in it can be compared."""
        return not any(self.items) and not any(self.nodes)


class Versions:
    """The questionnaires at hand: the one that is compared by, and others that results may come from."""

    def __init__(self, ours: Questionnaire, others: Iterable[Questionnaire] = ()) -> None:
        self.ours = ours
        self._readings = {ours.fingerprint: _own(ours)}
        self._numbers = {(ours.id, ours.version): replace(_own(ours), edition=True)}
        for other in others:
            if other.fingerprint != ours.fingerprint:
                found = _other(other, ours)
                self._readings[other.fingerprint] = found
                self._numbers.setdefault((other.id, other.version), replace(found, edition=True))

    def reading(self, result: Digest) -> Reading | None:
        """How a result is read; None if its questionnaire is not at hand.

        A result whose content is not at hand but whose version number is, is read as that version and marked.
        """
        exact = self._readings.get(result.questionnaire_hash)
        return exact or self._numbers.get((result.questionnaire, result.version))


def _own(ours: Questionnaire) -> Reading:
    return Reading(ours.version, tuple(item.id for item in ours.scored_items), tuple(ours.nodes), True)


def _other(other: Questionnaire, ours: Questionnaire) -> Reading:
    found = diff(other, ours)
    there = {change.id: change.before or change.id for change in _kept(found)}
    return Reading(
        other.version,
        tuple(there.get(item.id) for item in ours.scored_items),
        tuple(there.get(id_) for id_ in ours.nodes),
        found.overall.verdict in KEPT,
        tuple(_incomparable(other, change) for change in _changes(found, ours) if change.verdict not in KEPT),
    )


def _kept(found: Diff) -> Iterable[Change]:
    return (change for change in (*found.items, *found.dimensions) if change.verdict in KEPT)


def _changes(found: Diff, ours: Questionnaire) -> Iterable[Change]:
    """The overall number, dimensions and scored items that we have."""
    scored = {item.id for item in ours.scored_items}
    items = (change for change in found.items if change.id in scored)
    nodes = (change for change in found.dimensions if change.id in ours.nodes)
    return (found.overall, *nodes, *items)


def _incomparable(other: Questionnaire, change: Change) -> Incomparable:
    reasons = tuple(reason for reason in change.reasons if reason.breaks)
    return Incomparable(other.version, change.kind, change.id, reasons)

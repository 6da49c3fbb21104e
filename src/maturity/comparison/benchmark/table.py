"""Results as arrays, extracted once: one row an organisation, one column a dimension or item.

Whoever has very many results streams them through `tabulate` and keeps the table: a row takes a kilobyte, a
whole result fifty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np

from maturity.comparison.benchmark.digest import Digest, digest_of
from maturity.comparison.benchmark.entry import (
    CONSENTS,
    Entry,
    Identity,
    LeftOut,
    Mark,
    Member,
    Why,
    identity_of,
)
from maturity.comparison.benchmark.model import Incomparable
from maturity.comparison.benchmark.versions import Reading, Versions
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.plan import Bools, Floats
from maturity.scoring.result import Result


@dataclass(frozen=True, slots=True)
class Table:
    """Scores of many organisations on the questionnaire's scale; NaN where there is none that may be
    compared.

    Rows are in the order of `members`. `values` is organisations x (score, standard error, low, high) x
    columns; columns are nodes (parents first), items, and the overall number, in the questionnaire's order.
    """

    members: tuple[Member, ...]
    values: Floats
    count: int
    """How many columns are nodes."""
    incomparable: tuple[Incomparable, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def nodes(self) -> Floats:
        """Scores of dimensions."""
        return self.values[:, 0, : self.count]

    @property
    def node_errors(self) -> Floats:
        """Their standard errors, NaN where a result does not say."""
        return self.values[:, 1, : self.count]

    @property
    def items(self) -> Floats:
        """Scores of items."""
        return self.values[:, 0, self.count : -1]

    @property
    def item_errors(self) -> Floats:
        """Their standard errors."""
        return self.values[:, 1, self.count : -1]

    @property
    def overall(self) -> Floats:
        """The overall number of each organisation."""
        return self.values[:, 0, -1]

    def take(self, rows: Bools | Sequence[int]) -> Table:
        """The same table with some of its rows only."""
        chosen = np.arange(len(self.members))[np.asarray(rows)] if len(rows) else np.zeros(0, dtype=np.int64)
        members = tuple(self.members[row] for row in chosen.tolist())
        return replace(self, members=members, values=self.values[chosen])


def tabulate(
    questionnaire: Questionnaire,
    results: Iterable[Entry | Result | Digest],
    others: Iterable[Questionnaire] = (),
) -> Table:
    """The table of results: the latest of each organisation, in an order of its own.

    `others` are the questionnaires of other versions that results may come from. A bare Result is taken as
    anonymous. Of files with the same answers the one with the more cautious consent counts. The order of
    `results` and whether one comes twice change nothing. Raises Problems if a score lies outside the
    questionnaire's scale.
    """
    gathering = _Gathering(questionnaire, Versions(questionnaire, others))
    for one in results:
        gathering.add(one if isinstance(one, Digest) else digest_of(one))
    return _latest(gathering.table())


_ORDER = attrgetter("organisation", "date", "reason", "identity")
"""Of results that are left out."""


class _Gathering:
    """Rows as they come in."""

    def __init__(self, questionnaire: Questionnaire, versions: Versions) -> None:
        self.questionnaire = questionnaire
        self.versions = versions
        self.rows: dict[tuple[str, ...], tuple[Member, Floats]] = {}
        self.refused: dict[tuple[str, str], str] = {}
        self.left_out: set[LeftOut] = set()
        self.read: dict[str, Reading] = {}
        self.problems: list[Problem] = []

    def add(self, digest: Digest) -> None:
        """Take a result in, or note why not. The same one twice is one."""
        reading = self.versions.reading(digest)
        reason = _why_not(digest, reading)
        if reason == "not-included":
            self._refuse(digest)
        if reason or reading is None:
            self.left_out.add(_left_out(digest, reason or "unknown"))
            return
        values = _values(digest, reading)
        self._refuse_other_scales(digest, values[0])
        if np.isnan(values[0]).all():
            self.left_out.add(_left_out(digest, "not-comparable"))
            return
        self.read[reading.version] = reading
        member = _member(digest, reading, self.questionnaire)
        before = self.rows.get((*member.identity, member.key))
        if before is None or CONSENTS.index(before[0].consent) < CONSENTS.index(member.consent):
            self.rows[*member.identity, member.key] = (member, values)

    def table(self) -> Table:
        """The rows in the order of the hashes of their answers: no order of files can tell anything."""
        if self.problems:
            raise Problems(self.problems)
        kept = (row for row in self.rows.values() if row[0].date > self.refused.get(row[0].identity, ""))
        rows = sorted(kept, key=lambda row: (row[0].key, row[0].identity))
        nodes = len(self.questionnaire.nodes)
        width = nodes + len(self.questionnaire.scored_items) + 1
        return Table(
            members=tuple(member for member, _ in rows),
            values=np.array([values for _, values in rows]).reshape(len(rows), 4, width),
            count=nodes,
            incomparable=tuple(part for _, one in sorted(self.read.items()) for part in one.incomparable),
            left_out=tuple(sorted(self.left_out, key=_ORDER)),
        )

    def _refuse(self, digest: Digest) -> None:
        """Who is not included from some round on is not included with an earlier one either."""
        identity = _identity(digest)
        self.refused[identity] = max(digest.date, self.refused.get(identity, ""))

    def _refuse_other_scales(self, digest: Digest, scores: Floats) -> None:
        scale = self.questionnaire.scale
        there = scores[~np.isnan(scores)]
        if len(there) and (there.min() < scale.from_ - 1e-9 or there.max() > scale.to + 1e-9):
            message = N_(
                "A score of {organisation} ({date}) lies outside the scale from {low} to {high}: results on "
                "different scales are not mixed"
            )
            values: dict[str, object] = {"organisation": digest.organisation, "date": digest.date}
            self.problems.append(Problem(message, {**values, "low": scale.from_, "high": scale.to}))


def _identity(digest: Digest) -> Identity:
    return identity_of(digest.organisation, digest.country, digest.code)


def _left_out(digest: Digest, reason: Why) -> LeftOut:
    return LeftOut(digest.organisation, digest.date, reason, _identity(digest))


def _why_not(digest: Digest, reading: Reading | None) -> Why | None:
    if digest.consent == "not-included":
        return "not-included"
    if digest.withheld:
        return "withheld"
    if not digest.dimensions and not digest.items:
        return "no-score"
    if reading is None:
        return "unknown"
    return "not-comparable" if reading.empty else None


_NOTHING = (None,) * 4


def _values(digest: Digest, reading: Reading) -> Floats:
    """Score, standard error and interval of every column: 4 x (nodes, items, overall); NaN for None."""
    found = [digest.dimensions.get(id_, _NOTHING) if id_ else _NOTHING for id_ in reading.nodes]
    found += [digest.items.get(id_, _NOTHING) if id_ else _NOTHING for id_ in reading.items]
    overall = digest.overall if reading.overall else None
    return np.array([*found, overall or _NOTHING], dtype=float).T


def _member(digest: Digest, reading: Reading, questionnaire: Questionnaire) -> Member:
    return Member(
        organisation=digest.organisation,
        country=digest.country,
        code=digest.code,
        population=digest.population,
        date=digest.date,
        version=digest.version,
        respondents=digest.respondents,
        consent=digest.consent,
        tags=digest.tags,
        key=digest.answers_hash,
        marks=tuple(_marks(digest, reading, questionnaire)),
        note=digest.note,
    )


def _marks(digest: Digest, reading: Reading, questionnaire: Questionnaire) -> Iterable[Mark]:
    """Every mark but "stale", which depends on the others."""
    if digest.respondents < questionnaire.conventions.grade_b.people:
        yield "few"
    if digest.silent:
        yield "role-missing"
    if reading.version != questionnaire.version:
        yield "version"
    if reading.edition:
        yield "edition"


def _latest(table: Table) -> Table:
    """The latest result of each organisation; of the same day, the one with the greater hash."""
    last: dict[tuple[str, str], int] = {}
    for row, member in enumerate(table.members):
        before = last.get(member.identity)
        if before is None or (table.members[before].date, table.members[before].key) < (
            member.date,
            member.key,
        ):
            last[member.identity] = row
    kept = set(last.values())
    earlier = (member for row, member in enumerate(table.members) if row not in kept)
    passed = (LeftOut(one.organisation, one.date, "earlier", one.identity) for one in earlier)
    return replace(table.take(sorted(kept)), left_out=(*table.left_out, *passed))

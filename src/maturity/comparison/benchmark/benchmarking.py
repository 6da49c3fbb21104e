"""From results of several organisations to a benchmark: for the group, or for one client among its peers."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

import maturity
from maturity.comparison.benchmark.entry import EVERYBODY, Choice, Entry, Identity, Member
from maturity.comparison.benchmark.influence import DECIMALS, influence, published, together
from maturity.comparison.benchmark.lessons import find_teachers, lessons, strengths
from maturity.comparison.benchmark.marking import count_marks
from maturity.comparison.benchmark.model import (
    FORMAT,
    Benchmark,
    Client,
    Influence,
    Standing,
    Together,
)
from maturity.comparison.benchmark.noting import count_notes
from maturity.comparison.benchmark.placing import Draws, make_draws, placed, places
from maturity.comparison.benchmark.rows import make_rows
from maturity.comparison.benchmark.selecting import Selection, select
from maturity.comparison.benchmark.separation import separations
from maturity.comparison.benchmark.statistics import standings
from maturity.comparison.benchmark.table import Table, tabulate
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.plan import Bools, Plan, make_plan
from maturity.scoring.resampling import seed_of
from maturity.scoring.result import Result

LEAST_THRESHOLD = 3
"""A median is a mean of three: with fewer organisations there is nothing to hide among."""
OVERALL = "overall"

Target = float | Mapping[str, float] | None


def benchmark(
    questionnaire: Questionnaire,
    results: Iterable[Entry | Result] | Table,
    *,
    client: str | Identity | None = None,
    peers: Choice = EVERYBODY,
    target: Target = None,
    threshold: int = 5,
    draws: int = 1000,
    working_copy: bool = False,
) -> Benchmark:
    """What a group has in common and what tells its members apart; with `client`, where it stands among
    peers.

    `results` are compared by `questionnaire`; those of other versions come as a table (see `tabulate`).
    `client` is a name, an official code or an identity, and is never one of its own peers. `target` is a
    place on the scale, for all or by id of dimension or item. `threshold` is the fewest organisations behind
    any statistic, at least 3. `draws` may be 0: then there are no percentiles and no ranks. A `working_copy`
    shows anonymous organisations one by one, without their names: it is for whoever holds their files and
    for nobody else.

    The same results give the same benchmark in any order. Raises Problems if the client is not among the
    results, or if scales differ.
    """
    if threshold < LEAST_THRESHOLD:
        message = N_("The fewest organisations behind a statistic are {least}, not {found}")
        raise Problems([Problem(message, {"least": LEAST_THRESHOLD, "found": threshold})])
    table = results if isinstance(results, Table) else tabulate(questionnaire, results)
    plan = make_plan(questionnaire)
    group = _hash_of(questionnaire, table.members)
    chosen = select(
        table, client=client, choice=peers, threshold=threshold, working_copy=working_copy, secret=group
    )
    work = _Work(questionnaire, plan, chosen, make_draws(questionnaire, plan, draws, seed_of(group)))
    empty = _empty(work, table, peers, draws, working_copy=working_copy, group=group)
    return empty if chosen.withheld else _filled(work, empty, _targets(target, plan))


@dataclass(frozen=True, slots=True)
class _Work:
    """What every part of a benchmark is made from."""

    questionnaire: Questionnaire
    plan: Plan
    chosen: Selection
    draws: Draws

    @property
    def least(self) -> float:
        """The least difference that is called one, on the scale."""
        return self.questionnaire.conventions.change * self.plan.length


def _hash_of(questionnaire: Questionnaire, members: Iterable[Member]) -> str:
    keys = sorted(f"{member.key} {member.consent}" for member in members)
    return hashlib.sha256("\n".join((questionnaire.fingerprint, *keys)).encode()).hexdigest()


def _empty(
    work: _Work, table: Table, choice: Choice, draws: int, *, working_copy: bool, group: str
) -> Benchmark:
    """A benchmark that says who is compared and nothing else."""
    chosen, plan, peers = work.chosen, work.plan, work.chosen.peers.members
    client = chosen.client_member
    left_out = Counter(one.reason for one in table.left_out if one.reason != "not-included")
    return Benchmark(
        format=FORMAT,
        program=maturity.__version__,
        questionnaire=work.questionnaire.id,
        version=work.questionnaire.version,
        questionnaire_hash=work.questionnaire.fingerprint,
        group_hash=hashlib.sha256(group.encode()).hexdigest(),
        working_copy=working_copy,
        client=_client(client) if client else None,
        choice=replace(choice, codes=()),
        chosen_by_code=bool(choice.codes),
        threshold=chosen.shield.threshold,
        draws=draws,
        newest=max((one.date for one in (*peers, *((client,) if client else ()))), default=""),
        organisations=len(peers),
        named=tuple(sorted(one.organisation for one in peers if one.consent == "named")),
        withheld=chosen.withheld,
        hidden_left_out=chosen.hidden_left_out,
        overall=_nothing(OVERALL),
        dimensions=tuple(_nothing(id_) for id_ in plan.nodes),
        top=tuple(plan.nodes[column] for column in plan.top),
        items=tuple(_nothing(id_) for id_ in plan.items),
        rows=(),
        ranked=0,
        separation=(),
        influence=(),
        together=(),
        strengths=(),
        lessons=(),
        marks=(),
        incomparable=table.incomparable,
        left_out=tuple(sorted(left_out.items())),
    )


def _client(member: Member) -> Client:
    return Client(member.organisation, member.code, member.date, member.consent, member.marks, member.note)


def _nothing(id_: str) -> Standing:
    return Standing(id_, 0, None, None, None)


def _filled(work: _Work, empty: Benchmark, targets: Mapping[str, float]) -> Benchmark:
    chosen, plan = work.chosen, work.plan
    peers, shield = chosen.peers, chosen.shield
    ids = (*plan.nodes, *plan.items, OVERALL)
    values = np.column_stack([peers.nodes, peers.items, peers.overall])
    told = standings(ids, values, shield, plan.length, plan.low)
    found = [replace(one, target=targets.get(one.id)) for one in told]
    if chosen.client:
        found = _with_client(work, chosen.client, found)
    nodes, items = tuple(found[: len(plan.nodes)]), tuple(found[len(plan.nodes) : -1])
    full = replace(
        empty,
        overall=found[-1],
        dimensions=nodes,
        items=items,
        separation=tuple(separations(plan.items, peers.items, peers.overall, shield, plan.length)),
        marks=tuple(count_marks(peers.members, shield)),
        notes=tuple(count_notes(peers.members, shield)),
    )
    return _for_client(work, full, chosen.client) if chosen.client else _for_group(work, full)


def _with_client(work: _Work, client: Table, found: list[Standing]) -> list[Standing]:
    """The standings with the client's own scores, percentiles and ranks."""
    at = places(client, work.chosen.peers, work.draws)
    items = set(work.plan.items)
    return [
        placed(one, place, work.chosen.shield, is_item=one.id in items)
        for one, place in zip(found, at, strict=True)
    ]


def _for_client(work: _Work, full: Benchmark, client: Table) -> Benchmark:
    teachers: dict[str, tuple[str, ...]] = {}
    if client.members[0].consent == "named":
        own = client.items[0], client.item_errors[0]
        peers = work.chosen.peers
        their = peers.items, peers.item_errors
        teachers = find_teachers(work.plan.items, peers.members, own, their, work.least)
    return replace(
        full,
        strengths=strengths(full.items, work.least),
        lessons=lessons(full.items, work.least, teachers),
    )


def _for_group(work: _Work, full: Benchmark) -> Benchmark:
    """Rows of those who may be shown, and what drives the differences."""
    shown = work.chosen.peers.take(~work.chosen.shield.hidden)
    rows, (weights, correlations) = make_rows(shown, work.draws), _drivers(work)
    return replace(
        full,
        rows=rows,
        ranked=sum(row.rank is not None for row in rows),
        influence=weights,
        together=correlations,
    )


def _drivers(work: _Work) -> tuple[tuple[Influence, ...], tuple[Together, ...]]:
    """Effective weights and correlations, from twice the threshold of complete organisations on."""
    peers, shield, top = work.chosen.peers, work.chosen.shield, list(work.plan.top)
    complete: Bools = np.logical_not(np.isnan(peers.nodes[:, top]).any(axis=1))
    if not shield.allows(complete) or complete.sum() < 2 * shield.threshold:
        return (), ()
    ids = [work.plan.nodes[column] for column in top]
    scores = peers.nodes[complete][:, top]
    found = influence(ids, scores, work.draws.weights, work.draws.aggregation)
    return published(found), tuple(
        replace(one, rho=round(one.rho, DECIMALS)) for one in together(ids, scores)
    )


def _targets(target: Target, plan: Plan) -> Mapping[str, float]:
    if target is None:
        return {}
    if isinstance(target, Mapping):
        return target
    return dict.fromkeys((plan.nodes[column] for column in plan.top), float(target))

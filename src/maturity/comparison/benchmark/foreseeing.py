"""What a benchmark would say and withhold, told before it is made: for choosing who gets one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maturity.comparison.benchmark.entry import Choice, Identity
from maturity.comparison.benchmark.selecting import select
from maturity.comparison.benchmark.table import Table


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How many organisations would be compared, and why there would be no statistics of them (None: there
    would)."""

    organisations: int
    withheld: Literal["few", "rest"] | None


def foresee(table: Table, choice: Choice, threshold: int, client: Identity | None = None) -> Foreseen:
    """What the benchmark of a group, or of one client among it, would be. Raises Problems if there is no such
    client."""
    chosen = select(table, client=client, choice=choice, threshold=threshold, working_copy=False, secret="")
    return Foreseen(len(chosen.peers.members), chosen.withheld)

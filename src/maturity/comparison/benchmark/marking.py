"""Marks that make a number less comparable, and how many have them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from maturity.comparison.benchmark.entry import MARKS, Member
from maturity.comparison.benchmark.model import MarkCount
from maturity.comparison.benchmark.protect import Shield
from maturity.scoring.disclosure import may_show

STALE_MONTHS = 24
"""A result older than this, counted from the newest in the group, is stale (own convention)."""


def with_stale(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members, the stale ones marked."""
    newest = max((datetime.date.fromisoformat(one.date) for one in members), default=datetime.date.min)
    return tuple(
        replace(one, marks=(*one.marks, "stale")) if is_stale(one.date, newest) else one for one in members
    )


def is_stale(date: str, newest: datetime.date) -> bool:
    """Whether a date (ISO 8601) lies more than 24 months before another."""
    day = datetime.date.fromisoformat(date)
    months = (newest.year - day.year) * 12 + newest.month - day.month
    return (months, newest.day) > (STALE_MONTHS, day.day)


def count_marks(members: Sequence[Member], shield: Shield) -> Iterable[MarkCount]:
    """How many have each mark that any has, as far as it may be told."""
    for mark in MARKS:
        n = sum(mark in one.marks for one in members)
        if n:
            yield MarkCount(mark, open_count(n, len(members), shield))


def open_count(n: int, of: int, shield: Shield) -> int | None:
    """How many of those compared have something; None where fewer than the threshold have it, or do not."""
    return n if not shield.hidden.any() or may_show(n, of - n, shield.needed) else None

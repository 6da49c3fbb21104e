"""Two groups that differ in few: whoever reads the benchmarks of both could work out those few.

Within one run `protect` sees to it that those not chosen are nobody or enough. Two saved groups are two runs,
and only whoever makes them can leave one out: they are told.
"""

from __future__ import annotations

from collections.abc import Iterable

from maturity.comparison.benchmark.entry import Choice, Member


def hidden_between(members: Iterable[Member], one: Choice, other: Choice) -> int:
    """How many organisations that do not want to be named are in one of two groups, and not in both."""
    return sum(member.consent != "named" and one.fits(member) != other.fits(member) for member in members)


def too_near(members: Iterable[Member], one: Choice, other: Choice, threshold: int) -> int:
    """The same number if it is so small that they could be found (1 to `threshold` - 1); otherwise 0."""
    between = hidden_between(members, one, other)
    return between if between < threshold else 0

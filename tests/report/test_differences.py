"""The heading over the gaps names everybody who shares the widest one, as it is shown."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from maturity.report.model import Report

ROLES = [
    {"id": "politician", "name": "Politician", "plural": "Politicians"},
    {"id": "manager", "name": "Manager", "plural": "Managers"},
    {"id": "staff", "name": "Staff member", "plural": "Staff"},
]


def finding(make: SimpleNamespace, **points: dict[str, int]) -> str:
    """The heading where six people of each role give these points."""
    asked = make.asked(*(make.theme_of(name) for name in ("trust", "money")), roles=ROLES)
    people = [one for role, given in points.items() for one in make.alike(asked, role, 6, given)]
    report: Report = make.made_from(asked, make.assessed(asked, people), "en").report
    assert report.differences is not None
    return report.differences.finding


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ((4, 2, 2), "Widest gap: Trust, which politicians place 2.0 levels higher than managers and staff"),
        ((4, 4, 2), "Widest gap: Trust, which politicians and managers place 2.0 levels higher than staff"),
        ((4, 3, 2), "Widest gap: Trust, which politicians place 2.0 levels higher than staff"),
    ],
)
def test_roles_that_share_the_widest_gap_are_named_together(make: SimpleNamespace, points, told: str) -> None:
    trust = dict(zip(("politician", "manager", "staff"), points, strict=True))
    assert finding(make, **{role: {"trust": at, "money": 3} for role, at in trust.items()}) == told


def test_a_gap_that_is_as_wide_elsewhere_is_one_of_the_widest(make: SimpleNamespace) -> None:
    told = finding(make, politician={"trust": 4, "money": 2}, staff={"trust": 2, "money": 4})
    assert told == "One of the widest gaps: Trust, which politicians place 2.0 levels higher than staff"

"""What is foreseen is what then is."""

from __future__ import annotations

import pytest

from maturity.comparison.benchmark import Choice, benchmark, tabulate
from maturity.comparison.benchmark.foreseeing import foresee

CHOICES = (Choice(), Choice(countries=("SE",)), Choice(population=(None, 8_000)))


@pytest.mark.parametrize("count", [3, 5, 6, 7, 12])
@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("for_client", [True, False])
def test_it_is_what_the_benchmark_then_says(tiny, make, count, choice, for_client):
    table = tabulate(tiny, make(count))
    client = table.members[0].identity if for_client else None
    foreseen = foresee(table, choice, 5, client)
    found = benchmark(tiny, table, client=client, peers=choice, draws=0)
    assert (foreseen.organisations, foreseen.withheld) == (found.organisations, found.withheld)

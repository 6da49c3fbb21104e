"""Several organisations side by side: from stored results, with ranks, and very many of them."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from benchmarks.figures import Figure
from benchmarks.timing import medians, peak_memory
from maturity import resources
from maturity.comparison.benchmark import benchmark, tabulate
from maturity.questionnaire import load
from maturity.questionnaire.model import Questionnaire

ORGANISATIONS, MANY = 300, 20_000
CLIENT = "Town 00007"
TOWNS = Path(__file__).parent.parent / "tests" / "comparison" / "benchmark" / "towns.py"


def run() -> Iterator[Figure]:
    questionnaire, towns = asked(), generator()
    entries = towns.make_towns(questionnaire, ORGANISATIONS)
    table = tabulate(questionnaire, entries)
    group, client, working = medians(
        lambda: benchmark(questionnaire, entries, draws=0),
        lambda: benchmark(questionnaire, table, client=CLIENT),
        lambda: benchmark(questionnaire, table, working_copy=True),
        rounds=7,
    )
    yield Figure("Benchmark of 300 results: statistics, from results to outcome", group, "ms", 300)
    yield Figure("One client among 299 peers: percentiles and ranks, 1,000 draws", client, "ms", 2000)
    yield Figure("300 organisations ranked: 1,000 draws of scores, weights and means", working, "ms", 2000)

    measured = [float(number) for number in re.findall(r"[\d.]+", in_a_process_of_its_own())]
    tenth, whole, memory = measured
    yield Figure("Statistics of a group of 20,000 stored results", whole, "ms", 1000)
    yield Figure("The same: times a group of 2,000", whole / tenth, "times", 12)
    yield Figure("The same: memory of the whole process, results read one by one", memory, "MB", 500)


def in_a_process_of_its_own() -> str:
    """Milliseconds for a tenth of the many and for all of them, and the most memory that was taken."""
    command = [sys.executable, "-m", "benchmarks.benchmark_groups"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def many() -> None:
    questionnaire, towns = asked(), generator()
    table = tabulate(questionnaire, towns.stream(questionnaire, MANY))
    tenth = table.take(list(range(MANY // 10)))
    times = medians(
        lambda: benchmark(questionnaire, tenth, draws=0),
        lambda: benchmark(questionnaire, table, draws=0),
        rounds=5,
    )
    print(*times, peak_memory())


def asked() -> Questionnaire:
    return load(resources.read_folder(resources.find_questionnaire("innovation-capacity")))


def generator() -> ModuleType:
    """The made-up municipalities of the tests."""
    found = importlib.util.spec_from_file_location("benchmark_towns", TOWNS)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[found.name] = module
    found.loader.exec_module(module)
    return module


if __name__ == "__main__":
    many()

"""Reports of benchmarks: of a group and of one client, with names and without."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from maturity import resources
from maturity.comparison.benchmark import Benchmark, Consent, Table, benchmark, tabulate
from maturity.language import language
from maturity.questionnaire import load
from maturity.questionnaire.model import Questionnaire
from maturity.report.benchmark.build import build_benchmark
from maturity.report.benchmark.formats import Bundle

CLIENT = "Town 00004"


def _towns() -> ModuleType:
    place = Path(__file__).parents[2] / "comparison" / "benchmark" / "towns.py"
    found = importlib.util.spec_from_file_location("report_towns", place)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[found.name] = module
    found.loader.exec_module(module)
    return module


towns = _towns()


@cache
def asked(tag: str) -> Questionnaire:
    return load(resources.read_folder(resources.find_questionnaire("innovation-capacity")), tag)


@cache
def table(count: int, consent: Consent) -> Table:
    return tabulate(asked("en"), towns.make_towns(asked("en"), count, consent=consent))


@cache
def found(count: int, consent: Consent, client: str | None, working_copy: bool) -> Benchmark:
    return benchmark(
        asked("en"), table(count, consent), client=client, working_copy=working_copy, target=3, draws=200
    )


@pytest.fixture(scope="session")
def make() -> Callable[..., Bundle]:
    """`make("sv", client=..., consent=..., count=...)`: a report with its benchmark."""

    def made(
        tag: str = "en",
        *,
        client: str | None = None,
        consent: Consent = "named",
        count: int = 12,
        working_copy: bool = False,
    ) -> Bundle:
        outcome = found(count, consent, client, working_copy)
        spoken = language(tag)
        return Bundle(outcome, build_benchmark(asked(tag), outcome, spoken, "Towns of the north"), spoken)

    return made


@pytest.fixture(scope="session")
def noted() -> Callable[[str | None], Bundle]:
    """`noted(client)`: a report of results each of which has a note for its readers."""
    entries = [
        replace(one, result=replace(one.result, note=f"Made up: {one.result.organisation}"))
        for one in towns.make_towns(asked("en"), 12, consent="named")
    ]
    compared = tabulate(asked("en"), entries)

    def made(client: str | None) -> Bundle:
        outcome = benchmark(asked("en"), compared, client=client, draws=0)
        spoken = language("en")
        return Bundle(outcome, build_benchmark(asked("en"), outcome, spoken), spoken)

    return made

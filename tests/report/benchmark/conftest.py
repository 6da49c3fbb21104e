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
def noted() -> Callable[..., Bundle]:
    """`noted(client)`: a report of twelve results of which the first `made_up` and the next `other` have a note
    for their readers."""

    def made(
        client: str | None = None,
        *,
        made_up: int = 12,
        other: int = 0,
        consent: Consent = "named",
        working_copy: bool = False,
    ) -> Bundle:
        notes = ["Made up: {name}"] * made_up + ["Half of {name} was ill"] * other + [None] * 12
        entries = [
            replace(one, result=replace(one.result, note=note and note.format(name=one.result.organisation)))
            for one, note in zip(towns.make_towns(asked("en"), 12, consent=consent), notes, strict=False)
        ]
        compared = tabulate(asked("en"), entries)
        outcome = benchmark(asked("en"), compared, client=client, draws=0, working_copy=working_copy)
        spoken = language("en")
        return Bundle(outcome, build_benchmark(asked("en"), outcome, spoken), spoken)

    return made

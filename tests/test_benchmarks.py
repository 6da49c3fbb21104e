"""Benchmarks are run by hand; that they can be is seen here."""

from __future__ import annotations

import importlib

import pytest
from benchmarks.__main__ import BENCHMARKS
from benchmarks.figures import Figure


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_finds_what_it_measures(name: str) -> None:
    assert callable(importlib.import_module(f"benchmarks.{name}").run)


def test_figures_are_written_without_exponents() -> None:
    figures = [Figure("", value, "ms", 1).cells()[1] for value in (0.01234, 3.456, 345.6, 17_912.3)]
    assert figures == ["0.0123 ms", "3.46 ms", "346 ms", "17912 ms"]


def test_what_is_counted_or_weighed_is_not_called_times() -> None:
    assert Figure("lost", 0, "saves", 0).cells()[1:3] == ("0 saves", "at most 0 saves")
    assert Figure("page", 27.34, "kB", 150).cells()[1:3] == ("27.3 kB", "at most 150 kB")

"""Run the benchmarks. The exit status says whether they ran, not whether the goals are met."""

from __future__ import annotations

import argparse
import importlib
import sys
import traceback
from collections.abc import Iterable

from benchmarks import page
from benchmarks.figures import Figure, as_table

BENCHMARKS = (
    "start",
    "loading",
    "scoring",
    "report",
    "cohort",
    "web_answering",
    "benchmark_groups",
    "importing",
    "benchmark_page",
    "progress_rounds",
    "progress_report",
    "progress_page",
    "batches",
)
"""The modules here that have a `run()` that yields figures. To add one, copy a file and name it here."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which: {', '.join(BENCHMARKS)}; all if none is given"
    )
    parser.add_argument("--write", action="store_true", help="replace the table in docs/performance.md")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHMARKS):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    machine = page.machine()
    figures, crashed = measure(options.names or BENCHMARKS)
    measured = f"{machine}\n\n{as_table(figures)}"
    print(measured)
    if options.write:
        page.write(measured)
    return 1 if crashed else 0


def measure(names: Iterable[str]) -> tuple[list[Figure], bool]:
    """The figures of the benchmarks that ran, and whether any crashed; tracebacks go to standard error."""
    figures: list[Figure] = []
    crashed = False
    for name in names:
        print(f"measuring {name} ...", file=sys.stderr)
        try:
            figures += importlib.import_module(f"benchmarks.{name}").run()
        except Exception:
            crashed = True
            traceback.print_exc()
    return figures, crashed


if __name__ == "__main__":
    sys.exit(main())

"""The formats of a benchmark's report, by file ending."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from maturity.comparison.benchmark.model import Benchmark
from maturity.language import Language
from maturity.report.benchmark.model import BenchmarkReport
from maturity.report.html import render_template
from maturity.report.model import Column, Table
from maturity.report.theme import Theme


@dataclass(frozen=True, slots=True)
class Bundle:
    """A benchmark, its report, and how it is to look."""

    benchmark: Benchmark
    report: BenchmarkReport
    language: Language
    theme: Theme = field(default_factory=Theme)


def html(bundle: Bundle) -> bytes:
    """One self-contained HTML file."""
    return render_template("benchmark.html", bundle.report, bundle.language, bundle.theme).encode("utf-8")


def pdf(bundle: Bundle) -> bytes:
    """PDF/UA-1 from the same HTML. Raises RenderError."""
    from maturity.report.pdf import render_pdf

    return render_pdf(html(bundle).decode("utf-8"))


def xlsx(bundle: Bundle) -> bytes:
    """A workbook with one sheet for each table."""
    from maturity.report.formats.xlsx import workbook

    return workbook(bundle.report.title, bundle.report.date or "1970-01-01", tables_of(bundle.report))


def csv(bundle: Bundle) -> bytes:
    """Every number in one tidy table."""
    from maturity.report.formats.csv import tidy

    return tidy(bundle.language, tables_of(bundle.report))


def as_json(bundle: Bundle) -> bytes:
    """The benchmark as data, with sorted keys."""
    data = json.dumps(asdict(bundle.benchmark), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return (data + "\n").encode("utf-8")


def tables_of(report: BenchmarkReport) -> tuple[Table, ...]:
    """Every table of a report: what must be known first, numbers, what stands in the text, what was left out,
    settings."""
    drivers = report.drivers
    more = (drivers.influence, drivers.together) if drivers else ()
    numbers = (*report.tables, *report.row_tables, *more)
    return tuple(table for table in (_note(report), *numbers, report.left_out, report.settings) if table)


def _note(report: BenchmarkReport) -> Table | None:
    """That it is a working copy, or made up, on the first sheet: no file of one goes without."""
    front = report.front
    told = (*((front.note,) if front.note else ()), *front.notes)
    if not told:
        return None
    rows = tuple((text, "") for text in told)
    return Table("note", front.title, (Column(front.organisation), Column("")), rows)


FORMATS: dict[str, Callable[[Bundle], bytes]] = {
    ".pdf": pdf,
    ".html": html,
    ".json": as_json,
    ".csv": csv,
    ".xlsx": xlsx,
}

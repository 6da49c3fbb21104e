"""The report of a benchmark as plain data, in one language. Every format is made from this."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.report.charts.describe import BoxChart, DotChart, HeatChart, RadarChart, RankChart
from maturity.report.model import Table


@dataclass(frozen=True, slots=True)
class Front:
    """What this is, who is compared with whom, and how to read it."""

    organisation: str
    """The client, or what the group is called."""
    title: str
    when: str
    questionnaire: str
    answered: str
    """How many are compared."""
    note: str | None
    """What a reader must know before anything else: that it is a working copy, or who made the data."""
    notes: tuple[str, ...]
    """How many of the results compared are made up, or have a note that only their own reports tell."""
    notice: str | None
    facts: tuple[tuple[str, str], ...]
    """Label and value."""
    reading: tuple[str, ...]
    protection: str
    contents: tuple[tuple[str, str], ...]
    """Anchor and title of each section."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Top dimensions: the client against median and middle half, or these alone."""

    finding: str
    radar: RadarChart | DotChart
    boxes: BoxChart
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LessonLine:
    """One item on which the client stands clearly higher or lower than its peers."""

    title: str
    dimension: str
    why: str
    named: str
    """From whom it could learn; empty if nobody may be named."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """Where a peer could learn from the client, and where it could learn."""

    strengths: tuple[LessonLine, ...]
    lessons: tuple[LessonLine, ...]
    remark: str
    """Who is named, or why nobody is; empty if there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The organisations that may be shown, one by one."""

    ranks: tuple[RankChart, ...]
    heat: tuple[HeatChart, ...]
    items: tuple[HeatChart, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drivers:
    """What makes the difference. None: too few organisations, or too little that differs."""

    finding: str
    separation: Table | None
    influence: Table | None
    together: Table | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkReport:
    """A benchmark in one language."""

    language: str
    title: str
    date: str
    """ISO 8601: of the newest result."""
    levels: int
    front: Front
    withheld: str | None
    """Why there are no statistics; then there is nothing else."""
    profile: Profile | None
    lessons: Lessons | None
    rows: Rows | None
    drivers: Drivers | None
    items: tuple[tuple[str, BoxChart], ...]
    """Anchor and chart for each leaf dimension."""
    method: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    left_out: Table | None
    settings: Table
    prints: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    row_tables: tuple[Table, ...]
    """Of each organisation that may be shown; printed if they are few, and always in spreadsheets."""
    print_rows: bool

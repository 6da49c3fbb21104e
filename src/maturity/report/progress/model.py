"""A report about progress as plain data, in one language. Every format is made from this."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.report.charts.describe import ChangeChart, DotChart, RadarChart, TrendChart
from maturity.report.model import Table


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round: what it is called, when it was, and who answered."""

    name: str
    when: str
    version: str
    people: int
    roles: str


@dataclass(frozen=True, slots=True)
class Front:
    """What this is, and what it says in one sentence."""

    organisation: str
    title: str
    when: str
    questionnaire: str
    answered: str
    finding: str
    note: str | None
    notice: str | None
    rounds: tuple[RoundLine, ...]
    reading: tuple[str, ...]
    protection: str
    contents: tuple[tuple[str, str], ...]
    """Anchor and title of each section."""


@dataclass(frozen=True, slots=True)
class Told:
    """One dimension in words."""

    id: str
    name: str
    verdict: str
    """A few words, such as "no reliable change"."""
    firm: bool
    sentence: str
    where: str
    """Where the difference comes from; empty if there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Since:
    """Two rounds side by side."""

    anchor: str
    title: str
    finding: str
    chart: ChangeChart
    told: tuple[Told, ...]
    parts: Table
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What an action was meant to move, and where that stands."""

    name: str
    before: str
    after: str
    change: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ActionBox:
    """An action as it is told."""

    title: str
    status: str
    facts: tuple[tuple[str, str], ...]
    """Label and value: owner, due date, measure."""
    note: str | None
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target and how far it is."""

    name: str
    target: str
    by: str
    start: str
    now: str
    remark: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A part of the questionnaire that cannot be compared with before, and why."""

    name: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """One organisation's progress, in one language."""

    language: str
    title: str
    levels: int
    front: Front
    loop: tuple[ActionBox, ...]
    """The actions of earlier rounds: the report begins with them."""
    decided: tuple[ActionBox, ...]
    """What has been decided now."""
    continued: tuple[str, ...]
    """What was decided earlier and is gone on with, a line each: it is told in `loop`."""
    latest: Since | None
    whole: Since | None
    radar: RadarChart | DotChart | None
    trends: TrendChart | None
    roles: tuple[TrendChart, ...]
    """One for each dimension in which roles stand alone at least twice."""
    targets: tuple[TargetLine, ...]
    versions: tuple[VersionLine, ...]
    method: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    settings: Table
    tables: tuple[Table, ...]
    receipts: tuple[Table, ...]
    """The sums down to groups of roles, for spreadsheets."""

"""A report as plain data, in one language: what stands in it, before anyone decides how it looks.

Every format (PDF, HTML, XLSX, CSV) is made from this; none computes or words anything of its own.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from maturity.report.charts.describe import DotChart, RadarChart, RoleChart, StackedChart

Cell = str | int | float | None
"""A typed value: text, a count, a score or share at full precision, or nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and how its values are written."""

    title: str
    kind: Literal["text", "count", "score", "share", "precise", "signed"] = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers behind a chart or a finding. `id` is stable in every language."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RoleLine:
    """How many of a role answered, and what that means for what is shown."""

    name: str
    n: int
    remark: str


@dataclass(frozen=True, slots=True)
class Front:
    """What this is, and who answered."""

    organisation: str
    title: str
    when: str
    questionnaire: str
    note: str | None
    about: str
    notice: str | None
    answered: str
    roles: tuple[RoleLine, ...]
    protection: str
    reading: tuple[str, ...]
    contents: tuple[tuple[str, str], ...]
    """Anchor and title of each section."""


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One top dimension in the profile."""

    anchor: str
    name: str
    score: str
    interval: str
    level: str
    level_number: int | None
    grade: str
    remark: str


@dataclass(frozen=True, slots=True)
class StrengthLine:
    """What stands highest, and why it was chosen."""

    title: str
    score: str
    why: str


@dataclass(frozen=True, slots=True)
class CaseBox:
    """A case as it is told in the report."""

    id: str
    kind: str
    place: str
    title: str
    what: str
    result: str
    caution: str
    source: str


@dataclass(frozen=True, slots=True)
class Advised:
    """A recommendation or a pattern as it is told in the report."""

    id: str
    title: str
    about: str
    mode: str
    mode_label: str
    why: str
    text: str
    first_step: str
    benefit: str
    effort: str
    actors: str
    target: str | None
    questions: tuple[str, ...]
    cases: tuple[CaseBox, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile on one page."""

    finding: str
    radar: RadarChart | DotChart
    lines: tuple[ProfileLine, ...]
    levels: tuple[tuple[str, str], ...]
    """Each level's name with its number, and what it means."""
    bottleneck: str | None
    strengths: tuple[StrengthLine, ...]
    priorities: tuple[Advised, ...]
    overall: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One point to talk about."""

    title: str
    dimension: str
    why: str
    anchors: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """Where you see it differently."""

    finding: str
    chart: RoleChart | None
    remarks: tuple[str, ...]
    gaps: tuple[str, ...]
    agenda: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class DimensionPage:
    """One dimension on its own page."""

    anchor: str
    code: str | None
    name: str
    path: str | None
    question: str | None
    description: str | None
    score: str
    interval: str
    level: str
    level_number: int | None
    facts: tuple[tuple[str, str], ...]
    """Label and value of what the score rests on."""
    finding: str
    items: StackedChart | None
    advice: tuple[Advised, ...]
    then: tuple[Advised, ...]
    """What fits as well, told by title."""
    cases: tuple[CaseBox, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """An action that a team took on. Its texts are in the report's language, or as the team wrote them."""

    title: str
    owner: str = ""
    due: datetime.date | None = None
    status: str = ""
    overdue: bool = False
    first_step: str = ""
    note: str = ""
    measure: str = ""
    """What shows whether it is of use, and where that stands."""
    recommendation: str = ""
    """The id of the recommendation that it came from."""
    finished: bool = False
    """Whether it is done or dropped."""
    carried: bool = False
    """Whether it goes on with one of the round before."""


@dataclass(frozen=True, slots=True)
class Before:
    """What a team decided after the round before: what that round is called, its actions, and the day on which
    they stand as told: what becomes of an action is not frozen with a result."""

    round: str
    actions: tuple[Taken, ...]
    day: datetime.date


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the plan: an action with its owner, or something for the team to fill in."""

    action: str
    first_step: str
    actors: str
    due: str = ""
    status: str = ""
    note: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class LastTime:
    """What became of what was decided last time: a report that follows another begins with it."""

    lead: str
    lines: tuple[PlanLine, ...]
    caution: str
    """That movement is not proof, and where more is said."""


@dataclass(frozen=True, slots=True)
class Method:
    """How it was computed."""

    paragraphs: tuple[tuple[str, str], ...]
    settings: Table
    limits: tuple[str, ...]
    prints: tuple[tuple[str, str], ...]
    """Label and value: versions and hashes."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document that cases come from."""

    heading: str
    language: str
    detail: str
    cases: str


@dataclass(frozen=True, slots=True)
class Report:
    """One assessment's report, in one language."""

    language: str
    title: str
    levels: int
    """How many levels the scale has."""
    front: Front
    profile: Profile | None
    """None, like all that follows, if too few people answered."""
    differences: Differences | None
    dimensions: tuple[DimensionPage, ...]
    patterns: tuple[Advised, ...]
    plan: tuple[PlanLine, ...]
    proposals: tuple[tuple[str, str], ...]
    """What a council is asked to decide, each with its first step (empty for what a team wrote itself)."""
    method: Method
    tables: tuple[Table, ...]
    sources: tuple[SourceLine, ...]
    last_time: LastTime | None = None
    """None if this is the first round, or nothing was decided after the one before."""
    too_few: str = ""
    """What may be done about a result that is withheld; empty if it is not."""

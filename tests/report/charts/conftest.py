"""Every kind of chart with the longest words that the four languages bring, and a way to read an SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from maturity.report.charts.describe import (
    SHAPES,
    Axis,
    BoxChart,
    BoxRow,
    ChangeChart,
    ChangeRow,
    Chart,
    DotChart,
    DotRow,
    HeatCell,
    HeatChart,
    HeatRow,
    Mark,
    RadarChart,
    RankChart,
    RankRow,
    Ring,
    RoleChart,
    RoleRow,
    StackedChart,
    StackRow,
    TimeMark,
    TrendChart,
    TrendPanel,
    TrendPoint,
)
from maturity.report.charts.svg.widths import width_of

SVG = "{http://www.w3.org/2000/svg}"
DIMENSIONS = {
    "en": (
        "Political ownership",
        "Cross-silo work",
        "User involvement",
        "Goal-governance fit",
        "Benefits realisation",
    ),
    "sv": (
        "Politiskt ägarskap",
        "Tvärgående arbete",
        "Brukar- och invånarinvolvering",
        "Samspel mellan mål och styrning",
        "Nyttorealisering",
    ),
    "da": (
        "Politisk ejerskab",
        "Tværgående samarbejde",
        "Bruger- og borgerinddragelse",
        "Sammenhæng mellem mål og styring",
        "Gevinstrealisering",
    ),
    "nb": (
        "Politisk eierskap",
        "Tverrgående samarbeid",
        "Bruker- og innbyggermedvirkning",
        "Samsvar mellom mål og styring",
        "Gevinstrealisering",
    ),
}
LEVELS = {
    "en": ("Ad hoc", "Emerging", "Established", "Managed", "Learning"),
    "sv": ("Personberoende", "Påbörjat", "Etablerat", "Styrt och uppföljt", "Lärande"),
    "da": ("Personafhængigt", "Påbegyndt", "Etableret", "Styret og fulgt op", "Lærende"),
    "nb": ("Personavhengig", "Påbegynt", "Etablert", "Styrt og fulgt opp", "Lærende"),
}
ITEMS = {
    "en": ("Purposeful political dialogue with citizens", "Learning", "Responsibility across borders"),
    "sv": ("Tidigt och öppet utforskande av problem", "Samspel politik–förvaltning", "Uthållighet"),
    "da": ("Tidlig og åben udforskning af problemer", "Frontmedarbejderne", "Ansvar"),
    "nb": ("Innovasjon i den ordinære styringsmodellen", "Læring", "Utholdenhet"),
}
ROLES = ("Förtroendevalda", "Ledning", "Chefer", "Medarbetare", "Brukare och civilsamhälle", "Partner")
VALUES = ((3.4, 2.9, 3.9), (2.3, 1.9, 2.7), (3.1, 2.5, 3.7), (2.6, 2.3, 2.9), (1.9, 1.6, 2.2))
STANDS = (
    (4.1, 3.8, 3.2, 2.6, None, 2.0),
    (2.4, 2.5, 2.2, 2.1, 1.7, 2.4),
    (3.6, 3.4, 3.3, 3.3, 2.2, None),
    (5.0, 5.0, 5.0, 1.0, None, 1.0),
    (None, None, 3.0, None, None, None),
)


def shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}".replace(".", ",")


def rings_in(language: str) -> tuple[Ring, ...]:
    return tuple(Ring(i, name, str(i)) for i, name in enumerate(LEVELS[language], 1))


def radar_in(language: str) -> RadarChart:
    axes = tuple(
        Axis(name, code, value, low, high, shown(value), f"{shown(low)}–{shown(high)}")
        for name, code, (value, low, high) in zip(
            DIMENSIONS[language], ("PO", "CS", "UI", "GF", "BR"), VALUES, strict=True
        )
    )
    return RadarChart(
        title="Nyttorealisering är svagast",
        description="Fem dimensioner.",
        axes=axes,
        rings=rings_in(language),
        scale_from=1,
        scale_to=5,
        heads=("Dimension", "Nivå", "95 % konfidensintervall"),
    )


def dots_in(language: str) -> DotChart:
    rows = tuple(
        DotRow(name, value, low, high, shown(value), f"{shown(low)}–{shown(high)}", "n = 24")
        for name, (value, low, high) in zip(DIMENSIONS[language], VALUES, strict=True)
    )
    return DotChart(
        title="Fem värden",
        description="Med intervall.",
        unit="Nivå, 1 till 5",
        rows=(*rows, DotRow("Anhöriga", None, None, None, "–")),
        levels=rings_in(language),
        scale_from=1,
        scale_to=5,
        heads=("Dimension", "Nivå", "95 % KI", "Antal"),
    )


def stacked_in(language: str) -> StackedChart:
    first, second, third = ITEMS[language]
    return StackedChart(
        title="Svaren går isär",
        description="Fördelning.",
        unit="Antal svar",
        rows=(
            StackRow(first, (1, 5, 9, 6, 2), 1, "24"),
            StackRow(second, (0, 12, 0, 3, 0), 8, "24", other=1),
            StackRow(third, (), 0, "", withheld="Visas inte: färre än tio har svarat på frågan"),
        ),
        levels=tuple(f"{ring.number} · {ring.name}" for ring in rings_in(language)),
        unknown_label="Vet inte",
        other_label="Inget svar",
        heads=("Fråga", "Antal"),
    )


def roles_in(language: str) -> RoleChart:
    rows = tuple(
        RoleRow(
            name,
            tuple(Mark(r, r[:3], shape, v, shown(v)) for r, shape, v in zip(ROLES, SHAPES, row, strict=True)),
        )
        for name, row in zip(DIMENSIONS[language], STANDS, strict=True)
    )
    return RoleChart(
        title="Ledningen ser mer än medarbetarna",
        description="Roller.",
        unit="Medelvärde, nivå 1 till 5",
        rows=rows,
        levels=rings_in(language),
        scale_from=1,
        scale_to=5,
        row_head="Dimension",
    )


def compared(chart: RadarChart) -> RadarChart:
    values = (2.9, None, 2.6, 2.1, 1.9)
    return replace(
        chart,
        compare=values,
        compare_shown=tuple(shown(v) for v in values),
        compare_label="Hösten 2024",
    )


def banded(chart: RadarChart) -> RadarChart:
    """One against median, middle half and target."""
    ends = ((2.4, 3.2), (2.0, 2.8), None, (2.2, 3.4), (1.8, 2.4))
    return replace(
        compared(chart),
        band=ends,
        band_shown=tuple(f"{shown(end[0])}–{shown(end[1])}" if end else "–" for end in ends),
        band_label="Mittersta hälften av de andra",
        target=(3.0,) * 5,
        target_shown=("3,0",) * 5,
        target_label="Mål",
    )


def heat_in(language: str) -> HeatChart:
    levels = tuple(f"{ring.number} · {ring.name}" for ring in rings_in(language))
    cells = tuple(HeatCell(level, shown(float(level))) for level in range(1, 6))
    rows = (
        HeatRow("Median", cells, strong=True),
        HeatRow("Hovedstadsområdets kommune *", cells[::-1]),
        HeatRow("Uppby", (HeatCell(None, "–"), *cells[1:])),
    )
    names = zip(DIMENSIONS[language], ("PO", "CS", "UI", "GF", "BR"), strict=True)
    return HeatChart(
        title="Kommunerna sida vid sida",
        description="Ett rutnät.",
        rows=rows,
        columns=tuple(names),
        levels=levels,
        row_head="Organisation",
    )


def boxes_in(language: str) -> BoxChart:
    rows = tuple(
        BoxRow(
            name,
            2.8,
            (2.4, 3.2),
            (1.6, 4.4),
            value,
            (low, high),
            (shown(value), "2,8", "40–70 %"),
            target=3.0,
        )
        for name, (value, low, high) in zip(DIMENSIONS[language], VALUES, strict=True)
    )
    return BoxChart(
        title="Du bland dina grannar",
        description="Lådor.",
        unit="Skala 1 till 5",
        rows=(*rows, BoxRow("Anhöriga", None, None, None, None, None, ("–", "–", "–"))),
        levels=rings_in(language),
        scale_from=1,
        scale_to=5,
        heads=("Dimension", "Du", "Median", "Percentil"),
        names=(
            "Median",
            "Mittersta hälften",
            "Från lägsta till högsta 5 i medeltal",
            "Du, med intervall",
            "Mål",
        ),
    )


def ranks_in(language: str) -> RankChart:
    names = (*DIMENSIONS[language], "Uppby", "Nedby")
    rows = tuple(
        RankRow(name, 1 + 5 * at, 9 + 5 * at, f"{1 + 5 * at}–{9 + 5 * at}", 1 + at // 3)
        for at, name in enumerate(names)
    )
    return RankChart(
        title="Sju som inte går att skilja åt",
        description="Platser.",
        unit="Plats, 90 % av dragningarna",
        rows=(*rows, RankRow("Okänd", None, None, "–")),
        of=300,
        heads=("Organisation", "Plats", "Grupp"),
    )


def changes_in(language: str) -> ChangeChart:
    befores = (2.5, None, 3.1, 2.6, 3.4)
    rows = tuple(
        ChangeRow(
            name,
            before,
            value,
            shown(before),
            shown(value),
            "+1,0",
            "−0,01 till +0,58",
            at == 0,
            "har stigit",
        )
        for at, (name, before, (value, _, _)) in enumerate(
            zip(DIMENSIONS[language], befores, VALUES, strict=True)
        )
    )
    return ChangeChart(
        title="Sedan våren 2022 har Exempelköping stigit i ett",
        description="Före och efter.",
        unit="Skala 1 till 5",
        rows=(*rows, ChangeRow("Anhöriga", None, None, "–", "–", "–")),
        levels=rings_in(language),
        scale_from=1,
        scale_to=5,
        heads=("Dimension", "Våren 2022", "Våren 2026", "Förändring", "Intervall", "Slutsats"),
        firm_label="en förändring",
        loose_label="ingen tillförlitlig förändring",
    )


def trends_in(language: str, rounds: int = 4) -> TrendChart:
    points = tuple(
        TrendPoint(
            2018.2 + 2 * at,
            f"{2018 + 2 * at}",
            None if at == 1 else 2.0 + at % 3,
            1.8 + at % 3,
            2.3 + at % 3,
            shown(2.0 + at % 3),
            "1,8–2,3",
            breaks=at == 2,
        )
        for at in range(rounds)
    )
    return TrendChart(
        title="Alla dimensioner i alla omgångar",
        description="Linjer.",
        unit="Skala 1 till 5",
        panels=tuple(TrendPanel(name, points) for name in DIMENSIONS[language]),
        levels=rings_in(language),
        scale_from=1,
        scale_to=5,
        heads=("Dimension", "Omgång", "Värde", "Intervall"),
        marks=(TimeMark(2018.7, "a", "Val, september 2018"), TimeMark(2022.7, "b", "Val, september 2022")),
        break_label="formuläret ändrades: går inte att jämföra",
    )


@pytest.fixture
def radar() -> RadarChart:
    return radar_in("sv")


@pytest.fixture
def radar_before(radar: RadarChart) -> RadarChart:
    return compared(radar)


@pytest.fixture
def dots() -> DotChart:
    return dots_in("sv")


@pytest.fixture
def stacked() -> StackedChart:
    return stacked_in("sv")


@pytest.fixture
def roles() -> RoleChart:
    return roles_in("sv")


@pytest.fixture(params=sorted(LEVELS))
def charts(request: pytest.FixtureRequest) -> tuple[Chart, ...]:
    """Every kind of chart in one language."""
    language: str = request.param
    radar = radar_in(language)
    eight = replace(radar, axes=radar.axes + radar.axes[:3])
    three = replace(radar, axes=radar.axes[2:])
    rest = (dots_in(language), stacked_in(language), roles_in(language))
    side_by_side = (banded(radar), heat_in(language), boxes_in(language), ranks_in(language))
    over_time = (changes_in(language), trends_in(language), replace(trends_in(language, 10), columns=4))
    return (radar, compared(radar), eight, three, *rest, *side_by_side, *over_time)


@dataclass(frozen=True)
class Box:
    """Where a text stands."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@pytest.fixture
def boxes() -> Callable[[str], list[Box]]:
    """The boxes of all texts of an SVG."""

    def read(svg: str) -> list[Box]:
        return [_box(node) for node in ET.fromstring(svg).iter(f"{SVG}text")]

    return read


def _box(node: ET.Element) -> Box:
    text, size = node.text or "", float(node.attrib["font-size"])
    wide = width_of(text, size, strong="font-weight" in node.attrib)
    x, y = float(node.attrib["x"]), float(node.attrib["y"])
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[node.attrib["text-anchor"]]
    return Box(text, left, y - 0.72 * size, left + wide, y + 0.2 * size)

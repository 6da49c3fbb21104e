"""What an action's measure shows: in a line of text, and as a line drawn towards its target."""

from __future__ import annotations

from maturity.language import Language
from maturity.problems import N_
from maturity.report.charts.describe import Ring, TrendChart, TrendPanel, TrendPoint
from maturity.report.progress.context import years
from maturity.store import readings
from maturity.store.tables import Action

LEAST = 2
"""The fewest readings that make a line."""
_MARGIN = 0.08
"""Room above and below, as a share of what is drawn."""


def measure_told(action: Action, language: Language) -> str:
    """What is measured and where it stands: "Projects with users: 4 (1 Feb 2026), target 8". Empty without a
    measure."""
    parts = (_latest(action, language), _aim(action, language))
    told = ", ".join(part for part in parts if part)
    return f"{action.measure}: {told}" if told else action.measure


def way_told(action: Action, language: Language) -> str:
    """How far the latest reading is on the way from start to target; empty if that is not known."""
    newest, start, target = readings.latest(action), action.baseline, action.target
    if newest is None or start is None or target is None or start == target:
        return ""
    share = language.percent((newest.value - start) / (target - start))
    return language.say(
        N_("{share} of the way from {start} to {target}"),
        share=share,
        start=language.plain(start),
        target=language.plain(target),
    )


def readings_chart(action: Action, language: Language) -> TrendChart | None:
    """The readings over time, with lines at start and target; None if there are too few to draw."""
    rows = readings.of_action(action)
    if len(rows) < LEAST:
        return None
    points = tuple(
        TrendPoint(
            at=years(row.read_on),
            when=language.date(row.read_on, "medium"),
            value=row.value,
            low=None,
            high=None,
            shown=language.plain(row.value),
        )
        for row in rows
    )
    rings = _rings(action, language)
    low, high = _ends([*(row.value for row in rows), *(ring.at for ring in rings)])
    return TrendChart(
        title=measure_told(action, language),
        description=language.say(N_("Readings over time. The table has the same numbers.")),
        unit=action.measure,
        panels=(TrendPanel("", points),),
        levels=rings,
        scale_from=low,
        scale_to=high,
        heads=tuple(language.say(head) for head in _HEADS),  # type: ignore[arg-type]
        columns=1,
    )


_HEADS = (N_("Measure"), N_("Date"), N_("Value"), N_("Interval"))


def _latest(action: Action, language: Language) -> str:
    newest = readings.latest(action)
    if newest is None:
        return ""
    return f"{language.plain(newest.value)} ({language.date(newest.read_on, 'medium')})"


def _aim(action: Action, language: Language) -> str:
    if action.target is None:
        return ""
    target = language.plain(action.target)
    if action.baseline is not None and not action.readings:
        start = language.plain(action.baseline)
        return language.say(N_("from {start} to {target}"), start=start, target=target)
    return language.say(N_("target {target}"), target=target)


def _rings(action: Action, language: Language) -> tuple[Ring, ...]:
    """Start and target as lines across, with a letter each; the key says what they are."""
    known = (("A", N_("Start: {value}"), action.baseline), ("B", N_("Target: {value}"), action.target))
    return tuple(
        Ring(value, language.say(name, value=language.plain(value)), sign)
        for sign, name, value in known
        if value is not None
    )


def _ends(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = (high - low) * _MARGIN or 1.0
    return low - room, high + room

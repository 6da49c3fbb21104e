"""The sheets of a workbook that are words: the advice, the plan, and the sources of the cases."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.advice.model import Chosen
from maturity.report.context import Context
from maturity.report.model import Advised, Cell, Column, Report, Table
from maturity.report.sections.told import told_pattern, told_recommendation
from maturity.report.words import Words


def advice_sheet(context: Context) -> Table:
    """Everything that is advised: for the dimensions in order, then the patterns.

    The second column counts what to take on first, 1 to 3.
    """
    say = context.words.say
    first = {(one.recommendation, one.about): at for at, one in enumerate(context.advice.priorities, 1)}
    columns = (
        Column(say("What to do")),
        Column(say("What to take on first"), "count"),
        Column(say("What it is about")),
        Column(say("How it is meant")),
        Column(say("Why")),
        Column(say("In detail")),
        Column(say("First step, within a month")),
        Column(say("How you notice that it helped")),
        Column(say("Effort")),
        Column(say("Who must act")),
        Column(say("Target")),
        Column(say("Talk about")),
        Column(say("What others did")),
    )
    rows = (
        *((one, first.get((chosen.recommendation, chosen.about))) for chosen, one in _recommended(context)),
        *((told_pattern(context, one), None) for one in context.advice.patterns),
    )
    return Table("advice", say("Advice"), columns, tuple(_row(one, place) for one, place in rows))


def plan_sheet(report: Report, words: Words) -> Table:
    """What was taken on, with owner and status, or what is proposed for it; no empty lines, as on paper."""
    say = words.say
    columns = (
        Column(say("Action")),
        Column(say("First step, within a month")),
        Column(say("Owner")),
        Column(say("By when")),
        Column(say("Status")),
        Column(say("What will show that it helped")),
        Column(say("Note")),
    )
    rows = tuple(
        (line.action, line.first_step, line.actors, line.due, line.status, line.measure, line.note)
        for line in report.plan
        if line.action
    )
    return Table("plan", say("Your plan"), columns, rows)


def sources_sheet(report: Report, words: Words) -> Table:
    """The documents that the cases come from."""
    say = words.say
    columns = (
        Column(say("Source")),
        Column(say("Publisher and date")),
        Column(say("Language")),
        Column(say("What others did")),
    )
    rows = tuple((line.heading, line.detail, line.language, line.cases) for line in report.sources)
    return Table("sources", say("Sources"), columns, rows)


def _recommended(context: Context) -> Iterator[tuple[Chosen, Advised]]:
    for dimension in context.advice.by_dimension:
        for chosen in (*dimension.recommendations, *dimension.further):
            yield chosen, told_recommendation(context, chosen)


def _row(one: Advised, first: int | None) -> tuple[Cell, ...]:
    return (
        one.title,
        first,
        one.about,
        one.mode_label,
        one.why,
        one.text,
        one.first_step,
        one.benefit,
        one.effort,
        one.actors,
        one.target,
        "\n".join(one.questions),
        "\n".join(f"{case.place}: {case.title}" for case in one.cases),
    )

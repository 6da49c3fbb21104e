"""What moved between two rounds: the chart, each dimension in words, and where the difference comes from."""

from __future__ import annotations

from maturity.comparison.progress.model import Comparison, DimensionChange
from maturity.report.charts.describe import ChangeChart, ChangeRow
from maturity.report.model import Column, Table
from maturity.report.progress.context import Context
from maturity.report.progress.model import Since
from maturity.report.progress.sections.told import told, verdict


def make_since(context: Context, comparison: Comparison | None, anchor: str) -> Since | None:
    """One comparison; None if there is none."""
    if comparison is None:
        return None
    finding = finding_of(context, comparison)
    tops = context.tops(comparison)
    return Since(
        anchor=anchor,
        title=context.words.say("Since {round}", round=context.name_of(comparison.before)),
        finding=finding,
        chart=_chart(context, comparison, finding),
        told=tuple(told(context, comparison, one) for one in tops),
        parts=parts_table(context, comparison, f"{anchor}-parts"),
        remarks=_remarks(context, comparison),
    )


def finding_of(context: Context, comparison: Comparison) -> str:
    """What moved, in one sentence."""
    words, tops = context.words, context.tops(comparison)
    risen = [words.name(one.id) for one in tops if one.moved == "risen"]
    fallen = [words.name(one.id) for one in tops if one.moved == "fallen"]
    when, who = context.name_of(comparison.before), context.now.organisation
    if risen and fallen:
        message = words.say(
            "Since {round} {organisation} has risen in {risen} and fallen in {fallen}",
            round=when,
            organisation=who,
            risen=words.language.join(risen),
            fallen=words.language.join(fallen),
        )
    elif risen:
        message = words.say(
            "Since {round} {organisation} has risen in {names}",
            round=when,
            organisation=who,
            names=words.language.join(risen),
        )
    elif fallen:
        message = words.say(
            "Since {round} {organisation} has fallen in {names}",
            round=when,
            organisation=who,
            names=words.language.join(fallen),
        )
    elif all(one.moved == "not-comparable" for one in tops):
        message = words.say("Nothing can be compared with {round}: the questionnaire changed", round=when)
    elif not any(one.change for one in tops):
        message = words.say(
            "Nothing can be compared with {round}: no dimension has a score both times", round=when
        )
    else:
        message = words.say(
            "Since {round} there is no change that is more than chance and large enough", round=when
        )
    return message


def _chart(context: Context, comparison: Comparison, finding: str) -> ChangeChart:
    say = context.words.say
    return ChangeChart(
        title=finding,
        description=say(
            "Where each dimension stood and where it stands, with the difference and its interval. A dashed "
            "arrow is a "
            "difference that may be chance, or too small to call a change."
        ),
        unit=context.unit,
        rows=tuple(_row(context, one) for one in context.tops(comparison)),
        levels=context.rings,
        scale_from=context.scale[0],
        scale_to=context.scale[1],
        heads=(
            say("Dimension"),
            context.name_of(comparison.before),
            context.name_of(comparison.after),
            say("Change"),
            say("Interval"),
            say("What may be concluded"),
        ),
        firm_label=say("a change"),
        loose_label=say("no reliable change"),
    )


def _row(context: Context, one: DimensionChange) -> ChangeRow:
    words = context.words
    comparable = one.change is not None
    return ChangeRow(
        label=words.name(one.id),
        before=one.before.mean if one.before and comparable else None,
        after=one.after.mean if one.after else None,
        before_shown=words.score(one.before.mean if one.before else None),
        after_shown=words.score(one.after.mean if one.after else None),
        change=context.signed(one.change.size if one.change else None),
        interval=context.between(one.change.interval if one.change else None),
        firm=one.moved in ("risen", "fallen"),
        verdict=verdict(context, one),
    )


def parts_table(context: Context, comparison: Comparison, id_: str) -> Table:
    """The differences taken apart; each row adds up."""
    say, name = context.words.say, context.words.name
    columns = (
        Column(say("Dimension")),
        Column(say("Difference"), "signed"),
        Column(say("You changed"), "signed"),
        Column(say("Who answered"), "signed"),
        Column(say("The questionnaire"), "signed"),
    )
    rows = tuple(
        (name(one.id), one.parts.total, one.parts.you, one.parts.who, one.parts.questionnaire)
        for one in comparison.dimensions
        if one.parts is not None
    )
    title = say("Where the difference comes from, since {round}", round=context.name_of(comparison.before))
    note = say(
        "The three parts add up to the difference. You changed: the same groups answer the same items "
        "otherwise. Who "
        "answered: which groups answered, and how much each weighs. The questionnaire: items and weights "
        "that changed."
    )
    return Table(id_, title, columns, rows, note)


def _remarks(context: Context, comparison: Comparison) -> tuple[str, ...]:
    words = context.words
    remarks = []
    if comparison.linked is not None:
        remarks.append(
            words.plural(
                "{count} person is known by a private code in both rounds.",
                "{count} people are known by a private code in both rounds.",
                comparison.linked,
            )
        )
        remarks += [text for one in context.tops(comparison) if (text := _paired(context, one))]
    for reason in comparison.settings:
        remarks.append(words.say(reason.message, **reason.values).rstrip(".") + ".")
    return tuple(remarks)


def _paired(context: Context, one: DimensionChange) -> str:
    paired = one.change.paired if one.change else None
    if paired is None:
        return ""
    return context.words.say(
        "{name}: among the {n} who answered both times the mean change is {change} ({interval}).",
        name=context.words.name(one.id),
        n=paired.n,
        change=context.signed(paired.change),
        interval=context.between(paired.interval),
    )

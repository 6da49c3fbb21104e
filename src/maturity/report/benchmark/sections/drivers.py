"""What makes the difference: items that separate the highest from the rest, effective weights,
correlations."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.problems import N_
from maturity.report.benchmark.context import Context
from maturity.report.benchmark.model import Drivers
from maturity.report.model import Cell, Column, Table

MOST = 10
"""The most items told in the text; the tables have all."""


def make_drivers(context: Context) -> Drivers:
    """What makes the difference in a benchmark that is not withheld."""
    found = context.benchmark
    return Drivers(
        finding=_finding(context),
        separation=separation_table(context, MOST) if found.separation else None,
        influence=influence_table(context) if found.influence else None,
        together=together_table(context) if found.together else None,
        remarks=tuple(_remarks(context)),
    )


def _finding(context: Context) -> str:
    words, found = context.words, context.benchmark.separation
    if not found:
        why = _why_not(context)
        return words.say(why)
    first = found[0]
    if first.difference <= 0:
        return words.say("No item noticeably separates the highest from the rest")
    return words.say(
        "{name} separates the highest {top} most from the rest: by {difference} levels",
        name=words.name(first.id),
        top=first.top,
        difference=words.distance(first.difference),
    )


def _why_not(context: Context) -> str:
    if context.benchmark.overall.n < 2 * _least(context):
        return N_("There are too few organisations to say what separates the highest from the rest")
    return N_("What separates the highest from the rest cannot be told")


def separation_table(context: Context, most: int | None = None) -> Table:
    """How far the highest stand above the rest, item by item; with the client's score where there is one."""
    words, found = context.words, context.benchmark
    say = words.say
    client = (Column(say("You"), "score"),) if context.for_client else ()
    least = _least(context)

    def own(id_: str) -> tuple[Cell, ...]:
        return (found.standing(id_).client,) if context.for_client else ()

    return Table(
        "separation",
        say("What separates the highest from the rest"),
        (
            Column(say("Item")),
            Column(say("Difference"), "score"),
            Column(say("Cliff’s delta"), "score"),
            Column(say("Median"), "score"),
            *client,
            Column(say("Highest"), "count"),
            Column(say("Rest"), "count"),
        ),
        tuple(
            (
                words.name(one.id),
                one.difference,
                one.delta,
                found.standing(one.id).median,
                *own(one.id),
                one.top,
                one.rest,
            )
            for one in found.separation[:most]
        ),
        say(
            "Difference: mean of the third with the highest overall number (at least {threshold}) less "
            "mean of the rest. "
            "Since they were chosen by the overall number, every item separates them a little. Cliff’s "
            "delta: 0 if the two "
            "overlap fully, 1 if every one of the highest stands above every one of the rest.",
            threshold=least,
        ),
    )


def _least(context: Context) -> int:
    """The fewest on either side: one more where the reader may be one of those who hide."""
    found = context.benchmark
    somebody_hides = not found.working_copy and len(found.named) < found.organisations
    return found.threshold + (somebody_hides and not context.for_client)


def influence_table(context: Context) -> Table:
    """Nominal against effective weights."""
    say, name = context.words.say, context.words.name
    return Table(
        "influence",
        say("What a dimension weighs, and what it weighs in the differences"),
        (
            Column(say("Dimension")),
            Column(say("Weight"), "share"),
            Column(say("Main effect"), "precise"),
            Column(say("Share of the differences"), "share"),
        ),
        tuple((name(one.id), one.nominal, one.main, one.covariance) for one in context.benchmark.influence),
        say(
            "Weight: what the questionnaire gives it. Main effect: squared correlation with the overall "
            "number. Share of the "
            "differences: its part of the variance of the weighted mean in this group (Paruolo, Saisana "
            "and Saltelli 2013)."
        ),
    )


def together_table(context: Context) -> Table:
    """How dimensions go together."""
    say, name = context.words.say, context.words.name
    return Table(
        "together",
        say("Which dimensions go together in this group"),
        (Column(say("Dimension")), Column(say("And")), Column(say("Rank correlation"), "precise")),
        tuple((name(one.first), name(one.second), one.rho) for one in context.benchmark.together),
        say(
            "Spearman’s rank correlation across organisations: 1 if they stand in the same order in both, "
            "0 if the one says "
            "nothing about the other. It says how the group is, not what causes what."
        ),
    )


_TOO_FEW = N_("Both the highest and the rest must be at least {count} for a comparison.")
_TOO_OPEN = N_(
    "Both the highest and the rest must be at least {count} for a comparison, and so must those on either side "
    "who want to be anonymous, if there are any. Organisations with the same overall number stay on the same side."
)
_TOO_FEW_WEIGHTS = N_("Effective weights and correlations need at least {count} organisations.")
_TOO_OPEN_WEIGHTS = N_(
    "Effective weights and correlations need at least {count} organisations that have a score in every dimension, "
    "overall numbers that differ, and enough of those who want to be anonymous, if there are any."
)


def _remarks(context: Context) -> Iterator[str]:
    found, say = context.benchmark, context.words.say
    if not found.separation:
        yield say(_TOO_FEW if found.overall.n < 2 * _least(context) else _TOO_OPEN, count=_least(context))
    if not context.for_client and not found.influence:
        needed = 2 * found.threshold
        yield say(_TOO_FEW_WEIGHTS if found.overall.n < needed else _TOO_OPEN_WEIGHTS, count=needed)

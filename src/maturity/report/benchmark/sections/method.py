"""How it was computed, what was left out and why, versions and hashes."""

from __future__ import annotations

from collections.abc import Iterable

from maturity.comparison.benchmark.entry import LeftOut
from maturity.comparison.benchmark.marking import STALE_MONTHS
from maturity.comparison.benchmark.model import Incomparable
from maturity.language import Language
from maturity.problems import N_
from maturity.report.benchmark.context import Context
from maturity.report.model import Column, Table
from maturity.report.sections.changed import told_changes
from maturity.report.words import NOTHING

LEFT_OUT = {
    "withheld": N_("too few people answered"),
    "no-score": N_("too few answers for a score"),
    "unknown": N_("their questionnaire is not at hand"),
    "not-comparable": N_("nothing in their version means the same"),
    "earlier": N_("there is a round of the same organisation that is later, or of the same day"),
}


def make_method(context: Context) -> tuple[tuple[str, str], ...]:
    """Heading and text of each step."""
    say, found = context.words.say, context.benchmark
    return (
        (
            say("What is compared"),
            say(
                "The latest result of each organisation, already protected: its scores with their standard "
                "errors. Nobody’s "
                "answers are in it. Answer files are scored first, and then treated in the same way."
            ),
        ),
        (
            say("Median, middle half, ends"),
            say(
                "A median is the mean of the three or four middle scores. The middle half runs from the "
                "same of the lower half to "
                "the same of the upper half, if each half has at least {threshold}. The ends are means of "
                "the {threshold} lowest "
                "and highest, from {many} organisations on. All are rounded to a twentieth of the scale, "
                "and to a fortieth from "
                "{many} organisations on.",
                threshold=found.threshold,
                many=4 * found.threshold,
            ),
        ),
        (
            say("Draws"),
            say(
                "{draws} times, each score is drawn from a normal with its standard error, truncated to "
                "the scale. For the overall "
                "number each draw also moves every weight by up to {share} and adds up by an arithmetic, "
                "geometric or harmonic mean "
                "(OECD/JRC 2008). The draws start from what was compared, so that the same results give "
                "the same report.",
                draws=found.draws,
                share=context.words.percent(context.questionnaire.conventions.weights),
            ),
        ),
        (
            say("Percentiles and ranks"),
            say(
                "Ranges hold nine of ten draws. Percentiles are told in tenths (in twentieths from 100 "
                "organisations on), with one "
                "more organisation mixed in whose place nobody knows, and for single items only if {many} "
                "or more are compared or "
                "everybody is named.",
                many=4 * found.threshold,
            ),
        ),
        (
            say("Clearly higher, clearly lower"),
            say(
                "An item is told as a strength, or as something to learn, if it lies at least {distance} "
                "levels from the median and, "
                "where there is a percentile, its whole range on that side of the middle.",
                distance=context.words.distance(
                    context.questionnaire.conventions.change * context.questionnaire.scale.length
                ),
            ),
        ),
        (
            say("Protection"),
            say(
                "Statistics need {threshold} organisations. Those who want to be anonymous count only if "
                "there are enough of them to "
                "hide among each other, also in each half and in what is left when some are chosen.",
                threshold=found.threshold,
            ),
        ),
    )


def make_limits(context: Context) -> tuple[str, ...]:
    """What to keep in mind."""
    say = context.words.say
    return (
        say("Organisations took part because they wanted to. A group is not a sample of a country."),
        say("People in different organisations and languages may read the same level differently."),
        say(
            "A standard error says what other people of the same kind would change, not what another year "
            "would."
        ),
        say(
            "If a report is made again after somebody joined, its numbers move a little. They do not tell "
            "what the newcomer scored."
        ),
    )


def told_left_out(left_out: Iterable[LeftOut], language: Language) -> tuple[tuple[str, str, str], ...]:
    """Who is not compared, since when, and why: for whoever gathered the results, never for a report. Earlier
    rounds are passed over: the later ones stand for them."""
    reasons = {**LEFT_OUT, "not-included": N_("by its own decision")}
    return tuple(
        (one.organisation, language.date(one.date), language.say(reasons[one.reason]))
        for one in left_out
        if one.reason != "earlier"
    )


def left_out_table(context: Context) -> Table | None:
    """Results, dimensions and items that are not compared, and why; None if everything is."""
    found, words = context.benchmark, context.words
    say = words.say
    rows = [
        (words.plural("{count} result", "{count} results", count), NOTHING, say(LEFT_OUT[reason]))
        for reason, count in found.left_out
    ]
    rows += [(_part(context, one), one.version, _reasons(context, one)) for one in found.incomparable]
    if not rows:
        return None
    columns = (Column(say("Not compared")), Column(say("Version")), Column(say("Why")))
    return Table("left-out", say("What was left out, and why"), columns, tuple(rows))


def _part(context: Context, one: Incomparable) -> str:
    return context.words.say("The overall number") if one.kind == "overall" else context.words.name(one.id)


def _reasons(context: Context, one: Incomparable) -> str:
    words = context.words
    return told_changes(words, one.reasons, words.name) or words.say("It is not in that version")


def settings_table(context: Context) -> Table:
    """The settings of this benchmark."""
    found, words = context.benchmark, context.words
    say = words.say
    rows = (
        (say("Fewest organisations behind any statistic"), str(found.threshold)),
        (say("Draws"), str(found.draws)),
        (
            say("How far weights are moved to test the result"),
            words.percent(context.questionnaire.conventions.weights),
        ),
        (say("Months after which a result is old"), str(STALE_MONTHS)),
        (
            say("Respondents below which a result is marked"),
            str(context.questionnaire.conventions.grade_b.people),
        ),
    )
    return Table(
        "settings", say("Settings and conventions"), (Column(say("Setting")), Column(say("Value"))), rows
    )


def make_prints(context: Context) -> tuple[tuple[str, str], ...]:
    """Label and value: versions and hashes."""
    say, found = context.words.say, context.benchmark
    return (
        (say("Questionnaire"), f"{found.questionnaire} {found.version}"),
        (say("Fingerprint of the questionnaire"), found.questionnaire_hash),
        (say("Fingerprint of what was compared"), found.group_hash),
        (say("Program"), f"maturity {found.program}"),
    )

"""How it was computed: steps, settings, conventions, limits, versions and hashes."""

from __future__ import annotations

from maturity.problems import N_
from maturity.report.context import Context
from maturity.report.model import Column, Method, Table
from maturity.report.words import AGGREGATIONS

CONVENTIONS = {
    "agree": N_("Average deviation up to which people agree, in levels"),
    "disagree": N_("Average deviation beyond which people disagree, in levels"),
    "unknown": N_("Share of don’t-know answers that is a finding"),
    "gap": N_("Difference between two roles worth a conversation, in levels"),
    "role_mix": N_("Difference in the check on role mix that is flagged, in levels"),
    "weights": N_("How far weights are moved to test the result"),
}
_IN_LEVELS = {"agree", "disagree", "gap", "role_mix"}


def make_method(context: Context) -> Method:
    """The method page from a result, withheld or not."""
    result, say = context.result, context.words.say
    return Method(
        paragraphs=_paragraphs(context),
        settings=settings_table(context),
        limits=(
            say(
                "People were chosen, not sampled: an interval describes the spread among the kind of "
                "people who answered."
            ),
            say(
                "Each role weighs the same. That five politicians count as much as forty staff is a choice, not a fact."
            )
            if context.questionnaire.scoring.respondents == "role-balanced"
            else say("Each person weighs the same, so that the largest group decides most."),
            say("Levels are ordered steps that are treated as if they were equally far apart."),
            say(
                "What is called a convention has no basis in research yet. It stands here so that it can be questioned."
            ),
        ),
        prints=(
            (say("Questionnaire"), f"{result.questionnaire} {result.version}"),
            (say("Fingerprint of the questionnaire"), result.questionnaire_hash),
            (say("Fingerprint of the answers"), result.answers_hash),
            (say("Program"), f"maturity {result.program}"),
        ),
    )


def _item_scores(context: Context) -> str:
    say, threshold = context.words.say, context.result.threshold
    if context.questionnaire.scoring.respondents != "role-balanced":
        return say("The score of an item is the mean of all answers.")
    if threshold == 1:
        return say("The score of an item is the mean of the roles’ means, so that each role weighs the same.")
    return say(
        "The score of an item is the mean of the roles’ means, so that each role weighs the same. Roles with "
        "fewer than {threshold} answers are counted as one group, with the weight of the roles in it.",
        threshold=threshold,
    )


def _paragraphs(context: Context) -> tuple[tuple[str, str], ...]:
    words, settings = context.words, context.questionnaire
    say = words.say
    steps = [
        (say("From answers to items"), _item_scores(context)),
        (
            say("From items to dimensions"),
            say(
                "A dimension is the {method} of its items. It gets a score if at least {coverage} of them have one.",
                method=words.language.join(
                    list(dict.fromkeys(say(AGGREGATIONS[leaf.aggregation]) for leaf in settings.leaves))
                ),
                coverage=words.percent(settings.scoring.coverage),
            ),
        ),
        (
            say("Don’t know and not applicable"),
            say(
                "Both are left out of the score. How far it could lie if every don’t know were the "
                "lowest or the highest stands in the tables."
            ),
        ),
        (
            say("Intervals"),
            say(
                "Intervals are {confidence}: by Welch and Satterthwaite over the groups, and by "
                "{draws} bootstrap draws for "
                "the overall number and the ranks. The draws start from the answers themselves, so "
                "that the same answers "
                "give the same report.",
                confidence=words.percent(settings.scoring.confidence),
                draws=settings.scoring.draws,
            ),
        ),
        (
            say("Agreement"),
            say(
                "Average deviation is how far answers lie from their mean, on average, in levels. "
                "Beyond the limit the advice becomes “talk first”."
            ),
        ),
        (
            say("Grades A, B and C"),
            say(
                "A grade says what a score rests on: roles, people, agreement, don’t know and "
                "standard error. Advice from grade C is worded as a question."
            ),
        ),
    ]
    quality = _quality(context)
    return (*steps, (say("Response quality"), quality)) if quality else tuple(steps)


def _quality(context: Context) -> str:
    quality, say = context.result.quality, context.words.say
    if quality.flagged is None:
        return say(
            "A few answered in a way that is worth a look, such as the same level throughout. Nobody was left out."
        )
    if quality.flagged == 0:
        return say("No respondent answered in a way that calls for a second look.")
    moved = (
        say("Leaving them out would move a dimension noticeably.")
        if quality.moves
        else say("Leaving them out would not move any dimension noticeably.")
    )
    return (
        context.words.plural(
            "{count} respondent answered in a way that is worth a look. Nobody was left out.",
            "{count} respondents answered in a way that is worth a look. Nobody was left out.",
            quality.flagged,
        )
        + " "
        + moved
    )


def settings_table(context: Context) -> Table:
    """The settings and conventions that this result was computed with."""
    words, settings = context.words, context.questionnaire
    say, length = words.say, settings.scale.length
    rows: list[tuple[str, str]] = [
        (say("Fewest people behind any number"), str(settings.privacy.threshold)),
        (say("Fewest people behind any distribution"), str(settings.privacy.distribution)),
        (say("Fewest items of a dimension for a role to be shown"), str(settings.scoring.role_items)),
        (say("Overall number"), say(AGGREGATIONS[settings.overall.aggregation])),
    ]
    for name, message in CONVENTIONS.items():
        value = getattr(settings.conventions, name)
        shown = words.language.number(value * length, 2) if name in _IN_LEVELS else words.percent(value)
        rows.append((say("Convention: {what}", what=say(message)), shown))
    return Table(
        "settings",
        say("Settings and conventions"),
        (Column(say("Setting")), Column(say("Value"))),
        tuple(rows),
    )

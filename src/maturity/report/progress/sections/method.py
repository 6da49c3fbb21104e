"""How it was computed, in short, and what to keep in mind. The formulas stand in docs/method/progress.md."""

from __future__ import annotations

from maturity.report.model import Column, Table
from maturity.report.progress.context import Context


def make_method(context: Context) -> tuple[tuple[str, str], ...]:
    """Heading and text of each step."""
    words, settings = context.words, context.questionnaire
    say, least = words.say, words.distance(context.least)
    return (
        (
            say("Is it more than chance?"),
            say(
                "The difference of two scores is set against the standard errors of both (Welch). The "
                "interval is "
                "{confidence}. Because several dimensions are looked at together, Holm’s correction is made "
                "for the "
                "number of them.",
                confidence=words.percent(settings.scoring.confidence),
            ),
        ),
        (
            say("Is it large enough?"),
            say(
                "A difference below {least} on the scale is not called a change. That is a convention.",
                least=least,
            ),
        ),
        (
            say("Where does it come from?"),
            say(
                "The like-for-like part is what the same groups of roles, in the same mix, answer otherwise "
                "on the same "
                "items. The rest is split between who answered and the questionnaire (Kitagawa’s "
                "decomposition, by "
                "Shapley’s rule). The parts add up exactly, and turn sign if the rounds are exchanged."
            ),
        ),
        (
            say("The same people"),
            say(
                "People are linked only by a private code that they chose, if at least {threshold} did, and "
                "only if the "
                "others cannot be worked out from what is shown.",
                threshold=settings.privacy.threshold,
            ),
        ),
        (
            say("Other versions"),
            say(
                "A finished result is never scored again with another version. What can be compared is what "
                "the two versions have in common."
            ),
        ),
    )


def make_limits(context: Context) -> tuple[str, ...]:
    """What to keep in mind."""
    say = context.words.say
    return (
        say(
            "People were chosen, not sampled: an interval describes the spread among the kind of people who "
            "answered."
        ),
        say(
            "People learn what a high level means and may rate lower because they know more: good news that "
            "looks bad."
        ),
        say(
            "An election or a reorganisation between two rounds changes both the municipality and those who "
            "answer."
        ),
        say(
            "Within groups that are counted together, the mix of roles cannot be told from what they answer."
        ),
        say(
            "Numbers are rounded when they are shown, not before: parts and sums are exact, but the last digit "
            "of a difference may be one off."
        ),
    )


def settings_table(context: Context) -> Table:
    """The settings and conventions that changes were judged by."""
    words, settings = context.words, context.questionnaire
    say = words.say
    rows = (
        (say("Fewest people behind any number"), str(settings.privacy.threshold)),
        (say("Confidence of intervals"), words.percent(settings.scoring.confidence)),
        (say("Least difference that is called a change"), words.distance(context.least)),
    )
    return Table(
        "settings", say("Settings and conventions"), (Column(say("Setting")), Column(say("Value"))), rows
    )

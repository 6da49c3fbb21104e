"""The first page: who is compared with whom, what protects them, and how to read it."""

from __future__ import annotations

from maturity.comparison.benchmark.model import NoteCount
from maturity.report.benchmark.context import MARK_MEANINGS, MARK_NAMES, Context
from maturity.report.benchmark.model import Front


def make_front(context: Context, contents: tuple[tuple[str, str], ...]) -> Front:
    """The first page from a benchmark, withheld or not."""
    found, words = context.benchmark, context.words
    client = found.client
    return Front(
        organisation=client.name if client else context.name or words.say("Several organisations"),
        title=title(context),
        when=words.language.date(client.date if client else found.newest) if found.newest else "",
        questionnaire=words.asked(found.version),
        answered=compared(context),
        note=_note(context),
        notes=_notes(context),
        notice=context.questionnaire.notice,
        facts=_facts(context),
        reading=_reading(context),
        protection=protection(context),
        contents=contents,
    )


def title(context: Context) -> str:
    """What the report is called."""
    say = context.words.say
    return say("You among your peers") if context.for_client else say("Side by side")


def compared(context: Context) -> str:
    """How many are compared."""
    plural, n = context.words.plural, context.benchmark.organisations
    if context.for_client:
        return plural(
            "Compared with {count} other organisation.", "Compared with {count} other organisations.", n
        )
    return plural("{count} organisation is compared.", "{count} organisations are compared.", n)


def protection(context: Context) -> str:
    """What the reader cannot see of others."""
    say, threshold = context.words.say, context.benchmark.threshold
    if context.benchmark.working_copy:
        return say(
            "No organisation that wants to be anonymous is named here, but its scores are shown one by one."
        )
    return say(
        "No statistic here rests on fewer than {threshold} organisations, and none is the score of one of "
        "them. Whether "
        "an organisation is named is its own decision.",
        threshold=threshold,
    )


def _note(context: Context) -> str | None:
    """That it is a working copy, or what the client's own result says of itself; never what another's says."""
    if context.benchmark.working_copy:
        return context.words.say(
            "Working copy, for whoever holds the results of all: do not pass it on. Make a copy without "
            "this option to share."
        )
    client = context.benchmark.client
    return client.note if client else None


def _notes(context: Context) -> tuple[str, ...]:
    """What the results compared say of themselves: how many, and never whose or in their own words."""
    return tuple(_told_notes(context, one) for one in context.benchmark.notes)


def _told_notes(context: Context, found: NoteCount) -> str:
    say, plural = context.words.say, context.words.plural
    if found.kind == "other":
        if found.n is None:
            told = say("Some of the results compared here have a note for the readers of their own reports.")
        else:
            told = plural(
                "{count} of the results compared here has a note for the readers of its own report.",
                "{count} of the results compared here have a note for the readers of their own reports.",
                found.n,
            )
        return say("{told} Ask whoever made this report about it.", told=told)
    if found.n is None:
        return say("Some of the results compared here are made up, as their own reports say.")
    if found.n == context.benchmark.organisations:
        return say("All results compared here are made up, as their own reports say.")
    return plural(
        "{count} of the results compared here is made up, as its own report says.",
        "{count} of the results compared here are made up, as their own reports say.",
        found.n,
    )


def _facts(context: Context) -> tuple[tuple[str, str], ...]:
    found, words = context.benchmark, context.words
    say = words.say
    facts = [(say("Chosen"), context.choice() or say("everybody whose result is at hand"))]
    if found.named:
        facts.append((say("Agreed to be named"), context.some(found.named)))
    if found.hidden_left_out:
        facts.append(
            (
                say("Do not count"),
                words.plural(
                    "{count} that wants to be anonymous: too few to hide among each other",
                    "{count} that want to be anonymous: too few to hide among each other",
                    found.hidden_left_out,
                ),
            )
        )
    if found.client and found.client.marks:
        meanings = [say(MARK_MEANINGS[mark]) for mark in found.client.marks]
        facts.append((say("Your own result"), "; ".join(meanings)))
    facts += [
        (say("Marked: {mark}", mark=say(MARK_NAMES[one.mark])), _marked(context, one.n))
        for one in found.marks
    ]
    return tuple(facts)


def _marked(context: Context, n: int | None) -> str:
    if n is None:
        return context.words.say("some of those compared")
    return context.words.plural("{count} of those compared", "{count} of those compared", n)


def _reading(context: Context) -> tuple[str, ...]:
    say = context.words.say
    lines = []
    if context.for_client:
        lines.append(
            say(
                "The median stands in the middle: half of the others score lower, half higher. The middle half "
                "is the stretch "
                "where the middle half of them lie. Both are rounded on purpose, so that nobody can be "
                "recognised."
            )
        )
        lines.append(
            say(
                "A percentile says how many of the others stand below you. It comes as a range, because "
                "your score and theirs "
                "would be a little different with other people of the same kind."
            )
        )
    else:
        lines.append(
            say(
                "The median stands in the middle: half of the organisations score lower, half higher. The middle "
                "half is the stretch where the middle half of them lie. Both are rounded on purpose, so that "
                "nobody can be recognised."
            )
        )
        lines.append(
            say(
                "A rank comes as a range: where an organisation stands in nine of ten draws with other "
                "people of the same "
                "kind, other weights and other ways to add up. Ranks that overlap may be the same."
            )
        )
    lines.append(
        say(
            "The shade of a cell is its level, and the level goes by the score before it is rounded: two cells that "
            "say the same may differ in shade."
        )
    )
    lines.append(
        say(
            "A comparison is an occasion to ask how others do it. It is no grade: the questionnaire "
            "describes how people see "
            "their own organisation."
        )
    )
    return tuple(lines)

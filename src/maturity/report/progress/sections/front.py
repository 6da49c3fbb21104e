"""The first page: what this is, which rounds there were, and how to read it."""

from __future__ import annotations

from maturity.comparison.progress.model import Comparison
from maturity.problems import N_
from maturity.report.progress.context import Context
from maturity.report.progress.model import Front, RoundLine
from maturity.report.progress.sections.moved import finding_of
from maturity.report.progress.sections.told import INCOMPARABLE, is_by_others, is_partly_yours
from maturity.scoring.result import Result


def make_front(context: Context, contents: tuple[tuple[str, str], ...]) -> Front:
    """The first page of a report about progress."""
    words, now, rounds = context.words, context.now, context.progress.rounds
    say = words.say
    return Front(
        organisation=now.organisation,
        title=say("Progress"),
        when=say("{first} to {last}", first=context.name_of(0), last=context.name_of(len(rounds) - 1)),
        questionnaire=context.questionnaire.title,
        answered=words.plural("{count} round.", "{count} rounds.", len(rounds)),
        finding=_finding(context),
        note=_note(context),
        notice=context.questionnaire.notice,
        rounds=tuple(_round(context, at, result) for at, result in enumerate(rounds)),
        reading=_reading(context),
        protection=_protection(context),
        contents=contents,
    )


def _finding(context: Context) -> str:
    latest, whole = context.progress.latest, context.progress.whole
    if latest is None:
        return context.words.say("Too few people answered for rounds to be compared.")
    return " ".join(_sentence(context, one) for one in (latest, whole) if one is not None)


def _sentence(context: Context, comparison: Comparison) -> str:
    """What moved; then what only looks as if it had, since whoever reads no further would believe it."""
    words, tops = context.words, context.tops(comparison)
    others = [one for one in tops if is_by_others(one)]
    sentences = [finding_of(context, comparison) + "."]
    broken, latest = _broken(context, comparison), context.progress.latest
    if broken and (comparison is latest or latest is None or broken != _broken(context, latest)):
        sentences.append(words.say(INCOMPARABLE, name=words.language.join(broken)))
    for message, partly in ((_NOT_YOU, False), (_PARTLY, True)):
        names = [words.name(one.id) for one in others if is_partly_yours(one) is partly]
        if names:
            sentences.append(
                words.say(message, names=words.language.join(names), organisation=context.now.organisation)
            )
    moved = any(one.moved in ("risen", "fallen") for one in tops)
    if moved and any(one.moved == "unclear" and one not in others for one in tops):
        sentences.append(words.say("In the rest there is no reliable change."))
    return " ".join(sentences)


def _broken(context: Context, comparison: Comparison) -> list[str]:
    """What cannot be compared, by name; none if nothing can: that is the finding itself."""
    tops = context.tops(comparison)
    found = [context.words.name(one.id) for one in tops if one.moved == "not-comparable"]
    return found if len(found) < len(tops) else []


_NOT_YOU = N_("The difference in {names} comes from who answered, not from a change in {organisation}.")
_PARTLY = N_(
    "The difference in {names} comes only partly from a change in {organisation}, and partly from who answered."
)


def _note(context: Context) -> str | None:
    """What readers must know of the results, such as that they are made up; of which, if it is not the same for
    all."""
    notes = [one.note for one in context.progress.rounds]
    if len(set(notes)) == 1:
        return notes[0]
    noted = {
        note: [context.name_of(at) for at, one in enumerate(notes) if one == note] for note in notes if note
    }
    return " ".join(f"{context.words.language.join(names)}: {note}" for note, names in noted.items())


def _round(context: Context, at: int, result: Result) -> RoundLine:
    words = context.words
    there = [f"{words.roles((role.role,))} {role.n}" for role in result.roles if role.n]
    few = [words.say("too few for a result")] if result.withheld else []
    return RoundLine(
        name=context.name_of(at),
        when=words.language.date(result.date),
        version=result.version,
        people=result.respondents,
        roles=" · ".join(part for part in (", ".join(there), *few) if part),
    )


def _reading(context: Context) -> tuple[str, ...]:
    words = context.words
    say, least = words.say, words.distance(context.least)
    return (
        say(
            "A difference is called a change only if it is more than chance and at least {least} on the "
            "scale. Everything "
            "else is “no reliable change”, however it looks.",
            least=least,
        ),
        say(
            "A score can move without you: because others answered, or because the questionnaire changed. "
            "Each difference "
            "is therefore taken apart into three parts that add up."
        ),
        say(
            "What moved after a decision did not necessarily move because of it. Actions stand beside what "
            "they were meant "
            "to move; that is not proof."
        ),
    )


def _protection(context: Context) -> str:
    threshold = context.now.threshold
    if threshold == 1:
        return context.words.say(
            "The answers are facts about the organisation, so that no group is too small to show."
        )
    return context.words.say(
        "No score here rests on fewer than {threshold} people. Groups that were counted together in either round "
        "are counted together in both.",
        threshold=threshold,
    )

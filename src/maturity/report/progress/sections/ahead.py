"""What lies ahead: targets and how far they are; and what a changed questionnaire broke."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.comparison.progress.model import Towards
from maturity.problems import N_
from maturity.report.progress.context import Context
from maturity.report.progress.model import TargetLine, VersionLine
from maturity.report.progress.sections.told import is_by_others, verdict
from maturity.report.sections.changed import told_changes
from maturity.report.words import Words

WHATS = {
    "not-comparable": N_("cannot be compared"),
    "added": N_("new"),
    "removed": N_("gone"),
}


def make_targets(context: Context) -> tuple[TargetLine, ...]:
    """Each target on a line."""
    return tuple(_target(context, one) for one in context.progress.towards)


def _target(context: Context, one: Towards) -> TargetLine:
    words = context.words
    begun = None
    if one.start is not None:
        found = next(d for d in context.progress.rounds[one.start].dimensions if d.id == one.target.dimension)
        begun = words.say(
            "{score} ({round})", score=words.score(found.score), round=context.name_of(one.start)
        )
    return TargetLine(
        name=words.name(one.target.dimension),
        target=words.score(one.target.score),
        by=words.language.date(one.target.by),
        start=begun or "–",
        now=words.score(one.score),
        remark=_remark(context, one),
    )


def _remark(context: Context, one: Towards) -> str:
    words, doubt = context.words, _doubt(context, one)
    if one.reached:
        return words.say("Reached ({doubt})", doubt=doubt) if doubt else words.say("Reached")
    if one.share is None or one.expected is None or one.score is None:
        return words.say("Nothing to count from yet")
    behind = one.score < one.expected - 1e-9
    message = (
        N_("{way}; on a straight line it would be at {expected} by now, so it is behind")
        if behind
        else N_("{way}; on a straight line it would be at {expected} by now, so it is on the way")
    )
    return words.say(message, way=_way(words, one.share, doubt), expected=words.score(one.expected))


def _way(words: Words, share: float, doubt: str) -> str:
    shown = words.percent(share)
    if doubt and shown != words.percent(0):
        return words.say("{share} of the way ({doubt})", share=shown, doubt=doubt)
    return words.say("{share} of the way", share=shown)


def _doubt(context: Context, one: Towards) -> str:
    """Why the way so far may be none: it may be chance, or comes from who answered. Empty if there is no doubt."""
    found = one.change
    if found is None or found.change is None or found.change.before >= one.target.score - 1e-9:
        return ""
    if found.moved == "questionnaire" or is_by_others(found):
        return verdict(context, found)
    return "" if found.change.reliable else context.words.say("may be chance")


def make_versions(context: Context) -> tuple[VersionLine, ...]:
    """What cannot be compared with the round before, and why."""
    latest = context.progress.latest
    return tuple(_broken(context)) if latest else ()


def _broken(context: Context) -> Iterator[VersionLine]:
    latest, words = context.progress.latest, context.words
    if latest is None:
        return
    for one in latest.dimensions:
        if one.verdict not in ("same", "comparable"):
            yield VersionLine(
                words.name(one.id),
                words.say(WHATS[one.verdict]),
                told_changes(words, one.reasons, context.part),
            )
    for item in latest.items:
        if item.verdict in ("added", "not-comparable"):
            yield VersionLine(
                words.name(item.id),
                words.say(WHATS[item.verdict]),
                told_changes(words, item.reasons, context.part),
            )
    gone = WHATS["removed"]  # inside `say` the key would be taken for a text to translate
    for id_ in latest.gone:
        yield VersionLine(context.part(id_), words.say(gone), "")

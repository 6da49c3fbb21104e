"""What was decided last time, beside what it was meant to move. That is not proof, and the page says so."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from maturity.comparison.progress.given import Action, Reading
from maturity.comparison.progress.model import Followed
from maturity.problems import N_
from maturity.report.progress.context import Context
from maturity.report.progress.model import ActionBox, ActionLine
from maturity.report.progress.sections.told import verdict
from maturity.report.words import NOTHING

STATUSES = {
    "planned": N_("Planned"),
    "started": N_("Under way"),
    "done": N_("Done"),
    "dropped": N_("Dropped"),
}


def make_loop(context: Context) -> tuple[ActionBox, ...]:
    """The actions of earlier rounds, each compared with the round that it followed."""
    return tuple(_followed(context, one) for one in context.progress.followed)


def _followed(context: Context, one: Followed) -> ActionBox:
    facts = (
        *_facts(context, one.action, one.reading, one.share),
        (context.words.say("Compared with"), context.name_of(one.since)),
    )
    return _box(context, one.action, facts, tuple(_lines(context, one)))


def make_decided(context: Context) -> tuple[ActionBox, ...]:
    """The actions that have been decided now."""
    return tuple(
        _box(context, one, tuple(_facts(context, one, None, None)), ()) for one in context.progress.decided
    )


def make_continued(context: Context) -> tuple[str, ...]:
    """What is gone on with, each in a line: its story is told once, beside what it was meant to move."""
    say = context.words.say
    return tuple(say("Go on with: {action}", action=one.title) for one in context.progress.continued)


def _box(
    context: Context, action: Action, facts: tuple[tuple[str, str], ...], lines: tuple[ActionLine, ...]
) -> ActionBox:
    late = action.is_late(datetime.date.fromisoformat(context.now.date))
    told = context.words.status(context.words.say(STATUSES[action.status]), overdue=late)
    return ActionBox(action.title, told, facts, action.note, lines)


def _facts(
    context: Context, action: Action, reading: Reading | None, share: float | None
) -> Iterator[tuple[str, str]]:
    words = context.words
    say = words.say
    if action.owner:
        yield say("Owner"), action.owner
    if action.decided:
        yield say("Decided"), words.language.date(action.decided)
    if action.due:
        yield say("Due"), words.language.date(action.due)
    if action.about:
        yield say("Meant to move"), words.language.join([context.part(id_) for id_ in action.about])
    if action.measure:
        yield say("Measure"), action.measure
    if reading is not None:
        yield say("Latest reading"), _reading(context, action, reading, share)
    elif action.baseline is not None and action.target is not None:
        plain = words.language.plain
        yield say("From and to"), f"{plain(action.baseline)} → {plain(action.target)}"


def _reading(context: Context, action: Action, reading: Reading, share: float | None) -> str:
    words = context.words
    shown = words.say(
        "{value} on {date}",
        value=words.language.plain(reading.value),
        date=words.language.date(reading.date, "medium"),
    )
    if share is None or action.baseline is None or action.target is None:
        return shown
    return words.say(
        "{reading}: {share} of the way from {baseline} to {target}",
        reading=shown,
        share=words.percent(share),
        baseline=words.language.plain(action.baseline),
        target=words.language.plain(action.target),
    )


def _lines(context: Context, followed: Followed) -> Iterator[ActionLine]:
    words, decimals = context.words, _decimals(context, followed)

    def shown(value: float | None) -> str:
        return NOTHING if value is None else words.language.number(value, decimals)

    for dimension in followed.dimensions:
        yield ActionLine(
            name=words.name(dimension.id),
            before=shown(dimension.before.mean if dimension.before else None),
            after=shown(dimension.after.mean if dimension.after else None),
            change=context.signed(dimension.change.size if dimension.change else None, decimals),
            verdict=verdict(context, dimension),
        )
    for item in followed.items:
        change = item.change
        yield ActionLine(
            name=words.name(item.id),
            before=shown(change.before if change else None),
            after=shown(change.after if change else None),
            change=context.signed(change.size if change else None, decimals),
            verdict=context.verdict(change) if change else words.say("cannot be compared"),
        )


def _decimals(context: Context, followed: Followed) -> int:
    """How precise the numbers beside an action are: all of them alike, and so that each line adds up."""
    changes = [*(one.change for one in followed.dimensions), *(one.change for one in followed.items)]
    adds_up = all(context.adds_up(one) for one in changes if one)
    return context.questionnaire.scale.decimals + (not adds_up)

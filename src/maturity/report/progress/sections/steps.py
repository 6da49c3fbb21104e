"""What a realistic next step is, in words: how far others moved, and where that would lead."""

from __future__ import annotations

import datetime

from maturity.comparison.progress.steps import Move, realistic
from maturity.report.words import Words

_YEAR = 365.25


def told_step(words: Words, move: Move, now: float, since: datetime.date, until: datetime.date) -> str:
    """How others moved, and where a score of `now` on the day `since` would be at `until` if it moved so."""
    years = max((until - since).days / _YEAR, 0.0)
    there = realistic(move, now, years, words.questionnaire.scale.to)
    return f"{_others(words, move)} {_led(words, words.score(there.low), words.score(there.high), until)}"


def told_pace(words: Words, now: float, since: datetime.date, target: float, by: datetime.date) -> str:
    """What a target asks for in a year; empty if its day is not later, or if it is reached."""
    years = (by - since).days / _YEAR
    if years <= 0 or target <= now:
        return ""
    return words.say("The target asks for {step} a year.", step=_signed(words, (target - now) / years))


def _others(words: Words, move: Move) -> str:
    if move.low is None or move.high is None:
        return words.plural(
            "{count} municipality here moved by {step} a year, as a median.",
            "{count} municipalities here moved by {step} a year, as a median.",
            move.n,
            step=_signed(words, move.median),
        )
    return words.plural(
        "The middle half of {count} municipality here moved between {low} and {high} a year.",
        "The middle half of {count} municipalities here moved between {low} and {high} a year.",
        move.n,
        low=_signed(words, move.low),
        high=_signed(words, move.high),
    )


def _led(words: Words, low: str, high: str, until: datetime.date) -> str:
    when = words.language.date(until, "MMMM y")
    if low == high:
        return words.say("Moving as they did, you would stand at {score} in {when}.", score=low, when=when)
    return words.say(
        "Moving as the median or a little faster, you would stand at {low} to {high} in {when}.",
        low=low,
        high=high,
        when=when,
    )


def _signed(words: Words, value: float) -> str:
    return words.language.signed(value, max(words.questionnaire.scale.decimals, 1))

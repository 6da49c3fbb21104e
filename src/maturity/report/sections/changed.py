"""Why something that a questionnaire asks cannot be compared with what another version asked, in people's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from maturity.questionnaire.comparing import Reason
from maturity.report.words import AGGREGATIONS, Words


def told_changes(words: Words, reasons: Iterable[Reason], name: Callable[[str], str]) -> str:
    """The reasons that break a series as sentences, with parts (by `name`), roles and rules by their names."""
    told = []
    for one in reasons:
        if one.breaks:
            values = {key: _named(words, key, value, name) for key, value in one.values.items()}
            told.append(words.say(one.message, **values).rstrip(".") + ".")
    return " ".join(told)


def _named(words: Words, key: str, value: object, name: Callable[[str], str]) -> object:
    """What a value of a reason is called, if it is an id or several."""
    ids = str(value).split(", ")
    if key in ("id", "ids"):
        return words.language.join([name(id_) for id_ in ids])
    if not set(ids).isdisjoint(words.questionnaire.role_ids):
        return words.roles(ids)
    rule = AGGREGATIONS.get(str(value))
    return words.say(rule) if rule else value

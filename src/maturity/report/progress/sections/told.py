"""One dimension's change in the words that a council understands."""

from __future__ import annotations

from maturity.comparison.progress.model import Change, Comparison, DimensionChange, Parts
from maturity.problems import N_
from maturity.report.progress.context import Context
from maturity.report.progress.model import Told
from maturity.scoring.rounding import rounded

_SMALL = 0.05
"""What would be shown as no difference, in the scale's units."""


def told(context: Context, comparison: Comparison, one: DimensionChange) -> Told:
    """What happened to a dimension, whether it is real, and where it comes from."""
    return Told(
        id=one.id,
        name=context.words.name(one.id),
        verdict=verdict(context, one),
        firm=one.moved in ("risen", "fallen"),
        sentence=_sentence(context, one),
        where=_where(context, comparison, one),
    )


def verdict(context: Context, one: DimensionChange) -> str:
    """What may be concluded, in a few words."""
    say = context.words.say
    if is_by_others(one):
        return say(_PARTLY if is_partly_yours(one) else _NOT_YOU)
    return say(VERDICTS[one.moved]) if one.moved in VERDICTS else context.verdict(one.change)


_NOT_YOU, _PARTLY = N_("who answered, not you"), N_("partly who answered")
VERDICTS = {
    "questionnaire": N_("another questionnaire"),
    "not-comparable": N_("cannot be compared"),
    "no-score": N_("too few answers"),
}


def is_by_others(one: DimensionChange) -> bool:
    """Whether a difference is no change that is more than chance, but mostly one of who answered."""
    return one.moved == "others-answered" or (one.moved == "unclear" and _from_others(one))


def _from_others(one: DimensionChange) -> bool:
    """Whether a difference that would be shown comes mostly from who answered."""
    return one.parts is not None and one.mostly == "who" and abs(one.parts.total) >= _SMALL


def is_partly_yours(one: DimensionChange) -> bool:
    """Whether as much of a difference as would be shown is other answers by the same groups."""
    return one.parts is not None and one.parts.you * one.parts.total > 0 and abs(one.parts.you) >= _SMALL


def _sentence(context: Context, one: DimensionChange) -> str:
    words = context.words
    if one.change is None:
        message = INCOMPARABLE if one.moved == "not-comparable" else _NO_SCORE
        return words.say(message, name=words.name(one.id))
    name, after = words.name(one.id), words.score(one.change.after)
    if words.score(one.change.before) == after and not rounded(
        one.change.size, context.questionnaire.scale.decimals
    ):
        return words.say(_STANDS, name=name, after=after)
    least = words.distance(context.least)
    message = _message(context, one, one.change)
    facts = {"name": name, "least": least, "organisation": context.now.organisation}
    return words.say(message, **facts, **_figures(context, one.change))


def _figures(context: Context, change: Change) -> dict[str, str]:
    """The numbers of a sentence, so precise that a reader can check them and none looks like another."""
    decimals = context.questionnaire.scale.decimals
    number = context.words.language.number
    size, detectable = abs(change.size), change.detectable or 0.0
    apart = rounded(size, decimals) not in (0, rounded(detectable, decimals))
    shown = decimals if context.adds_up(change) and apart else decimals + 1
    names = ("before", "after", "size", "detectable")
    values = (change.before, change.after, size, detectable)
    return {name: number(value, shown) for name, value in zip(names, values, strict=True)}


INCOMPARABLE = N_("{name} cannot be compared with before, because the questionnaire changed.")
_NO_SCORE = N_("{name} does not have a score in both rounds.")


def _message(context: Context, one: DimensionChange, change: Change) -> str:
    up = change.size > 0
    if one.moved in ("risen", "fallen"):
        return _ROSE if up else _FELL
    if one.moved in ("others-answered", "questionnaire") or _from_others(one):
        return _HIGHER if up else _LOWER
    if change.reliable:
        return _ROSE_LITTLE if up else _FELL_LITTLE
    if change.detectable is None:
        return N_("{name} went from {before} to {after}. Too little is known to say whether that is chance.")
    if change.p is not None and change.p < 1 - context.questionnaire.scoring.confidence:
        return _ALONE_UP if up else _ALONE_DOWN
    if change.detectable <= abs(change.size):  # those who answered both times say otherwise
        return _MAY_BE_UP if up else _MAY_BE_DOWN
    return _SEEMS_UP if up else _SEEMS_DOWN


_STANDS = N_("{name} stands where it stood, at {after}.")
_ROSE = N_(
    "{name} has risen by {size}, from {before} to {after}: more than chance, and enough to call it a change."
)
_FELL = N_(
    "{name} has fallen by {size}, from {before} to {after}: more than chance, and enough to call it a change."
)
_HIGHER = N_(
    "The score of {name} is {size} higher, {after} after {before}, but that does not mean that "
    "{organisation} has risen."
)
_LOWER = N_(
    "The score of {name} is {size} lower, {after} after {before}, but that does not mean that "
    "{organisation} has fallen."
)
_ROSE_LITTLE = N_(
    "{name} rose by {size}, from {before} to {after}. That is more than chance, but less than the {least} "
    "that is called "
    "a change."
)
_FELL_LITTLE = N_(
    "{name} fell by {size}, from {before} to {after}. That is more than chance, but less than the {least} "
    "that is called "
    "a change."
)
_SEEMS_UP = N_(
    "{name} seems to have risen by {size}, from {before} to {after}, but this may be chance: with these "
    "answers a change "
    "below {detectable} cannot be told from none."
)
_SEEMS_DOWN = N_(
    "{name} seems to have fallen by {size}, from {before} to {after}, but this may be chance: with these "
    "answers a change "
    "below {detectable} cannot be told from none."
)

_ALONE_UP = N_(
    "{name} seems to have risen by {size}, from {before} to {after}. Alone that would be more than chance; as "
    "one of several that are looked at together it may be chance."
)
_ALONE_DOWN = N_(
    "{name} seems to have fallen by {size}, from {before} to {after}. Alone that would be more than chance; as "
    "one of several that are looked at together it may be chance."
)
_MAY_BE_UP = N_("{name} seems to have risen by {size}, from {before} to {after}, but this may be chance.")
_MAY_BE_DOWN = N_("{name} seems to have fallen by {size}, from {before} to {after}, but this may be chance.")


def _where(context: Context, comparison: Comparison, one: DimensionChange) -> str:
    if one.parts is None or abs(one.parts.total) < _SMALL:
        return ""
    if one.moved == "not-comparable":
        return _alike(context, one, one.parts)
    if one.mostly == "who":
        return _others(context, comparison, one, one.parts)
    you, who, asked = (
        context.signed(part, 2) for part in (one.parts.you, one.parts.who, one.parts.questionnaire)
    )
    if abs(one.parts.questionnaire) >= _SMALL:
        return context.words.say(_OF_THREE, you=you, who=who, asked=asked)
    if abs(one.parts.who) >= _SMALL:
        return context.words.say(_OF_TWO, you=you, who=who)
    return ""


_OF_TWO = N_("Of this, {you} comes from other answers by the same groups, and {who} from who answered.")
_OF_THREE = N_(
    "Of this, {you} comes from other answers by the same groups, {who} from who answered, and {asked} from the "
    "questionnaire."
)


def _alike(context: Context, one: DimensionChange, parts: Parts) -> str:
    return context.words.plural(
        "On the {count} item that is the same, the same groups moved by {you}.",
        "On the {count} items that are the same, the same groups moved by {you}.",
        len(one.items),
        you=context.signed(parts.you, 2),
    )


def _others(context: Context, comparison: Comparison, one: DimensionChange, parts: Parts) -> str:
    """Who came and who went, with what that did."""
    words = context.words
    message = _MOST if is_partly_yours(one) else _MOVED if rounded(parts.you, 2) else _AS_BEFORE
    who, you = context.signed(parts.who, 2), context.signed(parts.you, 2)
    sentences = [words.say(message, who=who, you=you)]
    came, went = _newcomers(comparison, one)
    if came:
        sentences.append(words.say(_CAME, roles=words.roles(came)))
    if went:
        sentences.append(words.say(_WENT, roles=words.roles(went)))
    return " ".join(sentences)


_MOVED = N_("It comes from who answered ({who}): the groups that answered both times moved by {you}.")
_MOST = N_(
    "The largest part comes from who answered ({who}): the groups that answered both times moved by {you}."
)
_AS_BEFORE = N_(
    "It comes from who answered ({who}): the groups that answered both times answered as before, on average."
)
# Somebody who took part and wrote "don't know" did not answer these items: the list of rounds counts them.
_CAME = N_("New among those who answered these items: {roles}.")
_WENT = N_("No longer among those who answered these items: {roles}.")


def _newcomers(comparison: Comparison, one: DimensionChange) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The roles that answered an item of a dimension in only one of the rounds: new ones, and absent ones."""
    inside = [item for item in comparison.items if item.id in one.items]
    came = [group.roles for item in inside for group in item.groups if group.share_before is None]
    went = [group.roles for item in inside for group in item.groups if group.share_after is None]
    before, after = (
        {role for item in inside for group in item.groups if getattr(group, side) for role in group.roles}
        for side in ("share_before", "share_after")
    )
    return _flat(came, before), _flat(went, after)


def _flat(groups: list[tuple[str, ...]], known: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for roles in groups for role in roles if role not in known))

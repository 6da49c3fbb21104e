"""The finding that stands over a profile: which part is highest, which lowest, and nothing where they are equal."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.problems import N_
from maturity.report.words import Words
from maturity.scoring.result import DimensionResult, ItemResult


def told_extremes(
    words: Words, parts: Sequence[DimensionResult] | Sequence[ItemResult], *, none: str, same: str, both: str
) -> str:
    """The highest and the lowest part in one sentence.

    Catalogue texts: `none` if no part has a score, `same` with {score} if all are shown alike, `both` with {best},
    {best_score}, {weakest} and {weakest_score} otherwise. Where several are shown alike, all of them are named.
    """
    scored = [(words.score(part.score), part.score, part.id) for part in parts if part.score is not None]
    if not scored:
        return words.say(none)
    low, high = min(scored, key=_score)[0], max(scored, key=_score)[0]
    lowest, highest = ([id_ for shown, _, id_ in scored if shown == end] for end in (low, high))
    if len(scored) == 1:
        return words.say("{name} scores {score}", name=words.name(*highest), score=high)
    if low == high:
        return words.say(same, score=high)
    if len(lowest) > 1 or len(highest) > 1:
        both = N_("Strongest: {best} ({best_score}). Weakest: {weakest} ({weakest_score})")
    return words.say(
        both, best=_named(words, highest), best_score=high, weakest=_named(words, lowest), weakest_score=low
    )


def _score(one: tuple[str, float, str]) -> float:
    return one[1]


def _named(words: Words, ids: list[str]) -> str:
    """Those that are shown alike; a heading has room for two."""
    return words.language.join([words.name(id_) for id_ in ids]) if len(ids) < 3 else words.say("several")

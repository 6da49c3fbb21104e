"""The finding that stands over a profile: which part is highest, which lowest, and nothing where they are equal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from maturity.problems import N_
from maturity.report.words import Words
from maturity.scoring.result import Result


def told_extremes(
    words: Words, parts: Iterable[tuple[str, float | None]], *, none: str, same: str, both: str
) -> str:
    """The highest and the lowest of parts, each with its id and score, in one sentence.

    Catalogue texts: `none` if no part has a score, `same` with {score} if all are shown alike, `both` with {best},
    {best_score}, {weakest} and {weakest_score} otherwise. Where several are shown alike, all of them are named.
    """
    scored = {id_: score for id_, score in parts if score is not None}
    if not scored:
        return words.say(none)
    low, high = words.score(min(scored.values())), words.score(max(scored.values()))
    lowest, highest = ([id_ for id_, at in scored.items() if words.score(at) == end] for end in (low, high))
    if len(scored) == 1:
        return words.say("{name} scores {score}", name=words.name(*highest), score=high)
    if low == high:
        return words.say(same, score=high)
    if len(lowest) > 1 or len(highest) > 1:
        both = N_("Strongest: {best} ({best_score}). Weakest: {weakest} ({weakest_score})")
    return words.say(
        both,
        best=told_alike(words, highest),
        best_score=high,
        weakest=told_alike(words, lowest),
        weakest_score=low,
    )


def names_of_weakest(words: Words, result: Result) -> list[str]:
    """The bottleneck: the weakest top dimension, with those whose score reads the same. Empty if all that have a score
    read the same."""
    if result.robustness is None:
        return []
    tops = [result.dimension(id_) for id_ in result.top]
    shown = {one.id: words.score(one.score) for one in tops if one.score is not None}
    names = [words.name(id_) for id_, score in shown.items() if score == shown[result.robustness.weakest]]
    return names if len(names) < len(shown) else []


def told_alike(words: Words, ids: Sequence[str]) -> str:
    """Those that are shown alike; a heading has room for two."""
    return words.language.join([words.name(id_) for id_ in ids]) if len(ids) < 3 else words.say("several")

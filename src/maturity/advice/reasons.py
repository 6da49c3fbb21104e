"""The sentences that say why: catalogue texts with their numbers beside them, never glued from pieces."""

from __future__ import annotations

from maturity.advice.gain import SAME_PLACE, one_level, one_up
from maturity.advice.model import Count, Distance, Mode, Name, Rating, Reason, Score, Share, because
from maturity.advice.targets import wanted
from maturity.advice.view import View
from maturity.problems import N_
from maturity.scoring.result import ItemResult
from maturity.scoring.rounding import rounded


def why(view: View, id_: str, score: float, gained: float, mode: Mode) -> tuple[Reason, ...]:
    """Why advice about an item or dimension was chosen, and why in this mode. `gained` comes from `gain`."""
    found = (
        standing(view, id_, score, praise=wanted(view, id_, score) == 0),
        _pays(view, score, gained * view.length),
        _bottleneck(view, id_),
        _matters(view, id_),
        disagreement(view, id_),
        unknown(view, id_),
        _rests_on_little(view, id_) if mode == "ask" else None,
    )
    return tuple(reason for reason in found if reason)


def standing(view: View, id_: str, score: float, *, praise: bool) -> Reason:
    """Where the score stands: lowest (or, as praise, highest) of its kind, or beside what it belongs to."""
    describe = _item_standing if view.item(id_) else _dimension_standing
    return describe(view, id_, score, praise)


def _item_standing(view: View, id_: str, score: float, praise: bool) -> Reason:
    leaf = view.node(id_)
    peers = [peer for item in leaf.items if (peer := view.score(item.id)) is not None]
    at, count, whole = Score(score), Count(len(peers)), view.score(leaf.id)
    if _alone_at(min(peers), score, peers):
        message = N_("Scores {score}, the lowest of {count} items in {dimension}")
        return because(message, score=at, count=count, dimension=Name((leaf.id,)))
    if praise and _alone_at(max(peers), score, peers):
        message = N_("Scores {score}, the highest of {count} items in {dimension}")
        return because(message, score=at, count=count, dimension=Name((leaf.id,)))
    if whole is None:
        return because(N_("Scores {score}"), score=at)
    if rounded(score, 1) == rounded(whole, 1):  # as people read them
        return because(
            N_("Scores {score}, like {dimension} as a whole"), score=at, dimension=Name((leaf.id,))
        )
    message = N_("Scores {score}, where {dimension} as a whole scores {whole}")
    return because(message, score=at, dimension=Name((leaf.id,)), whole=Score(whole))


def _dimension_standing(view: View, id_: str, score: float, praise: bool) -> Reason:
    leaves = [leaf.id for leaf in view.questionnaire.leaves]
    peers = [peer for leaf in leaves if id_ in leaves and (peer := view.score(leaf)) is not None]
    if peers and _alone_at(min(peers), score, peers):
        message = N_("Scores {score}, the lowest of {count} dimensions")
        return because(message, score=Score(score), count=Count(len(peers)))
    if praise and peers and _alone_at(max(peers), score, peers):
        message = N_("Scores {score}, the highest of {count} dimensions")
        return because(message, score=Score(score), count=Count(len(peers)))
    return because(N_("Scores {score}"), score=Score(score))


def _alone_at(end: float, score: float, peers: list[float]) -> bool:
    return score == end and len(peers) > 1 and peers.count(score) == 1


def _pays(view: View, score: float, gained: float) -> Reason | None:
    if view.result.overall is None or gained <= 0:
        return None
    if one_up(view, score) < score + one_level(view) - SAME_PLACE:
        message = N_("Reaching the top of the scale here would add {gain} to the overall score")
    else:
        message = N_("One level up here would add {gain} to the overall score")
    return because(message, gain=Distance(gained))


def _bottleneck(view: View, id_: str) -> Reason | None:
    leaf = view.dimensions.get(view.node(id_).id)
    if leaf is None or leaf.gated is None or id_ not in leaf.gated.bottlenecks:
        return None
    if len(leaf.gated.bottlenecks) == leaf.gated.agreed:
        return None
    message = N_("In the levels that the team agreed on it holds {dimension} back at {level}")
    return because(message, dimension=Name((leaf.id,)), level=Name((leaf.gated.minimum,)))


def _matters(view: View, id_: str) -> Reason | None:
    importance = view.importance(id_)
    if importance is None:
        return None
    about = next(part for part in view.path(id_) if (d := view.dimensions.get(part)) and d.importance)
    message = N_("The importance of {dimension} is rated {importance} out of 5")
    return because(message, dimension=Name((about,)), importance=Rating(importance))


def disagreement(view: View, id_: str) -> Reason | None:
    """That people disagree about an item (or, if it has no verdict of its own, about its dimension)."""
    if view.verdict(id_) != "disagree":
        return None
    item = view.items.get(id_)
    about = id_ if item is None or item.spread else view.node(id_).id
    deviation = view.deviation(about)
    if deviation is None:
        return because(N_("People disagree about {part}"), part=Name((about,)))
    limit = view.questionnaire.conventions.disagree * view.length
    message = N_(
        "Answers about {part} lie {deviation} from their mean on average; beyond {limit}, people disagree"
    )
    return because(message, part=Name((about,)), deviation=Distance(deviation), limit=Distance(limit))


def unknown(view: View, id_: str) -> Reason | None:
    """That many do not know: the share has reached the questionnaire's convention."""
    share = view.unknown(id_)
    if share is None or share < view.questionnaire.conventions.unknown:
        return None
    return because(N_("{share} do not know about {part}"), share=Share(share), part=Name((id_,)))


def _rests_on_little(view: View, id_: str) -> Reason | None:
    if view.grade(id_) in ("A", "B"):
        return None
    message = N_("What is known about {dimension} has low confidence, so take this as a question")
    return because(message, dimension=Name((view.node(id_).id,)))


def evidence_falls_short(view: View, item: ItemResult) -> tuple[float, Reason] | None:
    """By how much a score exceeds what its evidence can carry, in units of the scale, with the reason.

    What a mean evidence grade carries is interpolated between what the grades beside it support.
    """
    grades = view.questionnaire.evidence
    if grades is None or item.evidence is None or item.score is None:
        return None
    below = min(int(item.evidence), len(grades.grades) - 2)
    low, high = grades.grades[below].supports, grades.grades[below + 1].supports
    carried = low + (item.evidence - below) * (high - low)
    message = N_("Scores {score}, but what the answers are based on supports no more than {carried}")
    return max(0.0, item.score - carried), because(message, score=Score(item.score), carried=Score(carried))

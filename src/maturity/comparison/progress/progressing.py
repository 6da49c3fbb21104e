"""From rounds to progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from maturity.answers.model import Assessment
from maturity.comparison.progress.comparing import compare
from maturity.comparison.progress.following import follow, towards
from maturity.comparison.progress.given import UNFINISHED, Action, Mark, Round, Target
from maturity.comparison.progress.model import Comparison, Progress
from maturity.comparison.progress.trend import trends
from maturity.problems import N_, Problem, Problems, nearest
from maturity.questionnaire.model import Questionnaire
from maturity.scoring import score


def round_of(
    questionnaire: Questionnaire,
    assessment: Assessment,
    original: Questionnaire | None = None,
) -> Round:
    """A round from its answers."""
    return Round(questionnaire, score(questionnaire, assessment), assessment, original=original)


def progress(
    rounds: Sequence[Round], *, marks: Sequence[Mark] = (), targets: Sequence[Target] = ()
) -> Progress:
    """How one organisation moved over its rounds, which are put in the order of their dates.

    A result is taken as it was finished: nothing is scored again with another version. Rounds with too few
    people for a result stay in the order and are compared with nothing. Raises Problems if there are fewer
    than two rounds, if they are of several organisations (of several names, unless all have the same official
    code), or if an action or a target names what is not there.
    """
    ordered = tuple(sorted(rounds, key=lambda one: one.date))
    found = [*_wrong_rounds(ordered), *_wrong_names(ordered, targets)]
    if found:
        raise Problems(found)
    since = _comparisons(ordered)
    shown = [at for at, one in enumerate(ordered) if not one.result.withheld]
    last = len(ordered) - 1
    earlier = [at for at in shown if at < last] if last in shown else []
    return Progress(
        rounds=tuple(one.result for one in ordered),
        latest=since(earlier[-1]) if earlier else None,
        whole=since(earlier[0]) if len(earlier) > 1 else None,
        trends=trends(ordered),
        followed=follow(ordered, since),
        decided=tuple(one for one in ordered[-1].actions if not one.carried),
        continued=tuple(one for one in ordered[-1].actions if one.carried and one.status in UNFINISHED),
        towards=towards(ordered, tuple(targets), since),
        marks=tuple(sorted(marks, key=lambda mark: mark.date)),
    )


def place_actions(rounds: Sequence[Round], actions: Sequence[Action]) -> tuple[Round, ...]:
    """The rounds by date, each with what was decided after it and before the next.

    An action without a date was decided after the round before the latest.
    """
    ordered = sorted(rounds, key=lambda one: one.date)
    owners = [_owner(ordered, action) for action in actions]
    return tuple(
        replace(one, actions=one.actions + _of(at, owners, actions)) for at, one in enumerate(ordered)
    )


def _owner(rounds: Sequence[Round], action: Action) -> int:
    if action.decided is None:
        return max(len(rounds) - 2, 0)
    return max((at for at, one in enumerate(rounds) if one.date <= action.decided), default=0)


def _of(at: int, owners: Sequence[int], actions: Sequence[Action]) -> tuple[Action, ...]:
    return tuple(action for owner, action in zip(owners, actions, strict=True) if owner == at)


def _comparisons(rounds: tuple[Round, ...]) -> Callable[[int], Comparison | None]:
    """Each round with the latest, worked out when it is asked for."""
    last = len(rounds) - 1

    @cache
    def since(at: int) -> Comparison | None:
        withheld = rounds[at].result.withheld or rounds[last].result.withheld
        return None if withheld or at == last else compare(rounds, at, last)

    return since


def _wrong_rounds(rounds: tuple[Round, ...]) -> Iterator[Problem]:
    if len(rounds) < 2:
        yield Problem(N_("Progress needs at least two rounds; here is {count}"), {"count": len(rounds)})
    names = list(dict.fromkeys(one.result.organisation for one in rounds))
    if len(names) > 1 and not _is_one_by_code(rounds):
        message = N_("The rounds are of several organisations: {names}. Progress is about one")
        yield Problem(message, {"names": ", ".join(names)})


def _is_one_by_code(rounds: tuple[Round, ...]) -> bool:
    """Whether an official code says that it is one organisation, which was renamed or is spelt in two ways."""
    codes = {(one.result.country, one.result.code) for one in rounds}
    return len(codes) == 1 and all(one.result.code for one in rounds)


def _wrong_names(rounds: tuple[Round, ...], targets: Sequence[Target]) -> Iterator[Problem]:
    """Targets for, and actions about, what no questionnaire of these rounds has."""
    known: set[str] = {id_ for one in rounds for id_ in (*one.questionnaire.nodes, *one.questionnaire.items)}
    dimensions = set(rounds[-1].questionnaire.nodes) if rounds else set()
    for one in rounds:
        for action in one.actions:
            yield from (_unknown(id_, known) for id_ in action.about if id_ not in known)
    yield from (_unknown(one.dimension, dimensions) for one in targets if one.dimension not in dimensions)


def _unknown(id_: str, known: set[str]) -> Problem:
    guess = nearest(id_, sorted(known))
    if guess is None:
        return Problem(N_("There is no dimension or item called {id}"), {"id": id_})
    message = N_("There is no dimension or item called {id}; did you mean {guess}?")
    return Problem(message, {"id": id_, "guess": guess})

"""How far the organisations of a workspace usually moved between rounds, from results as they were frozen."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from maturity.comparison.progress import Round
from maturity.comparison.progress.steps import Move, Pair, Path, pair_of
from maturity.comparison.progress.steps import usual_moves as usual
from maturity.scoring import from_json
from maturity.scoring.result import Result
from maturity.store.assessments import LEAST_THRESHOLD
from maturity.store.comparable import day_of
from maturity.store.questionnaires import load
from maturity.store.tables import Assessment, Organisation, QuestionnaireVersion, StoredResult
from maturity.store.versions import as_written, matched

MOST, ROUNDS = 40, 3
"""How many organisations count, those with the newest rounds first, and how many of their latest rounds: more
would make a page slow, and tell hardly more."""
REMEMBERED = 5000
_between: dict[tuple[str, str], Pair] = {}
"""What moved between two frozen results, by their ids. It never changes, and takes milliseconds to work out."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A closed round and its newest frozen result, which is fetched only if it is needed."""

    id: str
    place: Organisation
    version: QuestionnaireVersion
    day: datetime.date


def usual_moves(session: Session, workspace_id: str, questionnaire_id: str) -> dict[str, Move]:
    """By dimension of the newest version in use, how far organisations of this workspace moved in a year.

    Empty if too few repeated it to say so. Who is not included in what compares does not count.
    """
    rounds = _rounds(session, workspace_id, questionnaire_id)
    if not rounds:
        return {}
    newest = max(rounds, key=lambda one: one.day).version
    return usual(_paths(session, _by_place(rounds), newest), load(newest).scale.length)


def _rounds(session: Session, workspace_id: str, questionnaire_id: str) -> list[_Kept]:
    """Closed rounds by several people, oldest first."""
    newest = (
        select(StoredResult.assessment_id, func.max(StoredResult.created_at).label("at"))
        .join(Assessment, Assessment.id == StoredResult.assessment_id)
        .where(Assessment.workspace_id == workspace_id)
    )
    kept = newest.group_by(StoredResult.assessment_id).subquery()
    query = (
        select(StoredResult.id, Assessment)
        .join(
            kept,
            (kept.c.assessment_id == StoredResult.assessment_id) & (kept.c.at == StoredResult.created_at),
        )
        .join(Assessment, Assessment.id == StoredResult.assessment_id)
        .join(Assessment.organisation)
        .join(Assessment.questionnaire_version)
        .where(
            Assessment.workspace_id == workspace_id,
            Assessment.state == "closed",
            or_(Assessment.threshold >= LEAST_THRESHOLD, Assessment.origin != "here"),
            Organisation.consent != "not-included",
            QuestionnaireVersion.questionnaire == questionnaire_id,
        )
        .options(joinedload(Assessment.organisation), joinedload(Assessment.questionnaire_version))
    )
    found = (
        _Kept(id_, row.organisation, row.questionnaire_version, day_of(row))
        for id_, row in session.execute(query)
    )
    return sorted(found, key=lambda one: (one.day, one.id))


def _by_place(rounds: Iterable[_Kept]) -> list[list[_Kept]]:
    """The latest rounds of each organisation that has several."""
    places: dict[str, list[_Kept]] = {}
    for one in rounds:
        places.setdefault(one.place.id, []).append(one)
    several = (many[-ROUNDS:] for many in places.values() if len(many) > 1)
    return sorted(several, key=lambda many: many[-1].day)[-MOST:]


def _paths(session: Session, places: Sequence[Sequence[_Kept]], newest: QuestionnaireVersion) -> list[Path]:
    if len(_between) > REMEMBERED:
        _between.clear()
    pairs = [pair for many in places for pair in pairwise(many)]
    _work_out(session, [pair for pair in pairs if _key(pair) not in _between])
    return [
        Path(
            tuple(_as_newest(_between[_key(pair)], pair[1].version, newest) for pair in pairwise(many)),
            named=many[0].place.consent == "named",
        )
        for many in places
    ]


def _key(pair: tuple[_Kept, _Kept]) -> tuple[str, str]:
    return pair[0].id, pair[1].id


def _work_out(session: Session, pairs: Sequence[tuple[_Kept, _Kept]]) -> None:
    """Remember what moved between these rounds."""
    found = _results(session, {one.id for pair in pairs for one in pair})
    for pair in pairs:
        asked = as_written(pair[0].version, pair[1].version)
        before, after = (Round(one, found[kept.id]) for one, kept in zip(asked, pair, strict=True))
        _between[_key(pair)] = pair_of(before, after)


def _results(session: Session, ids: Iterable[str]) -> dict[str, Result]:
    query = select(StoredResult.id, StoredResult.result).where(StoredResult.id.in_(ids))
    return {id_: from_json(text) for id_, text in session.execute(query)}


def _as_newest(pair: Pair, after: QuestionnaireVersion, newest: QuestionnaireVersion) -> Pair:
    """A movement on those dimensions that still mean the same."""
    if after.content == newest.content:
        return pair
    found = matched(after, newest).diff.dimensions
    still = {one.id for one in found if one.verdict in ("same", "comparable")}
    return Pair(pair.years, {id_: size for id_, size in pair.moved.items() if id_ in still})

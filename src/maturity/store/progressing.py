"""The rounds of an organisation as `comparison.progress` wants them: the result of each in the version that was
answered, what was decided after it, and what happened meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from maturity.comparison.progress import Progress, Round, progress
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result
from maturity.store import marks, results, targets
from maturity.store.assessments import LEAST_THRESHOLD
from maturity.store.comparable import chosen, up_to
from maturity.store.followed import decided_in
from maturity.store.questionnaires import languages_of, questionnaire_of
from maturity.store.scoring import to_assessment
from maturity.store.tables import Assessment, Organisation, Respondent


def of_rounds(session: Session, organisation: Organisation, rounds: tuple[Round, ...]) -> Progress | None:
    """How an organisation moved over its rounds, as `rounds_of` finds them; None if they are fewer than two."""
    if len(rounds) < 2:
        return None
    return progress(
        rounds,
        marks=marks.as_marks(session, organisation),
        targets=targets.as_targets(session, organisation, rounds[-1].questionnaire),
    )


def rounds_of(
    session: Session,
    organisation: Organisation,
    tag: str,
    questionnaire: str | None = None,
    until: Assessment | None = None,
) -> tuple[Round, ...]:
    """The rounds with one questionnaire, oldest first; texts in this language as far as they are translated,
    and compared in the one in which the newest version is written.

    `questionnaire` is its id in every version; without it the one that `comparable.chosen` says. `until`: the
    last round that counts. The latest rounds do not count if too few people answered for a result, as long as
    two others have one: what was decided after them then stands at the last that counts.
    """
    rows = up_to(chosen(session, organisation, questionnaire), until)
    asked = [questionnaire_of(row, tag) for row in rows]
    known = {id_ for one in asked for id_ in (*one.nodes, *one.items)}
    coded, ids = _coded(session, rows), {row.id for row in rows}
    found = (
        Round(
            one,
            _as_called_now(results.shown(session, row), organisation),
            to_assessment(session, row, one) if row.id in coded else None,
            decided_in(session, row, known, ids),
            original,
        )
        for row, one, original in zip(rows, asked, _as_written(rows), strict=True)
    )
    return _with_a_result_last(tuple(sorted(found, key=lambda one: one.date)))


def _with_a_result_last(rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    """Without the latest rounds that have no result: they would leave nothing to compare with."""
    shown = [at for at, one in enumerate(rounds) if not one.result.withheld]
    if len(shown) < 2:
        return rounds
    *kept, last = rounds[: shown[-1] + 1]
    decided = (action for one in rounds[shown[-1] :] for action in one.actions)
    return (*kept, replace(last, actions=tuple(decided)))


def _as_written(rows: Sequence[Assessment]) -> list[Questionnaire]:
    """The questionnaires of rounds in the language of the newest, so that all readers see the same compared."""
    tag = languages_of(rows[-1].questionnaire_version)[0] if rows else None
    return [questionnaire_of(row, tag) for row in rows]


def _coded(session: Session, rows: Collection[Assessment]) -> set[str]:
    """The rounds in which so many people chose a private code that some could be told. Only of these the
    answers are read again: everything else follows from results."""
    query = (
        select(Respondent.assessment_id)
        .where(Respondent.assessment_id.in_([row.id for row in rows]), Respondent.code.is_not(None))
        .group_by(Respondent.assessment_id)
        .having(func.count() >= LEAST_THRESHOLD)
    )
    found = set(session.scalars(query))
    return found if len(found) > 1 else set()


def _as_called_now(result: Result, organisation: Organisation) -> Result:
    """A municipality that was renamed is the same one; nothing else of a finished result changes."""
    return replace(result, organisation=organisation.name, country=organisation.country)

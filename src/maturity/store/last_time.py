"""What the round before came to, item by item, for a team that meets again.

Read from the result that was kept when that round was closed, so that nothing is shown that was not published
then, and only where both versions of the questionnaire ask the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from maturity.scoring import from_json
from maturity.scoring.result import Result
from maturity.store import results, versions
from maturity.store.tables import Assessment


@dataclass(frozen=True, slots=True)
class LastTime:
    """One item: the mean of what people answered, and the level that was agreed on; None: not known."""

    score: float | None
    agreed: float | None


def frozen(session: Session, assessment: Assessment) -> Result | None:
    """The kept result of the round that this one repeats; None if there is none."""
    earlier = assessment.earlier
    row = results.latest(session, earlier) if earlier is not None and earlier.state == "closed" else None
    return from_json(row.result) if row is not None else None


def last_time(session: Session, assessment: Assessment) -> dict[str, LastTime]:
    """The items of this round's questionnaire that can be compared with the round before, by their id now."""
    kept, earlier = frozen(session, assessment), assessment.earlier
    if kept is None or earlier is None:
        return {}
    old, new = earlier.questionnaire_version, assessment.questionnaire_version
    found = versions.matched(old, new)
    scores = {one.id: one.score for one in kept.items}
    levels = {item: level for item, level, *_ in kept.agreed_reasons}
    told = {now: LastTime(scores.get(before), levels.get(before)) for now, before in found.items}
    return {id_: one for id_, one in told.items() if one != LastTime(None, None)}

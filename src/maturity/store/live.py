"""Items that are asked in the room: opened, answered on phones, shown once enough have answered, closed.

The counts grow only by as many people at once as the round's threshold, so that no two looks at the wall
differ by fewer; whoever is in them cannot change their answer any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from maturity.problems import N_, Problem, Problems
from maturity.store.clock import now
from maturity.store.ids import key_for
from maturity.store.tables import Assessment, LiveAnswer, LiveItem

UNKNOWN = "?"
"""The mark of "I don't know"; no option is called so, because ids are letters, digits and hyphens."""
MOST = 2000
"""The most people that one item takes: more than any meeting has."""


def begin(session: Session, assessment: Assessment, item: str, wait_for: int | None = None) -> LiveItem:
    """Ask an item in the room; one that is being asked is closed. What was said to it before is forgotten.

    The counts are shown once `wait_for` people have answered (the threshold if not given). Raises Problems
    if the meeting is not on, or `wait_for` is too small."""
    wanted = assessment.threshold if wait_for is None else wait_for
    if assessment.state != "meeting":
        raise Problems([Problem(N_("An item can be asked in the room while the meeting is on"))])
    if not assessment.threshold <= wanted <= MOST:
        message = N_("Wait for at least {least} people: fewer could be recognised")
        raise Problems([Problem(message, {"least": assessment.threshold})])
    end(session, assessment)
    session.execute(delete(LiveItem).where(LiveItem.assessment_id == assessment.id, LiveItem.item == item))
    found = LiveItem(
        assessment_id=assessment.id,
        item=item,
        threshold=assessment.threshold,
        wait_for=wanted,
        people=0,
        late=0,
        counts={},
    )
    session.add(found)
    assessment.live_item = item
    session.flush()
    return found


def current(session: Session, assessment: Assessment) -> LiveItem | None:
    """The item that is being asked, if there is one."""
    if assessment.state != "meeting":
        return None
    return session.scalar(_of(assessment).where(LiveItem.closed_at.is_(None)))


def shown(session: Session, assessment: Assessment) -> dict[str, LiveItem]:
    """What the room said, by item: those with counts that may be shown, the one that was asked last at the end."""
    query = _of(assessment).where(LiveItem.people > 0).order_by(LiveItem.opened_at)
    return {found.item: found for found in session.scalars(query)}


def given(session: Session, live: LiveItem, token: str, secret: str) -> LiveAnswer | None:
    """What the person with this token answered; None if nothing yet."""
    return session.get(LiveAnswer, (live.id, _key(live, token, secret)))


def how_many(session: Session, live: LiveItem) -> int:
    """How many have answered."""
    query = select(func.count()).select_from(LiveAnswer).where(LiveAnswer.live_id == live.id)
    return session.scalar(query) or 0


def answer(session: Session, live: LiveItem, token: str, secret: str, mark: str) -> bool:
    """Keep somebody's answer. False if it cannot be taken: it is over, or theirs is in the counts already."""
    row = given(session, live, token, secret)
    if live.closed_at is not None or (row is not None and row.mark is None):
        return False
    if row is None:
        if how_many(session, live) >= MOST:
            return False
        row = LiveAnswer(live_id=live.id, key=_key(live, token, secret))
        session.add(row)
    row.mark = mark
    session.flush()
    _count(session, live, live.wait_for if live.people == 0 else live.threshold)
    return True


def end(session: Session, assessment: Assessment) -> None:
    """Close what is being asked: single answers are deleted; the counts stay if enough stand behind them."""
    for live in session.scalars(_of(assessment).where(LiveItem.closed_at.is_(None))).all():
        _count(session, live, live.threshold)
        live.late = len(_waiting(session, live))
        live.closed_at = now()
        session.execute(delete(LiveAnswer).where(LiveAnswer.live_id == live.id))
        if live.people == 0:
            session.delete(live)
    assessment.live_item = None
    session.flush()


def _of(assessment: Assessment) -> Select[LiveItem]:
    return select(LiveItem).where(LiveItem.assessment_id == assessment.id)


def _key(live: LiveItem, token: str, secret: str) -> str:
    return key_for("live", f"{live.id}:{token}", secret)


def _waiting(session: Session, live: LiveItem) -> Sequence[LiveAnswer]:
    query = select(LiveAnswer).where(LiveAnswer.live_id == live.id, LiveAnswer.mark.is_not(None))
    return session.scalars(query).all()


def _count(session: Session, live: LiveItem, least: int) -> None:
    """Add the answers that wait to the counts, if they are at least so many."""
    waiting = _waiting(session, live)
    if len(waiting) < least:
        return
    live.counts = dict(Counter(live.counts) + Counter(str(row.mark) for row in waiting))
    live.people += len(waiting)
    for row in waiting:
        row.mark = None
    session.flush()

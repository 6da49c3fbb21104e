"""Assessments and trials: made, opened, closed, deleted."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, joinedload

from maturity.problems import N_, Problem, Problems
from maturity.store import live, reminders
from maturity.store.clock import now
from maturity.store.ids import key_for, make_token
from maturity.store.saving import Saver
from maturity.store.tables import Action, Assessment, Organisation, QuestionnaireVersion

LEAST_THRESHOLD = 3
STATES = ("draft", "open", "meeting", "closed")
NEXT: dict[str, set[str]] = {
    "draft": {"open"},
    "open": {"meeting", "closed"},
    "meeting": {"closed"},
    "closed": set(),
}
"""Which state may follow which. There is no way back to `open`: results can be read from `meeting` on, and
two looks at them with one answer between would tell that answer."""


def create(
    session: Session,
    workspace_id: str | None,
    organisation: Organisation,
    version: QuestionnaireVersion,
    **facts: Any,
) -> Assessment:
    """A new assessment, in draft. `facts` are columns of the table, such as label, languages or targets."""
    found = Assessment(
        workspace_id=workspace_id, organisation=organisation, questionnaire_version=version, **facts
    )
    session.add(found)
    session.flush()
    return found


def of_workspace(session: Session, workspace_id: str) -> Sequence[Assessment]:
    """The assessments of a workspace, newest first."""
    query = select(Assessment).where(Assessment.workspace_id == workspace_id).options(*_WITH)
    return session.scalars(query.order_by(Assessment.created_at.desc(), Assessment.id)).all()


PAGE = 50
"""How many rounds are listed at once."""


def count(session: Session, workspace_id: str, words: str = "") -> int:
    """How many rounds a workspace has; with `words`, those that `listed` would list."""
    query = select(func.count(Assessment.id)).join(Assessment.organisation)
    return session.scalar(query.where(*_holding(workspace_id, words))) or 0


def listed(
    session: Session, workspace_id: str, words: str = "", start: int = 0, most: int = PAGE
) -> Sequence[Assessment]:
    """Some rounds of a workspace: those that go on first, then the closed ones, newest first. With `words`,
    those whose organisation's name, code or own label holds every one of them."""
    query = select(Assessment).join(Assessment.organisation).where(*_holding(workspace_id, words))
    day = func.coalesce(Assessment.held_on, Assessment.closes_on, func.date(Assessment.created_at))
    order = (Assessment.state == "closed", day.desc(), Assessment.created_at.desc(), Assessment.id)
    return session.scalars(query.options(*_WITH).order_by(*order).offset(start).limit(most)).all()


def _holding(workspace_id: str, words: str) -> list[ColumnElement[bool]]:
    parts = (Organisation.name, Organisation.code, Assessment.label)
    held = [or_(*(part.icontains(word, autoescape=True) for part in parts)) for word in words.split()]
    return [Assessment.workspace_id == workspace_id, *held]


def find(session: Session, workspace_id: str, id_: str) -> Assessment | None:
    """An assessment of this workspace; None if it is another's, or a trial."""
    query = select(Assessment).where(Assessment.id == id_, Assessment.workspace_id == workspace_id)
    return session.scalar(query.options(*_WITH))


_WITH = (joinedload(Assessment.organisation), joinedload(Assessment.questionnaire_version))


def move_to(session: Session, assessment: Assessment, state: str) -> None:
    """Open it, begin the meeting, or close it. Raises Problems if that cannot follow its present state."""
    if state not in NEXT[assessment.state]:
        raise Problems([Problem(N_("The round cannot do that now: its state has changed"))])
    assessment.state = state
    assessment.closed_at = now() if state == "closed" else None
    if state != "meeting":
        live.end(session, assessment)
    session.flush()


def set_privacy(session: Session, assessment: Assessment, threshold: int, distribution: int) -> None:
    """How many people stand behind any number, and behind any distribution, that is shown.

    At least 3; the distribution's is at least the threshold. Once someone has answered neither can be
    lowered: people answered under that promise. Raises Problems otherwise."""
    problems = []
    if threshold < LEAST_THRESHOLD:
        problems.append(
            Problem(N_("At least {least} people must stand behind a number"), {"least": LEAST_THRESHOLD})
        )
    if distribution < threshold:
        problems.append(Problem(N_("A distribution needs at least as many people as any other number")))
    lowered = threshold < assessment.threshold or distribution < assessment.distribution
    if lowered and assessment.first_answer_at is not None:
        problems.append(Problem(N_("Someone has answered, so this can be raised, and no longer lowered")))
    if problems:
        raise Problems(problems)
    assessment.threshold, assessment.distribution = threshold, distribution
    session.flush()


def delete(session: Session, assessment: Assessment) -> None:
    """Delete an assessment with its answers, and a trial's organisation. It cannot be had back."""
    organisation = assessment.organisation
    decided = session.scalars(select(Action.id).where(Action.assessment_id == assessment.id))
    reminders.forget(session, [assessment.id, *decided])
    session.delete(assessment)
    session.flush()
    if organisation.workspace_id is None:
        session.delete(organisation)
        session.flush()


def create_trial(
    session: Session,
    version: QuestionnaireVersion,
    name: str,
    language: str,
    secret: str,
    days: int,
    note: str | None = None,
) -> tuple[Assessment, str]:
    """An assessment for one person without an account, open at once, and the token of its private link.

    Nobody but its owner sees it, so a single answer is enough for a number. It is deleted after `days` unless
    it is claimed. `note` says to the report's readers that it is one person's view."""
    token = make_token()
    organisation = Organisation(workspace_id=None, name=name)
    found = create(
        session,
        None,
        organisation,
        version,
        languages=[language],
        threshold=1,
        distribution=1,
        state="open",
        note=note,
        trial_key=key_for("trial", token, secret),
        expires_at=now() + datetime.timedelta(days=days),
    )
    return found, token


def claim_trial(session: Session, assessment: Assessment, workspace_id: str) -> None:
    """Move a trial into a workspace: it is no longer deleted, and its private link no longer leads to it.

    It stays closed to others: its threshold is 1, so nobody may be invited to it (see `invitations.make`).
    """
    assessment.state = "closed"
    assessment.workspace_id = assessment.organisation.workspace_id = workspace_id
    assessment.trial_key = assessment.expires_at = None
    session.flush()


def expired_trials(session: Session, at: datetime.datetime) -> Sequence[Assessment]:
    """The trials whose time is over."""
    query = select(Assessment).where(Assessment.workspace_id.is_(None), Assessment.expires_at <= at)
    return session.scalars(query.options(*_WITH)).all()


def takes_answers(assessment: Assessment | Saver, today: datetime.date) -> bool:
    """Whether people can answer: it is open, and today is between its first and its last day."""
    begun = assessment.opens_on is None or assessment.opens_on <= today
    over = assessment.closes_on is not None and assessment.closes_on < today
    return assessment.state == "open" and begun and not over


def welcome_in(assessment: Assessment, tag: str) -> str:
    """What people read first: in this language, else in another of the round's; "" without a text."""
    texts: dict[str, str] = assessment.welcome
    return next((texts[other] for other in (tag, *assessment.languages) if texts.get(other)), "")

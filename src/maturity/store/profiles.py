"""Target profiles: named scores by dimension, such as "small municipality, good enough"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from maturity.store.tables import PeerGroup, TargetProfile


def of_workspace(session: Session, workspace_id: str) -> Sequence[TargetProfile]:
    """The profiles of a workspace, by name."""
    query = select(TargetProfile).where(TargetProfile.workspace_id == workspace_id)
    return session.scalars(query.order_by(func.lower(TargetProfile.name), TargetProfile.id)).all()


def find(session: Session, workspace_id: str, id_: str) -> TargetProfile | None:
    """A profile of this workspace; None if it is another's."""
    found = session.get(TargetProfile, id_)
    return found if found and found.workspace_id == workspace_id else None


def add(
    session: Session, workspace_id: str, name: str, questionnaire: str, scores: Mapping[str, float]
) -> TargetProfile:
    """A new profile. `scores` are by top dimension on the questionnaire's scale; a dimension may have
    none."""
    found = TargetProfile(
        workspace_id=workspace_id, name=name, questionnaire=questionnaire, scores=dict(scores)
    )
    session.add(found)
    session.flush()
    return found


def change(session: Session, profile: TargetProfile, name: str, scores: Mapping[str, float]) -> None:
    """Rename a profile, or give it other scores. Its questionnaire stays: the dimensions are that one's."""
    profile.name, profile.scores = name, dict(scores)
    session.flush()


def delete(session: Session, profile: TargetProfile) -> None:
    """Delete a profile. Groups that were held against it stay, without one."""
    for group in used_by(session, profile):
        group.profile = None
    session.delete(profile)
    session.flush()


def used_by(session: Session, profile: TargetProfile) -> Sequence[PeerGroup]:
    """The groups that are held against this profile, by name."""
    query = select(PeerGroup).where(PeerGroup.profile_id == profile.id)
    return session.scalars(query.order_by(func.lower(PeerGroup.name))).all()

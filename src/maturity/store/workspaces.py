"""Workspaces and who belongs to them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload

from maturity.problems import N_, Problem, Problems
from maturity.store.clock import now
from maturity.store.ids import key_for, looks_like_token, make_id, token_for
from maturity.store.tables import Assessment, MemberInvitation, Membership, User, Workspace

ROLES = ("owner", "facilitator", "reader")
"""Strongest first: each may do what the next may."""
INVITATION_DAYS = 14
LAST_OWNER = N_("A workspace needs an owner. Make somebody else owner first, or delete the workspace.")


def create(session: Session, owner: User, name: str, **facts: Any) -> Workspace:
    """A new workspace, and its first owner."""
    workspace = Workspace(name=name, **facts)
    session.add(workspace)
    session.flush()
    session.add(Membership(workspace_id=workspace.id, user_id=owner.id, role="owner"))
    session.flush()
    return workspace


def memberships_of(session: Session, user: User) -> Sequence[Membership]:
    """Where someone belongs, by the workspaces' names."""
    query = (
        select(Membership)
        .join(Workspace)
        .where(Membership.user_id == user.id)
        .options(joinedload(Membership.workspace))
        .order_by(func.lower(Workspace.name))
    )
    return session.scalars(query).all()


def membership(session: Session, workspace_id: str, user_id: str) -> Membership | None:
    """Someone's place in a workspace, None if there is none: then the workspace does not exist for them."""
    query = (
        select(Membership)
        .where(Membership.workspace_id == workspace_id, Membership.user_id == user_id)
        .options(joinedload(Membership.workspace))
    )
    return session.scalar(query)


def members(session: Session, workspace_id: str) -> Sequence[Membership]:
    """Everybody in a workspace, by address."""
    query = (
        select(Membership)
        .join(User)
        .where(Membership.workspace_id == workspace_id)
        .options(joinedload(Membership.user))
        .order_by(func.lower(User.email))
    )
    return session.scalars(query).all()


def allows(held: str, needed: str) -> bool:
    """Whether a role is enough where another is needed."""
    return ROLES.index(held) <= ROLES.index(needed)


def change_role(session: Session, member: Membership, role: str) -> None:
    """Give a member another role. Raises Problems if no owner would be left."""
    if role not in ROLES:
        raise Problems([Problem(N_("{role} is no role in a workspace"), {"role": role})])
    if role != "owner":
        _keep_an_owner(session, member)
    member.role = role
    session.flush()


def remove(session: Session, member: Membership) -> None:
    """Let a member go. Raises Problems if no owner would be left."""
    _keep_an_owner(session, member)
    session.delete(member)
    session.flush()


def _keep_an_owner(session: Session, member: Membership) -> None:
    owners = session.scalar(
        select(func.count())
        .select_from(Membership)
        .where(Membership.workspace_id == member.workspace_id, Membership.role == "owner")
    )
    if member.role == "owner" and owners == 1:
        raise Problems([Problem(LAST_OWNER)])


def only_owner_of(session: Session, user: User) -> list[Workspace]:
    """The workspaces that would be without an owner if someone left."""
    owned = [m.workspace for m in memberships_of(session, user) if m.role == "owner"]
    return [w for w in owned if sum(m.role == "owner" for m in members(session, w.id)) == 1]


def invitation_to(
    workspace: Workspace, email: str, role: str, by: User, secret: str
) -> tuple[MemberInvitation, str]:
    """An invitation to become a member, and its link's token, which opens nothing before `invite`."""
    id_ = make_id()
    token = token_for("member", id_, secret)
    found = MemberInvitation(
        id=id_,
        workspace_id=workspace.id,
        email=email,
        role=role,
        key=key_for("member", token, secret),
        invited_by=by.id,
        expires_at=now() + datetime.timedelta(days=INVITATION_DAYS),
    )
    return found, token


def invite(session: Session, invitation: MemberInvitation) -> None:
    """Let an invitation be accepted. An earlier one to the same address is replaced."""
    same = func.lower(MemberInvitation.email) == invitation.email.lower()
    session.execute(
        delete(MemberInvitation).where(MemberInvitation.workspace_id == invitation.workspace_id, same)
    )
    session.add(invitation)
    session.flush()


def open_invitations(session: Session, workspace_id: str) -> Sequence[MemberInvitation]:
    """The invitations that nobody has accepted yet."""
    query = select(MemberInvitation).where(
        MemberInvitation.workspace_id == workspace_id, MemberInvitation.expires_at > now()
    )
    return session.scalars(query.order_by(MemberInvitation.email)).all()


def find_invitation(session: Session, token: str, secret: str) -> MemberInvitation | None:
    """The invitation of a link, if it can still be accepted."""
    if not looks_like_token(token):
        return None
    query = select(MemberInvitation).where(MemberInvitation.key == key_for("member", token, secret))
    found = session.scalar(query)
    return found if found and found.expires_at > now() else None


def accept(session: Session, invitation: MemberInvitation, user: User) -> Membership:
    """Make someone a member, and use the invitation up. Who is a member already stays what they are."""
    found = membership(session, invitation.workspace_id, user.id)
    if found is None:
        found = Membership(workspace_id=invitation.workspace_id, user_id=user.id, role=invitation.role)
        session.add(found)
    session.delete(invitation)
    session.flush()
    return found


def delete_workspace(session: Session, workspace: Workspace) -> None:
    """Delete a workspace with everything in it. It cannot be had back."""
    # Assessments first: they hold on to the questionnaire versions of the same workspace.
    session.execute(delete(Assessment).where(Assessment.workspace_id == workspace.id))
    session.delete(workspace)
    session.flush()

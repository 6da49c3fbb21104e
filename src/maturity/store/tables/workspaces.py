"""A workspace is a municipality's or a consultant's; everything that is not a trial belongs to one."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from maturity.store.tables.base import Base, Key, Line, Made, PrimaryId
from maturity.store.tables.users import User


class Workspace(Base):
    """One workspace. `retention_days` None: the installation's setting; 0: keep."""

    __tablename__ = "workspace"
    id: Mapped[PrimaryId]
    name: Mapped[Line]
    kind: Mapped[str] = mapped_column(String(20), default="municipality")
    """municipality or consultant."""
    language: Mapped[str] = mapped_column(String(2), default="en")
    retention_days: Mapped[int | None]
    colour: Mapped[str | None] = mapped_column(String(7))
    created_at: Mapped[Made]

    memberships: Mapped[list[Membership]] = relationship(
        back_populates="workspace", cascade="all, delete-orphan", passive_deletes=True
    )


class Membership(Base):
    """Someone's place in a workspace."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("workspace_id", "user_id"),)
    id: Mapped[PrimaryId]
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"))
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(20))
    """owner, facilitator or reader."""
    reminded: Mapped[bool] = mapped_column(default=True)
    """Whether they get mails about what is due."""
    created_at: Mapped[Made]

    workspace: Mapped[Workspace] = relationship(back_populates="memberships")
    user: Mapped[User] = relationship()


class MemberInvitation(Base):
    """An invitation to become a member, by a link in a mail. Used up when it is accepted."""

    __tablename__ = "member_invitation"
    id: Mapped[PrimaryId]
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)
    email: Mapped[str] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(20))
    key: Mapped[Key] = mapped_column(unique=True)
    invited_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    created_at: Mapped[Made]
    expires_at: Mapped[datetime.datetime]

    workspace: Mapped[Workspace] = relationship()

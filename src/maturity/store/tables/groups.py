"""Saved choices of peers, and profiles to hold scores against."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from maturity.store.tables.base import Base, Line, Made, PrimaryId


class TargetProfile(Base):
    """A named profile for a questionnaire, such as "small municipality, good enough"."""

    __tablename__ = "target_profile"
    id: Mapped[PrimaryId]
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)
    name: Mapped[Line]
    questionnaire: Mapped[str] = mapped_column(String(100))
    """The questionnaire's own id, whatever its version."""
    scores: Mapped[dict[str, float]] = mapped_column(default=dict)
    """By dimension, on the questionnaire's scale; a dimension may have none."""
    created_at: Mapped[Made]


class PeerGroup(Base):
    """Which organisations of a workspace are compared. What is empty does not restrict."""

    __tablename__ = "peer_group"
    id: Mapped[PrimaryId]
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)
    name: Mapped[Line]
    questionnaire: Mapped[str] = mapped_column(String(100))
    """The questionnaire's own id, whatever its version."""
    countries: Mapped[list[str]] = mapped_column(default=list)
    """ISO 3166-1 alpha-2."""
    population_from: Mapped[int | None]
    population_to: Mapped[int | None]
    codes: Mapped[list[str]] = mapped_column(default=list)
    """Official codes."""
    tags: Mapped[list[str]] = mapped_column(default=list)
    """At least one of these."""
    threshold: Mapped[int] = mapped_column(default=5)
    """The fewest organisations behind any statistic."""
    profile_id: Mapped[str | None] = mapped_column(ForeignKey("target_profile.id", ondelete="SET NULL"))
    created_at: Mapped[Made]

    profile: Mapped[TargetProfile | None] = relationship()

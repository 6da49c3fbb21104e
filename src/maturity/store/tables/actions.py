"""A recommendation that someone took on, or something of their own."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from maturity.store.tables.base import Base, Line, Made, PrimaryId, Prose


class Action(Base):
    """One action of an assessment."""

    __tablename__ = "action"
    id: Mapped[PrimaryId]
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"), index=True)
    recommendation: Mapped[str | None] = mapped_column(String(100))
    """The recommendation's id; None if it is their own."""
    title: Mapped[Line]
    owner: Mapped[Line] = mapped_column(default="")
    """A function, not necessarily a person."""
    due: Mapped[datetime.date | None]
    status: Mapped[str] = mapped_column(String(20), default="open")
    """open, started, done or dropped."""
    note: Mapped[Prose] = mapped_column(default="")
    """What the team says about it."""
    about: Mapped[list[str]] = mapped_column(default=list)
    """Ids of the items and dimensions that it is meant to move."""
    measure: Mapped[Line] = mapped_column(default="")
    """What shows whether it is of use, such as "days from idea to decision"; empty: none was chosen."""
    baseline: Mapped[float | None]
    target: Mapped[float | None]
    earlier_id: Mapped[str | None] = mapped_column(ForeignKey("action.id", ondelete="SET NULL"), index=True)
    """The action of the round before that this one goes on with."""
    created_at: Mapped[Made]
    updated_at: Mapped[Made]

    readings: Mapped[list[ActionReading]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="ActionReading.read_on",
        lazy="selectin",
    )


class ActionReading(Base):
    """What an action's measure showed on a day."""

    __tablename__ = "action_reading"
    id: Mapped[PrimaryId]
    action_id: Mapped[str] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)
    read_on: Mapped[datetime.date]
    value: Mapped[float]
    note: Mapped[Line] = mapped_column(default="")

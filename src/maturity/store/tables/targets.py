"""Where an organisation wants a dimension to be, and by when."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from maturity.store.tables.base import Base, Made, PrimaryId


class Target(Base):
    """One target. `score` is on the scale of the questionnaire that the dimension belongs to."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("organisation_id", "questionnaire", "dimension"),)
    id: Mapped[PrimaryId]
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    questionnaire: Mapped[str] = mapped_column(String(100))
    """The questionnaire's own id, whatever its version."""
    dimension: Mapped[str] = mapped_column(String(100))
    score: Mapped[float]
    by: Mapped[datetime.date]
    created_at: Mapped[Made]

"""Something that happened to an organisation between rounds, such as an election or a reorganisation."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from maturity.store.tables.base import Base, Line, Made, PrimaryId


class Mark(Base):
    """One event, drawn into the trends."""

    __tablename__ = "mark"
    id: Mapped[PrimaryId]
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    happened_on: Mapped[datetime.date]
    text: Mapped[Line]
    created_at: Mapped[Made]

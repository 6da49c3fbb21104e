"""Which mails about what is due have been sent, so that nobody gets one twice."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from maturity.store.tables.base import Base, Made, PrimaryId


class Reminder(Base):
    """One mail to one member about one thing that is due on a day."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("membership_id", "kind", "subject_id", "due"),)
    id: Mapped[PrimaryId]
    membership_id: Mapped[str] = mapped_column(ForeignKey("membership.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    """round (a new one is due), closing (of answers), action or target."""
    subject_id: Mapped[str] = mapped_column(String(22))
    due: Mapped[datetime.date]
    sent_at: Mapped[Made]

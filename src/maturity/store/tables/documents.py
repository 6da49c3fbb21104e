"""A PDF as it was made: kept beside its assessment, so that it goes when the assessment goes."""

from __future__ import annotations

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from maturity.store.tables.assessments import Assessment
from maturity.store.tables.base import Base, Key, Made, PrimaryId
from maturity.store.tables.jobs import Job


class Document(Base):
    """One PDF of one report, ordered or ready. `key` stands for all that is in it."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("assessment_id", "key"),)
    id: Mapped[PrimaryId]
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[str | None] = mapped_column(ForeignKey("job.id", ondelete="SET NULL"), index=True)
    key: Mapped[Key]
    language: Mapped[str] = mapped_column(String(2))
    part: Mapped[str] = mapped_column(String(20), default="whole")
    """whole, summary, or progress (up to this round)."""
    created_at: Mapped[Made]
    data: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """The PDF; None until it has been made."""
    size: Mapped[int] = mapped_column(default=0)
    """Bytes of the PDF; 0 until it has been made."""

    assessment: Mapped[Assessment] = relationship()
    job: Mapped[Job | None] = relationship()

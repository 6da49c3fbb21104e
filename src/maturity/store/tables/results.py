"""A result as it was frozen. It is never re-read through a newer questionnaire."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from maturity.store.tables.base import Base, Key, Made, PrimaryId, Prose


class StoredResult(Base):
    """One result, as canonical JSON."""

    __tablename__ = "stored_result"
    id: Mapped[PrimaryId]
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[Made]
    result: Mapped[Prose]
    questionnaire_fingerprint: Mapped[Key]
    answers_fingerprint: Mapped[Key]


class ResultDigest(Base):
    """What a comparison reads of a result, so that hundreds are read at once. It stands apart, because a
    database goes through the whole text of a result to reach what stands behind it."""

    __tablename__ = "result_digest"
    result_id: Mapped[str] = mapped_column(
        ForeignKey("stored_result.id", ondelete="CASCADE"), primary_key=True
    )
    held_on: Mapped[datetime.date]
    """The result's own date."""
    digest: Mapped[Prose]

"""Who answered, and what. Nothing here leads to an invitation: see `maturity.store.ids`."""

from __future__ import annotations

import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from maturity.store.tables.assessments import Assessment
from maturity.store.tables.base import Base, Key, Line, PrimaryId, Prose


class Respondent(Base):
    """One who answers. `revision` rises with every save."""

    __tablename__ = "respondent"
    id: Mapped[PrimaryId]
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"), index=True)
    key: Mapped[Key] = mapped_column(unique=True)
    role: Mapped[str] = mapped_column(String(100))
    language: Mapped[str] = mapped_column(String(2), default="en")
    group_label: Mapped[Line | None]
    code: Mapped[Key | None]
    """What stands for a private code that the person chose, the same in every round of the organisation."""
    started_at: Mapped[datetime.datetime]
    submitted_at: Mapped[datetime.datetime | None]
    revision: Mapped[int] = mapped_column(default=0)

    assessment: Mapped[Assessment] = relationship()
    answers: Mapped[list[Answer]] = relationship(cascade="all, delete-orphan", passive_deletes=True)


class Answer(Base):
    """What one respondent answered to one item. A missing answer has no row."""

    __tablename__ = "answer"
    respondent_id: Mapped[str] = mapped_column(
        ForeignKey("respondent.id", ondelete="CASCADE"), primary_key=True
    )
    item: Mapped[str] = mapped_column(String(100), primary_key=True)
    state: Mapped[str | None] = mapped_column(String(20))
    """value, unknown or not-applicable; None: no answer, and only a comment or evidence was given."""
    value: Mapped[object | None] = mapped_column(JSON(none_as_null=True))
    reason: Mapped[Prose | None]
    evidence: Mapped[int | None]
    """The place of the evidence grade, 0 for the weakest."""
    comment: Mapped[Prose | None]
    saved_at: Mapped[datetime.datetime]
    revision: Mapped[int] = mapped_column(default=0)
    """The respondent's revision at which it was saved."""

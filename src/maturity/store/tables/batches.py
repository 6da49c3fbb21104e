"""Reports of a benchmark, to each of its organisations and to all of them: ordered together, made one by one,
kept for as long as the batch."""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from maturity.store.tables.base import Base, Line, Made, PrimaryId, Prose
from maturity.store.tables.jobs import Job
from maturity.store.tables.organisations import Organisation


class Batch(Base):
    """Some reports, ordered at once."""

    __tablename__ = "batch"
    id: Mapped[PrimaryId]
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)
    name: Mapped[Line]
    """What the group is called in them."""
    choice: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The group and the profile as they were when the batch was ordered."""
    job_id: Mapped[str | None] = mapped_column(ForeignKey("job.id", ondelete="SET NULL"))
    created_at: Mapped[Made]
    ended_at: Mapped[datetime.datetime | None]

    job: Mapped[Job | None] = relationship()


class BatchReport(Base):
    """One report of a batch: for one organisation in one language, or for the group."""

    __tablename__ = "batch_report"
    __table_args__ = (UniqueConstraint("batch_id", "place"),)
    id: Mapped[PrimaryId]
    batch_id: Mapped[str] = mapped_column(ForeignKey("batch.id", ondelete="CASCADE"))
    place: Mapped[int]
    """0, 1, 2 ... the group's first."""
    organisation_id: Mapped[str | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    """Whose report it is; None: the group's."""
    language: Mapped[str] = mapped_column(String(2))
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    """waiting, making, done or failed."""
    error: Mapped[Prose | None]
    """Why it could not be made, as a catalogue text."""
    error_values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What stands in the places of that text."""
    withheld: Mapped[str | None] = mapped_column(String(10))
    """few or rest: it has been made, and says why there are no statistics in it."""
    data: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    size: Mapped[int] = mapped_column(default=0)
    """Bytes of the PDF; 0 until it has been made."""

    organisation: Mapped[Organisation | None] = relationship()

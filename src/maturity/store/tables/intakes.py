"""Files that a consultant brings in: read and shown first, and only then taken into the workspace.

What individuals answered is in `IntakeFile.data` and goes as soon as the files are taken in or put aside.
"""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from maturity.store.tables.base import Base, Key, Line, Made, PrimaryId, Prose
from maturity.store.tables.jobs import Job


class Intake(Base):
    """Some files, brought in together."""

    __tablename__ = "intake"
    id: Mapped[PrimaryId]
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)
    questionnaire_version_id: Mapped[str | None] = mapped_column(
        ForeignKey("questionnaire_version.id", ondelete="SET NULL")
    )
    """What answers are read against; None: what each file names."""
    job_id: Mapped[str | None] = mapped_column(ForeignKey("job.id", ondelete="SET NULL"))
    """The work that reads them."""
    state: Mapped[str] = mapped_column(String(10), default="reading")
    """reading, read or taken (in)."""
    created_at: Mapped[Made] = mapped_column(index=True)
    ended_at: Mapped[datetime.datetime | None]

    job: Mapped[Job | None] = relationship()


class IntakeFile(Base):
    """One file, and what was understood of it. A file that holds several assessments has a row for each of them:
    the first one has the data."""

    __tablename__ = "intake_file"
    id: Mapped[PrimaryId]
    intake_id: Mapped[str] = mapped_column(ForeignKey("intake.id", ondelete="CASCADE"), index=True)
    place: Mapped[int]
    """Rises in the order of the files, and within a file that holds several assessments."""
    name: Mapped[Line]
    size: Mapped[int] = mapped_column(default=0)
    """Bytes."""
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    """waiting, ready, wrong, or known (its content is in the workspace already)."""
    kind: Mapped[str] = mapped_column(String(10), default="answers")
    """answers or result."""
    problems: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    """What is wrong with it or odd about it, each with its place."""
    understood: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Organisation, date, questionnaire, how many answered: as the preview shows it."""
    source: Mapped[Key | None]
    """See `Assessment.source`."""
    assessment_id: Mapped[str | None] = mapped_column(ForeignKey("assessment.id", ondelete="SET NULL"))
    """What it became."""
    data: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """The file; None once it has been taken in."""
    result: Mapped[Prose | None] = mapped_column(deferred=True)
    """The result of its answers, or the one that it holds, as canonical JSON."""
    digest: Mapped[Prose | None] = mapped_column(deferred=True)
    """See `ResultDigest.digest`."""

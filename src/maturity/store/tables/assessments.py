"""One organisation, one questionnaire version, one round in time."""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from maturity.store.tables.base import Base, Key, Line, Made, PrimaryId, Prose
from maturity.store.tables.organisations import Organisation
from maturity.store.tables.questionnaires import QuestionnaireVersion


class Assessment(Base):
    """One assessment; without a workspace it is a trial, which is deleted at `expires_at`."""

    __tablename__ = "assessment"
    id: Mapped[PrimaryId]
    workspace_id: Mapped[str | None] = mapped_column(
        ForeignKey("workspace.id", ondelete="CASCADE"), index=True
    )
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    questionnaire_version_id: Mapped[str] = mapped_column(
        ForeignKey("questionnaire_version.id", ondelete="RESTRICT"), index=True
    )
    label: Mapped[Line] = mapped_column(default="")
    languages: Mapped[list[str]] = mapped_column(default=list)
    targets: Mapped[dict[str, int]] = mapped_column(default=dict)
    """How many are to answer, by role; a role that is not in it does not answer."""
    threshold: Mapped[int] = mapped_column(default=5)
    """The fewest people behind any number that is shown (k)."""
    distribution: Mapped[int] = mapped_column(default=10)
    """The fewest people behind any distribution that is shown."""
    opens_on: Mapped[datetime.date | None]
    closes_on: Mapped[datetime.date | None]
    state: Mapped[str] = mapped_column(String(20), default="draft")
    """draft, open, meeting or closed."""
    welcome: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What those who answer read first, by language."""
    note: Mapped[Prose | None]
    """What readers of the result must know."""
    held_on: Mapped[datetime.date | None]
    """The date of the round as its report says it."""
    origin: Mapped[str] = mapped_column(String(10), default="here")
    """here: answered here; answers: read from a file of answers; result: from a result file. Of the last two,
    only the frozen result is kept."""
    source: Mapped[Key | None] = mapped_column(index=True)
    """What tells whether the same content was brought in before (SHA-256); None if it was answered here."""
    earlier_id: Mapped[str | None] = mapped_column(
        ForeignKey("assessment.id", ondelete="SET NULL"), index=True
    )
    """The round that this one repeats."""
    again_on: Mapped[datetime.date | None]
    """When the next round is due."""
    live_item: Mapped[str | None] = mapped_column(String(100))
    """The item on the wall."""
    trial_key: Mapped[Key | None] = mapped_column(unique=True)
    """What stands for the private link of a trial."""
    expires_at: Mapped[datetime.datetime | None] = mapped_column(index=True)
    first_answer_at: Mapped[datetime.datetime | None]
    closed_at: Mapped[datetime.datetime | None]
    created_at: Mapped[Made]

    organisation: Mapped[Organisation] = relationship()
    questionnaire_version: Mapped[QuestionnaireVersion] = relationship()
    earlier: Mapped[Assessment | None] = relationship(remote_side="Assessment.id")

"""The municipality (or region, or department) that is assessed."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from maturity.store.tables.base import Base, Key, Line, Made, PrimaryId


class Organisation(Base):
    """One organisation; without a workspace it belongs to a trial."""

    __tablename__ = "organisation"
    id: Mapped[PrimaryId]
    workspace_id: Mapped[str | None] = mapped_column(
        ForeignKey("workspace.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[Line]
    also: Mapped[list[str]] = mapped_column(default=list)
    """Other names that files may use for it."""
    country: Mapped[str | None] = mapped_column(String(2))
    """ISO 3166-1 alpha-2."""
    code: Mapped[str | None] = mapped_column(String(40))
    """The official code."""
    population: Mapped[int | None]
    tags: Mapped[list[str]] = mapped_column(default=list)
    """Words to choose it by, such as "coast"."""
    language: Mapped[str | None] = mapped_column(String(2))
    """The language of the reports it gets; None: the workspace's."""
    consent: Mapped[str] = mapped_column(String(20), default="anonymous")
    """named, anonymous or not-included: how benchmarks that are made from now on may show it."""
    consent_by: Mapped[str | None] = mapped_column(String(10))
    """Who said so last: itself (by its own link or in its own file) or member (of the workspace); None:
    nobody has."""
    consent_at: Mapped[datetime.datetime | None]
    consent_own: Mapped[str | None] = mapped_column(String(20))
    """What it decided itself; None: it has not. Members may be more cautious than that, never less."""
    consent_link: Mapped[str | None] = mapped_column(String(22))
    """The name that its link's token is made from: another name makes another link. None: no link was
    made."""
    consent_key: Mapped[Key | None] = mapped_column(unique=True)
    """What stands for the link by which it decides."""
    created_at: Mapped[Made]

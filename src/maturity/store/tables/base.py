"""What every table is made of: names of constraints, times in UTC, and random names for rows."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, DateTime, MetaData, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

from maturity.store.clock import now
from maturity.store.ids import make_id

CONVENTION = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime.datetime]):
    """A time in UTC: with its zone in Python, on every database. A time without a zone is taken as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime.datetime | None, dialect: Dialect
    ) -> datetime.datetime | None:
        """As the database keeps it."""
        if value is None:
            return None
        moment = value.astimezone(datetime.UTC) if value.tzinfo else value.replace(tzinfo=datetime.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(
        self,
        value: datetime.datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime.datetime | None:
        """As Python reads it."""
        if value is None:
            return None
        return value.astimezone(datetime.UTC) if value.tzinfo else value.replace(tzinfo=datetime.UTC)


Json = JSON().with_variant(JSONB(), "postgresql")
Id = Annotated[str, mapped_column(String(22))]
Key = Annotated[str, mapped_column(String(64))]
"""A hash in hexadecimal."""
Line = Annotated[str, mapped_column(String(300))]
"""A text of one line."""
Prose = Annotated[str, mapped_column(Text)]


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map: ClassVar = {
        datetime.datetime: Moment,
        dict[str, Any]: Json,
        dict[str, int]: Json,
        dict[str, float]: Json,
        list[dict[str, Any]]: Json,
        list[str]: Json,
    }


PrimaryId = Annotated[str, mapped_column(String(22), primary_key=True, default=make_id)]
Made = Annotated[datetime.datetime, mapped_column(Moment, default=now)]
"""When the row was made."""
